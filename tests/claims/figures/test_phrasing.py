"""The words of indicators: which characters around a number tell what it measures."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.figures.test_measure import figures
from wlgraph.claims.figures.phrasing import NAME, NUMBER, OTHER_NUMBER, PLAIN, TIME, Window, kept, words_kept
from wlgraph.training.aligning import align


@pytest.mark.parametrize(
    ("body", "number", "words"),
    [
        ("【海棠泵业有限公司|Company】去年出口额6.1亿元，增长22%。", "22", "出口额增长"),
        ("【海棠泵业有限公司|Company】去年出口额6.1亿元，增长22%。", "610000000", "出口额"),
        ("【青石医院|Organization】新院区设置床位120张。", "120", "床位"),
        ("【青石镇|Town】今年新建农村公路32公里。", "32", "农村公路"),
        ("【岭北水库|Infrastructure】总库容1200万立方米。", "12000000", "总库容"),
    ],
)
def test_what_a_number_measures(tmp_path: Path, body: str, number: str, words: str) -> None:
    assert words in next(f.indicator for _, f in figures(tmp_path, body) if f.value == number)


@pytest.mark.parametrize(
    ("indicator", "text", "number", "spelt"),
    [
        ("出口额增长", "出口额6亿元，增长22%", 10, "出口额增长"),
        ("床位", "设置床位120张", 4, "床位"),
        ("入驻企业", "园区入驻了机械企业32家", 9, "入驻企业"),
        ("利润", "园区入驻企业32家", 6, ""),
    ],
)
def test_an_indicator_is_found_around_its_number(indicator: str, text: str, number: int, spelt: str) -> None:
    kinds = [PLAIN] * number + [NUMBER] * 2 + [PLAIN] * (len(text) - number - 2)
    assert "".join(text[p] for p in sorted(align(indicator, text, kinds, number))) == spelt


@given(st.text("产值出口增长，额", max_size=8), st.text("产值出口增长，额2", max_size=20))
def test_an_alignment_spells_a_part_of_the_indicator_in_order(indicator: str, text: str) -> None:
    kinds = [NUMBER if c == "2" else PLAIN for c in text]
    characters = iter(indicator)
    assert all(text[p] in characters for p in sorted(align(indicator, text, kinds, 0)))


@pytest.mark.parametrize(("logits", "words"), [([2.0, 2.0, -9.0], ""), ([2.0, 2.0, 2.0], "10万")])
def test_another_number_is_kept_whole_or_not_at_all(logits: list[float], words: str) -> None:
    kinds = [OTHER_NUMBER] * 3 + [NUMBER] * 2
    assert kept("10万6家", kinds, [*logits, 2.0, 2.0]) == words


@pytest.mark.parametrize(("logits", "words"), [([-9.0, 2.0, 2.0], "收入"), ([2.0, 2.0, 2.0], "香榧茶收入")])
def test_a_name_is_kept_whole_or_not_at_all(logits: list[float], words: str) -> None:
    kinds = [NAME] * 3 + [PLAIN] * 2 + [NUMBER] * 2
    assert kept("香榧茶收入3亿", kinds, [*logits, 2.0, 2.0, 2.0, 2.0]) == words


def test_times_and_the_number_are_never_kept() -> None:
    assert kept("去年产值3亿", [TIME, TIME, PLAIN, PLAIN, NUMBER, NUMBER], [2.0] * 6) == "产值"


@pytest.mark.parametrize("source", ["据了解", "据初步统计", "本报讯"])
def test_where_the_news_comes_from_is_never_kept(source: str) -> None:
    assert kept(f"{source}，产值", [PLAIN] * (len(source) + 3), [2.0] * (len(source) + 3)) == "产值"


@pytest.mark.parametrize(
    ("text", "logits", "words"),
    [
        ("新建厂房", [3.0, 3.0, -1.0, 3.0], "新建厂房"),
        ("新建厂房", [3.0, 3.0, -9.0, 3.0], "新建房"),
        ("新建厂房", [0.5, -3.0, -3.0, -3.0], ""),
        ("新建厂房", [-3.0, -3.0, 2.0, 2.0], "厂房"),
        ("建成（区", [3.0, 3.0, 3.0, 3.0], "建成区"),
        ("建（成）区", [3.0] * 5, "建（成）区"),
    ],
)
def test_words_stay_whole(text: str, logits: list[float], words: str) -> None:
    assert kept(text, [PLAIN] * len(text), logits) == words


@pytest.mark.parametrize(("logit", "words"), [(-0.3, "新建厂房"), (-0.8, "新建厂房"), (-2.0, "")])
def test_where_no_words_are_found_less_likely_ones_are(logit: float, words: str) -> None:
    window = Window("新建厂房", [PLAIN] * 4, 1, 0)
    assert words_kept(window, [9.0, *[logit] * 4, 9.0]) == words


def test_the_age_of_a_person_is_called_so(tmp_path: Path) -> None:
    ((_, figure),) = figures(tmp_path, "【林则安|Person】今年65岁。")
    assert figure.indicator == "年龄"
