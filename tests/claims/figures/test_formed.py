"""The figures of forms: lines of labelled values, and what each is about."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import page_of
from wlgraph.claims.figures import read_forms
from wlgraph.claims.state import state

Told = tuple[str, str, str, str, str]


def told(marked: str) -> set[Told]:
    page = page_of(marked)
    names = {r.id: r.name for r in page.naming.referents}
    return {
        (names[f.observed], f.indicator, f.value, f.unit, f.modality) for f in read_forms(page.reading, page.naming)
    }


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        (
            "1.【2019-12号地块|Infrastructure】\n位置：【大溪镇|Town】；面积：2860.5平方米；起始价：735万元；投资强度：不低于180万元/亩。",
            {
                ("2019-12号地块", "面积", "2860.5", "平方米", "actual"),
                ("2019-12号地块", "起始价", "7350000", "元", "actual"),
                ("2019-12号地块", "投资强度", "1800000", "元/亩", "target"),
            },
        ),
        (
            "【2023-22号地块|Infrastructure】　用途：工业　面积：33268平方米　成交价：1198万元　受让人：【海棠泵业|Company】",
            {
                ("2023-22号地块", "面积", "33268", "平方米", "actual"),
                ("2023-22号地块", "成交价", "11980000", "元", "actual"),
            },
        ),
        (
            "项目名称：【海棠泵业扩建项目|Project】\n建设地点：【大溪镇|Town】　总投资：1.2亿元　联系电话：0576-86001234",
            {("海棠泵业扩建项目", "总投资", "120000000", "元", "actual")},
        ),
        ("【林则安|Person】说：去年产值：12亿元，今年更多。", set()),
        ("面积：2860.5平方米；起始价：735万元。", set()),
    ],
)
def test_forms(lines: str, figures: set[Told]) -> None:
    assert told(lines) == figures


def test_a_number_of_a_form_is_told_once() -> None:
    page = page_of("1.【2019-12号地块|Infrastructure】\n位置：【大溪镇|Town】；面积：2860.5平方米；起始价：735万元。")
    written = [f.written for f in state(page.reading, page.naming).figures]
    assert sorted(written) == ["2860.5平方米", "735万元"]
