from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from wlgraph.build import build
from wlgraph.graph.check import faults
from wlgraph.graph.continuations import Continuations, Issues
from wlgraph.graph.namespace import WL
from wlgraph.graph.page_numbers import page_number
from wlgraph.model import Article, Block, Jump, Naming, Page, Reading, Shard, Span, Stating

PUMPS = "水泵企业车间里新装的智能产线正在调试，泵业技改让订单翻番，老板林则安说水泵出口又多了"
PUMPS_ON = "这条智能产线投产之后，水泵出口订单排到年底，泵业技改的经验将在全镇推广"
FISH = "渔港里渔船归来，渔民卸下梭子蟹和带鱼，海鲜码头一早就挤满了收购商"
FISH_ON = "渔民说梭子蟹今年个头大，收购商把带鱼运往各地，海鲜码头忙到傍晚"
SCHOOL = "学校运动会上，孩子们跑步跳远，家长在看台上加油"

Line = tuple[str, str]


def _shard(page: str, number: str, *articles: tuple[str, str, tuple[Line, ...]], date: str = "2024-05-06") -> Shard:
    made, jumps = [], []
    for i, (headline, body, lines) in enumerate(articles, start=1):
        text = f"{headline}\n{body}"
        head = Span(0, len(headline))
        blocks = (Block(kind="headline", span=head), Block(kind="body", span=Span(len(headline) + 1, len(text))))
        offsets = tuple(range(len(text)))
        made.append(
            Article(id=f"a{i}", text=text, offsets=offsets, blocks=blocks, sentences=(head,), headline=headline)
        )
        jumps += [Jump(article=f"a{i}", direction=way, page_number=to) for way, to in lines]  # type: ignore[arg-type]
    record = Page(name=page, text="", publication="海州日报", date=date, number=number)
    return Shard(
        key=page,
        reading=Reading(page=record, articles=tuple(made), jumps=tuple(jumps)),
        naming=Naming(mentions=(), referents=()),
        stating=Stating(claims=(), figures=()),
    )


def _joined(shards: list[Shard]) -> Continuations:
    issues = Issues()
    for place, shard in enumerate(shards):
        issues.see(place, shard.reading)
    return issues.joined(shards)


def _links(found: Continuations) -> list[str]:
    return [f"{link.page} {link.article} > {link.next_page} {link.next_article}" for link in found.links]


TO_3: tuple[Line, ...] = (("to", "三"),)
FROM_1: tuple[Line, ...] = (("from", "一"),)


@pytest.mark.parametrize(
    ("shards", "links"),
    [
        pytest.param(
            [_shard("p1", "1", ("泵业技改", PUMPS, TO_3)), _shard("p3", "3", ("上接", SCHOOL, FROM_1))],
            ["p1 a1 > p3 a1"],
            id="lines on both sides, one of each",
        ),
        pytest.param(
            [_shard("p1", "1", ("泵业技改", PUMPS, TO_3)), _shard("p3", "3", ("运动会", SCHOOL, ()), ("续", PUMPS_ON, ()))],
            ["p1 a1 > p3 a2"],
            id="a line on the first page alone, words agree",
        ),
        pytest.param(
            [_shard("p1", "1", ("泵业", PUMPS, ()), ("渔港", FISH, ())), _shard("p3", "3", ("鲜", FISH_ON, FROM_1))],
            ["p1 a2 > p3 a1"],
            id="a line on the second page alone, words agree",
        ),
        pytest.param(
            [_shard("p1", "1", ("大溪镇泵业技改", FISH, TO_3)), _shard("p3", "3", ("大溪镇泵业技改（续）", SCHOOL, ()))],
            ["p1 a1 > p3 a1"],
            id="the same headline",
        ),
        pytest.param(
            [
                _shard("p1", "1", ("泵业", PUMPS, TO_3), ("渔港", FISH, TO_3)),
                _shard("p3", "3", ("鲜", FISH_ON, FROM_1), ("续", PUMPS_ON, FROM_1)),
            ],
            ["p1 a1 > p3 a2", "p1 a2 > p3 a1"],
            id="two on the same pages, told apart by their words",
        ),
        pytest.param(
            [_shard("A1.txt", "A1", ("泵业", PUMPS, (("to", "Ａ 03"),))), _shard("A3.txt", "A03", ("续", PUMPS_ON, ()))],
            ["A1.txt a1 > A3.txt a1"],
            id="page numbers written otherwise",
        ),
        pytest.param(
            [
                _shard("p1", "1", ("泵业", PUMPS, (("to", "末"),))),
                _shard("p3", "3", ("鱼", FISH, ())),
                _shard("p8", "8", ("续", PUMPS_ON, (("from", "头"),))),
            ],
            ["p1 a1 > p8 a1"],
            id="the first and the last page",
        ),
        pytest.param(
            [_shard("p1", "", ("泵业", PUMPS, TO_3)), _shard("p3", "", ("续", PUMPS_ON, FROM_1))],
            ["p1 a1 > p3 a1"],
            id="page numbers unknown, lines on both sides",
        ),
        pytest.param(
            [
                _shard("p1", "1", ("泵业", PUMPS, TO_3)),
                _shard("p3", "3", ("渔港", FISH, (("to", "四"), ("from", "一")))),
                _shard("p4", "4", ("续", FISH_ON, (("from", "三"),))),
            ],
            ["p1 a1 > p3 a1", "p3 a1 > p4 a1"],
            id="over three pages",
        ),
    ],
)  # fmt: skip
def test_jump_lines_link_what_goes_on(shards: list[Shard], links: list[str]) -> None:
    found = _joined(shards)
    assert _links(found) == links
    assert found.notices == ()
    assert _joined(shards[::-1]) == found


@pytest.mark.parametrize(
    ("shards", "codes"),
    [
        pytest.param([_shard("p1", "1", ("泵业", PUMPS, TO_3))], ["continuation-missing"], id="the page is not there"),
        pytest.param([_shard("p3", "3", ("续", PUMPS_ON, FROM_1))], ["continuation-missing"], id="the start is not there"),
        pytest.param(
            [_shard("p1", "1", ("泵业", PUMPS, TO_3)), _shard("p3", "3", ("运动会", SCHOOL, ()))],
            ["continuation-unclear"],
            id="no article fits",
        ),
        pytest.param(
            [_shard("p1", "1", ("泵业", PUMPS, TO_3)), _shard("p3", "3", ("续", PUMPS_ON, (("from", "二"),)))],
            ["continuation-unclear", "continuation-missing"],
            id="the other page points elsewhere",
        ),
        pytest.param(
            [_shard("p1", "1", ("泵业", PUMPS, TO_3)), _shard("p3", "3", ("续", PUMPS_ON, FROM_1), date="2024-05-07")],
            ["continuation-missing", "continuation-missing"],
            id="another day's paper",
        ),
        pytest.param(
            [_shard("p1", "1", ("泵业", PUMPS, TO_3), date=""), _shard("p3", "3", ("续", PUMPS_ON, FROM_1), date="")],
            ["continuation-missing", "continuation-missing"],
            id="no date, so no issue",
        ),
    ],
)  # fmt: skip
def test_jump_lines_list_what_leads_nowhere(shards: list[Shard], codes: list[str]) -> None:
    found = _joined(shards)
    assert found.links == ()
    assert [notice.code for notice in found.notices] == codes


@pytest.mark.parametrize(
    ("written", "number"),
    [("三", "3"), ("第3版", "3"), ("03", "3"), ("Ａ３", "A3"), ("a 12", "A12"), ("十二", "12"), ("头", "1"), ("末", "末"),
     ("", ""), ("1", "1")],
)  # fmt: skip
def test_page_number_has_one_form(written: str, number: str) -> None:
    assert page_number(written) == number


FIRST = """大溪镇泵业技改提速

本报讯（记者周亦然）走进浙江海澜星泵业有限公司的车间，智能产线正在调试。公司总经理林则安说，去年水泵产值达1.2亿元。

泵业技改让大溪镇的订单翻番。（下转第三版）
"""
THIRD = """大溪镇泵业技改提速

（上接第一版）海澜星泵业的智能产线投产后，水泵出口订单排到年底。大溪镇将推广泵业技改的经验。
"""


def _write(folder: Path, name: str, text: str, page: str) -> None:
    (folder / f"{name}.txt").write_text(text, "utf-8")
    sidecar = f'{{"publication": "温岭日报", "date": "2024-05-06", "page": "{page}"}}'
    (folder / f"{name}.meta.json").write_text(sidecar, "utf-8")


def test_a_build_joins_pages_and_reports_what_is_missing(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    _write(pages, "p1", FIRST, "1")
    alone = build([pages], tmp_path / "alone")
    assert list(alone.notices["continuation-missing"]) == [
        "p1.txt a1: '大溪镇泵业技改提速' goes on upon page 3, but that page is not in the corpus."
    ]
    _write(pages, "p3", THIRD, "3")
    both = build([pages], tmp_path / "both")
    assert "continuation-missing" not in both.notices
    graph = Graph().parse(tmp_path / "both/graph.ttl")
    ((first, rest),) = graph.subject_objects(WL.continuesIn)
    assert (str(first)[-9:], str(rest)[-9:]) == ("p1.txt/a1", "p3.txt/a1")
    assert faults(tmp_path / "both") == []
