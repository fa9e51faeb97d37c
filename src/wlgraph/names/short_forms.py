"""Short forms of full names: 海澜星泵业, 海澜星 for 浙江海澜星泵业有限公司."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from wlgraph.model import Leaf
from wlgraph.names.lexicon import alternatives, load
from wlgraph.registers import areas, counties, countries, prefectures, provinces

_LEGAL = re.compile(
    r"(?:集团)?(?:股份)?(?:有限责任公司|有限公司|总公司|公司|集团|股份)$|(?:蔬菜|水果|农产品|渔业|农机)?(?:专业)?合作社$|家庭农场$"
)
_BRACKET = re.compile(r"[（(][^（）()]*[)）]")


@cache
def _places() -> frozenset[str]:
    divisions = (*provinces(), *prefectures(), *counties())
    return frozenset(n for d in divisions for n in (d.name, d.short_name) if len(n) >= 2) | countries()


def _leading_place(name: str) -> tuple[str, str]:
    """The longest place at the head of a name (empty where none stands there), and the rest without a bare unit."""
    for length in range(min(11, len(name)), 1, -1):
        if name[:length] in _places():
            return name[:length], name[length:].removeprefix("省").removeprefix("市")
    return "", re.sub(r"^(?:中国|国家|[省市县区州旗])", "", name)


@cache
def _within(place: str) -> frozenset[str]:
    """Full and short names of what lies in a province or prefecture of this name."""
    inner = (d for area in areas(place) if len(area.code) < 6 for d in (*prefectures(area.code), *counties(area.code)))
    return frozenset(n for d in inner if len(d.code) > 2 for n in (d.name, d.short_name))


@cache
def _industry_tail() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(_trades())}$")


@cache
def _trades() -> frozenset[str]:
    """Words of trade, which a company's brand stands before."""
    company = load("forms")["company"]
    return frozenset((*company["industry"], *company["trade"]))


@lru_cache(maxsize=50_000)
def without_place(name: str) -> str:
    """The name without the places at its head (浙江, 台州温岭市), unless no name of its own would stay."""
    within: frozenset[str] | None = None
    while True:
        place, rest = _leading_place(name)
        if len(rest) < 2 or rest == name or not _industry_tail().sub("", _LEGAL.sub("", rest)):
            return name
        if within is not None and place not in within:
            return name
        within = _within(place) if place else frozenset()
        name = rest


@lru_cache(maxsize=50_000)
def company_core(name: str) -> tuple[str, str]:
    """A company's name cut into its brand and its words of trade: 浙江海澜星泵业有限公司 gives 海澜星, 泵业."""
    stem = without_place(_BRACKET.sub("", name))
    stem = _LEGAL.sub("", stem) or stem
    core = stem
    while (cut := _industry_tail().sub("", core)) != core and len(cut) >= 2:
        core = cut
    return core, stem[len(core) :]


def is_brand(name: str) -> bool:
    """The name is a bare brand (海澜星), without a word of trade or a legal form."""
    return company_core(name)[1] == "" and not _LEGAL.search(name)


@lru_cache(maxsize=50_000)
def short_forms(name: str, leaf: Leaf) -> frozenset[str]:
    """The short forms under which the same page may name the thing again."""
    forms: set[str] = set()
    core, trade = company_core(name) if leaf == "Company" else ("", "")
    if core in _trades() or core in _places():
        core, trade = core + trade, ""
    if leaf == "Company" and _LEGAL.search(name):
        if 2 <= len(core) <= 4:
            forms |= {core, core + trade, core + trade[:2], core + trade[-2:]}
            forms |= {core + tail for tail in load("forms")["company"]["short"] if tail in name}
        elif len(core) > 4:
            forms.add(core)
    elif trade and 2 <= len(core) <= 4:
        forms.add(core)
    return frozenset(f for f in forms - {name} if len(f) >= 2)
