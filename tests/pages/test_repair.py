"""Paragraphs that a break has cut, and the offsets that every repair keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import Span
from wlgraph.pages import read_text
from wlgraph.pages.repair import continues, join
from wlgraph.pages.strand import Strand


@pytest.mark.parametrize(
    ("left", "right", "joined", "repeated"),
    [
        ("完成流体模拟工作，投入生", "产。", "完成流体模拟工作，投入生产。", ""),
        ("居民人均可支配收入", "分别为31860元。", "居民人均可支配收入分别为31860元。", ""),
        ("还获得‘CC-", "MT2024春燕奖’。", "还获得‘CC-MT2024春燕奖’。", ""),
        ("统一建设4层标准厂房。", "房，以引进企业为主。", "统一建设4层标准厂房，以引进企业为主。", "房"),
        ("上墩村党支部书记", "记高云说，水清了。", "上墩村党支部书记高云说，水清了。", "记"),
        ("认领了其中的4000吨库容。", "吨库容。", "认领了其中的4000吨库容。", "吨库容。"),
        ("离Ⅳ类水仍有距离，", "离Ⅳ类水仍有距离，年内治完。", "离Ⅳ类水仍有距离，年内治完。", "离Ⅳ类水仍有距离，"),
        ("他们天", "天练兵。", "他们天天练兵。", ""),
        ("销往Wish、New", "Balance等品牌。", "销往Wish、New Balance等品牌。", ""),
    ],
)
def test_joined(left: str, right: str, joined: str, repeated: str) -> None:
    page = f"{left}\n\n{right}"
    a, b = Strand.of(page, Span(0, len(left))), Strand.of(page, Span(len(left) + 2, len(page)))
    assert continues(a, b)
    joint = join(a, b)
    assert (joint.strand.text, joint.repeated) == (joined, repeated)
    assert_spelled(joint.strand, page)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("水清了。", "人来了。"),
        ("他说：“水清了。”", "人来了。"),
        ("水清了（图见右）", "人来了。"),
        ("名单如下：", "一、王一。"),
    ],
)
def test_a_finished_paragraph_is_left_alone(left: str, right: str) -> None:
    assert not continues(Strand.made(left), Strand.made(right))


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "",
            "## 泵业小城迎来新军",
            "三家企业同日投产",
            "本报讯（记者 王 一 通讯员李明）昨天，滨海镇的智能车间投",
            "产。",
            "本报讯 昨天，水清了。（下转第三版）",
            "本报记者 陈可 文/摄",
            "　　会议指出，要统一建设标准厂房。",
            "房，以引进企业为主。",
            "工作。",
            "图为工人在装配水泵。",
            "镇长王海说，“水清了，人就来了",
            "店就开了。”（记者 陈可）",
            "讲文明 树新风",
            "市文明办 宣",
            "（上接第一版）全市出口增长两成，",
            "记者 李明 摄",
            "责编 林敏 版式 江蓉",
        ]
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_every_character_stands_where_its_offset_says(lines: list[str], end: str) -> None:
    page = end.join(lines)
    for article in read_text("p.txt", page).articles:
        assert_spelled(Strand(article.text, article.offsets), page)
        assert len({o for o in article.offsets if o >= 0}) == sum(o >= 0 for o in article.offsets)
        edges = [edge for b in article.blocks for edge in (b.span.start, b.span.end)]
        assert edges == sorted(edges)
        bylines = [b.span for b in article.blocks if b.kind == "byline"]
        assert not any(s.overlaps(b) for s in article.sentences for b in bylines)
        blocks = [b.span for b in article.blocks if b.kind != "byline"]
        assert all(any(b.covers(s) for b in blocks) for s in article.sentences)


def assert_spelled(strand: Strand, page: str) -> None:
    """Each character other than white space equals the page's character at its offset."""
    assert len(strand.text) == len(strand.offsets)
    assert all(c.isspace() or page[o] == c for c, o in zip(strand.text, strand.offsets, strict=True))
    assert all(o >= 0 or c.isspace() for c, o in zip(strand.text, strand.offsets, strict=True))
