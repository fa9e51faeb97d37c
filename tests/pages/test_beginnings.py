"""Headings that open an article, and those that do not."""

from __future__ import annotations

import pytest

from wlgraph.pages import read_text

BRIDGE = ("新桥通车", "本报讯（记者 陈可）南山镇的新桥昨天通车，两岸村民往返只要三分钟。")
SCHOOL = "“食堂的饭菜香了。”青禾中学的学生打了满满一盘，学校今年换了六名厨师。"


def headlines(*lines: str, gap: str = "\n") -> list[str]:
    return [a.headline for a in read_text("p.txt", gap.join(lines)).articles]


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        (("青禾中学：", "食堂换了厨师"), "青禾中学： 食堂换了厨师"),
        (("一盘饭菜，", "六名厨师"), "一盘饭菜， 六名厨师"),
        (("【民生】", "食堂换了厨师"), "食堂换了厨师"),
        (("·校园·", "食堂换了厨师"), "食堂换了厨师"),
        (("权威发布", "食堂换了厨师"), "食堂换了厨师"),
    ],
)
def test_a_headline_on_two_lines_and_a_column_name(heading: tuple[str, ...], headline: str) -> None:
    assert headlines(*BRIDGE, *heading, "本报讯（记者 李明）" + SCHOOL) == ["新桥通车", headline]


def test_a_page_without_blank_lines_has_headlines_over_unsigned_leads() -> None:
    assert headlines(*BRIDGE, "食堂换了厨师", SCHOOL, "（王小明）") == ["新桥通车", "食堂换了厨师"]


def test_what_follows_a_signature_is_another_article() -> None:
    page = (BRIDGE[0], BRIDGE[1].replace("（记者 陈可）", ""), "（记者 陈可）", "食堂换了厨师", SCHOOL)
    assert headlines(*page, gap="\n\n") == ["新桥通车", "食堂换了厨师"]


def test_a_subhead_of_the_same_matter_opens_none() -> None:
    page = (*BRIDGE, "三分钟的路", "以前没有新桥，两岸村民往返要绕南山镇走一小时。")
    assert headlines(*page, gap="\n\n") == ["新桥通车"]


@pytest.mark.parametrize("label", ["记者手记", "编者按"])
def test_a_note_stays_in_its_article(label: str) -> None:
    assert headlines(*BRIDGE, label, "通了桥，心就近了。", gap="\n\n") == ["新桥通车"]


def test_a_line_that_explains_the_headline_is_not_dealt_to_another_article() -> None:
    page = ("新桥通车", "——南山镇两岸往返三分钟", "本报记者 陈可", BRIDGE[1][12:], SCHOOL + "（王小明 李四维）")
    assert headlines(*page)[0] == "新桥通车 ——南山镇两岸往返三分钟"


UNSIGNED = ("新桥通车", "南山镇的新桥今早通车，两岸村民往返只要三分钟。")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headlines_of_a_page_that_signs_nothing(gap: str) -> None:
    prose = SCHOOL.replace("青禾", "南山")
    assert headlines(*UNSIGNED, "食堂换了厨师", prose, gap=gap) == ["新桥通车", "食堂换了厨师"]


def test_prose_that_begins_with_its_day_stands_under_a_headline() -> None:
    dated = "5月6日，" + SCHOOL
    assert headlines(*BRIDGE, "总投资高达8亿元 12个项目集中开工", dated, gap="\n\n")[1:] == [
        "总投资高达8亿元 12个项目集中开工"
    ]
