"""One name on several homes' pages, or in two classes: a river of two counties, a building site that became a hall."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.scopes import home_code
from wlgraph.entities.signature import folded

_WORKS = ("Project", "IndustrialPark", "Infrastructure")
_RIVERS = ("河", "溪", "港", "湖", "水库")
_EVERYWHERE = ("AdministrativeArea", "PublicBody", "Industry", "Recognition", "Campaign", "Policy")
"""Classes that say nothing about where a thing is."""
SHORTEST = 4
PREFECTURE = 4
"""So many digits of a county's code are its prefecture's."""
MANY = 40


def match_neighbouring(decisions: Decisions) -> None:
    """Join works of one name: those of one home whatever their class, and those of two homes of one prefecture that are
    water or stand beside the same things. What nothing else ties stays open."""
    named: defaultdict[str, list[Item]] = defaultdict(list)
    for item in decisions.items:
        if item.leaf in _WORKS and not item.code:
            named[folded(item.full)].append(item)
    for name in sorted(named):
        first: dict[int, Item] = {}
        for item in named[name]:
            first.setdefault(decisions.root(item.number), item)
        if 1 < len(first) <= MANY:
            near = {root: _near(root, named[name], decisions) for root in first}
            for a, b in combinations(first, 2):
                _compare(name, first[a], first[b], near[a] & near[b], decisions)


def _near(root: int, items: list[Item], decisions: Decisions) -> set[int]:
    own = [i for i in items if decisions.root(i.number) == root]
    return {decisions.root(n) for i in own for n in i.near if decisions.items[n].leaf not in _EVERYWHERE}


def _compare(name: str, a: Item, b: Item, beside: set[int], decisions: Decisions) -> None:
    here, there = home_code(a.home), home_code(b.home)
    if here == there:
        if a.leaf != b.leaf and len(name) >= SHORTEST:
            decisions.same(a.number, b.number, 0.7, f"同名同地，类别不同：{name}")
    elif here[:PREFECTURE] == there[:PREFECTURE]:
        if a.leaf == b.leaf and (beside or name.endswith(_RIVERS)):
            decisions.same(a.number, b.number, 0.7, f"同名，两地相邻：{name}")
        else:
            decisions.unsure(a.number, b.number, 0.4, f"同名，两地相邻：{name}")
