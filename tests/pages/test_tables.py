"""Which lines of a page are a table, and what its cells are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import Article, Table
from wlgraph.pages.lines import split_lines
from wlgraph.pages.reading import read_text
from wlgraph.pages.tables import cells_of, table_lines


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("文昌街道 28.6 7.2", ["文昌街道", "28.6", "7.2"]),
        ("| 海棠泵业 | 大溪镇 | 1.2亿元 |", ["海棠泵业", "大溪镇", "1.2亿元"]),
        ("财政 收入\t4.4\t", ["财政 收入", "4.4"]),
        ("镇（街道）  规上 产值  增速", ["镇（街道）", "规上 产值", "增速"]),
        ("新渡镇　31.2　10.4", ["新渡镇", "31.2", "10.4"]),
        ("没有格子的一行。", ["没有格子的一行。"]),
    ],
)
def test_cells(line: str, cells: list[str]) -> None:
    assert [line[c.start : c.end] for c in cells_of(line)] == cells


TABLES = [
    (["单位：亿元、%", "镇（街道） 产值 增速", "文昌街道 28.6 7.2", "龙腾街道 22.1 -3.1"], {0, 1, 2, 3}),
    (["文昌街道 28.6 7.2", "龙腾街道 22.1 -3.1"], {0, 1}),
    (["指标\t2022年", "粮食产量（万吨）\t9.1", "水果产量（万吨）\t3.0"], {0, 1, 2}),
    (["| 指标 | 单位 | 数值 |", "|---|---|---|", "| 产值 | 亿元 | 8.1 |", "| 税收 | 亿元 | - |"], {0, 1, 2, 3}),
    (["序号  镇  项目", "1  大溪镇  12", "2  泽国镇  9", "合计  21"], {0, 1, 2, 3}),
    (["镇 产值", "大溪镇 21.2", "会议指出，要稳增长。"], set()),
    (["中国队 3", "韩国队 1"], set()),
    (["海棠泵业 联系人：王女士 13800000001", "木槿机电 联系人：李先生 13800000002"], set()),
    (["通知 3月5日 14时", "公告 3月6日 9时"], set()),
    (["12 20 31", "11 19 30"], set()),
    (["镇里投资 28.6亿元，增长 7.2%。", "村里投资 2.6亿元，增长 3.2%。"], set()),
]


@pytest.mark.parametrize(("lines", "rows"), TABLES)
def test_lines_of_tables(lines: list[str], rows: set[int]) -> None:
    assert table_lines(split_lines("\n".join(lines))) == rows


PAGE = """## 全市经济平稳

本报讯（记者 林一帆）记者从市统计局获悉，前三季度全市实现地区生产总值845.2亿元。

附表：前三季度主要经济指标

单位：亿元

指标 数值

财政总收入 61.2

工业增加值 201.3

下一步，市统计局将加强监测。

## 各镇（街道）产值

镇（街道） 产值（亿元） 增速（%）

文昌街道 28.6 7.2

龙腾街道 22.1 -3.1

（数据来源：市统计局）

## 龙眠街道开展检查

本报讯（通讯员 陆瑶）连日来，龙眠街道开展安全检查。
"""


def read(page: str) -> tuple[Article, ...]:
    return read_text("页.txt", page).articles


def texts(article: Article, table: Table) -> tuple[str, list[str], list[list[str]]]:
    def cut(cells: tuple[tuple[int, int], ...]) -> list[str]:
        return [article.text[a:b] for a, b in cells]

    spans = [tuple((c.start, c.end) for c in row) for row in (table.header, *table.rows)]
    header, *rows = map(cut, spans)
    return article.text[table.note.start : table.note.end], header, rows


def test_a_table_stands_in_its_article() -> None:
    inset, alone, other = read(PAGE)
    assert [a.headline for a in (inset, alone, other)] == ["全市经济平稳", "各镇（街道）产值", "龙眠街道开展检查"]
    assert texts(inset, inset.tables[0]) == (
        "亿元", ["指标", "数值"], [["财政总收入", "61.2"], ["工业增加值", "201.3"]],
    )  # fmt: skip
    assert inset.text.endswith("下一步，市统计局将加强监测。")
    note, header, rows = texts(alone, alone.tables[0])
    assert (note, header) == ("", ["镇（街道）", "产值（亿元）", "增速（%）"])
    assert rows == [["文昌街道", "28.6", "7.2"], ["龙腾街道", "22.1", "-3.1"]]
    assert not other.tables


def test_an_empty_corner_is_the_first_cell() -> None:
    (article,) = read("# 粮食生产\n2021年\t2022年\n早稻\t21万吨\t22万吨\n晚稻\t9万吨\t10万吨\n")
    assert texts(article, article.tables[0])[1] == ["", "2021年", "2022年"]


def test_rows_as_long_as_a_column_is_wide_are_not_joined() -> None:
    rows = [f"第{n}街道第{n}社区 2{i}.6 1{i}.2" for i, n in enumerate("一二三四五六七八九")]
    prose = ["连日来街道开展安全大检查行动发现隐患"] * 12
    (article,) = read("\n".join(["# 各社区产值", *prose, "各社区产值 产值 增速", *rows]))
    assert len(article.tables[0].rows) == len(rows)


@given(st.lists(st.text(alphabet="镇产 \t|　1.2%-—\n亿元", max_size=24), max_size=12))
def test_cells_are_parts_of_their_article(lines: list[str]) -> None:
    for article in read("\n".join(["# 标题行", *lines])):
        for table in article.tables:
            for row in (table.header, *table.rows):
                assert all(0 <= c.start <= c.end <= len(article.text) for c in row)
                assert all("\n" not in article.text[c.start : c.end] for c in row)
