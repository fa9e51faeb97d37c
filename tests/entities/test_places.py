import pytest

from tests.entities.invented import are_one, entity, page, resolved
from wlgraph.entities import places
from wlgraph.entities.register_entities import division_iri
from wlgraph.entities.resolve import BASE


@pytest.mark.parametrize(
    ("name", "home", "code"),
    [
        ("温岭", "温岭市", "331081"),
        ("台州", "温岭市", "3310"),
        ("浙江", "玉环市", "33"),
        ("河北", "丹阳市", "13"),
        ("浙", "温岭市", "33"),
        ("路桥", "温岭市", "331004"),
        ("台州市路桥区", "温岭市", "331004"),
        ("玉环县", "温岭市", "331083"),
    ],
)
def test_area_by_any_of_its_names(name: str, home: str, code: str) -> None:
    found = places.area(name, home)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "home", "code"),
    [
        ("泽国镇", "温岭市", "331081100"),
        ("泽国", "温岭市", "331081100"),
        ("城东镇", "温岭市", "331081002"),
        ("坡东街道", "温岭市", "331081002"),
        ("姚王镇", "泰兴市", "321283003"),
        ("城中镇", "温岭市", None),
    ],
    ids=["full", "short", "since-a-subdistrict", "misprint", "since-a-subdistrict-elsewhere", "unknown"],
)
def test_town_by_any_of_its_names(name: str, home: str, code: str | None) -> None:
    found = places.town(name, home)
    assert (found and found.code) == code


def test_area_that_nothing_decides_stays_open() -> None:
    assert places.area("鼓楼区", "温岭市") is None


@pytest.mark.parametrize(("unit", "home", "area"), [
    ("市", "温岭市", "温岭市"), ("省", "温岭市", "浙江省"), ("市", "三门县", "台州市"), ("县", "温岭市", ""), ("市", "黄岩区", "台州市"),
])  # fmt: skip
def test_what_a_bare_unit_means(unit: str, home: str, area: str) -> None:
    assert places.deictic_area(unit, home) == area


def test_registered_places_have_their_code_parents_and_full_name() -> None:
    found = resolved(page("p1", "【泽国|Town】在【温岭|AdministrativeArea】。"))
    town = entity(found, "p1", "泽国")
    assert (town.name, town.code, town.aliases) == ("泽国镇", "331081100", ("泽国",))
    assert town.iri == division_iri(BASE, "331081100")
    by_iri = {e.iri: e for e in found.entities}
    city, prefecture = by_iri[town.parent], by_iri[by_iri[town.parent].parent]
    assert (city.name, prefecture.name, prefecture.from_register) == ("温岭市", "台州市", True)
    assert not city.from_register


def test_the_home_is_an_entity_even_where_no_page_names_it() -> None:
    found = resolved(page("p1", "【甲乙泵业有限公司|Company】投产。", home="玉环市"))
    assert [e.name for e in found.entities if e.code] == ["浙江省", "台州市", "玉环市"]


def test_towns_of_one_name_are_told_apart_by_the_area_before_them() -> None:
    found = resolved(page("p1", "【乐清市|AdministrativeArea】【城东街道|Town|x】的干部来到【城东街道|Town|y】。"))
    assert entity(found, "p1", "x").code.startswith("330382")
    assert entity(found, "p1", "y").code.startswith("331081")


def test_villages_of_one_name_in_two_towns() -> None:
    found = resolved(
        page("p1", "【泽国镇|Town】的【无此村|Village|x】和【箬横镇|Town】的【无此村|Village|y】都到了。"),
        page("p2", "【泽国镇|Town】【无此村|Village】有三百户。"),
    )
    assert not are_one(found, "p1#x", "p1#y")
    assert are_one(found, "p1#x", "p2#无此村")
    assert {n.code for n in found.notices} == {"village-unregistered"}
    assert not entity(found, "p1", "x").code
