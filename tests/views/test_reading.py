"""What a view reads from RDF, by file, Oxigraph store or rdflib graph, and what it cuts out of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from tests.views.sample import HEADER, small
from tests.views.test_connections import two_parks
from wlgraph.errors import GraphError, OutputError, SettingsError
from wlgraph.views import write_view
from wlgraph.views.finding import find
from wlgraph.views.picture import draw
from wlgraph.views.reading import Reader, as_store
from wlgraph.views.records import Content
from wlgraph.views.selection import restrict, within
from wlgraph.views.spelling import spellings


def read(turtle: str) -> Content:
    store = ox.Store()
    store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    return Reader(store).read()


def test_the_three_sources_agree(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(small(), "utf-8")
    by_file = Reader(as_store(path)).read()
    by_rdflib = Reader(as_store(rdflib.Graph().parse(path))).read()
    assert by_file == by_rdflib == read(small())
    assert (len(by_file.things), len(by_file.claims), len(by_file.figures)) == (11, 9, 3)


def test_a_sentence_in_pieces_keeps_its_pieces_in_order() -> None:
    pieces = "".join(
        f":e/{n} a wl:Segment ; wl:start {start} ; wl:end {start + 5} .\n".replace(":e/", ":e\\/")
        for n, start in ((1, 90), (2, 10), (10, 50))
    )
    content = read(
        f'{HEADER}:a a wl:Company ; skos:prefLabel "甲"@zh . :b a wl:Town ; skos:prefLabel "乙"@zh .\n'
        ":c a wl:Claim ; rdf:subject :a ; rdf:predicate wl:locatedIn ; rdf:object :b ; wl:evidence :e .\n"
        ':e a wl:Evidence ; wl:quote "甲在乙" ; wl:segment :e\\/1, :e\\/2, :e\\/10 .\n' + pieces
    )
    assert content.quotes[0].spans == [(90, 95), (10, 15), (50, 55)]


def test_possibly_same_is_seen_from_both_sides() -> None:
    content = read(
        f'{HEADER}:a a wl:Company ; skos:prefLabel "甲"@zh ; wl:possiblySame :b .\n'
        ':b a wl:Company ; skos:prefLabel "乙"@zh .\n'
    )
    assert [thing.same for thing in content.things] == [[1], [0]]


def test_a_bare_triple_is_shown_and_a_backed_one_only_once() -> None:
    content = read(
        f'{HEADER}:a a wl:Company ; skos:prefLabel "甲"@zh ; wl:locatedIn :b ; wl:tenantOf :p .\n'
        ':b a wl:Town ; skos:prefLabel "乙"@zh . :p a wl:IndustrialPark ; skos:prefLabel "丙"@zh .\n'
        ":c a wl:Claim ; rdf:subject :a ; rdf:predicate wl:locatedIn ; rdf:object :b .\n"
    )
    assert [claim.p for claim in content.claims] == ["locatedIn", "tenantOf"]


@pytest.mark.parametrize(
    ("name", "hops", "kept"),
    [
        ("沈知远", 1, {"沈知远", "山前青禾泵业有限公司"}),
        ("陆明舟", 1, {"陆明舟", "山前市", "山前泵展"}),
        ("999901101", 1, {"青禾镇", "山前市", "山前青禾泵业有限公司"}),
    ],
)
def test_focus_keeps_what_lies_near(name: str, hops: int, kept: set[str]) -> None:
    content = read(small())
    cut = restrict(content, within(content, find(content, name), hops))
    claimed = {cut.things[end].name for claim in cut.claims for end in (claim.s, claim.o)}
    assert claimed == kept
    assert all(cut.quotes[q].article == 0 for claim in cut.claims for q in claim.quotes)
    draw(cut)


def test_view_of_a_focus(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(small(), "utf-8")
    report = write_view(graph, tmp_path / "v.html", focus="青禾泵业", hops=1)
    assert report.claims == 6
    assert report.bytes == (tmp_path / "v.html").stat().st_size


def test_neither_the_order_of_a_graph_nor_what_a_process_hashes_by_changes_the_page(tmp_path: Path) -> None:
    blocks = two_parks().removeprefix(HEADER).splitlines()
    pages = []
    for seed, order in (("1", blocks), ("2", blocks[::-1])):
        graph, out = tmp_path / f"{seed}.ttl", tmp_path / f"{seed}.html"
        graph.write_text("\n".join([HEADER, *order, ""]), "utf-8")
        script = f"from wlgraph.views import write_view; write_view({str(graph)!r}, {str(out)!r})"
        subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        pages.append(out.read_text("utf-8"))
    assert "城北泵业园" in pages[0]
    assert pages[0] == pages[1]


def test_errors_say_what_to_do(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(small(), "utf-8")
    with pytest.raises(SettingsError, match="子虚乌有"):
        write_view(graph, tmp_path / "v.html", focus="子虚乌有")
    with pytest.raises(GraphError):
        write_view(tmp_path / "none.ttl", tmp_path / "v.html")
    with pytest.raises(GraphError, match="names no thing"):
        write_view(ox.Store(), tmp_path / "v.html")
    with pytest.raises(OutputError):
        write_view(graph, tmp_path / "no folder" / "v.html")


@pytest.mark.parametrize(
    ("name", "keys"),
    [("沈知远", ["szy", "shenzhiyuan"]), ("BP850磨床", ["bp850mc", "bp850mochuang"]), ("IBM", []), ("", [])],
)
def test_spellings(name: str, keys: list[str]) -> None:
    assert spellings(name) == keys
