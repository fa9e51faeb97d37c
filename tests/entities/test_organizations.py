import pytest

from tests.entities.invented import are_one, entity, maybe_one, page, resolved
from wlgraph.entities.shapes import look_alike, one_slip
from wlgraph.entities.signature import leading_area, signature, trade

FULL = "浙江鹭衡泵业股份有限公司"


@pytest.mark.parametrize(
    ("name", "place", "core", "form"),
    [
        ("浙江鹭衡泵业股份有限公司", "浙江", "鹭衡泵业", "股份有限公司"),
        ("温岭市松门鹭衡冷冻厂", "温岭市", "松门鹭衡冷冻", "厂"),
        ("鹭衡（浙江）流体有限公司", "浙江", "鹭衡流体", "有限公司"),
        ("永兴村镇银行", "", "永兴村镇银行", ""),
        ("温岭农商银行", "温岭", "农村商业银行", ""),
        ("鹭衡集团", "", "鹭衡", "集团"),
    ],
)
def test_signature(name: str, place: str, core: str, form: str) -> None:
    found = signature(name, "温岭市")
    assert (found.place, found.core, found.form) == (place, core, form)


def test_parts_of_names() -> None:
    assert trade("鹭衡精密机械") == ("鹭衡精密", "机械")
    assert leading_area("浙江省台州市鹭衡厂", "温岭市") == ("浙江省台州市", "鹭衡厂")
    assert leading_area("德国海茨集团", "温岭市") == ("德国", "海茨集团")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FULL, "鹭衡泵业"),
        (FULL, "鹭衡"),
        (FULL, "鷺衡泵業"),
        (FULL, "鹭衡泉业"),
        ("鹭衡智能科技有限公司", "鹭衡科技"),
        ("温岭鹭衡村镇银行股份有限公司", "鹭衡银行"),
    ],
)
def test_one_company_under_two_names(first: str, second: str) -> None:
    found = resolved(
        page("p1", f"【{first}|Company】投产。"), page("p2", f"【{second}|Company】扩建。", date="2023-01-02")
    )
    assert are_one(found, f"p1#{first}", f"p2#{second}")
    assert entity(found, "p1", first).name in (first, second)
    assert {first, second} <= {entity(found, "p1", first).name, *entity(found, "p1", first).aliases}


@pytest.mark.parametrize(
    ("first", "second", "leaf"),
    [
        ("温岭市第一人民医院", "温岭市第二人民医院", "Organization"),
        ("温岭市鹭衡鞋业有限公司", "台州鹭衡鞋业有限公司", "Company"),
        ("温岭市鹭衡鞋业有限公司", "台州鹭衡机械有限公司", "Company"),
        ("中国美术学院", "四川美术学院", "ResearchBody"),
        ("温岭市农业局", "温岭市农业农村局", "PublicBody"),
        ("温岭市委", "温岭市委组织部", "PublicBody"),
        ("鹭衡集团有限公司", "浙江鹭衡机电股份有限公司", "Company"),
        ("鹭衡股份", "鹭衡机械有限公司", "Company"),
    ],
)
def test_two_bodies(first: str, second: str, leaf: str) -> None:
    found = resolved(page("p1", f"【{first}|{leaf}】来了。"), page("p2", f"【{second}|{leaf}】来了。"))
    assert not are_one(found, f"p1#{first}", f"p2#{second}")


def test_a_place_with_and_without_its_unit_is_one() -> None:
    found = resolved(page("p1", "【温岭市鹭衡学校|Organization】"), page("p2", "【温岭鹭衡学校|Organization】"))
    assert are_one(found, "p1#温岭市鹭衡学校", "p2#温岭鹭衡学校")


def test_deictic_bodies_follow_the_home() -> None:
    found = resolved(
        page("p1", "【市经信局|PublicBody】"),
        page("p2", "【市经信局|PublicBody】", home="玉环市"),
        page("p3", "【玉环市经济和信息化局|PublicBody】"),
    )
    assert entity(found, "p1", "市经信局").name == "温岭市经济和信息化局"
    assert are_one(found, "p2#市经信局", "p3#玉环市经济和信息化局")
    assert not are_one(found, "p1#市经信局", "p2#市经信局")


def test_bodies_of_two_levels_are_two_beyond_doubt() -> None:
    found = resolved(page("p1", "【市统计局|PublicBody】和【台州市统计局|PublicBody】来了。"))
    assert not maybe_one(found, "p1#市统计局", "p1#台州市统计局")


def test_a_short_form_of_another_places_body_is_not_read_as_the_homes() -> None:
    found = resolved(page("p1", "【台州市委政法委|PublicBody】开会，【政法委|PublicBody|台州市委政法委】通报。"))
    assert "温岭市委政法委" not in entity(found, "p1", "台州市委政法委").aliases


def test_a_bare_brand_goes_to_the_company_whose_people_stand_with_it() -> None:
    pages = (
        page("p1", "【温岭市鹭衡鞋业有限公司|Company】厂长【卜思源|Person】说。"),
        page("p2", "【温岭市鹭衡机械有限公司|Company】董事长【关若谷|Person】说。"),
        page("p3", "【鹭衡|Company】的【关若谷|Person】到会。"),
        page("p4", "【鹭衡|Company】又上了新线。"),
    )
    found = resolved(*pages)
    assert are_one(found, "p2#温岭市鹭衡机械有限公司", "p3#鹭衡")
    assert not are_one(found, "p1#温岭市鹭衡鞋业有限公司", "p4#鹭衡")
    assert not are_one(found, "p2#温岭市鹭衡机械有限公司", "p4#鹭衡")
    assert maybe_one(found, "p4#鹭衡", "p1#温岭市鹭衡鞋业有限公司")
    assert maybe_one(found, "p2#温岭市鹭衡机械有限公司", "p4#鹭衡")


@pytest.mark.parametrize(
    "words", ["于去年更名为", "改制为", "已变更登记为", "的旧牌摘下，挂上", "完成改制，新执照的名称一栏写着"]
)
def test_a_renaming_that_the_text_states(words: str) -> None:
    old, new = "温岭市鹭衡冷冻厂", "浙江云岬食品有限公司"
    found = resolved(
        page("p1", f"【{old}|Company】{words}【{new}|Company】。"), page("p2", f"【{old}|Company】的老照片。")
    )
    assert are_one(found, f"p1#{new}", f"p2#{old}")
    assert entity(found, "p2", old).name == new


@pytest.mark.parametrize(
    ("words", "one"), [("改成了这个名字", True), ("后来改为现名", True), ("也想改个名字", False), ("派人来学", False)]
)
def test_a_renaming_to_the_name_said_before(words: str, one: bool) -> None:
    old, new = "玉环云岬汽车部件有限公司", "浙江云岬科技股份有限公司"
    found = resolved(page("p1", f"【{new}|Company】派来一班人。去年，【{old}|Company】{words}，出口照旧。"))
    assert are_one(found, f"p1#{old}", f"p1#{new}") is one


def test_a_brand_beside_the_former_name_of_its_firm() -> None:
    old, new = "温岭市鹭衡冷冻厂", "浙江云岬食品有限公司"
    pages = (
        page("p1", f"【{old}|Company】改制为【{new}|Company】。"),
        page("p2", f"【云岬|Company】获评英雄。另有老照片，拍的是【{old}|Company】。"),
    )
    assert are_one(resolved(*pages), "p2#云岬", f"p1#{new}")


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [
        ("温岭市第二人民医院", "市二医", True),
        ("温岭市第二人民医院", "市第二医院", True),
        ("温岭市第二人民医院", "市一医", False),
        ("温岭市第二人民医院", "市第二中医院", False),
        ("温岭市第三中学", "市三中", True),
        ("温岭市第三中学", "市三小", False),
    ],
)
def test_a_hospital_or_school_by_its_number(full: str, short: str, one: bool) -> None:
    found = resolved(page("p1", f"【{full}|Organization】扩建。"), page("p2", f"【{short}|Organization】开放日。"))
    assert are_one(found, f"p1#{full}", f"p2#{short}") is one


@pytest.mark.parametrize(
    ("full", "short", "leaf", "one"),
    [
        ("温岭市暖通空调协会", "市暖通协会", "Organization", True),
        ("温岭市暖通空调协会", "市暖通商会", "Organization", False),
        ("温岭市鹭光中心小学", "中心小学", "Organization", False),
        ("江苏科技大学温岭研究院", "江科大温岭研究院", "ResearchBody", True),
        ("江苏科技大学温岭研究院", "浙科大温岭研究院", "ResearchBody", False),
        ("温岭农村商业银行", "市农商行", "Company", True),
        ("温岭经济开发区", "经开区", "IndustrialPark", True),
        ("温岭经济开发区", "高新区", "IndustrialPark", False),
        ("玉环经济开发区", "经开区", "IndustrialPark", False),
    ],
)
def test_bodies_and_zones_named_short_on_another_page(full: str, short: str, leaf: str, one: bool) -> None:
    found = resolved(page("p1", f"【{full}|{leaf}】揭牌。"), page("p2", f"【{short}|{leaf}】回应。"))
    assert are_one(found, f"p1#{full}", f"p2#{short}") is one


def test_bodies_of_two_towns_are_two_though_the_towns_look_alike() -> None:
    found = resolved(
        page("p1", "【斜桥镇党委|PublicBody】开会。", home="靖江市"),
        page("p2", "【新桥镇党委|PublicBody】开会。", home="靖江市"),
    )
    assert not are_one(found, "p1#斜桥镇党委", "p2#新桥镇党委")
    assert not maybe_one(found, "p1#斜桥镇党委", "p2#新桥镇党委")


@pytest.mark.parametrize(
    ("name", "home", "other_home", "one"),
    [
        ("八都镇党委", "庆元县", "龙泉市", True),
        ("八都镇党委", "温岭市", "龙泉市", False),
        ("城东街道办事处", "温岭市", "乐清市", False),
        ("镇党委", "庆元县", "龙泉市", False),
    ],
)
def test_a_towns_body_is_one_on_pages_of_the_prefecture(name: str, home: str, other_home: str, one: bool) -> None:
    found = resolved(
        page("p1", f"【{name}|PublicBody】开会。", home=home),
        page("p2", f"【{name}|PublicBody】发文。", home=other_home),
    )
    assert are_one(found, f"p1#{name}", f"p2#{name}") is one


@pytest.mark.parametrize(
    ("between", "after", "one"), [("由原", "更名组建", True), ("由", "更名而来", True), ("由", "牵头组建", False)]
)
def test_a_body_made_from_another(between: str, after: str, one: bool) -> None:
    old, new = "温岭市农业委员会", "温岭市农业农村局"
    found = resolved(page("p1", f"【{new}|PublicBody】{between}【{old}|PublicBody】{after}。"))
    assert are_one(found, f"p1#{old}", f"p1#{new}") is one


def test_several_renamings_in_one_sentence() -> None:
    text = "【市经信局|PublicBody】更名为【市工信局|PublicBody】，【市农业局|PublicBody】更名为【市农业农村局|PublicBody】。"
    found = resolved(page("p1", text))
    assert are_one(found, "p1#市经信局", "p1#市工信局")
    assert are_one(found, "p1#市农业局", "p1#市农业农村局")
    assert not are_one(found, "p1#市工信局", "p1#市农业农村局")


def test_what_one_page_takes_for_one_office_is_one_on_other_pages() -> None:
    pages = (
        page("p1", "【市农业局|PublicBody】下乡。"),
        page("p2", "【市农业局|PublicBody|a】成了【市农业农村局|PublicBody|a】。"),
        page("p3", "【市农业农村局|PublicBody】下乡。"),
    )
    assert are_one(resolved(*pages), "p1#市农业局", "p3#市农业农村局")
    assert not are_one(resolved(pages[0], pages[2]), "p1#市农业局", "p3#市农业农村局")


def test_a_body_without_a_place_is_its_homes() -> None:
    found = resolved(
        page("p1", "【高新区管委会|PublicBody】揭牌。"),
        page("p2", "【高新区管委会|PublicBody】揭牌。", home="玉环市"),
        page("p3", "【玉环高新区管委会|PublicBody】揭牌。", home="玉环市"),
    )
    assert not are_one(found, "p1#高新区管委会", "p3#玉环高新区管委会")
    assert are_one(found, "p2#高新区管委会", "p3#玉环高新区管委会")


def test_a_wrong_class_weighs_against_a_short_name() -> None:
    pages = (
        page("p1", "【江苏云岬暖通科技股份有限公司|Company】扩产。"),
        page("p2", "【云岬暖通赶制方舱医院|Organization】。"),
        page("p3", "【云岬暖通|Company】获奖。"),
    )
    assert are_one(resolved(*pages), "p1#江苏云岬暖通科技股份有限公司", "p3#云岬暖通")


def test_a_planned_name_before_the_new_one() -> None:
    found = resolved(page("p1", "原规划名为【云岬配套园|IndustrialPark】的【云岬智造园|IndustrialPark】迎来企业。"))
    assert are_one(found, "p1#云岬配套园", "p1#云岬智造园")


def test_a_page_of_the_prefecture_means_the_one_park_of_its_counties() -> None:
    pages = (
        page("p1", "【云岬智造园|IndustrialPark】招商。"),
        page("p2", "【云岬智造园|IndustrialPark】招商。", home="台州市"),
    )
    assert are_one(resolved(*pages), "p1#云岬智造园", "p2#云岬智造园")


def test_the_old_name_after_the_new_one() -> None:
    found = resolved(page("p1", "【浙江云岬食品有限公司|Company】前身是【温岭市鹭衡冷冻厂|Company】。"))
    assert are_one(found, "p1#浙江云岬食品有限公司", "p1#温岭市鹭衡冷冻厂")


def test_shapes() -> None:
    assert look_alike("泵", "泉")
    assert look_alike("凤", "风")
    assert not look_alike("一", "二")
    assert not one_slip("第一医院", "第二医院")
    assert one_slip("鹭衡泉业", "鹭衡泵业")
    assert not one_slip("鹭衡东路", "鹭衡南路")
