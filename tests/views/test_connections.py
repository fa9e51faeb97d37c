"""Who connects the others, what belongs together, what firms share: in the data and in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.views.conftest import PHONE, Screen
from tests.views.sample import HOSTILE, Sample
from wlgraph.graph.store import open_store
from wlgraph.views import write_view
from wlgraph.views.connections import connect
from wlgraph.views.cut import cut
from wlgraph.views.reading import Reader
from wlgraph.views.terms import read_terms

LIT = (
    "const t = JSON.parse(document.getElementById('data').textContent).content.things;"
    "return [...(wlgraphView.scene.lit || [])].map((id) => t[id].name).sort()"
)
LINES = (
    "return [...document.querySelectorAll('#panel .measure')].map((e) => e.querySelector('.name, .pick').textContent)"
)
HEADING = "return document.querySelector('#panel h2').textContent"


def two_parks(south: str = "城南鞋业园") -> str:
    """Three firms in a park with a prize for two, three firms in another, and an official who opened both parks' fairs."""
    s = Sample()
    s.thing("county", "AdministrativeArea", "临溪县")
    s.thing("north", "IndustrialPark", "城北泵业园")
    s.thing("south", "IndustrialPark", south)
    s.thing("prize", "Recognition", "绿荫工厂")
    s.thing("head", "Official", "顾远舟")
    for fair, park in (("opening", "north"), ("fair", "south")):
        s.thing(fair, "Event", f"{fair}开幕式")
        s.claim(park, "organizes", fair, f"{park}办了开幕式。")
        s.claim("head", "attended", fair, f"顾远舟出席{fair}。")
    for number in range(6):
        firm = s.thing(f"f{number}", "Company", f"第{number}厂")
        s.claim(firm, "tenantOf", "north" if number < 3 else "south", f"第{number}厂在园内。")
        s.claim(firm, "locatedIn", "county", f"第{number}厂在临溪县。")
    for number in (0, 1):
        s.claim(f"f{number}", "received", "prize", "两厂获评绿荫工厂。")
    s.claim("f2", "received", "prize", "第2厂明年申报绿荫工厂。", modality="planned")
    return s.turtle()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("connections") / "graph.ttl"
    path.write_text(two_parks(), "utf-8")
    return path


@pytest.fixture(scope="module")
def page(graph: Path) -> Path:
    write_view(graph, graph.with_suffix(".html"))
    return graph.with_suffix(".html")


def measured(graph: Path, **wish: Any) -> dict[str, list[Any]]:
    """The measures of a graph, or of a part of it, by names."""
    whole = Reader(open_store(graph)).read()
    shown = cut(whole, read_terms(), **wish).content
    found, names = connect(whole, shown), [thing.name for thing in shown.things]
    return {
        "connectors": [(names[one.thing], one.share, one.ties) for one in found.connectors],
        "groups": [(one.size, {names[member] for member in one.members}) for one in found.groups],
        "pairs": [({names[one.a], names[one.b]}, [names[thing] for thing in one.things]) for one in found.pairs],
    }


def test_measures_leave_out_containment_and_what_is_only_planned(graph: Path) -> None:
    found = measured(graph)
    assert "临溪县" not in {name for name, _, _ in found["connectors"]}
    assert ("顾远舟", 2) in {(name, ties) for name, _, ties in found["connectors"]}
    assert found["pairs"][0] == ({"第0厂", "第1厂"}, ["城北泵业园", "绿荫工厂"])
    assert len(found["pairs"]) == 6
    assert any({"第3厂", "第4厂", "第5厂", "城南鞋业园"} <= members for _, members in found["groups"])


def test_a_part_shows_the_figures_of_the_whole(graph: Path) -> None:
    whole, part = measured(graph), measured(graph, focus="城北泵业园", hops=1)
    assert set(part["connectors"]) < set(whole["connectors"])
    assert len(part["pairs"]) == 3
    assert all(size >= len(members) for size, members in part["groups"])


@pytest.mark.parametrize("size", [(1440, 900), PHONE], ids=["desktop", "phone"])
def test_a_connector_leads_to_its_sentences_and_back(screen: Screen, page: Path, size: tuple[int, int]) -> None:
    screen.open(page, size)
    screen.click("谁连接各方")
    assert "请先看原句" in screen.panel()
    assert "只计已陈述的关系" in screen.panel()
    names = screen.run(LINES)
    assert names[0] == "顾远舟"
    assert "城北泵业园" not in names
    screen.click("顾远舟", "#panel")
    assert screen.run(HEADING) == "顾远舟"
    assert "顾远舟出席fair。" in screen.panel()
    assert "顾远舟" in screen.run(LIT)
    screen.click("← 返回名单", "#panel")
    assert screen.run(LINES) == names
    screen.run("document.getElementById('tick-anything').click()")
    assert "城北泵业园" in screen.run(LINES)
    assert screen.run("return document.documentElement.scrollWidth <= innerWidth")
    assert screen.complaints() == []


def test_a_pair_lights_what_both_have_with_the_sentences(screen: Screen, page: Path) -> None:
    screen.open(page, fragment="#lang=en")
    screen.click("Who connects")
    screen.click("Shared by firms", "#panel")
    screen.click("第0厂 — 第1厂", "#panel")
    assert screen.run(LIT) == sorted(["第0厂", "第1厂", "城北泵业园", "绿荫工厂"])
    assert screen.panel().count("两厂获评绿荫工厂。") == 2
    assert "no dealing between two firms" in screen.panel()
    screen.click("第0厂 — 第1厂", "#panel")
    assert screen.run(LIT) == []


def test_groups_are_listed_lit_and_coloured(screen: Screen, page: Path) -> None:
    screen.open(page)
    colours = "return new Set(wlgraphView.scene.nodes.get().map((n) => n.color.background)).size"
    by_class = screen.run(colours)
    screen.click("谁连接各方")
    screen.click("群体", "#panel")
    groups = len(screen.run(LINES))
    screen.run("document.getElementById('tick-colour-panel').click()")
    assert screen.run(colours) == groups + 1 != by_class, "the county stands in no group"
    screen.run("document.getElementById('pick-0').click()")
    assert len(screen.run(LIT)) >= 3
    assert len(screen.run("return wlgraphView.shown().nodes")) > len(screen.run(LIT))


@pytest.mark.parametrize(
    ("fragment", "left"),
    [
        ("", ["第0厂 — 第1厂", "第0厂 — 第2厂", "第1厂 — 第2厂", "第3厂 — 第4厂", "第3厂 — 第5厂", "第4厂 — 第5厂"]),
        ("&off=IndustrialPark", ["第0厂 — 第1厂"]),
        ("&offr=tenantOf", ["第0厂 — 第1厂"]),
        ("&conf=0.95", []),
        ("&from=2022-01-01", []),
    ],
)
def test_filters_choose_what_is_listed(screen: Screen, page: Path, fragment: str, left: list[str]) -> None:
    screen.open(page, fragment=f"#tab=shared{fragment}")
    assert sorted(screen.run(LINES)) == left


def test_the_address_restores_list_line_and_colour(screen: Screen, page: Path) -> None:
    screen.open(page)
    screen.click("谁连接各方")
    screen.click("企业的交集", "#panel")
    screen.run("document.getElementById('pick-1').click()")
    screen.run("document.getElementById('tick-colour-legend').click()")
    lit, fragment = screen.run(LIT), screen.run("return location.hash")
    assert len(lit) >= 3
    screen.open(page, fragment=fragment)
    assert screen.run(LIT) == lit
    assert screen.run("return document.getElementById('tick-colour-legend').checked")
    screen.press("canvas", "Escape")
    assert screen.run("return document.getElementById('panel').hidden")
    assert "tab=" not in screen.run("return location.hash")


def test_hostile_names_stay_text_in_the_lists(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(two_parks(south=HOSTILE[0]), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html", fragment="#tab=shared")
    assert HOSTILE[0] in screen.panel()
    assert screen.run("return window.broken") is None
    assert screen.complaints() == []
    assert [url for url in screen.requests() if not url.startswith(("file:", "data:", "blob:", "about:"))] == []


def test_a_graph_with_nothing_to_measure_offers_no_list(screen: Screen, tmp_path: Path) -> None:
    s = Sample()
    s.claim(
        s.thing("a", "Company", "海澜厂"), "locatedIn", s.thing("b", "AdministrativeArea", "临溪县"), "海澜厂在临溪县。"
    )
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    assert screen.run("return document.getElementById('connections-button').hidden")
    assert screen.complaints() == []


def test_a_large_graph_opens_what_a_line_names(screen: Screen, pages: Any) -> None:
    screen.open(pages("large"), fragment="#tab=groups&colour=group")
    screen.run("document.getElementById('pick-0').click()")
    names = screen.run(LIT)
    assert len(names) >= 3
    assert screen.complaints() == []
