"""Facts, targets and forecasts that the words leave no doubt about, and periods that they tell one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.figures.test_measure import figures, page
from wlgraph.claims.figures.aims import certain_aim
from wlgraph.claims.figures.dated import certain_periods
from wlgraph.claims.figures.scene import Scene


def scene(tmp_path: Path, body: str) -> Scene:
    read = page(tmp_path, body)
    return Scene(read.reading.articles[0], read.reading.page, read.naming, "")


@pytest.mark.parametrize(
    ("body", "aims"),
    [
        ("全镇计划引进项目12个，截至6月底落实5个。", [None, "actual"]),
        ("年度任务是3亿元，实际完成1.2亿元。", ["target", "actual"]),
        ("明年产值冲刺30亿元。", ["target"]),
        ("今年预算数为80万元，去年是60万元。", ["target", None]),
        ("按照设计，大棚占地40亩。", ["target"]),
        ("该厂原计划投资2亿元。", ["target"]),
        ("代表提议设立帮扶资金，首期规模500万元。", ["target"]),
        ("全年预期为9亿元。", ["forecast"]),
        ("产量有望达到6万吨。", ["forecast"]),
        ("他预测，全年产值接近8亿元。", ["forecast"]),
        ("增速高于预期目标2个百分点。", [None]),
        ("实现产值17亿元，完成年任务30亿元的56.7%。", [None, "target", None]),
        ("超目标3亿元。", [None]),
        ("企业由目前的37家增加，力争从20家增至50家。", [None, None, None]),
        ("镇里为村民争取到补助30万元。", [None]),
        ("去年实现产值3.2亿元。", [None]),
    ],
)
def test_certain_words(tmp_path: Path, body: str, aims: list[str | None]) -> None:
    read = scene(tmp_path, body)
    assert [certain_aim(read, q) for q in read.quantities] == aims


@pytest.mark.parametrize(
    ("body", "periods"),
    [
        ("2018年、2019年全镇税收分别为3亿元和4亿元。", ["2018", "2019"]),
        ("2018年和2019年，园区产值依次为3亿元、4亿元。", ["2018", "2019"]),
        ("前年、去年分别投入20万元、30万元。", ["2022", "2023"]),
        ("2018年，税收和产值分别为3亿元和4亿元。", []),
        ("1至7月产值5亿元，去年同期为4亿元。", ["2023-01/2023-07"]),
        ("1至7月产值5亿元，比去年同期多1亿元。", []),
    ],
)
def test_certain_periods(tmp_path: Path, body: str, periods: list[str]) -> None:
    read = scene(tmp_path, body)
    assert [p for _, p in sorted(certain_periods(read).items())] == periods


def test_no_target_is_set_for_a_year_that_is_over(tmp_path: Path) -> None:
    body = "【温岭市海棠泵业有限公司|Company】2021年成立。公司力争实现产值5亿元。"
    assert {f.period[:4] for _, f in figures(tmp_path, body) if f.modality == "target"} <= {"", "2024"}
