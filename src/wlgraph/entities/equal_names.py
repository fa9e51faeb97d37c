"""Things with one register code, or with one full name within the scope in which such a name is unique."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.organizations import is_full
from wlgraph.entities.scopes import Key, home_code, organization_key, scope_key

SAME_EVENT_DAYS = 30
"""A meeting without year or number in its name is another one when it is reported more than so many days later."""
SHORTEST_OFFICE = 3
_OFFICE = ("局", "办公室", "委员会")
COUNTY_DIGITS = 6
"""A county's code is so long, a prefecture's and a province's shorter."""
_NUMBERED = re.compile(r"\d{4}|第?[〇零一二三四五六七八九十百\d]+[届次期批]")


def match_equal_names(decisions: Decisions) -> None:
    """Join equal names of all groups but persons and short-named companies, which need more than a name."""
    by_code: defaultdict[str, list[Item]] = defaultdict(list)
    by_key: defaultdict[Key, list[Item]] = defaultdict(list)
    open_scope: list[tuple[Key, Item]] = []
    for item in decisions.items:
        if item.code:
            by_code[item.code].append(item)
        elif item.group == "Person" or (item.group == "Organization" and not is_full(item)):
            continue
        else:
            key = scope_key(item)
            if key[2].startswith("?"):
                open_scope.append((key, item))
            else:
                by_key[key].append(item)
    _place_open(open_scope, by_key, decisions)
    _place_regional(by_key)
    for items in by_code.values():
        _join(items, decisions)
    _join_by_other_names(by_key, decisions)
    for key, items in sorted(by_key.items()):
        for same in _occasions(items) if key[0] == "Event" else [items]:
            _join(same, decisions)


def _place_open(found: Sequence[tuple[Key, Item]], by_key: dict[Key, list[Item]], decisions: Decisions) -> None:
    """Names without a place go to the thing that the home has under that name, else to one thing for all homes."""
    towns: defaultdict[tuple[str, str], set[Key]] = defaultdict(set)
    for key in by_key:
        if key[0] == "Village":
            towns[key[1], key[2][:6]].add(key)
    for (family, text, scope), item in found:
        home = scope[1:]
        if family != "Village":
            placed = (family, text, home)
            by_key[placed if placed in by_key else (family, text, "")].append(item)
            continue
        choices = sorted(towns[text, home])
        by_key[choices[0] if len(choices) == 1 else (family, text, home)].append(item)
        if len(choices) > 1:
            for choice in choices:
                decisions.unsure(by_key[choice][0].number, item.number, 0.4, "同名村，不知属何镇")


def _place_regional(by_key: dict[Key, list[Item]]) -> None:
    """A name on a page of a prefecture or province goes to the one thing of that name in a county there."""
    scopes: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for family, text, scope in by_key:
        if scope.isdigit():
            scopes[family, text].append(scope)
    for (family, text), found in sorted(scopes.items()):
        for wide in sorted(s for s in found if len(s) < COUNTY_DIGITS):
            inner = [s for s in found if len(s) > len(wide) and s.startswith(wide)]
            if len(inner) == 1:
                by_key[family, text, inner[0]] += by_key.pop((family, text, wide))


def _join_by_other_names(by_key: dict[Key, list[Item]], decisions: Decisions) -> None:
    """Offices that one page takes for one (农业局, 农业农村局) are one wherever they are named."""
    for key in sorted(by_key):
        for item in by_key[key]:
            for name in item.names if item.leaf == "PublicBody" else ():
                other = organization_key(item, name)
                if name.endswith(_OFFICE) and len(other[1]) >= SHORTEST_OFFICE and other != key and other in by_key:
                    decisions.same(item.number, by_key[other][0].number, 0.7, f"同一版面上为一处：{item.full}，{name}")


def _occasions(items: Sequence[Item]) -> list[list[Item]]:
    """Events of one name, cut where the dates are too far from one another."""
    if _NUMBERED.search(items[0].full):
        return [list(items)]
    dated = sorted((i for i in items if i.date), key=lambda i: (i.date, i.number))
    undated: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if not item.date:
            undated[item.page].append(item)
    made: list[list[Item]] = []
    for item in dated:
        if (
            made
            and _days(made[-1][-1].date, item.date) <= SAME_EVENT_DAYS
            and home_code(made[-1][0].home) == home_code(item.home)
        ):
            made[-1].append(item)
        else:
            made.append([item])
    return made + list(undated.values())


def _days(a: str, b: str) -> int:
    try:
        return abs((date.fromisoformat(b) - date.fromisoformat(a)).days)
    except ValueError:
        return 0 if a == b else SAME_EVENT_DAYS + 1


def _join(items: Sequence[Item], decisions: Decisions) -> None:
    for other in items[1:]:
        decisions.equal(items[0].number, other.number)
