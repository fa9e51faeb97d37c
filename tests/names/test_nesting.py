"""Names within names: what stands at the head of a longer one."""

from __future__ import annotations

import pytest

from tests.names.test_namer import name


@pytest.mark.parametrize(
    ("marked", "nested"),
    [
        ("【大溪镇党委|PublicBody】书记卜思源。", [("大溪镇", "Town")]),
        ("【横峰街道办事处|PublicBody】在【温岭市|AdministrativeArea】。", [("横峰街道", "Town")]),
        ("【温岭大溪镇党委|PublicBody】书记卜思源。", [("温岭", "AdministrativeArea"), ("大溪镇", "Town")]),
        ("【温岭市教育局|PublicBody】发文。", []),
        ("【城东党工委|PublicBody】书记卜思源。", [("城东", "Town")]),
        ("【城东老街|Infrastructure】开街。", []),
        ("【大溪镇|Town】召开会议。", []),
        ("【江海大学流体机械温岭研究院|ResearchBody】揭牌。", [("江海大学", "ResearchBody")]),
        ("【江海大学历史系|ResearchBody】的学生来了。", [("江海大学", "ResearchBody")]),
        ("【东海农业科学院果树研究所|ResearchBody】揭牌。", [("东海农业科学院", "ResearchBody")]),
        ("【江海大学|ResearchBody】教授来访。", []),
        ("【青禾市公安局滨江分局交警大队|PublicBody】上路执勤。", [("青禾市公安局", "PublicBody")]),
        ("【青禾海事局渡口海事处|PublicBody】上船检查。", []),
        ("【青禾县人民法院民事审判第二庭|PublicBody】开庭。", [("青禾县人民法院", "PublicBody")]),
        ("【青禾县教育局|PublicBody】发文。", []),
        ("【松月泵业有限公司滨江分公司|Company】成立。", [("松月泵业有限公司", "Company")]),
        ("【鹭衡泵业有限公司|Company】投产。", []),
    ],
)
def test_the_place_or_body_at_a_names_head_is_a_name_too(marked: str, nested: list[tuple[str, str]]) -> None:
    found = name(marked)
    assert [(m.text, m.leaf) for m in found.mentions if m.kind == "nested"] == nested
    assert {m.referent for m in found.mentions} <= {r.id for r in found.referents}


def test_namesakes_of_two_articles_are_two_referents() -> None:
    found = name("【卜思源|Official】说。【卜思源|Official】走了。", "村民【卜思源|Official】说。")
    first, again, other = (m.referent for m in found.mentions if m.text == "卜思源")
    assert first == again != other


@pytest.mark.parametrize("words", ["浦口镇的书记也叫", "那边的厂长同样叫"])
def test_someone_who_bears_the_name_too_is_another(words: str) -> None:
    found = name(f"【卜思源|Official】来了。{words}【卜思源|Official】。【卜思源|Official】走了。")
    first, other, again = (m.referent for m in found.mentions if m.text == "卜思源")
    assert first == again != other
    assert {r.name for r in found.referents if r.id in (first, other)} == {"卜思源"}
