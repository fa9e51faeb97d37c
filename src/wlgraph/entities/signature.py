"""What an organization's name is made of: place, core, legal form; numbers and directions that tell names apart."""

from __future__ import annotations

import re
from functools import cache

import opencc

from wlgraph.entities import places
from wlgraph.entities.lexicon import ending, remembered, table
from wlgraph.model import Record
from wlgraph.registers import Division, area_beginnings, countries

_SIMPLE = opencc.OpenCC("t2s")
_NOISE = re.compile(r"[\s“”\"'‘’「」『』《》〈〉·•・—–\-]+")
_RURAL_BANK = re.compile("农商银行|农商行")
_INNER_PLACE = re.compile(r"（([^（）]{2,6})）")
_NUMBERS = re.compile(
    r"第?[〇零一二三四五六七八九十百]+(?=[届次号期批医院中小人民分]|村|路|街|厂|局|所|站|校|桥|季|轮)|\d+|[甲乙丙丁]|[IVX]{1,4}期"
)
_DIRECTIONS = re.compile(r"[东南西北](?=[部门区片侧段站路街苑站])|[上下前后](?=[村路街])")


class Signature(Record, frozen=True, order=True):
    """``place`` is the area that the name begins with (浙江, 温岭市), ``core`` what stays without place and legal form."""

    place: str
    core: str
    form: str
    full: bool
    numbers: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()


@remembered
def folded(name: str) -> str:
    """The spelling that decides equality: simplified characters, no quotation marks, no blanks, lower case, and 农商行 in
    full."""
    return _RURAL_BANK.sub("农村商业银行", str(_SIMPLE.convert(_NOISE.sub("", name))).lower())


@remembered
def signature(name: str, home: str) -> Signature:
    text = folded(name)
    inner = [m[1] for m in _INNER_PLACE.finditer(text) if places.area(m[1], home)]
    text = _INNER_PLACE.sub(lambda m: "" if m[1] in inner else m[0], text)
    place, rest = leading_area(text, home)
    core, form = _without_form(rest)
    if len(core) < 2:
        core, place = _without_form(text)[0] or text, ""
    return Signature(
        place=place or (inner[0] if inner else ""),
        core=core,
        form=form,
        full=bool(ending(form, "business", "full")),
        numbers=tuple(_NUMBERS.findall(text)),
        directions=tuple(_DIRECTIONS.findall(text)),
    )


@remembered
def leading_area(text: str, home: str) -> tuple[str, str]:
    """The areas at the beginning of a name (浙江省台州市, 温岭, 德国) and the rest.

    A second area counts only inside the first, and a place's short name only where a name of its own is left, so that
    永兴村镇银行 keeps 永兴 although a county bears that name.
    """
    place, code = "", ""
    while text[:2] in area_beginnings() or text[:2] in _other_beginnings(home):
        for end in range(min(len(text) - 2, 9), 1, -1):
            prefix, rest = text[:end], text[end:]
            if not place and prefix in countries() and prefix != "中国":
                return prefix, rest
            found = places.area(prefix, home)
            known = found.code if found else ("home" if prefix in (home, home[:-1]) else "")
            if (
                known
                and known.startswith(code)
                and known != code
                and _is_place_here(prefix, found, home, rest, bool(place))
            ):
                place, text, code = prefix, rest, known
                break
        else:
            break
    return place, text


@cache
def _other_beginnings(home: str) -> frozenset[str]:
    return frozenset(name[:2] for name in [*countries(), home])


_LOWER_UNIT = re.compile("镇|乡|街道|社区|村(?!镇)")
"""What makes a town or village of the short name of an area before it (横峰街道, though 横峰 is a county too)."""


def _is_place_here(prefix: str, found: Division | None, home: str, rest: str, inside: bool) -> bool:
    own = places.home_of(home)
    if found and prefix != found.name and _LOWER_UNIT.match(rest):
        return False
    if found is None or inside or prefix == found.name or (own and own.code.startswith(found.code)):
        return True
    trades, core = table("business")["trades"], _without_form(rest)[0]
    return core not in trades and trade(core)[0] not in trades


def _without_form(text: str) -> tuple[str, str]:
    form = ""
    while (word := ending(text, "business", "forms")) and len(text) - len(word) >= 2:
        text, form = text[: -len(word)], word + form
    return text, form


@remembered
def trade(core: str) -> tuple[str, str]:
    """Brand and line of trade of a company's core: 鹭衡泵业 gives 鹭衡, 泵业."""
    brand, line = core, ""
    while (word := ending(brand, "business", "trades")) and len(brand) - len(word) >= 2:
        brand, line = brand[: -len(word)], word + line
    return brand, line
