from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.stating import claims_of, figures_of
from wlgraph.claims import state
from wlgraph.claims.corrections import find_corrections
from wlgraph.evaluation.marked import MarkedPage, read_marked


def notice(tmp_path: Path, body: str) -> MarkedPage:
    path = tmp_path / "page.txt"
    head = "@page date=2024-01-19 home=温岭市 publication=温岭日报\n@article\n@headline 更正\n"
    path.write_text(f"{head}@byline reporter= correspondent= photographer=\n{body}\n", "utf-8")
    return read_marked(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("文中“年产值8.6亿元”应为“年产值6.8亿元”，特此更正。", [("年产值8.6亿元", "年产值6.8亿元")]),
        ("“参加学生120人”应为210人。特此更正。", [("参加学生120人", "210人")]),
        ("校长“禹洪图”误为“禹洪涛”，特此致歉。", [("禹洪涛", "禹洪图")]),
        ("“李四”系“李思”之误，特此更正。", [("李四", "李思")]),
        ("“甲厂获奖”一句有误，应为“乙厂获奖”。特此更正。", [("甲厂获奖", "乙厂获奖")]),
        ("“8万亩”系笔误，应为6万亩。", [("8万亩", "6万亩")]),
        ("勘误：校长应为“禹洪图”，原文误作“禹洪涛”。", [("禹洪涛", "禹洪图")]),
        ("更正：参展企业应为86家，误写成68家。", [("68家", "86家")]),
        ("他说，学生应为人正直，误入歧途要回头。", []),
        ("“甲厂”应为“乙厂”，“3家”应为“5家”，特此更正。", [("甲厂", "乙厂"), ("3家", "5家")]),
        ("他说，“为官一任”应为“造福一方”。", []),
        ("文中有误，特此更正。", []),
    ],
)
def test_what_a_notice_calls_wrong_and_right(text: str, found: list[tuple[str, str]]) -> None:
    spans = find_corrections(text)
    assert [(text[c.wrong.start : c.wrong.end], text[c.right.start : c.right.end]) for c in spans] == found


def test_what_is_corrected_is_denied_and_what_is_right_is_stated(tmp_path: Path) -> None:
    marked = notice(
        tmp_path,
        "本报1月12日二版一文中，“【温岭市鹭衡包装有限公司|Company】总经理【卜思源|Official】”应为"
        "“【温岭市鹭恒塑业有限公司|Company】总经理【卜思远|Official】”。特此更正。",
    )
    names = {r.id: r.name for r in marked.naming.referents}
    posts = {(names[c.subject], names[c.object], c.modality) for c in claims_of(marked) if c.predicate == "holdsPostIn"}
    assert posts == {
        ("卜思源", "温岭市鹭衡包装有限公司", "denied"),
        ("卜思远", "温岭市鹭恒塑业有限公司", "stated"),
    }


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("“【白石水库|Infrastructure】灌溉面积18万亩”应为“28万亩”，特此更正。", "280000"),
        ("【白石水库|Infrastructure】“灌溉面积18万亩”应为“灌溉面积28万亩”，特此更正。", "280000"),
    ],
)
def test_the_right_number_takes_the_place_of_the_wrong_one(tmp_path: Path, said: str, value: str) -> None:
    marked = notice(tmp_path, f"本报3月15日二版《山乡通了水泥路》一文中，{said}")
    names = {r.id: r.name for r in marked.naming.referents}
    assert [(names[f.observed], f.indicator, f.value, f.unit) for f in figures_of(marked)] == [
        ("白石水库", "灌溉面积", value, "亩")
    ]


def test_the_seat_of_a_corrected_post_is_taken_back_too(tmp_path: Path) -> None:
    marked = notice(
        tmp_path,
        "本报1月12日二版一文中，“【大溪镇|Town】镇长【卜思源|Official】”应为“【泽国镇|Town】镇长【卜思源|Official】”。特此更正。",
    )
    stating = state(marked.reading, marked.naming)
    names = {r.id: r.name for r in (*marked.naming.referents, *stating.implied)}
    seats = {(names[c.object], c.modality, c.rule) for c in stating.claims if "人民政府" in names[c.object]}
    assert seats == {("大溪镇人民政府", "denied", "correction"), ("泽国镇人民政府", "stated", "seat")}
