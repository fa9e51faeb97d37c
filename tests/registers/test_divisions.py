import pytest

from wlgraph.registers import (
    areas,
    countries,
    division,
    find,
    home_area,
    parents,
    short_name,
    surnames,
    towns,
    villages,
)
from wlgraph.registers.extract import village_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("泽国镇", "泽国"), ("横峰街道", "横峰"), ("温岭市", "温岭"), ("浙江省", "浙江"), ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"), ("宁夏回族自治区", "宁夏"), ("老竹畲族镇", "老竹"), ("景宁畲族自治县", "景宁"),
        ("香港特别行政区", "香港"), ("东区", "东区"), ("延边朝鲜族自治州", "延边"),
    ],
)  # fmt: skip
def test_short_name_drops_the_unit(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("registered", "name"),
    [
        ("雅雀村委会", "雅雀村"), ("雅雀村村民委员会", "雅雀村"), ("阳光社区居委会", "阳光社区"),
        ("朝阳居委会", "朝阳社区"), ("东湖社区", "东湖社区"), ("哈达嘎查委员会", "哈达嘎查委员会"),
    ],
)  # fmt: skip
def test_village_name_is_what_the_committee_governs(registered: str, name: str) -> None:
    assert village_name(registered) == name


def test_division_knows_its_chain() -> None:
    town = division("331081100")
    assert town is not None
    assert (town.name, town.level, town.parent_code) == ("泽国镇", "town", "331081")
    assert [d.name for d in parents("331081100")] == ["温岭市", "台州市", "浙江省"]
    assert [d.name for d in parents("110101")] == ["北京市"]


@pytest.mark.parametrize(
    ("name", "codes"), [("温岭", ["331081"]), ("台州市", ["3310"]), ("吉林省", ["22"]), ("无此县", [])]
)
def test_areas_are_found_by_full_and_short_name(name: str, codes: list[str]) -> None:
    assert [d.code for d in areas(name)] == codes


def test_areas_gives_every_bearer_of_an_ambiguous_name() -> None:
    assert len(areas("鼓楼区")) == 4


@pytest.mark.parametrize(("name", "found"), [("泽国", "泽国镇"), ("横峰街道", "横峰街道"), ("三星桥村", "三星桥村")])
def test_find_looks_within_one_area(name: str, found: str) -> None:
    home = home_area("温岭市")
    assert home is not None
    assert {d.name for d in find(name, home.code)} == {found}
    assert towns("331102")
    assert find(name, "331102") == ()


def test_counts_match_the_source() -> None:
    assert len(towns("331081")) == 17
    assert len(villages("331081")) > 600
    assert {v.parent_code[:6] for v in villages("331081")} == {"331081"}
    assert {v.parent_code for v in villages("331081100")} == {"331081100"}


def test_lists_hold_what_every_reader_knows() -> None:
    assert {"日本", "德国", "俄罗斯"} <= countries()
    assert {"王", "欧阳", "郏"} <= surnames()
    assert not any(entry.startswith("#") for entry in countries() | surnames())
