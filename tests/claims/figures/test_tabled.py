"""What the cells of a table tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wlgraph.build.extract import extract
from wlgraph.model import Figure, Shard

Told = tuple[str, str, str, str, str]


def shard_of(folder: Path, *lines: str) -> Shard:
    path = folder / "页.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    path.with_name("页.meta.json").write_text(json.dumps({"date": "2024-04-22", "home": "温岭市"}), "utf-8")
    (made,) = extract([(path, "")], "温岭市")
    assert made.shard
    return made.shard


def figures(shard: Shard) -> list[tuple[str, Figure]]:
    names = {r.id: r.name for r in shard.naming.referents}
    return [(names[f.observed], f) for f in shard.stating.figures if f.rule == "figure:table"]


def told(folder: Path, *lines: str) -> list[Told]:
    return [(name, f.indicator, f.value, f.unit, f.period) for name, f in figures(shard_of(folder, *lines))]


def test_rows_of_things(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        "# 2024年一季度各镇（街道）主要经济指标",
        "单位：亿元、%",
        "镇（街道） 工业总产值 增速 企业数（家） 排名",
        "大溪镇 28.6 7.2 1,204 1",
        "泽国镇 22.1 -3.1 988 2",
    ) == [
        ("大溪镇", "工业总产值", "2860000000", "元", "2024-01/2024-03"),
        ("大溪镇", "工业总产值增速", "7.2", "%", "2024-01/2024-03"),
        ("大溪镇", "企业数", "1204", "家", "2024-01/2024-03"),
        ("大溪镇", "企业数排名", "1", "位", "2024-01/2024-03"),
        ("泽国镇", "工业总产值", "2210000000", "元", "2024-01/2024-03"),
        ("泽国镇", "工业总产值增速", "-3.1", "%", "2024-01/2024-03"),
        ("泽国镇", "企业数", "988", "家", "2024-01/2024-03"),
        ("泽国镇", "企业数排名", "2", "位", "2024-01/2024-03"),
    ]


def test_rows_of_indicators_over_years(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        "# 全市粮食生产情况",
        "| 指标 | 2022年 | 2023年 |",
        "|---|---|---|",
        "| 粮食播种面积（万亩） | 21.5 | 22.0 |",
        "| 其中：早稻产量（吨） | - | 9300 |",
    ) == [
        ("温岭市", "粮食播种面积", "215000", "亩", "2022"),
        ("温岭市", "粮食播种面积", "220000", "亩", "2023"),
        ("温岭市", "早稻产量", "9300", "吨", "2023"),
    ]


def test_units_in_a_column_of_their_own(tmp_path: Path) -> None:
    assert told(
        tmp_path,
        "# 2023年大溪镇主要经济指标",
        "指标\t单位\t绝对值\t同比增长（%）",
        "规上工业增加值\t亿元\t201.3\t-1.4",
        "用电量\t万千瓦时\t5200\t4.4",
    ) == [
        ("大溪镇", "规上工业增加值", "20130000000", "元", "2023"),
        ("大溪镇", "规上工业增加值同比增长", "-1.4", "%", "2023"),
        ("大溪镇", "用电量", "52000000", "千瓦时", "2023"),
        ("大溪镇", "用电量同比增长", "4.4", "%", "2023"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["# 各镇产值", "大溪镇 28.6 7.2", "泽国镇 22.1 3.1"],
        ["# 各镇得分", "镇 得票率排序 权重", "大溪镇 28.6 7.2", "泽国镇 22.1 3.1"],
        ["# 人员名单", "班组 甲班（人） 乙班（人）", "装配 28 7", "调试 22 3"],
    ],
)
def test_what_has_no_header_unit_or_thing_tells_nothing(tmp_path: Path, lines: list[str]) -> None:
    assert told(tmp_path, *lines) == []


@pytest.mark.parametrize(
    ("heading", "modality"),
    [("2024年各镇目标", "target"), ("2024年各镇目标完成情况", "actual"), ("2024年各镇投资", "actual")],
)
def test_targets(tmp_path: Path, heading: str, modality: str) -> None:
    found = figures(shard_of(tmp_path, f"# {heading}", "镇 投资（亿元）", "大溪镇 28.6", "泽国镇 22.1"))
    assert [f.modality for _, f in found] == [modality] * 2


def test_the_row_is_the_evidence(tmp_path: Path) -> None:
    shard = shard_of(tmp_path, "# 2024年各镇投资", "镇 投资（亿元）", "大溪镇 28.6", "泽国镇 22.1")
    text = shard.reading.articles[0].text
    assert [(text[f.sentence.start : f.sentence.end], f.written) for _, f in figures(shard)] == [
        ("大溪镇 28.6", "28.6"),
        ("泽国镇 22.1", "22.1"),
    ]
