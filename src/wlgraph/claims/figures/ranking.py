"""The trained judges: who a quantity is about, whether it is worth stating, and when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from wlgraph.claims.encoder import Answers
from wlgraph.claims.figures.keeping import keep_rows
from wlgraph.claims.figures.periods import period_rows
from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.scene import Scene
from wlgraph.claims.figures.subjects import Neighbours, Rows, rows
from wlgraph.claims.figures.surroundings import Surroundings
from wlgraph.claims.figures.trees import Forest, buckets, context
from wlgraph.claims.figures.wording import pair_context
from wlgraph.model import Record

DATA = Path(__file__).parent / "data"
PAIRED = 0.9
"""How sure a list told 分别 is of its pairs; the words say so outright, too rarely to be learned."""
UNLIKELY = 5.5
"""A candidate so far behind the best one by the encoder's logits is not looked at further."""
LEAST_TEXT = -3.5
"""A quantity whose own words speak so much against it is not looked at further (an idiom, a clock, a floor)."""


class Judgement(Record, frozen=True, kw_only=True):
    """Of one quantity: the referent that it observes, how likely, and how likely all of it is right."""

    observed: str
    subject: float
    confidence: float


class Judge:
    """Reads the models once and judges the quantities of scenes."""

    def __init__(self, folder: Path = DATA) -> None:
        with np.load(folder / "words.npz") as arrays:
            self.text, self.pair = (
                (np.asarray(arrays[f"{name}.weight"], dtype=np.float32), float(arrays[f"{name}.base"]))
                for name in ("text", "pair")
            )
        self.subject, self.second, self.keep, self.right, self.period = (
            Forest(folder / f"{name}.onnx") for name in ("subject", "second", "keep", "right", "period")
        )

    def text_score(self, scene: Scene, q: Quantity) -> float:
        """What the words at a quantity say of its being a figure, as a logit."""
        weights, base = self.text
        return float(weights[buckets(context(scene.text, q.span.start, q.span.end, q.unit))].sum()) + base

    def sift(self, scene: Scene) -> list[float]:
        """Leave in the scene the quantities that may be figures by their words; the scores of these words."""
        texts = [self.text_score(scene, q) for q in scene.quantities]
        scene.quantities = [q for q, t in zip(scene.quantities, texts, strict=True) if t >= LEAST_TEXT]
        return [t for t in texts if t >= LEAST_TEXT]

    def judge(
        self, around: Surroundings, names: list[list[str]], texts: list[float], heard: Answers
    ) -> list[Judgement]:
        """One judgement for each quantity of the scene, in order, given its candidates and the encoder's answers."""
        if not names:
            return []
        scene = around.scene
        scores = self._subjects(around, names, heard)
        kept = self.keep.probability(keep_rows(scene, texts, scores, heard.figures))
        best = [max(s, key=lambda name: s[name]) for s in scores]
        right = self.right.probability(right_rows(scene, scores, kept.tolist()))
        return [
            Judgement(observed=name, subject=s[name], confidence=float(p))
            for name, s, p in zip(best, scores, right, strict=True)
        ]

    def _subjects(self, around: Surroundings, names: list[list[str]], heard: Answers) -> list[dict[str, float]]:
        words: dict[int, list[str]] = {}
        said = split_by(heard.subjects, names)
        likely = [own >= own.max() - UNLIKELY for own in said]
        for i, told in around.pairs.items():
            likely[i] |= np.asarray([name in told for name in names[i]])
        names = [
            [n for n, kept in zip(own, which, strict=True) if kept] for own, which in zip(names, likely, strict=True)
        ]
        said = [own[which] for own, which in zip(said, likely, strict=True)]
        plain = [rows(around, i, own) for i, own in enumerate(names)]
        weights, base = self.pair
        first = [
            np.asarray(
                [weights[buckets(pair_context(around, i, name, words))].sum() + base for name in own], dtype=np.float32
            )
            for i, own in enumerate(names)
        ]
        table = [first_rows(plain[i], first[i], said[i]) for i in range(len(names))]
        by_first = by_name(names, self.subject.probability(np.concatenate(table)).tolist())
        near = Neighbours(by_first, around.scene)
        second = np.concatenate([second_rows(plain[i], said[i], near.rows(i, own)) for i, own in enumerate(names)])
        scores = by_name(names, self.second.probability(second).tolist())
        for i, (paired, *_) in around.pairs.items():
            scores[i] = {name: PAIRED if name == paired else p * (1 - PAIRED) for name, p in scores[i].items()}
        return normal(scores)

    def period_of(self, scene: Scene, q: Quantity, date: str, before: str, heard: Sequence[float]) -> str:
        """The ISO period of a quantity, empty where the article tells no time and has no day.

        ``before`` is the period of the article's last figure before it.
        """
        values, table = period_rows(scene, q, date, before, heard)
        return values[int(np.argmax(self.period.logit(table)))] if values else ""


def split_by(flat: Rows, names: list[list[str]]) -> list[Rows]:
    """One array of logits for each quantity's candidates out of one for all."""
    return np.split(flat, np.cumsum([len(own) for own in names])[:-1])


def first_rows(plain: Rows, pair: Rows, said: Rows) -> Rows:
    """The features of the first pass: the scene's, the words' scores and the encoder's, each beside the best rival's."""
    return np.concatenate([plain, pair[:, None], (pair.max() - pair)[:, None], _said(said)], axis=1)


def second_rows(plain: Rows, said: Rows, near: Rows) -> Rows:
    """The features of the second pass: the scene's, the encoder's, and what the first pass says of the neighbours."""
    return np.concatenate([plain, _said(said), near], axis=1)


def _said(said: Rows) -> Rows:
    """The encoder's logits of a quantity's candidates: as they are, and as shares of all of them."""
    share = np.exp(said - said.max())
    return np.stack([said, said.max() - said, share / share.sum()], axis=1)


def by_name(names: list[list[str]], flat: list[float]) -> dict[int, dict[str, float]]:
    """Scores of all candidates of all quantities, by quantity and name."""
    scores = iter(flat)
    return {i: {name: next(scores) for name in own} for i, own in enumerate(names)}


def normal(scores: dict[int, dict[str, float]]) -> list[dict[str, float]]:
    """Scores whose sum over the candidates of a quantity is at most one."""
    return [{n: p / max(1.0, sum(own.values())) for n, p in own.items()} for own in scores.values()]


def right_rows(scene: Scene, scores: list[dict[str, float]], kept: list[float]) -> Rows:
    """What tells whether a stated figure will be right: the judges' certainty and the kind of number."""
    table = []
    for q, own, keep in zip(scene.quantities, scores, kept, strict=True):
        order = sorted(own.values(), reverse=True)
        second = order[1] if len(order) > 1 else 0.0
        table.append([keep, order[0], second, keep * order[0], float(q.kind in ("person", "body", "count", "time"))])
    return np.asarray(table, dtype=np.float32).reshape(len(table), -1)


@cache
def load_judge() -> Judge:
    """The judge with the shipped weights."""
    return Judge()
