"""Short forms and the names that they may mean."""

from __future__ import annotations

import pytest

from wlgraph.model import Leaf
from wlgraph.names.canonical import expanded, folded
from wlgraph.names.linking import Surface, may_mean
from wlgraph.names.short_forms import company_core, short_forms, without_place


@pytest.mark.parametrize(
    ("name", "core", "trade"),
    [
        ("浙江岚川特种装备有限公司", "岚川", "特种装备"),
        ("台州牧野风鞋业有限公司", "牧野风", "鞋业"),
        ("长兴电器有限公司", "长兴", "电器"),
        ("岚川（盐城）新材料股份有限公司", "岚川", "新材料"),
    ],
)
def test_a_company_has_a_brand_and_a_trade(name: str, core: str, trade: str) -> None:
    assert company_core(name) == (core, trade)


@pytest.mark.parametrize(
    ("name", "short", "no_short"),
    [
        ("浙江岚川压缩机有限公司", {"岚川", "岚川压缩机"}, {"岚川股份", "岚川科技"}),
        ("浙江岚川压缩机股份有限公司", {"岚川", "岚川股份"}, {"岚川科技"}),
        ("岚川精机", {"岚川"}, set()),
        ("岚川光电", {"岚川"}, {"光电"}),
        ("温岭市旅游发展有限公司", {"旅游发展"}, {"旅游", "发展"}),
        ("温岭市供电有限公司", set(), {"温岭市", "供电"}),
        ("岚川", set(), {"岚川"}),
    ],
)
def test_a_company_may_be_named_by_its_brand(name: str, short: set[str], no_short: set[str]) -> None:
    forms = short_forms(name, "Company")
    assert short <= forms
    assert not no_short & forms


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("浙江省温岭市青禾社", "青禾社"),
        ("温岭市", "温岭市"),
        ("中国岚川集团", "岚川集团"),
        ("台州牧野风鞋业", "牧野风鞋业"),
    ],
)
def test_places_at_the_head_are_dropped(name: str, rest: str) -> None:
    assert without_place(name) == rest


@pytest.mark.parametrize(
    ("name", "leaf", "home", "full"),
    [
        ("市经信局", "PublicBody", "温岭市", "温岭市经信局"),
        ("市委", "PublicBody", "射阳县", "盐城市委"),
        ("县委", "PublicBody", "射阳县", "射阳县委"),
        ("省科技厅", "PublicBody", "温岭市", "浙江省科技厅"),
        ("中共温岭市委员会", "PublicBody", "温岭市", "温岭市委"),
        ("市十五届人大常委会", "PublicBody", "温岭市", "温岭市人大常委会"),
        ("永康市市委", "PublicBody", "温岭市", "永康市委"),
        ("理县县政府", "PublicBody", "温岭市", "理县政府"),
        ("全市科技大会", "Event", "温岭市", "温岭市科技大会"),
        ("2024年全市科技大会", "Event", "温岭市", "2024年温岭市科技大会"),
        ("2024年市委人才工作会议", "Event", "温岭市", "2024年温岭市委人才工作会议"),
        ("市运会", "Event", "温岭市", "温岭市运会"),
        ("全省百强", "Recognition", "温岭市", "全省百强"),
        ("全省百强企业", "Recognition", "温岭市", "浙江省百强企业"),
        ("全市通", "Platform", "温岭市", "全市通"),
    ],
)
def test_deictic_heads_are_expanded(name: str, leaf: Leaf, home: str, full: str) -> None:
    assert expanded(name, leaf, home) == folded(full)


@pytest.mark.parametrize(
    ("short", "full", "leaf", "expected"),
    [
        ("浙工大", "浙江工业大学", "ResearchBody", True),
        ("浙江大学", "浙江工业大学", "ResearchBody", False),
        ("温岭市妇联", "温岭市妇女联合会", "Organization", True),
        ("温岭中学", "温岭市第二中学", "Organization", False),
        ("岚川股份", "浙江岚川机电股份有限公司", "Company", True),
        ("岚川集团", "浙江岚川机电股份有限公司", "Company", False),
        ("岚川集团", "岚川集团有限公司", "Company", True),
        ("岚江股份", "浙江岚川机电股份有限公司", "Company", False),
        ("岚川股份", "浙江岚川传动有限公司", "Company", False),
        ("岚川传动", "浙江岚川传动有限公司", "Company", True),
        ("老翟", "翟德贵", "Person", True),
        ("王一", "王一舟", "Person", False),
        ("岚云", "岚云系统", "Platform", True),
        ("岚云", "岚云工程", "Platform", False),
        ("泳装产业链", "泳装产业", "Industry", False),
        ("岚川机电", "岚川机电园", "IndustrialPark", True),
        ("岚川产业园", "岚川产业园区", "IndustrialPark", True),
        ("岚川开发区", "岚川开发区新桥工业园", "IndustrialPark", False),
        ("泳装产业", "泳装产业集群", "Industry", True),
    ],
)
def test_may_mean(short: str, full: str, leaf: Leaf, expected: bool) -> None:
    assert may_mean(Surface(key=short, text=short), Surface(key=full, text=full), leaf) is expected
