"""Names that registers and public lists know: proposals for names, and the unit that a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec
from ahocorasick_rs import AhoCorasick

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import load
from wlgraph.registers import (
    Division,
    areas,
    counties,
    countries,
    home_area,
    parents,
    prefectures,
    provinces,
    sectors,
    towns,
    villages,
)

AREA: Leaf = "AdministrativeArea"
SECTOR = "register:sector"
"""A sector of industry under its name in statistics."""
_GENERIC_VILLAGE = re.compile(r"^(?:.村|.社区)$|^(?:新村|农村|渔村|山村|乡村|全村|本村|中村|行政村)$")
_UNITS = ("省", "市", "县", "区", "旗", "州")
_TELLING = 6
"""Characters of a sector's name that is nothing but that (纺织业 may be part of a name: 纺织业协会)."""
_WHOLE_AREAS = ("register:province", "register:prefecture", "register:county")
_IN_AREA = re.compile(r"[一-龥]{1,14}(?:镇|乡|街道|苏木|村|社区|嘎查)")
CONFIDENCE = {
    "register:country": 0.85,
    "register:province": 0.8,
    "register:province-short": 0.6,
    "register:prefecture": 0.85,
    "register:prefecture-short": 0.5,
    "register:county": 0.8,
    "register:county-short": 0.2,
    "register:near-county-short": 0.5,
    "register:town": 0.85,
    "register:town-short": 0.25,
    "register:near-town": 0.6,
    "register:village": 0.8,
    SECTOR: 0.9,
}


class Gazetteer:
    """Finds the names of a list of entries (name, class, rule) in a text."""

    def __init__(self, entries: dict[tuple[str, Leaf], str]) -> None:
        self._entries = [(name, leaf, rule) for (name, leaf), rule in entries.items()]
        self._finder = AhoCorasick([name for name, _, _ in self._entries])

    def propose(self, text: str) -> list[Candidate]:
        found = []
        for index, start, end in self._finder.find_matches_as_indexes(text, overlapping=True):
            _, leaf, rule = self._entries[index]
            found.append(
                Candidate(span=Span(start, end), leaf=leaf, source="register", rule=rule, confidence=CONFIDENCE[rule])
            )
        return found


@cache
def country_gazetteer() -> Gazetteer:
    """Countries, provinces, prefectures and counties of China by full and short name; sectors of industry."""
    entries: dict[tuple[str, Leaf], str] = {}
    for name in countries() - {"中国"} | set(load("aliases")["country"]):
        entries[(name, AREA)] = "register:country"
    for level, divisions in (("province", provinces()), ("prefecture", prefectures()), ("county", counties())):
        for d in divisions:
            if len(d.name) > 2:
                entries.setdefault((d.name, AREA), f"register:{level}")
            if d.short_name != d.name:
                entries.setdefault((d.short_name, AREA), f"register:{level}-short")
    for name in sectors():
        if len(name) >= _TELLING:
            entries |= {(printed, "Industry"): SECTOR for printed in (name, name.replace("、", ""))}
    return Gazetteer(entries)


@lru_cache(maxsize=100)
def home_gazetteer(home: str) -> Gazetteer:
    """Towns and villages of the home area, towns and counties of the area around it."""
    entries: dict[tuple[str, Leaf], str] = {}
    area = home_area(home)
    if area is None:
        return Gazetteer({(home, AREA): "register:county"})
    around = area.code[:4]
    for county in counties(around):
        if county.short_name != county.name:
            entries[(county.short_name, AREA)] = "register:near-county-short"
    for town in towns(area.code):
        entries[(town.name, town_leaf(town.name))] = "register:town"
        if town.short_name != town.name:
            entries.setdefault((town.short_name, "Town"), "register:town-short")
    for village in villages(area.code):
        if len(village.name) >= 3 and not _GENERIC_VILLAGE.match(village.name):
            entries.setdefault((village.name, "Village"), "register:village")
    for town in towns(around):
        entries.setdefault((town.name, town_leaf(town.name)), "register:near-town")
    return Gazetteer(entries)


def town_leaf(name: str) -> Leaf:
    """The register also holds zones and farms at the level of towns."""
    return "Town" if name.endswith(("镇", "乡", "街道", "苏木")) else "IndustrialPark"


def propose_places(text: str, home: str) -> list[Candidate]:
    """All places of the registers in a text, overlapping ones too."""
    return country_gazetteer().propose(text) + home_gazetteer(home).propose(text)


def without_areas(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; a town or village with registered areas printed before it (西吉县将台堡镇) as one name each, an area
    without a character that is no part of its registered name (人文|蔚县)."""
    ends = {c.span.start: c.span.end for c in candidates if c.rule in _WHOLE_AREAS}
    found: dict[tuple[Span, Leaf, str], Candidate] = {}
    for c in candidates:
        for part in _parts(text, c, ends):
            key = part.span, part.leaf, part.rule
            if key not in found or part.confidence > found[key].confidence:
                found[key] = part
    return list(found.values())


def _parts(text: str, candidate: Candidate, ends: dict[int, int]) -> Iterator[Candidate]:
    """The names that a candidate is; ``ends`` tells where the registered areas that begin at a place end."""
    at, end = candidate.span.start, candidate.span.end
    if candidate.leaf == AREA and _begins_late(text[at:end]):
        at += 1
    while candidate.leaf in ("Town", "Village") and at in ends and _IN_AREA.fullmatch(text, ends[at], end):
        yield msgspec.structs.replace(candidate, span=Span(at, ends[at]), leaf=AREA)
        at = ends[at]
    yield msgspec.structs.replace(candidate, span=Span(at, end)) if at != candidate.span.start else candidate


def _begins_late(surface: str) -> bool:
    """Whether a name is registered only without its first character, in no unit of today's or of old (玉环县)."""
    known = areas(surface) or areas(surface[:-1])
    return surface.endswith(_UNITS) and not known and bool(areas(surface[1:]))


def registered(name: str, leaf: Leaf, home: str, holder: Division | None = None) -> Division | None:
    """The registered unit that a printed name means on a page with this home, or None where none or several fit.

    ``holder`` is the area or town printed right before the name (莲都区 before 碧湖镇), which outweighs the home.
    """
    area = home_area(home)
    if leaf == "AdministrativeArea":
        return _nearest(areas(name), holder or area)
    if holder is not None and not (area and area.code.startswith(holder.code)):
        return only_in(name, leaf, holder.code)
    if area is None:
        return None
    return only_in(name, leaf, area.code) or (only_in(name, leaf, area.code[:4]) if leaf == "Town" else None)


def only_in(name: str, leaf: Leaf, code: str) -> Division | None:
    """The one town, zone or village within an area that bears the full, else the short name."""
    if leaf == "Village":
        candidates = villages(code) if len(code) >= 6 else ()
    elif leaf in ("Town", "IndustrialPark"):
        candidates = tuple(d for d in towns(code) if town_leaf(d.name) == leaf)
    else:
        return None
    found = [d for d in candidates if d.name == name] or [d for d in candidates if d.short_name == name]
    return found[0] if len(found) == 1 else None


def _nearest(found: tuple[Division, ...], home: Division | None) -> Division | None:
    if len(found) <= 1 or home is None:
        return found[0] if found else None
    chain = [home.code, *(p.code for p in parents(home.code))]
    for code in chain:
        near = [d for d in found if d.code.startswith(code[:4] if len(code) == 6 else code) or d.code == code]
        if near:
            return near[0]
    upper = [d for d in found if d.level != "county"]
    return upper[0] if upper else None
