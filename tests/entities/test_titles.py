import pytest

from tests.entities.invented import are_one, entity, page, resolved


@pytest.mark.parametrize(
    ("first", "second", "leaf", "one"),
    [
        ("《温岭市鹭光奖励办法》", "温岭市鹭光奖励办法", "Policy", True),
        ("“鹭光”行动", "鹭光行动", "Campaign", True),
        ("温岭市鹭光创新券", "鹭光创新券", "Recognition", True),
        ("《温岭市鹭光办法》", "《玉环市鹭光办法》", "Policy", False),
        ("鹭光路改造提升工程", "鹭光路工程", "Project", True),
        ("鹭光产业园", "鹭光产业园二期", "IndustrialPark", False),
        ("温岭鹭光小微企业园", "鹭光小微园", "IndustrialPark", True),
        ("台州湾集聚区鹭光新区", "鹭光新区", "IndustrialPark", False),
        ("第五届鹭光节", "第六届鹭光节", "Event", False),
        ("第六届中国（温岭）鹭光展览会", "第六届鹭光展", "Event", True),
        ("第五届中国（温岭）鹭光展览会", "第六届鹭光展", "Event", False),
        ("中国（温岭）鹭光展览会", "鹭光展", "Event", False),
        ("鹭光泵业产业集群", "鹭光泵业产业", "Industry", True),
    ],
)
def test_titles(first: str, second: str, leaf: str, one: bool) -> None:
    found = resolved(page("p1", f"【{first}|{leaf}】。"), page("p2", f"【{second}|{leaf}】。"))
    assert are_one(found, f"p1#{first}", f"p2#{second}") is one


@pytest.mark.parametrize(
    ("words", "leaf", "one"),
    [
        ("昨日开工。明年底，【鹭光路工程|{}】完工", "Project", True),
        ("与【鹭光路工程|{}】同日开工", "Project", False),
        ("昨日开园。明年底，【鹭光路工程|{}】完工", "IndustrialPark", False),
    ],
    ids=["another-sentence", "one-sentence", "no-works"],
)
def test_works_named_long_and_short_in_one_article(words: str, leaf: str, one: bool) -> None:
    found = resolved(page("p1", f"【鹭光路改造提升工程|{leaf}】{words.format(leaf)}。"))
    assert are_one(found, "p1#鹭光路改造提升工程", "p1#鹭光路工程") is one


@pytest.mark.parametrize(("later", "one"), [("2021-05-10", True), ("2022-05-10", False)])
def test_a_yearly_meeting_is_another_one_each_year(later: str, one: bool) -> None:
    text = "【全市鹭光大会|Event】召开。"
    found = resolved(page("p1", text, date="2021-05-06"), page("p2", text, date=later))
    assert are_one(found, "p1#全市鹭光大会", "p2#全市鹭光大会") is one


@pytest.mark.parametrize(("name", "one"), [("鹭光路", False), ("鹭光高速", True)])
def test_roads_of_two_counties(name: str, one: bool) -> None:
    text = f"【{name}|Infrastructure】通车。"
    found = resolved(page("p1", text), page("p2", text, home="玉环市"))
    assert are_one(found, f"p1#{name}", f"p2#{name}") is one


def test_a_third_name_joins_no_two_that_a_page_tells_apart() -> None:
    found = resolved(
        page("p1", "【鹭光新城开发区|IndustrialPark】、【鹭光开发区|IndustrialPark】负责人发言。"),
        page("p2", "【鹭光新城经济开发区|IndustrialPark】开会。"),
    )
    assert not are_one(found, "p1#鹭光新城开发区", "p1#鹭光开发区")


def test_a_park_is_not_called_by_its_level() -> None:
    found = resolved(
        page("p1", "【温岭鹭光园|IndustrialPark|温岭鹭光园】是【省鹭光园|IndustrialPark|温岭鹭光园】之一。")
    )
    assert entity(found, "p1", "温岭鹭光园").name == "温岭鹭光园"
