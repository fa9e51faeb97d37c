"""Lines that a page prints around its articles."""

from __future__ import annotations

import pytest

from wlgraph.pages import furniture


@pytest.mark.parametrize(
    ("text", "direction", "number"),
    [
        ("（下转第三版）", "to", "三"),
        ("（上接第一版）", "from", "一"),
        ("（紧接第一版）", "from", "一"),
        ("下转A4版", "to", "A4"),
        ("▶▶下转 4 版", "to", "4"),
        ("（相关报道见3版）", "to", "3"),
        ("（其余8名下转第四版）", "to", "四"),
        ("水清了。（下转第二版）", "to", "二"),
    ],
)
def test_jump_lines(text: str, direction: str, number: str) -> None:
    (mark,) = furniture.find_jumps(text)
    assert (mark.direction, mark.page_number) == (direction, number)


@pytest.mark.parametrize("text", ["工程下转入收尾。", "第三版教材（修订）", "新政2.0版（试行）发布"])
def test_no_jump_lines(text: str) -> None:
    assert furniture.find_jumps(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2014年11月6日 星期四",
        "二〇一四年十一月六日　星期四",
        "今日8版 总第6417期 星期五",
        "农历己亥年三月廿二 市区今天阴有阵雨 15～22℃",
        "国内统一刊号：CN33-0042",
        "QINGHE NEWS",
        "中共青禾县委机关报　青禾县融媒体中心出版",
        "青禾发布 微信公众号",
    ],
)
def test_mastheads(text: str) -> None:
    assert furniture.is_masthead(text)


@pytest.mark.parametrize("text", ["责编 林敏 版式 江蓉", "责任编辑：章文 版式：李冉 校对：毛秋", "值班主任 曹磊"])
def test_staff(text: str) -> None:
    assert furniture.is_staff(text)


@pytest.mark.parametrize(
    "text", ["市融媒体中心 宣", "垃圾分一分 环境美十分 市文明办 宣", "市融媒体中心 市应急管理局 联合发布"]
)
def test_sponsors(text: str) -> None:
    assert furniture.is_sponsor(text)


@pytest.mark.parametrize(
    "text",
    [
        "——2025年1月6日在青禾县第十八届人民代表大会上",
        "编辑部的故事搬上舞台",
        "第三次会议于2012年5月8日决定：",
        "泵业小城迎来新军",
        "5月17日　小雨",
        "市民学堂开讲",
    ],
)
def test_headlines_are_no_furniture(text: str) -> None:
    assert not any(judge(text) for judge in (furniture.is_masthead, furniture.is_staff, furniture.is_sponsor))


@pytest.mark.parametrize("text", ["（全文详见县政府门户网站）", "▶▶▶详见3版"])
def test_teasers(text: str) -> None:
    assert furniture.is_teaser(text)


@pytest.mark.parametrize(("text", "is_one"), [("经济·民生", True), ("乡镇风采 04", True), ("泵业小城迎来新军", False)])
def test_sections(text: str, *, is_one: bool) -> None:
    assert furniture.is_section(text) is is_one
