"""The date of a page: printed in its masthead, or inferred from the days that its articles name."""

from __future__ import annotations

import datetime
import re
from collections import Counter

_DIGITS = {c: str(i % 10) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_N = r"[\d〇零○Ｏ一二三四五六七八九十]"
_PRINTED = re.compile(rf"(?P<y>{_N}{{4}})\s*年\s*(?P<m>{_N}{{1,3}})\s*月\s*(?P<d>{_N}{{1,3}})\s*日")
_WEEKDAY = re.compile(r"\s*(?:星期|周|礼拜)([一二三四五六日天])")
_DAY = re.compile(r"(?:(?P<y>(?:19|20)\d\d)年)?(?<!\d)(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])日")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")


def printed_date(head: str) -> str:
    """The ISO date that a masthead line prints (2014年11月6日 星期四), empty where it prints none."""
    m = _PRINTED.search(head)
    return _iso(*(_number(m.group(k)) for k in "ymd")) if m else ""


def inferred_date(text: str) -> str:
    """The ISO date that a page's articles suggest, empty where they name no day.

    News names days just past: the page is taken to be of the latest day named without a year, in the latest year that
    the page names with 年 and that is no plan's (a later year named for a goal loses to the one named most).
    """
    days = [(int(m.group("m")), int(m.group("d"))) for m in _DAY.finditer(text) if not m.group("y")]
    years = [int(y) for y in _YEAR.findall(text)]
    if not days or not years:
        return ""
    months = Counter(m for m, _ in days)
    latest = max(months, key=lambda m: (months[m], m))
    near = [day for day in days if (day[0] - latest) % 12 in (0, 1, 11)]
    wraps = {m for m, _ in near} >= {12, 1}
    month, day = max(near, key=lambda md: (md[0] + (12 if wraps and md[0] == 1 else 0), md[1]))
    return _iso(_year(years, text), month, day)


def _year(years: list[int], text: str) -> int:
    """The year of issue: the one after what is spoken of as past (去年, 截至 …), else the one named most."""
    dated = [int(m.group("y")) for m in _DAY.finditer(text) if m.group("y")]
    counts = Counter(years)
    limit = max(dated, default=0)
    likely = [y for y in counts if y >= limit and not re.search(rf"(?:到|至|预计|计划|力争|—|-){y}年", text)]
    return max(likely, default=max(counts, key=lambda y: (counts[y], y)))


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
