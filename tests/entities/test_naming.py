import pytest

from wlgraph.entities.naming import body_form, full_name
from wlgraph.model import Leaf


@pytest.mark.parametrize(
    ("home", "printed", "full"),
    [
        ("温岭市", "市经信局", "温岭市经济和信息化局"),
        ("玉环市", "市经信局", "玉环市经济和信息化局"),
        ("温岭市", "温岭经信局", "温岭市经济和信息化局"),
        ("温岭市", "市市场监管局", "温岭市市场监督管理局"),
        ("温岭市", "市场监管局", "温岭市市场监督管理局"),
        ("温岭市", "市民政局", "温岭市民政局"),
        ("温岭市", "市委", "温岭市委"),
        ("温岭市", "市委组织部", "温岭市委组织部"),
        ("温岭市", "组织部", "温岭市委组织部"),
        ("温岭市", "中共温岭市委员会", "温岭市委"),
        ("温岭市", "市政府办公室", "温岭市人民政府办公室"),
        ("温岭市", "市十六届人大常委会", "温岭市人大常委会"),
        ("温岭市", "政协温岭市委员会", "温岭市政协"),
        ("温岭市", "市经信局装备产业科", "温岭市经济和信息化局装备产业科"),
        ("温岭市", "市税务局", "国家税务总局温岭市税务局"),
        ("温岭市", "省经信厅", "浙江省经济和信息化厅"),
        ("温岭市", "省政府", "浙江省人民政府"),
        ("温岭市", "台州市政府", "台州市人民政府"),
        ("温岭市", "青川县县委", "青川县委"),
        ("温岭市", "国家发改委", "国家发展和改革委员会"),
        ("温岭市", "滨海镇政府", "滨海镇人民政府"),
        ("三门县", "县委", "三门县委"),
        ("三门县", "市委", "台州市委"),
        ("曹县", "县委", "曹县县委"),
        ("莲都区", "区委", "莲都区委"),
        ("清河县", "省工业和信息化厅", "河北省工业和信息化厅"),
        ("桐城市", "市监委", "桐城市监察委员会"),
        ("桐城市", "市法院", "桐城市人民法院"),
        ("温岭市", "台州海事局", "台州海事局"),
    ],
)
def test_public_bodies_get_their_place_and_full_form(home: str, printed: str, full: str) -> None:
    assert full_name(printed, "PublicBody", home) == full


@pytest.mark.parametrize(
    ("printed", "leaf", "full"),
    [
        ("团市委", "Organization", "共青团温岭市委员会"),
        ("市工商联", "Organization", "温岭市工商业联合会"),
        ("市第一人民医院", "Organization", "温岭市第一人民医院"),
        ("工行温岭支行", "Company", "中国工商银行温岭支行"),
        ("浙江理工大学", "ResearchBody", "浙江理工大学"),
        ("台州学院", "ResearchBody", "台州学院"),
        ("市青年创业园", "IndustrialPark", "温岭市青年创业园"),
        ("全市工业大会", "Event", "温岭市工业大会"),
        ("浙江甲乙泵业有限公司", "Company", "浙江甲乙泵业有限公司"),
        ("市民广场", "Infrastructure", "市民广场"),
        ("市场营销协会", "Organization", "市场营销协会"),
    ],
)
def test_other_names_keep_what_they_print(printed: str, leaf: Leaf, full: str) -> None:
    assert full_name(printed, leaf, "温岭市") == full


@pytest.mark.parametrize(
    ("printed", "town", "village", "full"),
    [
        ("镇党委", "泽国镇", "", "泽国镇党委"),
        ("镇政府", "泽国镇", "", "泽国镇人民政府"),
        ("街道党工委", "横峰街道", "", "横峰街道党工委"),
        ("街道办", "横峰街道", "", "横峰街道办事处"),
        ("镇党委", "", "", "镇党委"),
        ("村委会", "", "雅雀村", "雅雀村委会"),
    ],
)
def test_local_bodies_take_the_place_of_the_article(printed: str, town: str, village: str, full: str) -> None:
    assert full_name(printed, "PublicBody", "温岭市", town, village) == full


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("发改局", "发展和改革局"),
        ("发改委", "发展和改革委员会"),
        ("文广旅体局", "文化和广电旅游体育局"),
        ("政府采购中心", "人民政府采购中心"),
        ("气象局", "气象局"),
        ("委员会", "委员会"),
    ],
)
def test_body_form(short: str, full: str) -> None:
    assert body_form(short) == full
