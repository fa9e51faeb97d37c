import pytest

from tests.entities.invented import are_one, maybe_one, page, resolved


def official(name: str, post: str, body: str, leaf: str = "PublicBody") -> tuple[str, tuple[str, ...]]:
    return f"【{body}|{leaf}】{post}【{name}|Official】说。", (f"{name}|holdsPostIn|{body}|{post}",)


@pytest.mark.parametrize(
    ("first", "second", "home", "one"),
    [
        (("局长", "市水利局"), ("局长", "市水利局"), "温岭市", True),
        (("副局长", "市水利局"), ("局长", "市商务局"), "温岭市", True),
        (("局长", "市水利局"), ("局长", "市水利局"), "玉环市", False),
    ],
)
def test_officials_of_one_name(first: tuple[str, str], second: tuple[str, str], home: str, one: bool) -> None:
    a, claims_a = official("卜思源", *first)
    b, claims_b = official("卜思源", *second)
    found = resolved(page("p1", a, claims=claims_a), page("p2", b, home=home, claims=claims_b))
    assert are_one(found, "p1#卜思源", "p2#卜思源") is one


def test_an_official_and_a_manager_of_one_name_are_two() -> None:
    a, claims_a = official("卜思源", "局长", "市水利局")
    b = "【鹭衡泵业有限公司|Company】经理【卜思源|Person】说。"
    claims = ("卜思源|holdsPostIn|鹭衡泵业有限公司|经理",)
    found = resolved(page("p1", a, claims=claims_a), page("p2", b, claims=claims))
    assert not are_one(found, "p1#卜思源", "p2#卜思源")


def test_without_a_post_the_neighbourhood_decides_and_short_names_stay_open() -> None:
    text = "【鹭衡泵业有限公司|Company】经理【{0}|Person】说。"
    for name, one in (("卜思源", True), ("卜源", False)):
        claims = (f"{name}|holdsPostIn|鹭衡泵业有限公司|经理",)
        found = resolved(
            page("p1", text.format(name), claims=claims),
            page("p2", f"【{name}|Person】获奖。"),
            page("p3", text.format(name)),
        )
        assert are_one(found, f"p1#{name}", f"p3#{name}")
        assert are_one(found, f"p1#{name}", f"p2#{name}") is one
        assert maybe_one(found, f"p1#{name}", f"p2#{name}") is not one


def test_namesakes_on_one_page_stay_two() -> None:
    text = "【市水利局|PublicBody】局长【卜思源|Official|a】和【雅雀村|Village】书记【卜思源|Official|b】。"
    claims = ("a|holdsPostIn|市水利局|局长", "b|holdsPostIn|雅雀村|书记")
    found = resolved(page("p1", text, claims=claims))
    assert not are_one(found, "p1#a", "p1#b")


@pytest.mark.parametrize(
    ("body", "date", "one"),
    [
        ("大溪镇党委", "2021-05-06", False),
        ("泽国镇政府", "2021-05-06", True),
        ("大溪镇党委", "2022-05-06", True),
        ("市水利局", "2021-05-06", True),
        ("市住房和城乡建设局", "2021-05-06", True),
        ("市新型城镇化工作办公室", "2021-05-06", True),
    ],
)
def test_who_serves_two_towns_on_one_day_is_two(body: str, date: str, one: bool) -> None:
    a, claims_a = official("卜思源", "书记", "泽国镇党委")
    b, claims_b = official("卜思源", "副书记", body)
    found = resolved(page("p1", a, claims=claims_a), page("p2", b, date=date, claims=claims_b))
    assert are_one(found, "p1#卜思源", "p2#卜思源") is one


def test_namesakes_in_one_article_join_nobody_else() -> None:
    mayor, claims = official("卜思源", "副市长", "温岭市", "AdministrativeArea")
    other, others = official("卜思源", "副市长", "玉环市", "AdministrativeArea")
    both = "【温岭市|AdministrativeArea】副市长【卜思源|Official】与【玉环市|AdministrativeArea】副市长【卜思源|Official】。"
    found = resolved(
        page("p1", mayor, claims=claims),
        page("p2", other, home="玉环市", claims=others),
        page("p3", both, home="台州市", claims=(*claims, *others)),
    )
    assert not are_one(found, "p1#卜思源", "p2#卜思源")
    assert maybe_one(found, "p1#卜思源", "p3#卜思源")


def test_a_deputy_of_the_congress_still_heads_a_village() -> None:
    village, claims = official("卜思源", "党支部书记", "鹭光村", "Village")
    deputy = "【鹭光村|Village】书记、【市人大|PublicBody】代表【卜思源|Official】说。"
    seats = ("卜思源|holdsPostIn|鹭光村|书记", "卜思源|holdsPostIn|市人大|代表")
    found = resolved(page("p1", village, claims=claims), page("p2", deputy, claims=seats))
    assert are_one(found, "p1#卜思源", "p2#卜思源")


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("副市长【梁峻松|Official】到场。", "【梁竣松|Official】定了规矩。", True),
        ("副市长【梁峻松|Official】和", "【梁竣松|Official】到场。", False),
        ("副市长【梁峻松|Official】到场。", "【梁静松|Official】定了规矩。", False),
        ("副市长【梁峻|Official】到场。", "【梁竣|Official】定了规矩。", False),
    ],
    ids=["look-alike", "in-one-sentence", "another-character", "two-characters"],
)
def test_a_misprinted_name_within_an_article(first: str, second: str, one: bool) -> None:
    found = resolved(page("p1", first + second))
    assert (len({iri for key, iri in found.entity_of.items() if "#梁" in key}) == 1) is one


def test_a_misprinted_name_on_another_page_stays_open_without_a_common_body() -> None:
    found = resolved(page("p1", "【梁峻松|Person】到场。"), page("p2", "【梁竣松|Person】到场。"))
    assert maybe_one(found, "p1#梁峻松", "p2#梁竣松")


def test_a_firm_in_the_article_tells_whose_manager_it_is() -> None:
    claims = ("卜源|holdsPostIn|鹭衡物流有限公司|经理",)
    found = resolved(
        page("p1", "【鹭衡物流有限公司|Company】经理【卜源|Person】说。", claims=claims),
        page("p2", "【鹭衡物流有限公司|Company】派车送货。【卜源|Person】说不收钱。"),
        page("p3", "【云岬食品有限公司|Company】派车送货。【卜源|Person】说不收钱。"),
    )
    assert are_one(found, "p1#卜源", "p2#卜源")
    assert not are_one(found, "p1#卜源", "p3#卜源")


@pytest.mark.parametrize(("told", "one"), [("此前任", True), ("的同名者任", False)])
def test_a_career_in_two_counties_is_one_persons(told: str, one: bool) -> None:
    text = "【泰兴市政府|PublicBody】副市长【卜思源|Official】{}【靖江市水利局|PublicBody】局长。"
    claims = ("卜思源|holdsPostIn|泰兴市政府|副市长", "卜思源|holdsPostIn|靖江市水利局|局长")
    earlier, of_earlier = official("卜思源", "局长", "市水利局")
    found = resolved(
        page("p1", earlier, home="靖江市", claims=of_earlier),
        page("p2", text.format(told), home="泰兴市", claims=claims),
    )
    assert are_one(found, "p1#卜思源", "p2#卜思源") is one


@pytest.mark.parametrize(("role", "one"), [("第一书记", True), ("书记", False)])
def test_a_clerk_sent_to_a_village_is_one_person(role: str, one: bool) -> None:
    text = f"【雅雀村|Village】{role}【卜思源|Official】来自【市水利局|PublicBody】。"
    claims = (f"卜思源|holdsPostIn|雅雀村|{role}", "卜思源|holdsPostIn|市水利局|副局长")
    earlier, of_earlier = official("卜思源", "副局长", "市水利局")
    found = resolved(page("p1", earlier, claims=of_earlier), page("p2", text, claims=claims))
    assert are_one(found, "p1#卜思源", "p2#卜思源") is one


def test_a_community_and_its_party_branch_make_one_secretary() -> None:
    claims = ("卜思源|holdsPostIn|鹭光社区|书记", "卜思源|holdsPostIn|鹭光社区党总支|书记")
    text = "【鹭光社区|Village】书记【卜思源|Official】到了【鹭光社区党总支|PublicBody】。"
    found = resolved(page("p1", text, claims=claims), page("p2", text, claims=claims))
    assert are_one(found, "p1#卜思源", "p2#卜思源")


def test_a_town_of_the_neighbouring_county_is_not_the_pages_own() -> None:
    posts = ("书记", "季市镇党委"), ("副市长", "市政府")
    (a, claims_a), (b, claims_b) = (official("卜思源", *post) for post in posts)
    found = resolved(page("p1", a, home="泰兴市", claims=claims_a), page("p2", b, home="靖江市", claims=claims_b))
    assert are_one(found, "p1#卜思源", "p2#卜思源")
