"""Posts that are held, over, or not held yet; all names are invented."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import page_of, scene_of
from tests.claims.stating import claims_of
from wlgraph.claims.relations.posts import read_posts

BUREAU, TOWN, FIRM = "【县农业局|PublicBody】", "【大溪镇|Town】", "【海澜泵业|Company】"
HE, SHE = "【林则安|Official】", "【何曼|Official】"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{BUREAU}局长{HE}到村里调研。", {("林则安", "局长", "stated")}),
        (f"{BUREAU}原局长{HE}被立案审查。", {("林则安", "局长", "ended")}),
        (f"{BUREAU}原副局长、总农艺师{HE}被查。", {("林则安", "副局长", "ended"), ("林则安", "总农艺师", "ended")}),
        (
            f"{BUREAU}原局长、【泵业商会|Organization】会长{HE}捐了款。",
            {("林则安", "局长", "ended"), ("林则安", "会长", "stated")},
        ),
        (f"{BUREAU}植保站原站长{HE}收受红包。", {("林则安", "植保站站长", "ended")}),
        (f"{BUREAU}前局长{HE}也来了。", {("林则安", "局长", "ended")}),
        (f"曾任{BUREAU}科长、现任{TOWN}镇长的{HE}说。", {("林则安", "科长", "ended"), ("林则安", "镇长", "stated")}),
        (f"时任{BUREAU}局长的{HE}拍了板。", {("林则安", "局长", "ended")}),
        (f"此前担任{BUREAU}局长的{HE}有话说。", {("林则安", "局长", "ended")}),
        (f"{BUREAU}局长{HE}已于上月离任。", {("林则安", "局长", "ended")}),
        (f"{BUREAU}副局长{HE}落选。", {("林则安", "副局长", "ended")}),
        (f"{BUREAU}副局长{HE}将于明年退休。", {("林则安", "副局长", "stated")}),
        (f"{BUREAU}局长{HE}没有辞职。", {("林则安", "局长", "stated")}),
        (f"{BUREAU}局长{HE}建议，推广申报办法。", {("林则安", "局长", "stated")}),
        (f"今年拆除违建，{BUREAU}局长{HE}主持。", {("林则安", "局长", "stated")}),
        (f"会前，{BUREAU}局长{HE}看了展板。", {("林则安", "局长", "stated")}),
        (f"{FIRM}原料部经理【周亦然|Person】说。", {("周亦然", "原料部经理", "stated")}),
        (f"拟任{TOWN}镇长的人选是现任{BUREAU}副局长{HE}。", {("林则安", "副局长", "stated")}),
        (f"拟任命{SHE}为{TOWN}副镇长。", {("何曼", "副镇长", "proposed")}),
        (f"{SHE}将出任{TOWN}镇长。", {("何曼", "镇长", "proposed")}),
        (
            f"{SHE}，女，现任{BUREAU}副局长，拟转任{TOWN}镇长。",
            {("何曼", "副局长", "stated"), ("何曼", "镇长", "proposed")},
        ),
    ],
)
def test_the_tense_of_a_title(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    scene = scene_of(sentence)
    names = {r.id: r.name for r in scene.referents.values()}
    read = {(names[p], h.title, h.modality) for (p, _), hits in read_posts(scene).all_of.items() for h in hits}
    assert read == expected


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        (f"【周亦然|Person】曾在{FIRM}当学徒。", "ended"),
        (f"【周亦然|Person】原是{FIRM}的焊工。", "ended"),
        (f"新来的书记是从{BUREAU}调来的{HE}。", "ended"),
        (f"建议任命{HE}为{BUREAU}领导成员。", "proposed"),
        (f"{FIRM}的【周亦然|Person】曾经养过鱼。", "stated"),
    ],
)
def test_the_tense_of_a_post_without_a_title(sentence: str, modality: str) -> None:
    assert {c.modality for c in claims_of(page_of(sentence)) if c.predicate == "holdsPostIn"} <= {modality}
