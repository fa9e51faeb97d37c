"""Posts: sentences with invented persons, and where each title is held."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import scene_of
from wlgraph.claims.relations.posts import read_posts
from wlgraph.claims.relations.scene import Scene


def posts(scene: Scene) -> set[tuple[str, str, str]]:
    names = {r.id: r.name for r in scene.referents.values()} | {"": ""}
    held = read_posts(scene).all_of
    return {(names[p], names[s], h.title) for (p, s), hits in held.items() for h in hits}


@pytest.mark.parametrize(
    ("body", "person", "seat", "title"),
    [
        ("【市经信局|PublicBody|温岭市经信局】局长【何曼|Official】到场。", "何曼", "温岭市经信局", "局长"),
        ("【市公安局|PublicBody|温岭市公安局】长【何曼|Official】到场。", "何曼", "温岭市公安局", "局长"),
        ("【市委|PublicBody|温岭市委】副书记、市长【林则安|Official】讲话。", "林则安", "温岭市委", "副书记"),
        ("【市委|PublicBody|温岭市委】副书记、市长【林则安|Official】讲话。", "林则安", "温岭市", "市长"),
        ("副市长【林则安|Official】说，要抓紧。", "林则安", "温岭市", "副市长"),
        ("【大溪镇|Town】镇长【何曼|Official】说。", "何曼", "大溪镇", "镇长"),
        ("【沈岙村|Village】党支部书记【高云树|Official】说。", "高云树", "沈岙村", "党支部书记"),
        ("【海澜泵业|Company】董事长、总经理【周亦然|Person】说。", "周亦然", "海澜泵业", "总经理"),
        ("副市长【林则安|Official】、【何曼|Official】出席。", "何曼", "温岭市", "副市长"),
        ("【何曼|Official】当选为副市长。", "何曼", "温岭市", "副市长"),
        ("【林则安|Official】、【何曼|Official】当选为副市长。", "林则安", "温岭市", "副市长"),
        ("【何曼|Official】任【市经信局|PublicBody|温岭市经信局】局长。", "何曼", "温岭市经信局", "局长"),
        (
            "【市人大常委会|PublicBody|温岭市人大常委会】主任【林则安|Official】，副主任【何曼|Official】出席。",
            "何曼",
            "温岭市人大常委会",
            "副主任",
        ),
        ("总工程师【周亦然|Person】说。", "周亦然", "", "总工程师"),
        ("【林则安|Official】、【何曼|Official】等市领导参加。", "林则安", "温岭市", "市领导"),
        (
            "【林则安|Official】、【何曼|Official】等5位【市委|PublicBody|温岭市委】常委出席。",
            "何曼",
            "温岭市委",
            "常委",
        ),
        ("【大溪镇人民政府|PublicBody】镇长 【何曼|Official】", "何曼", "大溪镇人民政府", "镇长"),
        ("【泵业协会|Organization】会长【林则安|Person】兼任院长。", "林则安", "泵业协会", "会长"),
        ("【泵业协会|Organization】会长【林则安|Person】兼任院长。", "林则安", "", "院长"),
        ("【泵业研究院|ResearchBody】院长由教授【何曼|Person】担任。", "何曼", "泵业研究院", "院长"),
        ("【泵业研究院|ResearchBody】院长由教授【何曼|Person】担任。", "何曼", "", "教授"),
        ("【市人民法院|PublicBody】书记员【何曼|Official】说。", "何曼", "市人民法院", "书记员"),
        ("我市领导【林则安|Official】、【何曼|Official】陪同。", "何曼", "温岭市", "领导"),
        (
            "免去【何曼|Official】、【林则安|Official】的【市经信局|PublicBody|温岭市经信局】副局长职务。",
            "何曼",
            "温岭市经信局",
            "副局长",
        ),
        ("免去【何曼|Official】的【市经信局|PublicBody|温岭市经信局】局长职务。", "何曼", "温岭市经信局", "局长"),
        (
            "【何曼|Official】因工作调动，辞去【市经信局|PublicBody|温岭市经信局】副局长职务。",
            "何曼",
            "温岭市经信局",
            "副局长",
        ),
        (
            "参会的有【何曼|Official】（【市经信局|PublicBody|温岭市经信局】局长）、许多代表。",
            "何曼",
            "温岭市经信局",
            "局长",
        ),
        (
            "【何曼|Official】，女，1980年5月生，现任【市经信局|PublicBody|温岭市经信局】局长，拟任【大溪镇|Town】党委书记人选。",
            "何曼",
            "大溪镇",
            "党委书记",
        ),
        ("【何曼|Official】同志任【市委|PublicBody|温岭市委】委员、常委、书记。", "何曼", "温岭市委", "书记"),
        ("【江海大学|ResearchBody】的【周亦然|Person】教授带队。", "周亦然", "江海大学", "教授"),
        ("时任【泵业协会|Organization】会长的【林则安|Person】说。", "林则安", "泵业协会", "会长"),
        ("【泵业协会|Organization】会长是【林则安|Person】。", "林则安", "泵业协会", "会长"),
        ("在【大溪镇|Town】，董事长【林则安|Person】说。", "林则安", "", "董事长"),
        ("【何曼|Official】（女）　【大溪镇党委|PublicBody】副书记", "何曼", "大溪镇党委", "副书记"),
        ("见义勇为　【何曼|Official】　【市公安局|PublicBody】民警", "何曼", "市公安局", "民警"),
        (
            "【何曼|Official】（女，【市公安局|PublicBody】民警，入职5年）、【林则安|Person】获奖。",
            "何曼",
            "市公安局",
            "民警",
        ),
        ("【林则安|Person】，男，1979年生，【海棠泵业|Company】高级技师，曾获奖。", "林则安", "海棠泵业", "高级技师"),
        (
            "【何曼|Official】，女，现任【泽国镇党委|PublicBody】委员，拟任【大溪镇党委|PublicBody】副书记，提名为镇长候选人。",
            "何曼",
            "大溪镇党委",
            "镇长",
        ),
        (
            "任命【何曼|Official】为【市水利局|PublicBody】局长，免去其【市商务局|PublicBody】副局长职务；",
            "何曼",
            "市商务局",
            "副局长",
        ),
        ("推荐【林则安|Person】为【海棠泵业|Company】总经理人选；", "林则安", "海棠泵业", "总经理"),
        (
            "【海棠泵业|Company】（国有）\n【林则安|Person】任党委书记、董事长；\n【何曼|Person】任外部董事。",
            "何曼",
            "海棠泵业",
            "外部董事",
        ),
        ("中标人：【海棠建设|Company】，工期90天，项目经理【林则安|Person】", "林则安", "海棠建设", "项目经理"),
        ("【沈岙村|Village】的蝶变离不开驻村第一书记【何曼|Official】。", "何曼", "沈岙村", "驻村第一书记"),
        ("【海棠泵业|Company】正在巡查的班长【林则安|Person】说。", "林则安", "海棠泵业", "班长"),
        ("【沈岙村|Village】修了路。老人听到第一书记【何曼|Official】来了，开门迎接。", "何曼", "沈岙村", "第一书记"),
        ("【沈岙村|Village】增收。村主任【何曼|Official】说。", "何曼", "沈岙村", "村主任"),
        ("项目在【岚川高新区|IndustrialPark】开工，市长【何曼|Official】到场。", "何曼", "温岭市", "市长"),
        ("市领导【林则安|Official】、【何曼|Official】、【高云树|Official】出席。", "高云树", "温岭市", "市领导"),
        (
            "【市委|PublicBody|温岭市委】书记【林则安|Official】到场，市领导【何曼|Official】陪同。",
            "何曼",
            "温岭市",
            "市领导",
        ),
        ("【林则安|Official】在【大溪镇|Town】调研，市长【何曼|Official】陪同。", "何曼", "温岭市", "市长"),
        ("【沈岙村|Village】在村党支部书记【何曼|Official】带领下致富。", "何曼", "沈岙村", "村党支部书记"),
        ("政府副市长【何曼|Official】到会。", "何曼", "温岭市", "副市长"),
        ("市长助理【何曼|Official】到会。", "何曼", "温岭市", "市长助理"),
        ("【月河|Infrastructure】市级河长【何曼|Official】巡河。", "何曼", "温岭市", "市级河长"),
        ("【大溪镇|Town】镇级林长【何曼|Official】巡山。", "何曼", "大溪镇", "镇级林长"),
        ("【市委|PublicBody|温岭市委】书记、总河长【何曼|Official】巡河。", "何曼", "温岭市", "总河长"),
        (
            "【海棠集团|Company】董事长【林则安|Person】、监事会主席【高云树|Person】及副总裁【何曼|Person】出席。",
            "何曼",
            "海棠集团",
            "副总裁",
        ),
        ("【林则安|Person】、【何曼|Person】等11人当选副会长。", "林则安", "", "副会长"),
        (
            "【海棠集团|Company】【林则安|Person】董事长、【高云树|Person】、【何曼|Person】副总经理来访。",
            "高云树",
            "海棠集团",
            "副总经理",
        ),
        ("【市政府|PublicBody|温岭市人民政府】【何曼|Official】常务副市长到会。", "何曼", "温岭市", "常务副市长"),
        (
            "【海棠集团|Company】董事长【林则安|Person】，【市政协|PublicBody|温岭市政协】委员、集团总经理【何曼|Person】到会。",
            "何曼",
            "海棠集团",
            "集团总经理",
        ),
        (
            "【台州市椒江区委|PublicBody】副书记、区长【何曼|Official】到访【椒江区|AdministrativeArea】。",
            "何曼",
            "椒江区",
            "区长",
        ),
        (
            "【台州市椒江区委|PublicBody】书记【林则安|Official】，副区长【何曼|Official】到访。【椒江区|AdministrativeArea】",
            "何曼",
            "椒江区",
            "副区长",
        ),
        ("【泵业协会|Organization】开会。会上，【林则安|Person】当选新一届会长。", "林则安", "泵业协会", "会长"),
        ("【泵业协会|Organization】开会，【林则安|Person】连任会长，【何曼|Person】等8人当选副会长。", "何曼", "泵业协会", "副会长"),
        ("【泵业协会|Organization】开会，【甲泵业|Company】董事长【林则安|Person】成为首任会长。", "林则安", "泵业协会", "会长"),
        ("【泵业协会|Organization】开会，【甲泵业|Company】董事长【林则安|Person】成为首任会长。", "林则安", "甲泵业", "董事长"),
        ("【泵业协会|Organization】在【大溪镇|Town】开会，协会第二届理事会理事长【林则安|Person】致辞。", "林则安", "泵业协会", "理事长"),
        ("【市政协|PublicBody】闭幕。【何曼|Official】当选为副主席。", "何曼", "市政协", "副主席"),
        ("副市长【林则安|Official】、【何曼|Official】，【市政协|PublicBody】副主席、【市工商联|Organization】主席【周亦然|Official】陪同。", "何曼", "温岭市", "副市长"),
        ("【何曼|Official】，【市政协|PublicBody】副主席，生于大溪。", "何曼", "市政协", "副主席"),
        ("【市政协|PublicBody】到会。【市工商联|Organization】换届，【何曼|Person】当选主席。", "何曼", "市工商联", "主席"),
        ("【市水利局|PublicBody】开会。【何曼|Official】当选会长。", "何曼", "", "会长"),
        ("【市人大常委会|PublicBody】开会。【林则安|Official】、【何曼|Official】等常委会领导出席。", "林则安", "市人大常委会", "常委会领导"),
        ("【东海工业园|IndustrialPark】开工。“这是头一家。”管委会副主任【何曼|Official】说。", "何曼", "东海工业园", "管委会副主任"),
    ],
)  # fmt: skip
def test_title_and_seat(body: str, person: str, seat: str, title: str) -> None:
    assert (person, seat, title) in posts(scene_of(body))


@pytest.mark.parametrize(
    ("body", "person", "seat"),
    [
        ("【大溪镇|Town】里，市长【何曼|Official】看望老人。", "何曼", "大溪镇"),
        ("县长【何曼|Official】到会。", "何曼", "温岭市"),
        ("【沈岙村|Village】里，镇长【何曼|Official】看望老人。", "何曼", "沈岙村"),
        ("在【宁波市|AdministrativeArea】，县长【何曼|Official】作推介。", "何曼", "宁波市"),
        ("在【宁波市|AdministrativeArea】一家服装厂当班长的【何曼|Person】回乡。", "何曼", "宁波市"),
        ("【市委|PublicBody|温岭市委】书记【林则安|Official】和村支书【何曼|Official】劳动。", "何曼", "温岭市委"),
        ("【市政协|PublicBody|温岭市政协】委员、【月湖项目|Project】总经理【何曼|Person】。", "何曼", "项目"),
        ("【大溪镇党委|PublicBody】书记【林则安|Official】、村主任【何曼|Official】。", "何曼", "大溪镇党委"),
    ],
)
def test_no_title_is_held_where_its_level_or_its_words_say_otherwise(body: str, person: str, seat: str) -> None:
    assert (person, seat) not in {(p, s) for p, s, _ in posts(scene_of(body)) if p == person}


def test_an_area_that_is_printed_nowhere_has_its_head_in_the_first_word() -> None:
    assert ("林则安", "温岭市", "市长") in posts(scene_of("他走访企业。", headline="市长【林则安|Official】走访企业"))


@pytest.mark.parametrize("before", ["会上，", "【市委|PublicBody】书记【周亦然|Official】到会，"])
def test_a_title_of_an_area_holds_for_all_of_a_list(before: str) -> None:
    scene = scene_of(f"{before}副市长【林则安|Official】、【何曼|Official】发言。")
    names = {r.id: r.name for r in scene.referents.values()}
    held = {names[p]: (h.title, h.directness) for (p, _), hits in read_posts(scene).all_of.items() for h in hits}
    assert (held["林则安"], held["何曼"]) == (("副市长", 4), ("副市长", 4))


def test_the_level_of_a_title_is_not_that_of_another_body() -> None:
    assert ("何曼", "", "副县长") in posts(scene_of("【市委|PublicBody】开会，副县长【何曼|Official】列席。"))


def test_the_steps_of_a_career_end_or_are_proposed() -> None:
    scene = scene_of(
        "【何曼|Official】，女，现任【市经信局|PublicBody】局长，曾任【市商务局|PublicBody】科长，"
        "拟任【大溪镇|Town】党委书记。【林则安|Official】，男，现任【市委|PublicBody】常委。"
    )
    names = {r.id: r.name for r in scene.referents.values()}
    steps = {(names[p], h.title, h.modality) for (p, _), hits in read_posts(scene).all_of.items() for h in hits}
    assert steps == {
        ("何曼", "局长", "stated"),
        ("何曼", "科长", "ended"),
        ("何曼", "党委书记", "proposed"),
        ("林则安", "常委", "stated"),
    }


def test_what_follows_a_step_has_its_tense() -> None:
    scene = scene_of(
        "【何曼|Official】，女，历任【市水利局|PublicBody】干事、科长，【大溪镇|Town】副镇长，现任【市商务局|PublicBody】局长。"
    )
    steps = {(h.title, h.modality) for hits in read_posts(scene).all_of.values() for h in hits}
    assert steps == {("干事", "ended"), ("科长", "ended"), ("副镇长", "ended"), ("局长", "stated")}


def test_a_notice_appoints_and_removes() -> None:
    scene = scene_of("任命【何曼|Official】为【市水利局|PublicBody】局长，免去其【市商务局|PublicBody】副局长职务；")
    steps = {(h.title, h.modality) for hits in read_posts(scene).all_of.values() for h in hits}
    assert steps == {("局长", "stated"), ("副局长", "ended")}


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("【何曼|Official】此前任【市水利局|PublicBody】党组书记、局长。", {("市水利局", "党组书记", "ended"), ("市水利局", "局长", "ended")}),
        ("【何曼|Official】原任【市水利局|PublicBody】局长，现任【市商务局|PublicBody】局长。", {("市水利局", "局长", "ended"), ("市商务局", "局长", "stated")}),
        ("【何曼|Official】历任【市水利局|PublicBody】副局长、【市商务局|PublicBody】局长。", {("市水利局", "副局长", "ended"), ("市商务局", "局长", "ended")}),
        ("【何曼|Official】任【市水利局|PublicBody】局长，不再担任【市商务局|PublicBody】副局长职务。", {("市水利局", "局长", "stated"), ("市商务局", "副局长", "ended")}),
        ("【何曼|Official】由【市水利局|PublicBody】局长调任【大溪镇党委|PublicBody】书记。", {("市水利局", "局长", "ended"), ("大溪镇党委", "书记", "stated")}),
        ("免去【何曼|Official】同志【市水利局|PublicBody】局长、【市商务局|PublicBody】党组书记职务。", {("市水利局", "局长", "ended"), ("市商务局", "党组书记", "ended")}),
        ("宣读关于任命【何曼|Official】为【市水利局|PublicBody】局长的决定。", {("市水利局", "局长", "stated")}),
        ("【何曼|Official】当选【市工商联|Organization】（总商会）新一届主席（会长）。", {("市工商联", "主席", "stated")}),
        ("【沈岙村|Village】党总支原副书记【何曼|Official】违规办酒。", {("沈岙村", "党总支副书记", "ended")}),
    ],
)  # fmt: skip
def test_posts_left_and_taken_up(body: str, held: set[tuple[str, str, str]]) -> None:
    scene = scene_of(body)
    names = {r.id: r.name for r in scene.referents.values()} | {"": ""}
    found = read_posts(scene).all_of.items()
    assert {(names[seat], h.title, h.modality) for (_, seat), hits in found for h in hits} == held


def test_whose_head_of_a_firm_it_is_holds_no_post() -> None:
    assert not posts(scene_of("【周亦然|Person】的厂长，也到场祝贺。"))


@pytest.mark.parametrize("verb", ["代表", "指挥", "领队"])
def test_a_verb_behind_a_name_is_no_title(verb: str) -> None:
    assert not posts(scene_of(f"【周亦然|Person】{verb}全厂出发。"))


@pytest.mark.parametrize("word", ["党员", "人员", "会员", "学员", "官员"])
def test_not_every_word_in_yuan_is_a_post(word: str) -> None:
    assert not posts(scene_of(f"【大溪镇|Town】{word}【周亦然|Person】说。"))


def test_a_title_without_a_person_is_no_post() -> None:
    assert not posts(scene_of("【市经信局|PublicBody】局长说，【海澜泵业|Company】要抓紧。"))
