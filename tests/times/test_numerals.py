"""Numerals of newspaper Chinese as a table."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.times import find_numerals, parse_numeral, plain


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("一百二十万", "1200000"),
        ("3.16亿", "316000000"),
        ("二十七", "27"),
        ("两", "2"),
        ("１２,500", "12500"),
        ("1,234.5", "1234.5"),
        ("三万二", "32000"),
        ("一千五", "1500"),
        ("一千五百", "1500"),
        ("两千零五", "2005"),
        ("一万零三百", "10300"),
        ("二〇一八", "2018"),
        ("一亿二千万", "120000000"),
        ("三点五万", "35000"),
        ("5千万", "50000000"),
        ("百万", "1000000"),
        ("十", "10"),
        ("2.5万亿", "2500000000000"),
        ("222395", "222395"),
    ],
)
def test_cardinals(written: str, value: str) -> None:
    (found,) = find_numerals(written)
    assert (found.text, plain(found.value), found.form, found.more) == (written, value, "cardinal", False)
    assert parse_numeral(written) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "value"),
    [("三成", "30"), ("两成三", "23"), ("三成半", "35"), ("百分之八点五", "8.5"), ("百分之30", "30"), ("千分之八", "0.8"),
     ("三分之一", "33.3"), ("四分之三", "75"), ("一半", "50")],
)  # fmt: skip
def test_hundredths(written: str, value: str) -> None:
    (found,) = find_numerals(f"占{written}。")
    assert (found.text, plain(found.value), found.form) == (written, value, "percent")


@pytest.mark.parametrize("written", ["3成立", "八成果", "一成员", "三成功"])
def test_no_tenths_in_other_words(written: str) -> None:
    assert [n.form for n in find_numerals(written)] == ["cardinal"]


@pytest.mark.parametrize(
    ("written", "lower", "upper"),
    [("3-5", "3", "5"), ("3～5", "3", "5"), ("3万至5万", "30000", "50000"), ("3至5万", "30000", "50000"),
     ("七八百", "700", "800"), ("十五六", "15", "16"), ("三四十万", "300000", "400000"), ("六七成", "60", "70"),
     ("30%到40", "30", "40"), ("百分之三至百分之五", "3", "5")],
)  # fmt: skip
def test_ranges(written: str, lower: str, upper: str) -> None:
    (found,) = find_numerals(written)
    assert found.lower is not None
    assert found.upper is not None
    assert (found.text, plain(found.lower), plain(found.upper)) == (written, lower, upper)
    assert found.value == found.lower


@pytest.mark.parametrize(
    ("written", "value"),
    [("220余万", "2200000"), ("3000多万", "30000000"), ("1亿多", "100000000"), ("20多", "20"), ("千余", "1000"),
     ("十几", "10"), ("10多亿", "1000000000")],
)  # fmt: skip
def test_an_unknown_rest(written: str, value: str) -> None:
    (found,) = find_numerals(written + "元")
    assert (found.text, plain(found.value), found.more) == (written, value, True)


@pytest.mark.parametrize("written", ["CK6132", "没有数", "VOC20"])
def test_no_numeral(written: str) -> None:
    assert find_numerals(written) == []


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_read_back(number: int) -> None:
    assert parse_numeral(str(number)) == number
    assert parse_numeral(f"{number:,}") == number
    assert plain(Decimal(number)) == str(number)


@given(st.text(alphabet="0123456789一二三十百千万亿成分之至-.,%余多年月日半点", max_size=20))
def test_any_text_is_read_without_error(text: str) -> None:
    for found in find_numerals(text):
        assert text[found.span.start : found.span.end] == found.text
