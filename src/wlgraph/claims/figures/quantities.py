"""Find the quantities of a text: a numeral with its unit, how exact it is and how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from wlgraph.claims.figures.implied import implied_unit, is_rank
from wlgraph.model import Precision, Record, Span
from wlgraph.times import Numeral, find_numerals, parse_numeral, plain

Kind = Literal[
    "money", "ratio", "area", "length", "mass", "volume", "energy", "age", "time", "person", "body", "count", "score",
    "rank",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "money", "ratio", "area", "length", "mass", "volume", "energy", "age", "time", "person", "body", "count", "score",
    "rank",
)  # fmt: skip

OVER = re.compile(r"(?:超过?|逾|突破|过|不低于|不少于|高于|多于|大于|至少|最低|不下|高达|起码|以上|上)$")
UNDER = re.compile(
    r"(?:不足|不到|不超过?|低于|少于|小于|最多|最高|至多|未到|不满|(?<![期年时权界有无上下局])限|仅|近|将近|接近)$"
)
ABOUT = re.compile(r"(?:约|大约|约为|左右|大概|估计|差不多|近)$")
AFTER_OVER = re.compile(r"(?:以上|有余|开外|多|余)")
AFTER_UNDER = re.compile(r"(?:以下|以内|之内)")
AFTER_ABOUT = re.compile(r"(?:左右|上下|许)")


_NUMBERED = ("家", "户", "个", "台", "份", "件", "张", "套", "艘", "辆", "架")
"""What is counted off: the 5000th certificate says that there are 5000."""


class Quantity(Record, frozen=True, kw_only=True):
    """A number with its unit: ``value`` (the lower end of a range) in ``unit``, and the words that bound it."""

    span: Span
    numeral: Span
    value: str
    unit: str
    kind: Kind
    precision: Precision = "exact"
    lower: str = ""
    upper: str = ""


@cache
def _units() -> tuple[dict[str, tuple[str, Decimal, Kind]], re.Pattern[str]]:
    table: dict[str, tuple[str, Decimal, Kind]] = {}
    for line in (Path(__file__).parent / "data" / "units.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            written, unit, factor, kind = line.split("\t")
            table[written] = (unit, Decimal(factor), kind)  # type: ignore[assignment]
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, longest_first)))


_BOUNDS = ("money", "area", "mass", "person")
_SORTED = re.compile(
    r"(?:(?:及?以上)的?|的|(?=(?:企业|项目|工程|大户|产业|行业|集群)))"
    r"[^，。；：、\d]{0,14}?(?:达到?|有|共|仅有?|只有|不少于|至少)?\d+(?:余|多)?[家户个名村人]"
)
_IMPLIED: dict[str, Kind] = {"元": "money", "人": "person", "人次": "person", "户": "body"}
_PER = re.compile(
    r"\s*[/／](平方米|立方米|平方公里|千瓦时|公里|小时|分钟|平方|亩|吨|户|人|月|年|天|升|个|件|秒|次|度|公斤|斤|千克|只|株|瓶)"
)
_EACH = re.compile(r"每(平方米|立方米|升)[\u4e00-\u9fff]{0,3}$")
_NOT_UNIT = re.compile(
    r"(?:个性|年级|年代|年货|年轻|人民(?!币)|人工|人才|人气|人均|人大|家庭|家长|家具|家纺|家电(?![商线子镀气瓷磁池力缆机动器])|家乡(?!镇)|起[来步点始重伏身]|例[如行]|列[车为入席出]|担[任当保]|天然|天气|元旦|元素|元宵|元首|"
    r"分之|分成|分别|分布|分管|分局|点[钟半多]|件套|条例|条款|项目|部分|部长|部门|部委|班子|班长|方面|方案|方位|方式|级[以别]|"
    r"名单|名牌|名列|位居(?!民)|位列|位于|口气|道路|号|里[程外屋长]|里路|度假|度过|本土|本地|地区|地方|面积|股份|股权|手机|国道|国家|国内|"
    r"字形|字路|字排|步骤|期工|期项|期间|次性|层层|层次|层级|次日|次年|次会|次全|级领|公里处|米兰|包括|转型|转移|节假|节能|节水|类似|"
    r"口井村|门店|门市|场馆|场地|场所|支部|支行|支队|头雁|头部|顶级|副市|副县|副主|副会|副书|副局|副镇|副总|副院|副校)"
)


def find_quantities(text: str, times: Sequence[Span], names: Sequence[Span]) -> list[Quantity]:
    """The quantities of a text in order, without what stands in a time expression or a name.

    ``times`` and ``names`` are spans of the text. A numeral that lacks its unit takes that of the next one it is
    listed with (3、5和8家).
    """
    taken, named = _covered(text, [*times, *names]), _covered(text, names)
    found: list[Quantity] = []
    numerals = [n for n in find_numerals(text) if not any(taken[n.span.start : n.span.end])]
    for n in numerals:
        if found and n.span.start < found[-1].span.end:
            continue
        quantity = _quantity(text, n, named)
        if quantity is not None and not _sorts(text, quantity):
            found.append(quantity)
    return found


def _sorts(text: str, q: Quantity) -> bool:
    """Whether a bound tells which things are counted behind it (产值超10亿元的企业8家), and nothing of its own."""
    return q.precision == "over" and q.kind in _BOUNDS and _SORTED.match(text, q.span.end) is not None


def _covered(text: str, spans: Sequence[Span]) -> bytearray:
    """For each character of a text whether a span covers it."""
    covered = bytearray(len(text))
    for span in spans:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    return covered


def _quantity(text: str, n: Numeral, named: bytearray) -> Quantity | None:
    ordinal = text[: n.span.start].endswith("第")
    if ordinal and (rank := _rank(text, n)):
        return rank
    if n.form != "cardinal":
        return _made(text, n, n.span, "%", "ratio", Decimal(1), Decimal(0))
    table, units = _units()
    if len(n.text) > 1 and n.text[-1] == "千" and units.match(text, n.span.end - 1):
        n = _in_thousands(n)
    start, end = n.span.start, n.span.end
    m = units.match(text, end + len(text[end:]) - len(text[end:].lstrip(" \u3000")))
    if m is None or _NOT_UNIT.match(text, m.start()) or any(named[m.start() : m.end()]):
        return None if ordinal else _implied(text, n)
    unit, factor, kind = table[m.group()]
    if ordinal and unit not in _NUMBERED:
        return None
    end, extra = m.end(), Decimal(0)
    if m.group() == "个" and (people := re.match(r"人(?![工民才均大口体])|工人|职工|员工", text[end:])):
        unit, kind, end = "人", "person", end + len(people.group())
    elif half := re.match(r"半(小时|钟头|月)?(?=[年月天，。、；的多就]|(?<=[时头月]))", text[end:]):
        extra, end = Decimal("0.5"), end + half.end()
        if half[1]:
            unit, kind = ("个月" if half[1] == "月" else "小时"), "time"
    elif m.group() == "块" and (cents := re.match(r"[一二两三四五六七八九](?=[，。、；”的]|毛)", text[end:])):
        extra, end = (parse_numeral(cents.group()) or Decimal(0)) / 10, end + 1
    elif ratio := _PER.match(text, end):
        unit, end = unit + "/" + ratio[1], ratio.end()
    if kind in ("mass", "count") and (each := _EACH.search(text[max(0, start - 8) : start])):
        unit += "/" + each[1]
    return _made(text, n, Span(start, end), unit, kind, factor, extra)


def _rank(text: str, n: Numeral) -> Quantity | None:
    start, end = n.span.start - 1, n.span.end
    named = re.match(r"[位名](?!市民|党员|学生|同志|工人)", text[end:])
    if not named and not is_rank(text, start, end):
        return None
    span, unit = (Span(start, end + 1), named.group()) if named else (Span(start, end), "位")
    return Quantity(span=span, numeral=n.span, value=plain(n.value), unit=unit, kind="rank")


def _in_thousands(n: Numeral) -> Numeral:
    """The numeral without a last 千 that belongs to its unit: 110千伏."""
    low, high = (v / 1000 if v is not None else None for v in (n.lower, n.upper))
    span = Span(n.span.start, n.span.end - 1)
    return msgspec.structs.replace(n, span=span, text=n.text[:-1], value=n.value / 1000, lower=low, upper=high)


def _implied(text: str, n: Numeral) -> Quantity | None:
    unit = implied_unit(text, n.span.start, n.span.end)
    return _made(text, n, n.span, unit, _IMPLIED[unit], Decimal(1), Decimal(0)) if unit else None


def _made(  # noqa: PLR0917
    text: str, n: Numeral, span: Span, unit: str, kind: Kind, factor: Decimal, extra: Decimal
) -> Quantity:
    ends = [plain(v * factor) if v is not None else "" for v in (n.lower, n.upper)]
    return Quantity(
        span=span,
        numeral=n.span,
        value=plain(n.value * factor + extra),
        unit=unit,
        kind=kind,
        precision=_precision(text, span.start, span.end, n),
        lower=ends[0],
        upper=ends[1],
    )


def _precision(text: str, start: int, end: int, n: Numeral) -> Precision:
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    if n.more or OVER.search(before) or AFTER_OVER.match(after):
        return "over"
    if ABOUT.search(before) and not before.endswith(("将近", "接近")) and not before.endswith("近"):
        return "about"
    if (UNDER.search(before) and not before.endswith("仅")) or AFTER_UNDER.match(after):
        return "under"
    if n.lower is not None or AFTER_ABOUT.match(after):
        return "about"
    return "exact"
