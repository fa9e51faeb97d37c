"""Claims from sentences with given names: predicates, modality, evidence and qualifiers. All names are invented."""

from __future__ import annotations

import time

import pytest

from tests.claims.relations.scenes import page_of
from tests.claims.stating import claims_of
from wlgraph.evaluation.marked import MarkedPage
from wlgraph.model import Claim


def claims(marked: MarkedPage) -> dict[tuple[str, str, str], Claim]:
    names = {r.id: r.name for r in marked.naming.referents}
    return {(names[c.subject], c.predicate, names[c.object]): c for c in claims_of(marked)}


@pytest.mark.parametrize(
    ("body", "subject", "predicate", "obj"),
    [
        ("【海澜泵业有限公司|Company】位于【大溪镇|Town】。", "海澜泵业有限公司", "locatedIn", "大溪镇"),
        ("记者来到【大溪镇|Town】【沈岙村|Village】采访。", "沈岙村", "partOf", "大溪镇"),
        ("【市经信局|PublicBody|温岭市经信局】局长【何曼|Official】介绍。", "何曼", "holdsPostIn", "温岭市经信局"),
        ("【海澜泵业有限公司|Company】入驻【泽丰小微园|IndustrialPark】。", "海澜泵业有限公司", "tenantOf", "泽丰小微园"),
        ("【海澜泵业有限公司|Company】主要生产【潜水泵|Product】和【螺杆泵|Product】。", "海澜泵业有限公司", "produces", "螺杆泵"),
        ("【海澜泵业有限公司|Company】荣获【市长质量奖|Recognition】。", "海澜泵业有限公司", "received", "市长质量奖"),
        ("【市经信局|PublicBody】印发【《强企办法》|Policy】。", "市经信局", "administers", "《强企办法》"),
        ("【强企大会|Event】召开，副市长【何曼|Official】出席【强企大会|Event】。", "何曼", "attended", "强企大会"),
        ("【市经信局|PublicBody】举办【泵业博览会|Event】。", "市经信局", "organizes", "泵业博览会"),
        ("【泵业博览会|Event】召开，副市长【何曼|Official】主持【泵业博览会|Event】。", "何曼", "chaired", "泵业博览会"),
        ("【川海路建设工程|Project】由【砺恒建设有限公司|Company】承建。", "砺恒建设有限公司", "undertakes", "川海路建设工程"),
        ("【大溪机电创业园|IndustrialPark】建成，【大溪镇|Town】又添新园。", "大溪机电创业园", "locatedIn", "大溪镇"),
        ("【江海大学|ResearchBody】的【江海大学水产学院|ResearchBody】来人。", "江海大学水产学院", "partOf", "江海大学"),
        ("【青禾市公安局|PublicBody】的【青禾市公安局滨江分局|PublicBody】来人。", "青禾市公安局滨江分局", "partOf", "青禾市公安局"),
        ("【沈岙村|Village】的【沈岙村果蔬合作社|Company】分红。", "沈岙村果蔬合作社", "locatedIn", "沈岙村"),
        ("会议免去【何曼|Official】的【市经信局|PublicBody】局长职务。", "何曼", "removedFrom", "市经信局"),
        ("会议任命【何曼|Official】为【市经信局|PublicBody】局长。", "何曼", "appointedTo", "市经信局"),
        ("【海澜泵业有限公司|Company】收购【砺恒数控|Company】。", "海澜泵业有限公司", "holdsShareIn", "砺恒数控"),
    ],
)  # fmt: skip
def test_predicate(body: str, subject: str, predicate: str, obj: str) -> None:
    assert (subject, predicate, obj) in claims(page_of(body))


@pytest.mark.parametrize(
    ("body", "key", "modality"),
    [
        ("【市经信局|PublicBody】局长【何曼|Official】说。", ("何曼", "holdsPostIn", "市经信局"), "stated"),
        ("【市经信局|PublicBody】原局长【何曼|Official】说。", ("何曼", "holdsPostIn", "市经信局"), "ended"),
        ("原来，【市经信局|PublicBody】局长【何曼|Official】到了。", ("何曼", "holdsPostIn", "市经信局"), "stated"),
        ("【何曼|Official】拟任【市经信局|PublicBody】局长。", ("何曼", "holdsPostIn", "市经信局"), "proposed"),
        (
            "【泵业博览会|Event】将于下月在【大溪镇|Town】举行。",
            ("泵业博览会", "locatedIn", "大溪镇"),
            "planned",
        ),
        (
            "【泵业博览会|Event】昨日在【大溪镇|Town】举行。",
            ("泵业博览会", "locatedIn", "大溪镇"),
            "stated",
        ),
        (
            "【海澜泵业有限公司|Company】计划明年入驻【泽丰小微园|IndustrialPark】，将投资3亿元。",
            ("海澜泵业有限公司", "tenantOf", "泽丰小微园"),
            "planned",
        ),
    ],
)
def test_modality(body: str, key: tuple[str, str, str], modality: str) -> None:
    made = claims(page_of(body))
    assert made[key].modality == modality


@pytest.mark.parametrize(
    "verb",
    ["免去【何曼|Official】的【市经信局|PublicBody】局长职务", "【何曼|Official】不再担任【市经信局|PublicBody】局长"],
)
def test_a_lost_post_is_never_stated(verb: str) -> None:
    made = claims(page_of(f"会议决定：{verb}。"))
    assert made["何曼", "holdsPostIn", "市经信局"].modality == "ended"


def test_role_evidence_and_confidence() -> None:
    marked = page_of("天气晴好。【海澜泵业有限公司|Company】总经理【周亦然|Person】说，订单排满。")
    claim = claims(marked)["周亦然", "holdsPostIn", "海澜泵业有限公司"]
    text = marked.reading.articles[0].text
    assert claim.role == "总经理"
    assert text[claim.sentence.start : claim.sentence.end].startswith("【海澜"[1:])
    assert 0 < claim.confidence <= 1
    assert claim.rule


def test_list_positions() -> None:
    made = claims(
        page_of("【海澜泵业|Company】、【砺恒数控|Company】和【金谷鞋业|Company】均入选【市长质量奖|Recognition】。")
    )
    order = {s: c.position for (s, p, _), c in made.items() if p == "received"}
    assert order == {"海澜泵业": 1, "砺恒数控": 2, "金谷鞋业": 3}


def test_claims_join_known_things_that_differ() -> None:
    marked = page_of(
        "【海澜泵业|Company】与【江海大学|ResearchBody】在【大溪镇|Town】签约，我市【泵业|Industry】又添【校企园|IndustrialPark】。"
    )
    known = {r.id for r in marked.naming.referents}
    made = claims_of(marked)
    assert made
    assert all({c.subject, c.object} <= known and c.subject != c.object for c in made)


def test_empty_page_has_no_claims() -> None:
    assert claims_of(page_of("天气晴好。")) == ()


def test_a_full_page_is_quick() -> None:
    body = "\n".join(
        f"【海澜{n}泵业|Company】位于【大溪{n}镇|Town】，生产【潜水{n}泵|Product】，去年荣获【质量{n}奖|Recognition】，与【江海{n}大学|ResearchBody】合作，订单饱满，{'生产线日夜运转，' * 14}。"
        for n in range(16)
    )
    marked = page_of(body)
    claims_of(marked)
    start = time.process_time()
    claims_of(marked)
    assert time.process_time() - start < 1.0
