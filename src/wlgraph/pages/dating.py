"""The date of a page: printed in its masthead, or inferred from the days that its articles name."""

from __future__ import annotations

import datetime
import re

_DIGITS = {c: str(i % 10) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_N = r"[\d〇零○Ｏ一二三四五六七八九十]"
_PRINTED = re.compile(rf"(?P<y>{_N}{{4}})\s*年\s*(?P<m>{_N}{{1,3}})\s*月\s*(?P<d>{_N}{{1,3}})\s*日")
_PUT_UP = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
_DAY = re.compile(r"(?<![年\d])(?P<m>1[0-2]|[1-9])月(?P<d>3[01]|[12]\d|[1-9])日")
_MONTH = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)年(?P<m>1[0-2]|[1-9])月")
_YEAR = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)年(?!\d|底|前)")
_PLAN = re.compile(r"(?:[到至在应自从]|计划|预计|力争|拟|定于|[—-]|规划.{0,3}|《[^》]*)$")
_SENTENCE = re.compile(r"[^。！？\n]+")
RECENT_MONTHS = 2
"""A month named with its year tells the year of issue where the page's latest day lies at most so many months on."""


def printed_date(head: str) -> str:
    """The ISO date that a masthead (2014年11月6日 星期四) or a site's line (发布日期：2014-11-06) prints, empty where none."""
    if m := _PRINTED.search(head):
        return _iso(*(_number(m.group(k)) for k in "ymd"))
    m = _PUT_UP.search(head)
    return _iso(*(int(m.group(k)) for k in "ymd")) if m else ""


def inferred_date(text: str) -> str:
    """The ISO date that a page's articles suggest, empty where they do not tell day and year.

    News names days just past, so the page is taken to be of the latest day named without a year. Its year is the one
    named in the same sentence (8月21日，2024年全市政协委员读书会召开), or that of a month shortly before.
    """
    days = [(int(m.group("m")), int(m.group("d"))) for m in _DAY.finditer(text)]
    if not days:
        return ""
    counts = {month: sum(m == month for m, _ in days) for month, _ in days}
    main = max(counts, key=lambda month: (counts[month], month))
    month, day = max(d for d in days if d[0] == main)
    year = _year_beside(text, main) or _year_before(text, main)
    return _iso(year, month, day) if year else ""


def _year_beside(text: str, month: int) -> int:
    """The latest year in a sentence that names a day of the month; 0 where there is none."""
    years = [
        int(y.group("y"))
        for sentence in _SENTENCE.findall(text)
        if any(int(d.group("m")) == month for d in _DAY.finditer(sentence))
        for y in _YEAR.finditer(sentence)
        if not _PLAN.search(sentence[: y.start()])
    ]
    return max(years, default=0)


def _year_before(text: str, month: int) -> int:
    """The year of the latest month that is named with its year, if it lies shortly before the month; otherwise 0."""
    named = [
        (int(m.group("y")), int(m.group("m")))
        for m in _MONTH.finditer(text)
        if not _PLAN.search(text[max(0, m.start() - 8) : m.start()])
    ]
    if not named:
        return 0
    year, last = max(named)
    return year if 0 <= month - last <= RECENT_MONTHS else 0


def _number(words: str) -> int:
    if "十" in words:
        tens, _, ones = words.partition("十")
        return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
    return int("".join(_DIGITS.get(c, c) for c in words))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
