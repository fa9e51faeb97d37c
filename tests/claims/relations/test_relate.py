from __future__ import annotations

import pytest

from tests.claims.relations.scenes import page_of
from tests.claims.stating import claims_of
from wlgraph.model import Claim


def claims(marked: str) -> list[tuple[str, str, str, Claim]]:
    page = page_of(marked)
    names = {referent.id: referent.name for referent in page.naming.referents}
    found = claims_of(page)
    return [(names[claim.subject], claim.predicate, names[claim.object], claim) for claim in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("位于【大溪镇|Town】的【浙江海澜星泵业有限公司|Company】昨日投产。", ("浙江海澜星泵业有限公司", "locatedIn", "大溪镇")),
        ("【大溪镇|Town】【沈家岙村|Village】村民忙着采茶。", ("沈家岙村", "partOf", "大溪镇")),
        ("【市经信局|PublicBody】局长【何曼|Official】到场讲话。", ("何曼", "holdsPostIn", "市经信局")),
        ("【浙江海澜星泵业有限公司|Company】总经理【林则安|Person】说，订单很多。", ("林则安", "holdsPostIn", "浙江海澜星泵业有限公司")),
        ("【浙江海澜星泵业有限公司|Company】主要生产【潜水泵|Product】。", ("浙江海澜星泵业有限公司", "produces", "潜水泵")),
        ("【海澜星泵业|Company】荣获【市长质量奖|Recognition】。", ("海澜星泵业", "received", "市长质量奖")),
        ("【川海路改造工程|Project】由【砺恒建设有限公司|Company】承建。", ("砺恒建设有限公司", "undertakes", "川海路改造工程")),
        ("【全市强工大会|Event】召开，【何曼|Official】主持会议。", ("何曼", "chaired", "全市强工大会")),
        ("【海澜星泵业|Company】与【江海大学|ResearchBody】签订合作协议。", ("海澜星泵业", "cooperatesWith", "江海大学")),
        ("【市经信局|PublicBody】印发【《强企办法》|Policy】。", ("市经信局", "administers", "《强企办法》")),
    ],
)  # fmt: skip
def test_relate_claims(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in {found[:3] for found in claims(sentence)}


@pytest.mark.parametrize(
    ("sentence", "person", "seat", "role"),
    [
        ("【市委|PublicBody|温岭市委】副书记、市长【林则安|Official】出席。", "林则安", "温岭市", "市长"),
        ("【市委|PublicBody|温岭市委】副书记、市长【林则安|Official】出席。", "林则安", "温岭市委", "副书记"),
        ("【莲花县|AdministrativeArea】来客到访，县长【何曼|Official】介绍了情况。", "何曼", "莲花县", "县长"),
        (
            "【海澜星泵业|Company】是老厂。昨天在【大溪镇|Town】，董事长【周亦然|Person】说，公司要扩产。",
            "周亦然",
            "海澜星泵业",
            "董事长",
        ),
        ("【下岸村|Village】党支部书记【陈阿土|Official】带头干。", "陈阿土", "下岸村", "党支部书记"),
    ],
)
def test_posts_have_role_and_seat(sentence: str, person: str, seat: str, role: str) -> None:
    posts = {(s, o, claim.role) for s, p, o, claim in claims(sentence) if p == "holdsPostIn"}
    assert (person, seat, role) in posts


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("【海澜集团|Company】收购【砺恒数控|Company】。", "stated"),
        ("【海澜集团|Company】拟收购【砺恒数控|Company】。", "planned"),
        ("坊间曾传言【海澜集团|Company】将收购【砺恒数控|Company】。对此，公司明确否认。", "denied"),
        ("此前市场传闻的“【海澜集团|Company】入股【砺恒数控|Company】”并不属实。", "denied"),
        ("网传【海澜集团|Company】收购【砺恒数控|Company】。", "proposed"),
        ("传闻得到证实：【海澜集团|Company】收购【砺恒数控|Company】。", "stated"),
    ],
)
def test_a_rumour_is_no_fact(text: str, modality: str) -> None:
    assert {claim.modality for _, predicate, _, claim in claims(text) if predicate == "holdsShareIn"} == {modality}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("【海澜星泵业|Company】荣获【市长质量奖|Recognition】。", "stated"),
        ("原【市经信局|PublicBody】局长【何曼|Official】回忆往事。", "ended"),
        ("【何曼|Official】拟任【市经信局|PublicBody】局长。", "proposed"),
        ("【川海路改造工程|Project】预计由【砺恒建设有限公司|Company】承建。", "planned"),
    ],
)
def test_what_is_not_a_fact_is_not_stated(sentence: str, modality: str) -> None:
    found = claims(sentence)
    assert found
    assert {claim.modality for *_, claim in found} == {modality}


@pytest.mark.parametrize("told", ["未出席会议", "因病未能参加", "没有参加", "缺席会议", "因公请假"])
def test_who_was_absent_did_not_attend_and_keeps_the_post(told: str) -> None:
    page = (
        "【全市强工大会|Event】召开，【市经信局|PublicBody】局长【何曼|Official】出席，【大溪镇|Town】镇长【林则安|Official】"
        + told
        + "。"
    )
    found = [f for f in claims(page) if f[0] == "林则安"]
    assert {f[3].modality for f in found if f[1] == "attended"} <= {"denied"}
    assert {f[3].modality for f in found if f[1] == "holdsPostIn"} == {"stated"}
    assert {f[3].modality for f in claims(page) if f[0] == "何曼"} == {"stated"}


def test_a_removal_is_a_claim_of_its_own() -> None:
    found = claims("会议免去【何曼|Official】的【市经信局|PublicBody】局长职务。")
    assert ("何曼", "removedFrom", "市经信局") in {f[:3] for f in found}
    assert all(claim.modality != "stated" for _, predicate, _, claim in found if predicate == "holdsPostIn")


def test_evidence_lies_in_the_article_and_confidence_is_a_probability() -> None:
    page = page_of("【海澜星泵业|Company】荣获【市长质量奖|Recognition】。它位于【大溪镇|Town】。")
    made = claims_of(page)
    assert made
    for claim in made:
        assert claim.sentence in page.reading.articles[0].sentences
        assert 0 < claim.confidence <= 1


def test_the_speaker_is_kept() -> None:
    found = claims(
        "【市经信局|PublicBody】局长【何曼|Official】说，【海澜星泵业|Company】荣获【市长质量奖|Recognition】。"
    )
    page = page_of(
        "【市经信局|PublicBody】局长【何曼|Official】说，【海澜星泵业|Company】荣获【市长质量奖|Recognition】。"
    )
    names = {referent.id: referent.name for referent in page.naming.referents}
    (claim,) = [c for _, predicate, _, c in found if predicate == "received"]
    assert names[claim.said_by] == "何曼"


@pytest.mark.parametrize(
    "sentence",
    [
        "昨日，【市委|PublicBody|温岭市委】召开学习【全国双创大会|Event】精神专题会，【林则安|Official】出席。",
        "【林则安|Official】、【何曼|Official】参加【市委经济工作会议|Event】精神宣讲。",
        "【市委宣传部|PublicBody】举行【市委全会|Event】精神宣讲会，【林则安|Official】参加。",
    ],
)
def test_who_expounds_a_meeting_neither_held_it_nor_was_there(sentence: str) -> None:
    assert not {predicate for _, predicate, _, _ in claims(sentence)} & {"attended", "organizes", "chaired"}
