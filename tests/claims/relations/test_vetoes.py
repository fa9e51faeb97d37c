"""Sentences with invented names whose words forbid a relation."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import scene_of
from wlgraph.claims.relations.pairs import pair_up
from wlgraph.claims.relations.vetoes import is_forbidden
from wlgraph.model import Predicate


@pytest.mark.parametrize(
    ("body", "subject", "predicate", "obj", "forbidden"),
    [
        ("【大溪镇|Town】【沈岙村|Village】入选【清水村|Recognition】。", "大溪镇", "received", "清水村", True),
        ("【大溪镇|Town】【沈岙村|Village】入选【清水村|Recognition】。", "沈岙村", "received", "清水村", False),
        ("【大溪镇|Town】入选【清水镇|Recognition】，【大溪镇|Town】【沈岙村|Village】开会。", "大溪镇", "received", "清水镇", False),
        ("【大溪镇|Town】3家企业入选【绿色工厂|Recognition】。", "大溪镇", "received", "绿色工厂", True),
        ("【大溪镇|Town】获得【清水村|Recognition】称号的5个村开会。", "大溪镇", "received", "清水村", True),
        ("【海澜泵业|Company】2个产品获得【浙江制造|Recognition】认证。", "海澜泵业", "received", "浙江制造", False),
        ("【大溪镇|Town】【海澜泵业|Company】承办【泵业论坛|Event】。", "大溪镇", "organizes", "泵业论坛", True),
        ("【大溪镇|Town】【海澜泵业|Company】生产【潜水泵|Product】。", "大溪镇", "produces", "潜水泵", False),
        ("【市委|PublicBody】【市政府|PublicBody】发文。", "市政府", "partOf", "市委", True),
        ("【市委|PublicBody】【政法委|PublicBody】发文。", "政法委", "partOf", "市委", False),
        ("【市委|PublicBody】、【市政府|PublicBody】发文。", "市政府", "partOf", "市委", True),
        ("【市委|PublicBody】在【温岭|AdministrativeArea|温岭市】。", "市委", "locatedIn", "温岭市", True),
        ("【市水利局|PublicBody】在【温岭|AdministrativeArea|温岭市】。", "市水利局", "locatedIn", "温岭市", False),
        ("【技改推进会|Event】前，大家参观了【海澜泵业|Company】。", "海澜泵业", "attended", "技改推进会", True),
        ("【海澜泵业|Company】参加【技改推进会|Event】，参观车间。", "海澜泵业", "attended", "技改推进会", False),
        ("会前参观车间，【林则安|Official】参加【技改推进会|Event】。", "林则安", "attended", "技改推进会", False),
        ("【甲泵业|Company】与【江海大学|ResearchBody】、【乙鞋业|Company】与【商学院|ResearchBody】签约。",
         "甲泵业", "cooperatesWith", "乙鞋业", True),
        ("【甲泵业|Company】与【江海大学|ResearchBody】、【乙鞋业|Company】与【商学院|ResearchBody】签约。",
         "甲泵业", "cooperatesWith", "江海大学", False),
        ("【甲泵业|Company】与【江海大学|ResearchBody】、【商学院|ResearchBody】签约。", "甲泵业", "cooperatesWith", "商学院", False),
        ("昨日举行【签约仪式|Event】。近年来，【海澜泵业|Company】等落户。", "海澜泵业", "attended", "签约仪式", True),
        ("昨日举行【签约仪式|Event】。【海澜泵业|Company】等到场。", "海澜泵业", "attended", "签约仪式", False),
        ("近年来，【海澜泵业|Company】参加【泵业论坛|Event】。", "海澜泵业", "attended", "泵业论坛", False),
        ("法院审理【甲泵业|Company】与【乙鞋业|Company】买卖合同纠纷一案。", "甲泵业", "cooperatesWith", "乙鞋业", True),
        ("【甲泵业|Company】与【乙鞋业|Company】签下《诉讼协作备忘录》。", "甲泵业", "cooperatesWith", "乙鞋业", False),
        ("【甲泵业|Company】与【乙鞋业|Company】签约。", "甲泵业", "cooperatesWith", "乙鞋业", False),
        ("【林则安|Person】诉【甲泵业|Company】劳动争议一案开庭。", "林则安", "holdsPostIn", "甲泵业", True),
        ("【甲泵业|Company】的钢材由【乙钢铁|Company】和本地的【丙钢铁|Company】供应。", "甲泵业", "suppliesTo", "丙钢铁", True),
        ("【甲泵业|Company】的钢材由【乙钢铁|Company】供应。", "乙钢铁", "suppliesTo", "甲泵业", False),
        ("水泵由【甲泵业|Company】向【乙钢铁|Company】供应。", "甲泵业", "suppliesTo", "乙钢铁", False),
        ("【东魁杨梅|Product】全部由【甲果业|Company】收购。", "甲果业", "produces", "东魁杨梅", True),
        ("【甲果业|Company】收购鲜果，加工【杨梅汁|Product】。", "甲果业", "produces", "杨梅汁", False),
        ("【甲泵业|Company】董事长【林则安|Person】的丈夫【何曼|Person】到场。", "何曼", "holdsPostIn", "甲泵业", True),
        ("【甲泵业|Company】董事长【林则安|Person】与总经理【何曼|Person】到场。", "何曼", "holdsPostIn", "甲泵业", False),
        ("【林则安|Person】的丈夫【何曼|Person】是【甲泵业|Company】的会计。", "何曼", "holdsPostIn", "甲泵业", False),
        ("【大溪镇|Town】宣讲【全市三干大会|Event】精神。", "大溪镇", "attended", "全市三干大会", True),
    ],
)  # fmt: skip
def test_words_that_forbid_a_relation(body: str, subject: str, predicate: Predicate, obj: str, forbidden: bool) -> None:
    scene = scene_of(body)
    pairs = pair_up(scene)
    names = [scene.referents[thing].name for thing in pairs.things]
    row = next(
        i
        for i, (s, o) in enumerate(zip(pairs.subject, pairs.object, strict=True))
        if (names[s], names[o]) == (subject, obj)
    )
    assert is_forbidden(scene, pairs, row, predicate) is forbidden
