"""Quantities in sentences: value, unit, how exact, and what is none."""

from __future__ import annotations

import pytest

from wlgraph.claims.figures.quantities import find_quantities
from wlgraph.model import Span
from wlgraph.times import find_times


def quantities(text: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    times = [t.span for t in find_times(text, "2024-08-22")]
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in names]
    return [(q.value, q.unit) for q in find_quantities(text, times, spans)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("总投资3.16亿元，占地一百二十亩。", [("316000000", "元"), ("120", "亩")]),
        ("超16万户的市场主体里，小微企业就有4.6万家", [("160000", "户"), ("46000", "家")]),
        ("同比增长18.3%，提高2个百分点", [("18.3", "%"), ("2", "个百分点")]),
        ("八成员工是本地人，两成三出口", [("80", "%"), ("23", "%")]),
        ("分别为31860元和14725元", [("31860", "元"), ("14725", "元")]),
        ("建筑面积81.3万平方米，全长4.2公里", [("813000", "平方米"), ("4.2", "公里")]),
        ("创汇1900万美元", [("19000000", "美元")]),
        ("投资1.1亿人民币，惠及5000万人民群众", [("110000000", "元"), ("50000000", "人")]),
        ("只有17个人的小厂", [("17", "人")]),
        ("产值超10亿元的企业8家，5亿元以上项目6个", [("8", "家"), ("6", "个")]),
        ("投资超10亿元，带动8家企业", [("1000000000", "元"), ("8", "家")]),
        ("要一个半小时", [("1.5", "小时")]),
        ("均价每平方米4980元", [("4980", "元")]),
        ("每立方米只有15微克", [("15", "微克/立方米")]),
        ("新建110千伏变电站，装机5.6万千瓦", [("110", "千伏"), ("56000", "千瓦")]),
        ("查处酒驾4起，一查到底起来难", [("4", "起")]),
        ("42家电商和三家电镀厂，两大家电品牌", [("42", "家"), ("3", "家")]),
        ("防洪标准提高到20年一遇", [("20", "年一遇")]),
        ("租金每月600元/亩", [("600", "元/亩")]),
        ("列全省第3位", [("3", "位")]),
        ("总量居全省第三，增速由第八跃居第二", [("3", "位"), ("8", "位"), ("2", "位")]),
        ("第三产业增长快，居第二批名单之首", []),
        ("今年新建6-8个园区", [("6", "个")]),
        ("去年8月21日开工，2018年完工", []),
        ("第十五届大会第三次会议", []),
        ("联系人民政府", []),
        ("一级资质，二期工程，五星级", []),
        ("型号CK6132，电话0576-86123456", []),
    ],
)
def test_value_and_unit(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert quantities(sentence) == expected


def test_numbers_in_names_are_no_quantities() -> None:
    assert quantities("三亩园公司有员工20人", ("三亩园公司",)) == [("20", "人")]


@pytest.mark.parametrize(
    ("sentence", "precision", "bounds"),
    [
        ("投资超过5亿元", "over", ("", "")),
        ("投资5亿多元", "over", ("", "")),
        ("减少220余万元", "over", ("", "")),
        ("投资约5亿元", "about", ("", "")),
        ("5亿元左右", "about", ("", "")),
        ("不到4000万元", "under", ("", "")),
        ("100亩以内", "under", ("", "")),
        ("限50亩", "under", ("", "")),
        ("出让年限50年", "exact", ("", "")),
        ("新建6-8个", "about", ("6", "8")),
        ("3万至5万元", "about", ("30000", "50000")),
        ("投资5亿元", "exact", ("", "")),
    ],
)
def test_precision(sentence: str, precision: str, bounds: tuple[str, str]) -> None:
    (q,) = find_quantities(sentence, [], [])
    assert (q.precision, (q.lower, q.upper)) == (precision, bounds)
