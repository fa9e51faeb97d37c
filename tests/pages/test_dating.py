"""The date of a page."""

from __future__ import annotations

import pytest

from wlgraph.pages import read_text
from wlgraph.pages.dating import inferred_date, printed_date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2014年11月6日 星期四", "2014-11-06"),
        ("海宁日报　二〇一四年十一月六日　星期四", "2014-11-06"),
        ("2014 年 1 月 26 日", "2014-01-26"),
        ("二○一二年二月二十九日", "2012-02-29"),
        ("2014年2月31日", ""),
        ("总第6417期", ""),
    ],
)
def test_printed(line: str, date: str) -> None:
    assert printed_date(line) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("8月21日，2024年全市政协委员读书会召开。8月20日，水清了。", "2024-08-21"),
        ("会议要求，到2026年产值翻番。2月8日，人来了。公示时间：2022年1月7日。", "2022-02-08"),
        ("到2025年，产值翻番。11月3日，水清了。", ""),
        ("公司2015年3月开工。12月1日，水清了。", ""),
        ("6月25日，水清了。", ""),
        ("2019年，水清了。", ""),
    ],
)
def test_inferred(text: str, date: str) -> None:
    assert inferred_date(text) == date


def test_an_inferred_date_is_noted() -> None:
    reading = read_text("p.txt", "水清了\n\n本报讯（记者李明）2019年6月，治水开始。6月25日，水清了。\n")
    assert (reading.page.date, reading.page.date_source) == ("2019-06-25", "inferred")
    assert [n.code for n in reading.notices] == ["date-inferred"]
