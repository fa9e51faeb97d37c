"""Projects, parks, roads and numbered events named short: 鹭光路工程 for 鹭光路改造提升工程, where the region has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from wlgraph.characters import is_subsequence
from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.scopes import home_code, one_region
from wlgraph.entities.signature import folded, leading_area, signature

FAMILIES = ("Project", "IndustrialPark", "Infrastructure", "Event", "Organization", "ResearchBody")
_BODIES = ("Organization", "ResearchBody")
MOST = 200
SHORTEST_END = 4
_LAST_WORD = 3
"""How long the word may be that an event's short name ends with a character of (机床展 for 机床展览会)."""
SHORTEST_BODY = 6
"""A body's short name of so many characters may leave out the second one too (江科大 for 江苏科技大学)."""
_OTHER_PLACE = ("区", "市", "县", "园")
"""A name that goes on from one of these is a part of another place (集聚区东部新区), not the same place in full."""


def match_contained_names(decisions: Decisions) -> None:
    """Join each name to the one longer name of its region that it abbreviates; leave it open where several do."""
    things: defaultdict[int, list[Item]] = defaultdict(list)
    for item in decisions.items:
        if item.leaf in FAMILIES and not item.code:
            things[decisions.root(item.number)].append(item)
    index: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for root, items in things.items():
        for name in {n for i in items for n in (_bare(i), *(folded(n) for n in i.names))}:
            for part in (name, name[:2], "…" + name[-2:], "…" + _without_kind(name)[-2:]):
                index[items[0].leaf, part].add(root)
    whole = dict(things)
    for root in sorted(things):
        _attach(root, index, things, whole, decisions)


def _attach(
    root: int,
    index: dict[tuple[str, str], set[int]],
    things: dict[int, list[Item]],
    whole: dict[int, list[Item]],
    decisions: Decisions,
) -> None:
    """Join a thing to the one that it abbreviates; ``whole`` has the items of each thing as it is by now."""
    item = things[root][0]
    name = _bare(item)
    short = _without_kind(name)
    keys = [(item.leaf, part) for part in (name, name[:2], "…" + name[-2:])]
    near = {n for key in keys if len(index.get(key, ())) <= MOST for n in index.get(key, ())}
    longer: dict[int, Item] = {}
    for other in sorted(near - {root}):
        now = decisions.root(other)
        if now == decisions.root(root) or _told_apart(whole[decisions.root(root)], whole[now]):
            continue
        if any(_abbreviates(item, short, i) or _is_known_short(item, i) for i in things[other]):
            longer.setdefault(decisions.root(other), things[other][0])
    if len(longer) == 1:
        only = next(iter(longer.values()))
        before = decisions.root(item.number), decisions.root(only.number)
        if decisions.same(item.number, only.number, 0.7, f"{item.full}为{only.full}的短名，本地仅此一处"):
            whole[decisions.root(item.number)] = [*whole[before[0]], *whole[before[1]]]
    for several in longer.values() if len(longer) > 1 else ():
        decisions.unsure(item.number, several.number, 0.45, "短名可指不止一处")


def _told_apart(items: Sequence[Item], others: Sequence[Item]) -> bool:
    """A page that has both names means two things, unless they are bodies, or works of one article, and no sentence has
    both."""
    of_page: defaultdict[str, list[Item]] = defaultdict(list)
    for b in others:
        of_page[b.page].append(b)
    return any(b.number in a.near or not _may_vary(a, b) for a in items for b in of_page.get(a.page, ()))


def _may_vary(a: Item, b: Item) -> bool:
    return a.leaf in _BODIES or (a.leaf == "Project" and not set(a.articles).isdisjoint(b.articles))


def _without_kind(name: str) -> str:
    return name.removesuffix("工程").removesuffix("项目")


def _bare(item: Item) -> str:
    text = folded(item.full)
    _, rest = leading_area(text, item.home)
    return rest if len(rest) >= 3 else text


def _is_known_short(item: Item, other: Item) -> bool:
    """A page uses the name as a short form of the other."""
    short = folded(item.full)
    return one_region(item.home, other.home) and short != folded(other.full) and short in map(folded, other.names)


def _abbreviates(item: Item, short: str, other: Item) -> bool:
    """Whether an item, without its place and kind ``short``, abbreviates the other."""
    long = _without_kind(_bare(other))
    if len(short) >= len(long) or not one_region(item.home, other.home):
        return False
    a, b = signature(item.full, item.home), signature(other.full, other.home)
    if a.numbers != b.numbers or a.directions != b.directions:
        return False
    if item.leaf in _BODIES:
        whole = (folded(item.full), folded(other.full))
        same_home = home_code(item.home) == home_code(other.home)
        return same_home and (_abbreviates_body(short, long) or _abbreviates_body(*whole))
    if long.endswith(short) and (len(short) >= SHORTEST_END or any(c.isascii() for c in short)):
        return not long[: -len(short)].endswith(_OTHER_PLACE)
    if item.leaf == "Infrastructure" or short[:2] != long[:2] or home_code(item.home) != home_code(other.home):
        return False
    if item.leaf == "Event":
        ends = bool(a.numbers) and short[-1] in long[-_LAST_WORD:]
    else:
        ends = short[-1] == long[-1] or long.startswith(short)
    return ends and is_subsequence(short, long)


def _abbreviates_body(short: str, long: str) -> bool:
    begins = short[:2] == long[:2] or (len(short) >= SHORTEST_BODY and short[0] == long[0])
    return begins and short[-2:] == long[-2:] and is_subsequence(short, long)
