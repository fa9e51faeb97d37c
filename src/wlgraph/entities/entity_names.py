"""Name, class and aliases of a thing out of all its items."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from wlgraph.entities import places
from wlgraph.entities.items import Item
from wlgraph.entities.naming import named_place
from wlgraph.entities.signature import folded, signature
from wlgraph.model import LEAVES, Leaf

SPECIFIC: dict[Leaf, float] = {"Official": 1.5, "Company": 1.2, "PublicBody": 1.2, "ResearchBody": 1.2}
"""Classes whose evidence is positive (a post, a legal form) outweigh the general class of their group."""


def leaf_of(items: Sequence[Item]) -> Leaf:
    """The class with the most votes, each mention counting by its confidence; ties go to the order of the classes."""
    votes: defaultdict[Leaf, float] = defaultdict(float)
    for item in items:
        votes[item.leaf] += item.confidence * min(item.weight, 5) * SPECIFIC.get(item.leaf, 1.0)
    return max(votes, key=lambda leaf: (round(votes[leaf], 6), -LEAVES.index(leaf)))


def name_of(items: Sequence[Item], newest: frozenset[str] = frozenset()) -> str:
    """The fullest name: the register's, else one with a legal form, else the longest; the commoner of two spellings.

    What is no body has no name of a wider area than the home's beside one of its own: 省开发区 only says of what level
    玉环鹭光开发区 is.

    ``newest`` are names that the text says are the present ones after a renaming.
    """
    if code := next((i.code for i in items if i.code), ""):
        return places.above(code)[0].name
    counts: Counter[str] = Counter()
    homes: dict[str, str] = {}
    for item in items:
        counts[item.full] += item.weight
        homes.setdefault(item.full, item.home)
    group = items[0].group

    def rank(name: str) -> tuple[bool, bool, bool, int, int, bool, str]:
        full = group == "Organization" and signature(name, homes[name]).full
        simple = folded(name) == name.lower()
        own = group == "Organization" or not _of_wider_area(name, homes[name])
        return name in newest, full, own, len(folded(name)), counts[name], simple, name

    return max(counts, key=rank)


def _of_wider_area(name: str, home: str) -> bool:
    """Whether a name begins with an area that the home lies in."""
    place, own = named_place(name, home), places.home_of(home)
    area = places.area(place[0], home) if place else None
    return bool(area and own and len(area.code) < len(own.code) and own.code.startswith(area.code))


def aliases_of(items: Sequence[Item], name: str) -> tuple[str, ...]:
    return tuple(sorted({n for item in items for n in item.names if n} - {name}))
