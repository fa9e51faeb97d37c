"""Precision, recall and F1 of names: a name counts where its start, end and class all agree."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from wlgraph.model import LEAVES, Record
from wlgraph.names.recogniser.tags import TypedSpan


class Score(Record, frozen=True, kw_only=True):
    """Counts of names in the gold, proposed, and in both."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(gold=self.gold + other.gold, found=self.found + other.found, right=self.right + other.right)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0


Tagged = tuple[Sequence[TypedSpan], Sequence[TypedSpan]]
"""The gold names and the proposed names of one text."""


def overall(texts: Iterable[Tagged], *, typed: bool = True) -> Score:
    """One score over all classes; without ``typed``, a name of the wrong class counts as right."""
    total = Score()
    for gold, found in texts:
        width = 3 if typed else 2
        a, b = {s[:width] for s in gold}, {s[:width] for s in found}
        total += Score(gold=len(a), found=len(b), right=len(a & b))
    return total


def by_class(texts: Sequence[Tagged]) -> dict[str, Score]:
    """A score for each leaf class."""
    return {
        leaf: overall(([s for s in gold if s[2] == i], [s for s in found if s[2] == i]) for gold, found in texts)
        for i, leaf in enumerate(LEAVES)
    }


def interval(texts: Sequence[Tagged], *, draws: int = 1000, seed: int = 1) -> tuple[float, float]:
    """A 95 % interval of the typed F1, by drawing texts again with replacement."""
    rng = random.Random(seed)
    scores = [overall([pair]) for pair in texts]
    values = sorted(sum(rng.choices(scores, k=len(scores)), Score()).f1 for _ in range(draws))
    return values[int(0.025 * draws)], values[int(0.975 * draws) - 1]
