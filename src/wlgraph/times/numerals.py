"""Chinese and Arabic numerals to decimals: 一百二十万, 3.16亿, 12,500, 两成三, 百分之八, 七八百, 3万至5万."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Literal

from wlgraph.model import Record, Span

Form = Literal["cardinal", "percent", "permille"]

DIGITS = dict(zip("零〇○Ｏ一二两三四五六七八九", (0, 0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
DIGITS |= {"俩": 2, "仨": 3, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}

_D = "一二两三四五六七八九"
_ARABIC = r"[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?"
_HAN = "[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:点[零〇一二三四五六七八九]+)?"
_MORE = "[余多几来]"
_ONE = rf"(?:{_ARABIC}(?:{_MORE}?[十百千]?{_MORE}?[万亿]{{1,2}}|{_MORE}?[百千])?[余多几]?|{_HAN}{_MORE}?[百千万亿]{{0,2}}[余多]?)"
_TO = r"\s*(?:[-－—~～–]{1,2}|至|到)\s*"
_NOT_INSIDE = r"(?<![0-9０-９A-Za-z.．])"

NUMERAL = re.compile(
    rf"(?P<parts>(?P<base>[百千万])分之(?P<of>{_ARABIC}|{_HAN})(?:{_TO}(?:[百千]分之)?(?P<of2>{_ARABIC}|{_HAN}))?)"
    rf"|(?P<fraction>(?P<below>{_HAN})分之(?P<above>{_HAN}))"
    rf"|(?P<tenths>(?P<tenth>[{_D}]{{1,2}}|十)成(?P<hundredth>[{_D}](?![{_D}十百千万0-9]))?(?P<half>半)?(?![{_D}]?(?:立|员(?!工)|果|为|本|功|长|都|了|品|交|人|熟|年|绩|就|套|群|分|果|色|型|份|千|双|片|语)))"
    rf"|(?P<whole>一半|半数|过半)"
    rf"|{_NOT_INSIDE}(?P<from>{_ONE})(?P<frompct>[%％])?{_TO}(?P<to>{_ONE})(?![0-9０-９])"
    rf"|{_NOT_INSIDE}(?P<one>{_ONE})"
)


class Numeral(Record, frozen=True, kw_only=True):
    """A number as it stands in a text.

    ``value`` is the number itself, or the lower end of a range; ``lower`` and ``upper`` are set for ranges
    (3至5, 七八百). ``more`` says that the writer adds an unknown rest (20多, 3000余万). A "percent" counts hundredths
    (三成 is 30), a "permille" thousandths.
    """

    span: Span
    text: str
    value: Decimal
    form: Form = "cardinal"
    lower: Decimal | None = None
    upper: Decimal | None = None
    more: bool = False


def parse_numeral(text: str) -> Decimal | None:
    """The value of one plain numeral (3.16亿, 一百二十万, 两千零五, 二〇一八), or None where it is none."""
    text = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    text = re.sub(_MORE, "", text)
    if m := re.fullmatch(r"(\d+(?:\.\d+)?)([十百千万亿]*)", text):
        value = Decimal(m[1])
        for unit in m[2]:
            value *= LARGE.get(unit) or SMALL[unit]
        return value
    before, _, part = text.partition("点")
    whole = _han(before)
    if whole is None or not part:
        return whole
    scale = Decimal(1)
    while part and part[-1] in LARGE:
        scale *= LARGE[part[-1]]
        part = part[:-1]
    return (whole + Decimal("0." + "".join(str(DIGITS[c]) for c in part if c in DIGITS))) * scale


def _han(text: str) -> Decimal | None:
    """A whole Chinese numeral; 三万二 counts thousands, 一百五 tens, 二〇一八 is read digit by digit."""
    if not text or any(c not in DIGITS and c not in SMALL and c not in LARGE for c in text):
        return None
    if all(c in DIGITS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    total = section = Decimal(0)
    digit: int | None = None
    last = Decimal(1)
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
            last = Decimal(10) if digit == 0 else last
        elif c in SMALL:
            section += Decimal(1 if digit is None else digit) * SMALL[c]
            digit, last = None, Decimal(SMALL[c])
        else:
            section += Decimal(digit or 0)
            if c == "亿":
                total = (total + section) * LARGE[c]
            else:
                total += section * LARGE[c]
            section, digit, last = Decimal(0), None, LARGE[c]
    if digit is not None:
        section += digit * (last / 10 if last >= 100 else 1)
    return total + section


_APPROXIMATE = re.compile(rf"(?P<head>[{_D}]?十?)(?P<a>[{_D}])(?P<b>[{_D}])(?P<tail>[十百千万亿]*)")


def _adjacent(text: str) -> tuple[Decimal, Decimal] | None:
    """The ends of 七八百, 三四十万, 十五六: two neighbouring digits that mean about."""
    m = _APPROXIMATE.fullmatch(text)
    if not m or DIGITS[m["b"]] - DIGITS[m["a"]] != 1 or (m["head"] and not m["head"].endswith("十")):
        return None
    ends = [_han(m["head"] + m[d] + m["tail"]) for d in ("a", "b")]
    return (ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None


def find_numerals(text: str) -> list[Numeral]:
    """All numerals of a text in order, longest reading first; 年 and other units are left to the caller."""
    found = []
    for m in NUMERAL.finditer(text):
        numeral = _numeral(m)
        if numeral is not None:
            found.append(numeral)
    return found


def _numeral(m: re.Match[str]) -> Numeral | None:
    span, written = Span(m.start(), m.end()), m.group()
    if m["whole"]:
        return Numeral(span=span, text=written, value=Decimal(50), form="percent", more=written == "过半")
    for group, read in (("parts", _parts), ("fraction", _fraction), ("tenths", _tenths), ("to", _between)):
        if m[group]:
            return read(m, span, written)
    if near := _adjacent(m["one"]):
        return _range(span, written, *near)
    value = parse_numeral(m["one"])
    if value is None:
        return None
    return Numeral(span=span, text=written, value=value, more=re.search(_MORE, written) is not None)


def _parts(m: re.Match[str], span: Span, written: str) -> Numeral | None:
    low, high = parse_numeral(m["of"]), parse_numeral(m["of2"]) if m["of2"] else None
    scale = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}[m["base"]]
    if low is None:
        return None
    return _range(span, written, low * scale, None if high is None else high * scale, form="percent")


def _fraction(m: re.Match[str], span: Span, written: str) -> Numeral | None:
    above, below = parse_numeral(m["above"]), parse_numeral(m["below"])
    if not above or not below:
        return None
    return Numeral(span=span, text=written, value=round(above / below * 100, 1), form="percent")


def _tenths(m: re.Match[str], span: Span, written: str) -> Numeral | None:
    tenth = m["tenth"]
    if len(tenth) == 2:
        return _range(span, written, Decimal(DIGITS[tenth[0]] * 10), Decimal(DIGITS[tenth[1]] * 10), form="percent")
    value = Decimal(100 if tenth == "十" else DIGITS[tenth] * 10)
    value += DIGITS[m["hundredth"]] if m["hundredth"] else 5 if m["half"] else 0
    return Numeral(span=span, text=written, value=value, form="percent")


def _between(m: re.Match[str], span: Span, written: str) -> Numeral | None:
    low, high = parse_numeral(m["from"]), parse_numeral(m["to"])
    if low is None or high is None:
        return None
    scale = re.search(r"[万亿]+$", m["to"])
    if scale and not re.search(r"[万亿]$", m["from"]) and low < high and low < 10_000:
        scaled = parse_numeral("1" + scale.group())
        low = low * scaled if scaled and low * scaled < high else low
    return _range(span, written, low, high)


def _range(span: Span, text: str, low: Decimal, high: Decimal | None, form: Form = "cardinal") -> Numeral:
    if high is None:
        return Numeral(span=span, text=text, value=low, form=form)
    return Numeral(span=span, text=text, value=low, form=form, lower=low, upper=high)


def plain(value: Decimal) -> str:
    """A decimal in plain notation without trailing zeros: 316000000, 9.6."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
