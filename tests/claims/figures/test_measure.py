"""Figures of whole articles: invented names, sentences of the genre."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.claims.stating import figures_of
from wlgraph.claims.figures.indicators import compared
from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.model import Figure

HEAD = "@page publication=岭上日报 home=温岭市 date=2024-08-22\n@article\n@headline 短讯\n@byline reporter=甲 correspondent= photographer=\n"


def page(tmp_path: Path, body: str) -> MarkedPage:
    path = tmp_path / "page.txt"
    path.write_text(HEAD + body + "\n", "utf-8")
    return read_marked(path)


def figures(tmp_path: Path, body: str) -> list[tuple[str, Figure]]:
    read = page(tmp_path, body)
    names = {r.id: r.name for r in read.naming.referents}
    return [(names[f.observed], f) for f in figures_of(read)]


PROJECT = "本报讯 近日，【青屿智造产业园项目|Project】正式开工。该项目总投资6.5亿元，占地116亩，总建筑面积22万平方米。"
COMPANY = "【温岭市海棠泵业有限公司|Company】成立多年。去年，公司实现产值3.2亿元，同比增长12.5%。"


@pytest.mark.parametrize(
    ("body", "observed", "word", "value", "unit"),
    [
        (PROJECT, "青屿智造产业园项目", "投资", "650000000", "元"),
        (PROJECT, "青屿智造产业园项目", "占地", "116", "亩"),
        (COMPANY, "温岭市海棠泵业有限公司", "产值", "320000000", "元"),
        (COMPANY, "温岭市海棠泵业有限公司", "增长", "12.5", "%"),
    ],
)
def test_a_clear_subject(  # noqa: PLR0917
    tmp_path: Path, body: str, observed: str, word: str, value: str, unit: str
) -> None:
    found = figures(tmp_path, body)
    assert any((name, f.value, f.unit) == (observed, value, unit) and word in f.indicator for name, f in found), [
        (n, f.indicator, f.value, f.unit) for n, f in found
    ]


def test_last_year_is_the_period(tmp_path: Path) -> None:
    assert {f.period for _, f in figures(tmp_path, COMPANY) if f.unit == "元"} == {"2023"}


def test_the_whole_city_is_the_page_s_home(tmp_path: Path) -> None:
    found = figures(tmp_path, "今年1至6月，全市实现工业增加值98亿元，新增小微企业2834家。")
    assert {name for name, _ in found} == {"温岭市"}
    assert {f.period for _, f in found} == {"2024-01/2024-06"}


def test_lists_told_respectively(tmp_path: Path) -> None:
    body = "【海棠泵业|Company】、【木槿机电|Company】和【石榴电器|Company】出口额分别为5120万美元、4380万美元和2975万美元。"
    found = {f.value: name for name, f in figures(tmp_path, body)}
    assert found == {"51200000": "海棠泵业", "43800000": "木槿机电", "29750000": "石榴电器"}


def test_the_evidence_is_a_sentence_that_holds_the_words(tmp_path: Path) -> None:
    read = page(tmp_path, PROJECT + COMPANY)
    article = read.reading.articles[0]
    found = figures_of(read)
    assert found
    for f in found:
        assert f.sentence in article.sentences
        assert f.written in article.text[f.sentence.start : f.sentence.end]
        assert 0 <= f.confidence <= 1


def test_a_page_without_names_or_numbers(tmp_path: Path) -> None:
    assert figures(tmp_path, "昨天下了一场雨。") == []


def test_it_is_fast(tmp_path: Path) -> None:
    read = page(tmp_path, "\n".join([PROJECT + COMPANY] * 20))
    figures_of(read)
    start = time.process_time()
    figures_of(read)
    assert time.process_time() - start < 2


def test_a_page_that_tells_no_time_gives_a_figure_without_a_period(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    undated = HEAD.replace(" date=2024-08-22", "")
    path.write_text(undated + "【温岭市海棠泵业有限公司|Company】实现产值3.2亿元。\n", "utf-8")
    read = read_marked(path)
    assert [(f.value, f.period) for f in figures_of(read)] == [("320000000", "")]


@pytest.mark.parametrize(
    "body",
    ["棚区里，宽24米、长140米的钢结构大棚目前【我市|AdministrativeArea】有3个。", "这座桥全长120米，宽8米。"],
)
def test_no_county_is_as_wide_as_a_thing_without_a_name(tmp_path: Path, body: str) -> None:
    assert not [(name, f) for name, f in figures(tmp_path, body) if f.unit == "米"]


@pytest.mark.parametrize(
    ("body", "indicators"),
    [
        ("【松园大桥|Infrastructure】宽8米，长300米，明年建成。", ["宽度", "长度"]),
        ("据了解，【松园村蔬菜专业合作社|Company】有46家。", ["数量"]),
    ],
)
def test_an_indicator_is_a_measure(tmp_path: Path, body: str, indicators: list[str]) -> None:
    assert [f.indicator for _, f in figures(tmp_path, body)] == indicators


@pytest.mark.parametrize(
    ("words", "clause", "kind", "whole"),
    [
        ("产值比", "产值比去年同期多出近", "money", "产值增加"),
        ("产值比", "产值比上年下降", "ratio", "产值下降"),
        ("用工较", "用工较上年少", "person", "用工减少"),
        ("占比", "占比比上年高", "ratio", "占比"),
        ("产值", "产值比上年多", "money", "产值"),
        ("对比", "对比", "money", "对比"),
    ],
)
def test_words_that_end_in_a_comparison_get_its_outcome(words: str, clause: str, kind: str, whole: str) -> None:
    assert compared(words, clause, kind) == whole
