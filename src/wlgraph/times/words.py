"""What the words of time mean: relative years and days, feasts, five-year plans, decades and turning points."""

from __future__ import annotations

from itertools import pairwise

from wlgraph.times.numerals import DIGITS, parse_numeral

RELATIVE_YEARS = {
    "今年": 0, "今年度": 0, "本年": 0, "本年度": 0, "年内": 0, "全年": 0, "去年": -1, "去年度": -1, "上年": -1,
    "上年度": -1, "上一年": -1, "上一年度": -1, "前年": -2, "大前年": -3, "明年": 1, "来年": 1, "下年度": 1, "后年": 2,
}  # fmt: skip
FOLLOWING_YEARS = ("次年", "翌年", "第二年")
SAME_YEARS = ("当年", "同年", "该年", *FOLLOWING_YEARS)
RELATIVE_SPANS = {
    "今明两年": (0, 1), "去今两年": (-1, 0), "去冬今春": (-1, 0), "今冬明春": (0, 1), "去秋": (-1, -1), "去冬": (-1, -1),
    "今春": (0, 0), "今夏": (0, 0), "今秋": (0, 0), "今冬": (0, 0),
}  # fmt: skip
"""First and last year, counted from the article's."""
RELATIVE_DAYS = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "昨起": -1, "昨": -1,
    "今天": 0, "今日": 0, "今晨": 0, "今晚": 0, "今起": 0, "即日": 0, "明天": 1, "明日": 1, "明起": 1, "明晚": 1, "后天": 2,
    "大后天": 3,
}  # fmt: skip
NEXT_DAYS = ("次日", "翌日")
HOLIDAYS = {
    "元旦": "01-01", "三八节": "03-08", "三八妇女节": "03-08", "妇女节": "03-08", "植树节": "03-12", "五一": "05-01", "劳动节": "05-01",
    "儿童节": "06-01", "六一": "06-01", "建党节": "07-01", "七一": "07-01", "建军节": "08-01", "八一": "08-01", "教师节": "09-10",
    "国庆": "10-01", "十一": "10-01", "双十一": "11-11", "双11": "11-11",
}  # fmt: skip
"""Days of the solar calendar; those of the lunar one move, so they keep the year only."""
QUOTED_ONLY = {"五一", "六一", "七一", "八一", "十一"}
"""Feasts that are numbers outside quotation marks."""
LANDMARKS = {
    "新中国成立": 1949, "改革开放": 1978, "党的十八大": 2012, "党的十九大": 2017, "党的二十大": 2022,
}  # fmt: skip
"""Turning points that newspapers count from."""
CENTURIES = {"上世纪": 1900, "上个世纪": 1900, "本世纪": 2000}

_ORDER = "一二三四五六七八九"
ADJACENT_MONTHS = {a + mark + b: n for n, (a, b) in enumerate(pairwise(_ORDER), 1) for mark in ("", "、")}
ADJACENT_MONTHS |= {f"{n}、{n + 1}": n for n in range(1, 12)}
"""七八(月), 7、8(月): the first of the two months."""


def decade(century: str | None, tens: str, part: str) -> str:
    """The years of 上世纪七八十年代初; without a century it is the twentieth. ``part`` is 初, 中, 末, 后 or empty."""
    start = CENTURIES.get(century or "上世纪") or (_number((century or "")[:-2]) - 1) * 100
    each = [_number(tens)] if tens[0].isdigit() or len(tens) <= 2 else [DIGITS[c] * 10 for c in tens[:-1]]
    first, last = start + each[0], start + each[-1] + 9
    parts = {"初": (first, first + 3), "中": (first + 4, first + 6), "末": (last - 2, last), "后": (last - 4, last)}
    return "/".join(map(str, parts.get(part, (first, last))))


def plan(ordinal: str, edge: str) -> str:
    """The years of a five-year plan, named by its ordinal (十三); ``edge`` is what is said of it: 末, 前三年, 开局之年."""
    start = 1951 + 5 * _number(ordinal)
    if "末" in edge or edge.startswith("收官"):
        return str(start + 4)
    if edge[:1] in ("前", "头"):
        last = start + _number(edge[1]) - 1
        return f"{start}/{last}" if last > start else str(start)
    if edge[:1] == "中":
        return str(start + 2)
    return str(start) if edge[:1] in ("首", "初", "开") else f"{start}/{start + 4}"


def _number(text: str) -> int:
    return int(parse_numeral(text) or 0)
