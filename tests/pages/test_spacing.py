"""Blanks that are set between characters, and characters that nobody sees."""

from __future__ import annotations

import pytest

from wlgraph.model import Span
from wlgraph.pages.reading import read_text
from wlgraph.pages.spacing import seen, tightened
from wlgraph.pages.strand import Strand


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("去年 12 月 25 日，产值 3.2 亿元", "去年12月25日，产值3.2亿元"),
        ("投产 LED 灯 300 万只", "投产LED灯300万只"),
        ("产值增长 12% ，税收增长 8.5% 。", "产值增长12%，税收增长8.5%。"),
        ("温 岭 市 召 开 工 业 大 会", "温岭市召开工业大会"),
        (
            "温\u2009岭\u2009市\u2009召\u2009开\u20092\u20090\u20092\u20093\u2009年\u2009大\u2009会",
            "温岭市召开2023年大会",
        ),
        ("林则安 沈岚 于敏", "林则安 沈岚 于敏"),
        ("Made in China 展", "Made in China展"),
        ("没有空白", "没有空白"),
    ],
)
def test_blanks_that_are_no_part_of_the_text(printed: str, read: str) -> None:
    strand = tightened(Strand.of(printed, Span(0, len(printed))))
    assert strand.text == read
    assert "".join(printed[i] for i in strand.offsets) == read


def test_characters_of_no_width_are_left_out() -> None:
    printed = "温岭\u200b市\ufeff泵\u00ad业"
    strand = seen(Strand.of(printed, Span(0, len(printed))))
    assert strand.text == "温岭市泵业"
    assert strand.offsets == (0, 1, 3, 5, 7)


def test_a_sentence_with_characters_of_no_width_stands_in_one_piece() -> None:
    text = "开工\n\n本报讯 昨天，温岭市\u200b泵业大会\u200b召开。\n"
    article = read_text("p.txt", text).articles[0]
    (sentence,) = (s for s in article.sentences if "泵业" in article.text[s.start : s.end])
    (piece,) = article.locate(sentence, text)
    assert text[piece.start : piece.end].endswith("温岭市\u200b泵业大会\u200b召开。")


def test_cells_of_a_table_stay_apart() -> None:
    text = "各镇产值\n\n镇街 产值（亿元） 增长（%）\n青禾镇 12.5 3.1\n松月镇 8.4 2.2\n白石镇 6.3 1.9\n"
    (article,) = read_text("p.txt", text).articles
    (table,) = article.tables
    assert [article.text[c.start : c.end] for c in table.rows[0]] == ["青禾镇", "12.5", "3.1"]


@pytest.mark.parametrize("page", ["\x85\u200b\x85", "\u2028\u00ad\n\u2060", "\u3000\n\ufeff"])
def test_a_page_of_nothing_that_is_seen_has_no_article(page: str) -> None:
    assert read_text("a.txt", page).articles == ()
