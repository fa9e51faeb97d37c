import pytest

from tests.entities.invented import are_one, maybe_one, page, resolved


@pytest.mark.parametrize(
    ("name", "leaf", "beside", "home", "one"),
    [
        ("鹭光河", "Infrastructure", ("鹭衡公司", "云岬公司"), "玉环市", True),
        ("鹭光路", "Infrastructure", ("鹭衡公司", "云岬公司"), "玉环市", False),
        ("鹭光路", "Infrastructure", ("鹭衡公司", "鹭衡公司"), "玉环市", True),
        ("鹭云产业合作园", "IndustrialPark", ("鹭衡公司", "鹭衡公司"), "玉环市", True),
        ("鹭光河", "Infrastructure", ("鹭衡公司", "云岬公司"), "浏阳市", False),
    ],
    ids=["river", "road", "road-beside-one-firm", "park-beside-one-firm", "river-far-away"],
)
def test_one_name_on_the_pages_of_two_homes(
    name: str, leaf: str, beside: tuple[str, str], home: str, one: bool
) -> None:
    first, second = (f"【{firm}|Company】在【{name}|{leaf}】边。" for firm in beside)
    found = resolved(page("p1", first), page("p2", second, home=home))
    assert are_one(found, f"p1#{name}", f"p2#{name}") is one


def test_what_nothing_ties_together_stays_open() -> None:
    text = "【鹭光路|Infrastructure】通车。"
    found = resolved(page("p1", text), page("p2", text, home="玉环市"))
    assert maybe_one(found, "p1#鹭光路", "p2#鹭光路")


@pytest.mark.parametrize(("name", "home", "one"), [("鹭光文体中心", "温岭市", True), ("鹭光文体中心", "玉环市", False)])
def test_a_site_that_became_a_hall(name: str, home: str, one: bool) -> None:
    found = resolved(page("p1", f"【{name}|Project】封顶。"), page("p2", f"【{name}|Infrastructure】开放。", home=home))
    assert are_one(found, f"p1#{name}", f"p2#{name}") is one
