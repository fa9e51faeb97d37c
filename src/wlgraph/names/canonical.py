"""The name by which a printed name is compared: place heads expanded, quotation marks, traditional characters and official long forms folded."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import opencc

from wlgraph.model import Leaf
from wlgraph.registers import home_area, parents

_SIMPLE = opencc.OpenCC("t2s")
_MARKS = str.maketrans("", "", "“”\"'‘’「」『』《》〈〉（）()·、—-— 　\n")
_LONG_FORMS = (
    (re.compile(r"^(?:中共|中国共产党)(.+?)委员会(.*)$"), r"\1委\2"),
    (re.compile(r"^中共(?!中央)"), ""),
    (re.compile(r"^(?:中国人民政治协商会议|政协)(.+?[省市县区州旗])(?:委员会)?$"), r"\1政协"),
    (re.compile(r"([省市县区州旗盟])\1(?=[委政人纪])"), r"\1"),
    (re.compile(r"人民代表大会"), "人大"),
    (re.compile(r"常务委员会$"), "常委会"),
    (re.compile(r"人民政府"), "政府"),
    (re.compile(r"(?:村民|居民)委员会$"), "村委会"),
    (re.compile(r"管理委员会"), "管委会"),
    (re.compile(r"委员会"), "委"),
    (re.compile(r"^(?:共青团|团)(.+?[省市县区州旗盟])委$"), r"团\1委"),
    (re.compile(r"中国人民银行"), "人民银行"),
)
_DEICTIC = re.compile(r"^我?([省市县区州旗盟])(?=.{1,})")
_HELD = re.compile(r"^((?:(?:19|20)\d\d年度?)?)[我全]?([省市县区州旗盟])(?=.{3,})")
"""How meetings and honours of an area begin, too (2024年全市科技大会)."""
_NAMED_AFTER_AREAS: tuple[Leaf, ...] = ("PublicBody", "Organization", "Company", "ResearchBody", "Event", "Recognition")
BARE_ORGANS = frozenset({"人大常委会", "人大", "政协", "纪委", "人武部"})
_SESSION = re.compile(r"(?<=[省市县区州旗])(?:第?[一二三四五六七八九十]+届)")


@lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """Spelling that never decides (marks, blanks, official long forms, traditional characters) removed."""
    name = str(_SIMPLE.convert(name.translate(_MARKS)))
    for pattern, short in _LONG_FORMS:
        name = pattern.sub(short, name)
    return _SESSION.sub("", name)


@cache
def levels(home: str) -> dict[str, str]:
    """What 省, 市, 县, 区 alone mean on a page with this home: 市 is 温岭市 in 温岭市, but 盐城市 in 射阳县."""
    area = home_area(home)
    chain = [home, *(p.name for p in parents(area.code))] if area else [home]
    meaning: dict[str, str] = {}
    for name in chain:
        meaning.setdefault(name[-1], name)
    return meaning


def expanded(name: str, leaf: Leaf, home: str) -> str:
    """The folded name with a deictic head replaced by the place it means (市经信局 by 温岭市经信局)."""
    name = folded(name)
    if name in BARE_ORGANS:
        return home + name
    if leaf in ("Event", "Recognition") and (match := _HELD.match(name)):
        year, level = match.groups()
    elif leaf in _NAMED_AFTER_AREAS and (match := _DEICTIC.match(name)):
        year, level = "", match[1]
    else:
        return name
    place = levels(home).get(level)
    return year + place + name[match.end() :] if place else name
