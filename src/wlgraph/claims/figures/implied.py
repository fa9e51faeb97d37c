"""Units that a writer leaves out because the words around the number say them: 户籍人口13.2万, 一年净收入六万八, 居全省第三."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

_BETWEEN = re.compile(
    r"(?:总?共|一共|总数|总量|数量|规模|人数|接近|左右|[已达到近超过逾约为是有至了的突破仅只就不足将才也还升降涨跌增减回落恢复])*$"
)
"""What may stand between a noun and its number."""
_ENDED = re.compile(r"[余多]?(?:左右|上下|以上)?(?:$|[，。；、！？：）”\n])")
_LARGE = re.compile(r"[0-9０-９一二两三四五六七八九][余多几来]?[十百千万亿]+[余多几来零一二两三四五六七八九]*$")
_SPELLED = re.compile(r"[一二两三四五六七八九][十百千万亿]")
_PLACED = re.compile(r"(?:[居列排位]|排名|位次|[升跃降退滑进][居至到升]|[由从])[\u4e00-\u9fff、0-9]{0,14}$")
_AFTER_PLACE = re.compile(r"$|[，。；、！？：）和跃升降退进滑\n]")
_VAGUE = frozenset({"出"})
"""Words of spending that stand before other numbers, too (比去年多出71万)."""
_REACH = 12

Place = Literal["before", "after"]


@cache
def _counted(place: Place) -> tuple[dict[str, str], re.Pattern[str]]:
    """Words for what is counted, with the unit that they stand for."""
    units: dict[str, str] = {}
    for line in (Path(__file__).parent / "data" / "counted.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            where, unit, words = line.split("\t")
            if where == place:
                units |= dict.fromkeys(words.split(), unit)
    longest_first = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    return units, re.compile(
        rf"(?:{longest_first})$" if place == "before" else rf"[^的楼层位名个\W]{{0,2}}?({longest_first})"
    )


def implied_unit(text: str, start: int, end: int) -> str:
    """The unit of the numeral ``text[start:end]``, which has none: 元, 人, 人次 or 户; empty where nothing tells it."""
    written, after = text[start:end], text[end : end + 8]
    clause = re.split(r"[，。；！？：、“”（）\s]", text[max(0, start - _REACH) : start])[-1]
    if _LARGE.search(written):
        units, nouns = _counted("after")
        if noun := nouns.match(after):
            return units[noun[1]]
    if not _ENDED.match(after):
        return ""
    units, nouns = _counted("before")
    if not (noun := nouns.search(clause) or nouns.search(_BETWEEN.sub("", clause))):
        return ""
    unit = units[noun.group()]
    is_sum = _LARGE.search(written) and (_SPELLED.search(written) or noun.group() not in _VAGUE)
    return unit if unit != "元" or is_sum else ""


def is_rank(text: str, start: int, end: int) -> bool:
    """Whether the ordinal ``text[start:end]`` says which place something takes: 居全省第三, 排名第八."""
    clause = re.split(r"[，。；！？：\s]", text[max(0, start - 16) : start])[-1]
    return bool(_PLACED.search(clause) and _AFTER_PLACE.match(text[end : end + 1]))
