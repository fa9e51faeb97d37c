"""Find the time expressions of newspaper Chinese and resolve them against the day of the article.

A value is an ISO year, month, date or an interval of two of the same kind (``2019-01/2019-06``), empty where the
expression names no time that can be fixed (近日, 截至目前).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import Literal

from wlgraph.model import Record, Span
from wlgraph.times.calendar import day_of, month_of, month_shift, span_of
from wlgraph.times.numerals import parse_numeral
from wlgraph.times.patterns import TIME
from wlgraph.times.words import (
    ADJACENT_MONTHS,
    FOLLOWING_YEARS,
    HOLIDAYS,
    LANDMARKS,
    NEXT_DAYS,
    RELATIVE_DAYS,
    RELATIVE_SPANS,
    RELATIVE_YEARS,
    SAME_YEARS,
    decade,
    plan,
)

Bound = Literal["at", "since", "until", "before"]


class TimeExpression(Record, frozen=True, kw_only=True):
    """A time expression in a text.

    ``bound`` says how the time limits what is told: at or during it, since it (以来), up to it (截至, 到), before it
    (年底前). ``now`` marks an open expression that means the present (目前, 截至目前, 如今).
    """

    span: Span
    text: str
    value: str
    bound: Bound = "at"
    now: bool = False


_AGAINST = re.compile("(?:比|较|[高低多少好差]于)$")
"""Before a time that something is compared with: 比一季度, 高于年初."""


class _Reader:
    """Reads one text from left to right; an incomplete expression (5月, 同期, 当天) leans on the one before it."""

    def __init__(self, text: str, article_date: str) -> None:
        self.text = text
        self.today = date.fromisoformat(article_date) if len(article_date) == 10 else None
        self.breaks = [m.end() for m in re.finditer(r"[。！？\n]", text)]
        self.sentence = -1
        self.year: int | None = None
        self.month = ""
        self.day = ""
        self.last = ""
        self.main = ""
        self.part = ""

    def read(self) -> list[TimeExpression]:
        found = []
        for m in TIME.finditer(self.text):
            sentence = bisect_right(self.breaks, m.start())
            if sentence != self.sentence:
                self.sentence, self.year, self.month = sentence, None, ""
            value, now = self.resolve(m)
            found.append(
                TimeExpression(span=Span(m.start(), m.end()), text=m.group(), value=value, bound=_bound(m), now=now)
            )
            self.remember(m, value)
        return found

    def remember(self, m: re.Match[str], value: str) -> None:
        first = value.split("/", maxsplit=1)[0]
        if first:
            self.last = value
            if not _AGAINST.search(self.text, max(0, m.start() - 2), m.start()):
                self.main = value
                self.part = value if len(first) >= 7 else self.part
            explicit = m["anyyear"]
            if explicit and re.match(r"\d{4}", first):
                self.year = int(first[:4])
            if len(first) >= 7:
                self.month = value.rsplit("/", maxsplit=1)[-1][:7]
            if len(first) == 10:
                self.day = value.rsplit("/", maxsplit=1)[-1]

    def resolve(self, m: re.Match[str]) -> tuple[str, bool]:
        if m["now"] or m["open"]:
            return "", m["now"] is not None
        value = next((v for step in _STEPS if (v := step(self, m)) is not None), "")
        whole_year = m["relyear"] is not None and len(value) == 4 and RELATIVE_YEARS.get(m["relyear"]) == 0
        if value and (m["since"] or "起") not in ("起", "以后") and (m["plan"] or "/" not in value) and not whole_year:
            value = self._until_today(value.split("/")[0])
        return value, False

    def _until_today(self, value: str) -> str:
        end = self.today.isoformat()[: len(value)] if self.today else ""
        return f"{value}/{end}" if value < end else value

    # steps: each answers for its kind of expression, None where it is another kind

    def fixed(self, m: re.Match[str]) -> str | None:
        """Five-year plans, decades, turning points, spans of years (2015—2022年)."""
        if m["years1"]:
            return f"{_number(m['years1'][:4])}/{_number(m['years2'][:4])}"
        if m["plan"]:
            return plan(m["plan"], m["planedge1"] or m["planedge2"] or "")
        if m["decade"] or m["baredecade"]:
            return decade(m["century"], m["decade"] or m["baredecade"], (m["decadepart"] or "")[:1])
        if m["landmark"]:
            return str(LANDMARKS[m["landmark"]])
        return None

    def relative_span(self, m: re.Match[str]) -> str | None:
        """今明两年, 去冬今春, 今秋."""
        if not m["relspan"]:
            return None
        return span_of(*(str(self.today.year + n) for n in RELATIVE_SPANS[m["relspan"]])) if self.today else ""

    def duration(self, m: re.Match[str]) -> str | None:
        """近三年, 五年来, 三年前, 近半年, 今后五年."""
        count, unit = m["count"] or m["pastcount"], m["countunit"] or m["pastunit"]
        if not count:
            return None
        if self.today is None or count in ("几", "数") or (m["recent"] or "") == "这":
            return ""
        if m["recent"] and m["recent"][:2] in ("今后", "未来", "接下"):
            return f"{self.today.year}/{self.today.year + _number(count)}" if unit == "年" and count != "半" else ""
        ago = (m["ago"] or "").endswith("前")
        if unit == "年" and count != "半":
            start, end = str(self.today.year - _number(count)), str(self.today.year)
        elif unit in ("年", "个月"):
            months = 6 if unit == "年" else _number(count)
            start, end = month_shift(self.today, -months), self.today.isoformat()[:7]
        else:
            days = _number(count) * (1 if unit == "天" else 7)
            start, end = (self.today - timedelta(days=days)).isoformat(), self.today.isoformat()
        return start if ago else f"{start}/{end}"

    def relative_day(self, m: re.Match[str]) -> str | None:
        if m["sameday"]:
            return _day_after(self.day) if self.day and m["sameday"] in NEXT_DAYS else self.day
        if not (m["relday"] or m["week"]):
            return None
        if self.today is None:
            return ""
        if m["week"]:
            return _week(m, self.today)
        day = self.today + timedelta(days=RELATIVE_DAYS[m["relday"]])
        if not m["untilmonth"]:
            return day.isoformat()
        last = _number(m["untilmonth"])
        year = self._end_year(m["untilyear"]) or day.year + (last < day.month)
        return span_of(day.isoformat(), day_of(year, last, _number(m["untilday"])))

    def relative_month(self, m: re.Match[str]) -> str | None:
        if not m["relmonth"]:
            return None
        if self.today is None:
            return ""
        month = month_shift(self.today, {"上": -1, "下": 1}.get(m["relmonth"][0], 0))
        if m["relmonth"][0] == "当" and self.month:
            month = self.month
        if m["relmonthday"]:
            days = [day_of(int(month[:4]), int(month[5:]), _number(m[d])) for d in _MONTH_DAYS if m[d]]
            return span_of(days[0], days[-1])
        return month

    def same_period(self, m: re.Match[str]) -> str | None:
        """去年同期: the period last spoken of, a year earlier; not what it was compared with, nor the year that still runs."""
        if not m["same"]:
            return None
        if not m["anyyear"]:
            return self.last
        year = self.year_of(m)
        if year is None:
            return ""
        unfinished = self.today is not None and self.main == str(self.today.year)
        last = self.part if self.part and unfinished else self.main
        ends = [e for e in last.split("/") if len(e) >= 7]
        return "/".join(str(year) + e[4:] for e in ends) if ends else str(year)

    def year_of(self, m: re.Match[str], month: int | None = None) -> int | None:
        """The year that an expression means; without one of its own the sentence's, then the article's."""
        if m["year"]:
            return _number(m["year"][:4])
        if m["short"]:
            return (2000 if m["short"] < "50" else 1900) + int(m["short"])
        if m["relyear"] in SAME_YEARS:
            last = self.year or (int(self.last[:4]) if self.last else None)
            base = last or (self.today.year if self.today and m["relyear"] == "当年" else None)
            return None if base is None else base + (m["relyear"] in FOLLOWING_YEARS)
        if m["relyear"]:
            return self.today.year + RELATIVE_YEARS[m["relyear"]] if self.today else None
        if self.year is not None or self.today is None:
            return self.year
        return self.today.year - (month is not None and month - self.today.month > 8)

    def within_year(self, m: re.Match[str]) -> str | None:
        """Years and what lies in them: months, days, quarters, halves, beginnings, ends, holidays."""
        month = _number(m["month"]) if m["month"] else None
        year = self.year_of(m, month)
        if year is None:
            return ""
        if month is not None:
            return self._month(m, year, month)
        if m["day0"]:
            return self._bare_day(m, year)
        return self._part(m, year) or self._months(m, year) or str(year)

    def _part(self, m: re.Match[str], year: int) -> str:
        if m["half"]:
            return f"{year}-01/{year}-06" if m["half"].startswith("上") else f"{year}-07/{year}-12"
        if m["holiday"] or m["quoted"]:
            day = f"{year}-{HOLIDAYS[m['holiday'] or m['quoted']]}"
            return f"{day}/{date.fromisoformat(day) + timedelta(days=6)}" if m["golden"] else day
        if m["edge"]:
            return month_of(year, 1 if m["edge"].endswith("初") else 12)
        return ""

    def _months(self, m: re.Match[str], year: int) -> str:
        if m["months1"]:
            first, last = _number(m["months1"]), _number(m["months2"])
        elif m["firstmonths"]:
            first, last = 1, _number(m["firstmonths"])
        elif m["quarters"]:
            first, last = 1, 3 * _number(m["quarters"])
        elif m["adjacent"]:
            first = ADJACENT_MONTHS[m["adjacent"]]
            last = first + 1
        elif m["quarter"] or m["firstquarter"] or m["relquarter"]:
            return self._quarter(m, year)
        else:
            return ""
        if first > last:
            return f"{month_of(year - 1, first)}/{month_of(year, last)}"
        return span_of(month_of(year, first), month_of(year, last))

    def _quarter(self, m: re.Match[str], year: int) -> str:
        number = _number(m["quarter"]) if m["quarter"] else 1
        if m["relquarter"]:
            if self.today is None:
                return ""
            year, number = divmod(self.today.year * 4 + (self.today.month - 1) // 3 - (m["relquarter"][0] == "上"), 4)
            number += 1
        first, last = month_of(year, 3 * number - 2), month_of(year, 3 * number)
        return {"初": first, "末": last}.get(m["quarteredge"] or "", f"{first}/{last}")

    def _month(self, m: re.Match[str], year: int, month: int) -> str:
        end_year = self._end_year(m["dayyear"] or m["monthyear"])
        if not m["day"]:
            if not m["month2"]:
                return month_of(year, month)
            last = _number(m["month2"])
            return f"{month_of(year, month)}/{month_of(end_year or year + (last < month), last)}"
        first = day_of(year, month, _number(m["day"]))
        if not m["endday"]:
            return first
        end_month = _number(m["endmonth"]) if m["endmonth"] else month
        return span_of(first, day_of(end_year or year + (end_month < month), end_month, _number(m["endday"])))

    def _end_year(self, written: str | None) -> int | None:
        if not written:
            return None
        if written in RELATIVE_YEARS:
            return self.today.year + RELATIVE_YEARS[written] if self.today else None
        return _number(written[:4]) if written not in SAME_YEARS else None

    def _bare_day(self, m: re.Match[str], year: int) -> str:
        if self.month:
            year, month = int(self.month[:4]), int(self.month[5:])
        elif self.today:
            told = (
                self.today.isoformat() if _number(m["day0"]) - self.today.day <= _SOON else month_shift(self.today, -1)
            )
            year, month = int(told[:4]), int(told[5:7])
        else:
            return ""
        first = day_of(year, month, _number(m["day0"]))
        return span_of(first, day_of(year, month, _number(m["endday0"]))) if m["endday0"] else first


_MONTH_DAYS = ("relmonthday", "relmonthend")
_SOON = 20
"""How many days ahead a day without a month may lie; one further off was last month's."""
_STEPS = (
    _Reader.fixed,
    _Reader.relative_span,
    _Reader.duration,
    _Reader.relative_day,
    _Reader.relative_month,
    _Reader.same_period,
    _Reader.within_year,
)


def _number(text: str) -> int:
    if text == "正":
        return 1
    value = parse_numeral(text)
    return int(value) if value is not None else 0


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _week(m: re.Match[str], today: date) -> str:
    shift = {"上": -7, "本": 0, "这": 0, "下": 7}[m["week"][0]]
    monday = today - timedelta(days=today.weekday()) + timedelta(days=shift)
    if m["weekday"]:
        return (monday + timedelta(days="一二三四五六日天".index(m["weekday"]) % 7)).isoformat()
    first = monday + timedelta(days=5 if m["weekend"] else 0)
    return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


_UP_TO = ("到", "至", "直到", "截至", "截止", "截至到", "截止到")


def _bound(m: re.Match[str]) -> Bound:
    if m["since"]:
        return "since"
    if m["before"]:
        return "before"
    return "until" if m["lead"] in _UP_TO else "at"


def find_times(text: str, article_date: str = "") -> list[TimeExpression]:
    """All time expressions of a text in order, resolved against an ISO date; without one only full dates resolve."""
    return _Reader(text, article_date).read()


def resolve_time(text: str, article_date: str = "") -> str:
    """The value of the first time expression in ``text``, empty where there is none or it stays open."""
    found = find_times(text, article_date)
    return found[0].value if found else ""
