"""The decisions of one resolution, each with its score and reasons."""

from __future__ import annotations

from collections.abc import Sequence

from wlgraph.entities.groups import Groups
from wlgraph.entities.items import Item
from wlgraph.model import Match, MatchVerdict


class Decisions:
    """Joins items, keeps them apart or leaves them undecided, and remembers why."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.groups = Groups(len(items))
        self.root = self.groups.root
        """The item that stands for all that are one with an item."""
        self.unsure_pairs: set[tuple[int, int]] = set()
        self._matches: dict[tuple[int, int, MatchVerdict], Match] = {}

    def equal(self, a: int, b: int) -> None:
        """Join two whose full names are equal; that needs no explanation."""
        self.groups.join(a, b)

    def same(self, a: int, b: int, score: float, *reasons: str) -> bool:
        if self.root(a) == self.root(b):
            return True
        if self.groups.join(a, b):
            self._note(a, b, "same", score, reasons)
            return True
        return False

    def apart(self, a: int, b: int, *reasons: str) -> bool:
        if self.groups.forbidden(a, b):
            return True
        if not self.groups.forbid(a, b):
            return False
        self._note(a, b, "apart", 0.0, reasons)
        return True

    def unsure(self, a: int, b: int, score: float, *reasons: str) -> None:
        if self.root(a) != self.root(b):
            self.unsure_pairs.add((min(a, b), max(a, b)))
            self._note(a, b, "unsure", score, reasons)

    def matches(self) -> tuple[Match, ...]:
        return tuple(self._matches[k] for k in sorted(self._matches))

    def _note(self, a: int, b: int, verdict: MatchVerdict, score: float, reasons: Sequence[str]) -> None:
        a, b = min(a, b), max(a, b)
        self._matches[a, b, verdict] = Match(
            first=self.items[a].key,
            second=self.items[b].key,
            verdict=verdict,
            score=round(score, 3),
            reasons=tuple(reasons),
        )
