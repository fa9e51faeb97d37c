"""A thing and its neighbours as two small trees, what it does and what is done to it, for pages without scripts."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from wlgraph.views.palette import colour_of, outline_of
from wlgraph.views.records import Claim, Content
from wlgraph.views.wording import Wording

ROW = 25
_MOST = 12
_LONGEST = 12
_RELATION = 19
"""Room for the words of a relation, in Latin letters; a Chinese character takes two."""


@dataclass(frozen=True)
class Leaf:
    """A neighbour: the words of the relation (empty where the row above has the same), name, place and look.

    ``standing`` is empty for a fact; the words of the relation say what else it is.
    """

    y: int
    relation: str
    name: str
    file: str
    colour: str
    outline: str
    standing: str


@dataclass(frozen=True)
class Tree:
    """The neighbours in one direction; ``more`` counts those left out."""

    leaves: tuple[Leaf, ...]
    more: int

    @property
    def height(self) -> int:
        return max(2, len(self.leaves)) * ROW + 6

    @property
    def middle(self) -> float:
        return self.height / 2


def trees(
    content: Content, number: int, claims: Iterable[Claim], files: dict[int, str], wording: Wording
) -> list[Tree]:
    """The trees of what a thing is the subject and the object of, those without a neighbour left out."""
    rows = list(claims)
    found = []
    for outward in (True, False):
        ends = {
            (claim.p, claim.o if outward else claim.s): claim
            for claim in sorted(rows, key=lambda claim: not claim.standing)
            if (claim.s if outward else claim.o) == number and claim.s != claim.o
        }
        if ends:
            back = "" if outward else "← "
            found.append(_tree(content, ends, files, wording, back))
    return found


def _tree(
    content: Content, ends: dict[tuple[str, int], Claim], files: dict[int, str], wording: Wording, back: str
) -> Tree:
    sizes: dict[str, int] = {}
    for predicate, _ in ends:
        sizes[predicate] = sizes.get(predicate, 0) + 1
    ordered = sorted(
        ends,
        key=lambda end: (
            bool(ends[end].standing),
            -sizes[end[0]],
            end[0],
            ends[end].standing,
            content.things[end[1]].name,
        ),
    )
    leaves: list[Leaf] = []
    above = ""
    for row, (predicate, other) in enumerate(ordered[:_MOST]):
        thing, told = content.things[other], wording.standing(ends[predicate, other])
        relation = _shortened("·".join(filter(None, (told, back + wording.term(predicate)))))
        leaves.append(
            Leaf(
                row * ROW + ROW // 2 + 3 + (ROW // 2 if len(ordered) == 1 else 0),
                "" if relation == above else relation,
                thing.name if len(thing.name) <= _LONGEST else thing.name[: _LONGEST - 1] + "…",
                files.get(other, ""),
                colour_of(thing.cls),
                outline_of(thing.cls),
                ends[predicate, other].standing,
            )
        )
        above = relation
    return Tree(tuple(leaves), len(ordered) - len(leaves))


def _shortened(relation: str) -> str:
    widths = list(accumulate(1 if char.isascii() or char == "·" else 2 for char in relation))
    return relation if widths[-1] <= _RELATION else relation[: bisect(widths, _RELATION - 1)] + "…"
