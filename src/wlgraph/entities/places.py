"""Names of places as the register of divisions has them, seen from a page's home."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from wlgraph.entities.lexicon import remembered, table
from wlgraph.entities.shapes import one_slip
from wlgraph.registers import (
    Division,
    area_beginnings,
    area_ends,
    area_within,
    areas,
    division,
    parents,
    towns,
    villages,
)

UNITS = {"省": "province", "市": "city", "县": "county", "区": "district"}
SHORTEST_MISPRINT = 3
_SAID_UNITS = "县市区"
"""Units that a page may say for another one (a county since made a city)."""
_TOWN_HEAD = re.compile(r".{1,5}?(?:镇|乡|街道|苏木)")
AREA_UNITS = ("省", "市", "县", "区", "自治区", "自治州", "州", "盟", "旗", "地区")


@cache
def home_of(name: str) -> Division | None:
    """The division that a page's home names; a county since raised to a city is found by its short name."""
    found = sorted(areas(name) or (areas(name[:-1]) if len(name) > 2 else ()), key=lambda d: (-len(d.code), d.code))
    return found[0] if found else area_within(name)


@cache
def above(code: str) -> tuple[Division, ...]:
    """The division itself and those that hold it, nearest first."""
    own = division(code)
    return (own, *parents(code)) if own else ()


@cache
def deictic_area(unit: str, home: str) -> str:
    """What 市, 县, 区 or 省 alone means on a page of this home: the nearest division of that kind, or nothing."""
    own = home_of(home)
    if unit in "市县区旗" and home.endswith(unit):
        return home
    if own is None:
        return ""
    chain = above(own.code)
    if unit == "省":
        return next((d.name for d in chain if d.level == "province"), "")
    return next((d.name for d in chain if d.name.endswith(unit) and not d.name.endswith("自治区")), "")


def area(name: str, home: str) -> Division | None:
    """Province, prefecture or county of this full or short name: the one nearest to the home where several bear it.

    A chain of names (台州市路桥区) means its last. None where the register has none or nothing decides.
    """
    name = table("bodies")["letters"].get(name, name)
    return _area(name, home) if _may_be_area(name) else None


def _may_be_area(name: str) -> bool:
    """Whether the name begins and ends as those of areas do: few names that are none pass."""
    ends = name[-2:] in area_ends() or (name[-1:] in _SAID_UNITS and name[-3:-1] in area_ends())
    return ends and name[:2] in area_beginnings()


@remembered
def _area(name: str, home: str) -> Division | None:
    if found := _nearest(areas(name), home):
        return found
    if found := area_within(name):
        return found
    if (
        len(name) > 2
        and name[-1] in _SAID_UNITS
        and (found := _nearest(areas(name[:-1]), home))
        and found.level == "county"
    ):
        return found
    return None


def _nearest(found: Sequence[Division], home: str) -> Division | None:
    found = sorted(found, key=lambda d: (len(d.code), d.code))
    if len(found) <= 1:
        return found[0] if found else None
    own = home_of(home)
    for length in (6, 4, 2):
        near = [d for d in found if own and d.code.startswith(own.code[:length])]
        if near:
            return near[0]
    top = [d for d in found if len(d.code) == len(found[0].code)]
    return top[0] if len(top) == 1 else None


@cache
def _towns_by_name(code: str) -> dict[str, tuple[Division, ...]]:
    return _by_name(towns(code))


@cache
def _villages_by_name(code: str) -> dict[str, tuple[Division, ...]]:
    return _by_name(villages(code))


def _by_name(divisions: Iterable[Division]) -> dict[str, tuple[Division, ...]]:
    named: dict[str, tuple[Division, ...]] = {}
    for d in divisions:
        for name in {d.name, d.short_name}:
            named[name] = (*named.get(name, ()), d)
    return named


def town(name: str, home: str, said: Sequence[str] = (), around: Sequence[str] = ()) -> Division | None:
    """The town of this name: in the area that the text puts before it (codes), in the home, in areas ``around``, and
    last in the home's prefecture and province."""
    name, outer = _without_areas(name)
    own = home_of(home)
    home_codes = [own.code] if own else []
    for code in dict.fromkeys([*outer, *said, *home_codes, *around, *(c[:n] for c in home_codes for n in (4, 2))]):
        if found := _one(name, _towns_by_name(code).get(name, ())):
            return found
    return _town_under_other_unit(name, [*outer, *said] or home_codes) or _misprinted_town(name, home_codes)


def _town_under_other_unit(name: str, codes: Sequence[str]) -> Division | None:
    """姚王镇, since made 姚王街道: the one town of the name that the register has now."""
    stem = name.removesuffix("街道").removesuffix("镇").removesuffix("乡")
    if stem == name or len(stem) < 2:
        return None
    found = {d for c in codes for d in _towns_by_name(c).get(stem, ()) if d.short_name == stem}
    return found.pop() if len(found) == 1 else None


def _misprinted_town(name: str, codes: Sequence[str]) -> Division | None:
    found = {d for c in codes for d in towns(c) if one_slip(name, d.name)} if len(name) >= SHORTEST_MISPRINT else set()
    return found.pop() if len(found) == 1 else None


def village(name: str, home: str, said: Sequence[str] = (), around: Sequence[str] = ()) -> Division | None:
    """The village of this name in the town that it names itself, or that the text puts before it (codes); where nothing
    tells, the only one of the home, else the one in the towns ``around``, nearest first."""
    name, outer = _without_areas(name)
    own = home_of(home)
    town, inner = own_town(name, home)
    told = [town, *outer] if town else [*outer, *said]
    for code in dict.fromkeys(told or [*([own.code] if own else []), *around]):
        if len(code) < 6:
            continue
        for form in dict.fromkeys((inner, name)):
            if found := _one(form, _villages_by_name(code).get(form, ())):
                return found
    return None


def own_town(name: str, home: str) -> tuple[str, str]:
    """Code of the town of the home that a village's name begins with (empty where it has none), and the rest."""
    own = home_of(home)
    for end in range(len(name) - 1, 1, -1):
        if own and (holder := _one(name[:end], _towns_by_name(own.code).get(name[:end], ()))):
            return holder.code, name[end:]
    return "", name


def county_of_town(name: str, home: str) -> str:
    """Code of the county to which the town belongs that a name begins with (八都镇党委): the home, else the one county of
    its prefecture that has such a town. Empty where the name begins with no town, or with one of several counties."""
    own, found = home_of(home), _TOWN_HEAD.match(name)
    if not own or not found:
        return ""
    for code in (own.code, own.code[:4]):
        if counties := {d.code[:6] for d in _towns_by_name(code).get(found[0], ()) if d.name == found[0]}:
            return counties.pop() if len(counties) == 1 else ""
    return ""


def _without_areas(name: str) -> tuple[str, list[str]]:
    """The name without the areas that stand before it (松阳县三都乡 gives 三都乡), and the code of the last of these."""
    for end in range(len(name) - 2, 2, -1):
        if name[:end].endswith(AREA_UNITS):
            found = areas(name[:end]) or ((d,) if (d := area(name[:end], "")) else ())
            if found:
                return name[end:], [found[0].code]
    return name, []


def _one(name: str, found: Sequence[Division]) -> Division | None:
    exact = [d for d in found if d.name == name]
    chosen = exact or list(found)
    return chosen[0] if len(chosen) == 1 else None
