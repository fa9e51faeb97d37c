"""Time expressions of newspaper Chinese against answers found by reasoning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wlgraph.times import find_times, resolve_time
from wlgraph.times.patterns import BEGINNINGS, TIME

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "evaluation"
TABLE = [
    line.split("\t")
    for name in ("expressions.tsv", "county.tsv")
    for line in (HERE / name).read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("written", "day", "value"), TABLE, ids=[f"{r[0]} ({r[1]})" for r in TABLE])
def test_one_expression(written: str, day: str, value: str) -> None:
    found = find_times(f"，{written}，", day)
    assert [(t.text, t.value) for t in found] == [(written, value)]


@pytest.mark.parametrize(
    ("sentence", "day", "values"),
    [
        ("今年上半年产值66亿元，比去年同期增长一成。", "2024-08-22", ["2024-01/2024-06", "2023-01/2023-06"]),
        ("2016年4月开工，9月建成。", "2019-04-26", ["2016-04", "2016-09"]),
        ("2016年4月开工。9月建成。", "2019-04-26", ["2016-04", "2019-09"]),
        ("4月20日开会，23日闭幕。", "2019-04-26", ["2019-04-20", "2019-04-23"]),
        ("2013年3月18日拆除，当天完成。", "2019-04-26", ["2013-03-18", "2013-03-18"]),
        ("2017年投产，当年盈利，次年翻番。", "2019-04-26", ["2017", "2017", "2018"]),
        ("4月20日开会，次日闭幕。", "2019-04-26", ["2019-04-20", "2019-04-21"]),
        ("2017年签约，同年底投产。", "2019-04-26", ["2017", "2017-12"]),
        ("比上年前移两位。3月底前进场", "2019-04-26", ["2018", "2019-03"]),
        (
            "前五个月3亿元，比一季度快，全年要达8亿元。去年同期2亿元。",
            "2024-06-22",
            ["2024-01/2024-05", "2024-01/2024-03", "2024", "2023-01/2023-05"],
        ),
        ("1至4月6件，低于年初的8件，上年同期9件。", "2024-06-22", ["2024-01/2024-04", "2024-01", "2023-01/2023-04"]),
        ("今年完成多少还不知道，去年同期九成。", "2024-06-22", ["2024", "2023"]),
        ("达产后年产值5亿元，投用前年耗电2万度", "2024-06-22", []),
        ("后年产值5亿元，前年才2亿元", "2024-06-22", ["2026", "2022"]),
        ("从2006年的373亿元增加到2011年的676.5亿元", "2012-02-22", ["2006", "2011"]),
    ],
)
def test_expressions_lean_on_the_one_before(sentence: str, day: str, values: list[str]) -> None:
    assert [t.value for t in find_times(sentence, day)] == values


@pytest.mark.parametrize(
    "sentence",
    [
        "共有三家企业，占地五亩。",
        "他今",
        "每月600元",
        "五个人一组",
        "第六届",
        "一年四季常青",
        "温岭日报",
        "月亮很圆",
        "同时下降，及时下达",
        "两千多年前的古人",
        "一周来了三趟",
        "每天22时至次日5时施工",
        "备战“双十一”",
        "1500年历史的古樟",
        "每年冬至后",
        "500亩",
    ],
)
def test_no_time_in_it(sentence: str) -> None:
    assert find_times(sentence, "2019-04-26") == []


def test_without_a_day_only_full_dates_resolve() -> None:
    assert [t.value for t in find_times("去年、2016年4月、昨天、近三年")] == ["", "2016-04", "", ""]


@pytest.mark.parametrize(
    ("written", "bound"),
    [("截至5月底", "until"), ("到2026年", "until"), ("年底前", "before"), ("2015年以来", "since"), ("去年", "at")],
)
def test_bounds(written: str, bound: str) -> None:
    assert [t.bound for t in find_times(written, "2019-04-26")] == [bound]


def test_the_first_expression_counts() -> None:
    assert resolve_time("6月22日至6月25日，全市共出动852人次，今年以来", "2023-06-26") == "2023-06-22/2023-06-25"
    assert resolve_time("没有时间", "2023-06-26") == ""


def test_the_characters_that_may_begin_an_expression_leave_none_out() -> None:
    slow = re.compile(TIME.pattern.removeprefix(f"(?=[{BEGINNINGS}])"))
    assert slow.pattern != TIME.pattern
    for written in [file.read_text("utf-8") for file in (*HERE.glob("*.tsv"), *PAGES.glob("*/pages/*.txt"))]:
        assert [m.span() for m in TIME.finditer(written)] == [m.span() for m in slow.finditer(written)]


@pytest.mark.parametrize("text", ["判决生效后十日内支付", "30日内办结", "15日之内送达"])
def test_a_number_of_days_is_no_date(text: str) -> None:
    assert find_times(text, "2023-12-14") == []
