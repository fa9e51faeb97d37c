"""The public face of a graph: asking it, and going through it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF

from wlgraph.api import Answer, Graph, load
from wlgraph.diff import compare
from wlgraph.errors import GraphError, QueryError, SettingsError
from wlgraph.exports import export
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.starting import start_corpus
from wlgraph.views import write_dossiers, write_view

FIRM = "浙江海澜星泵业有限公司"
SELECT, ASK = "SELECT ?c WHERE { ?c a wl:Company }", "ASK { ?c a wl:Company }"
CONSTRUCT, DESCRIBE = "CONSTRUCT { ?c a wl:Company } WHERE { ?c a wl:Company }", f"DESCRIBE <{DEFAULT_BASE}e1>"


@pytest.fixture(scope="module")
def graph(folder: Path) -> Graph:
    return load(folder)


@pytest.mark.parametrize(("asked", "answer"), [(ASK, True), ("ASK { ?c a wl:Village }", False)])
def test_ask_gives_a_truth_value(graph: Graph, asked: str, answer: bool) -> None:
    assert graph.ask(asked) is answer


@pytest.mark.parametrize("asked", [CONSTRUCT, DESCRIBE])
def test_construct_gives_an_rdflib_graph(graph: Graph, asked: str) -> None:
    made = graph.construct(asked)
    assert isinstance(made, rdflib.Graph)
    assert (rdflib.URIRef(f"{DEFAULT_BASE}e1"), RDF.type, WL.Company) in made


def test_what_is_constructed_is_a_graph_of_its_own(graph: Graph) -> None:
    made, before = graph.construct(CONSTRUCT), len(graph.to_rdflib())
    made.add((rdflib.URIRef("https://example.org/a"), RDF.type, WL.Company))
    assert len(made) == 2
    assert len(graph.to_rdflib()) == before


@pytest.mark.parametrize(("method", "form"), [("ask", "ASK"), ("construct", "CONSTRUCT")])
def test_what_only_follows_may_be_left_out(graph: Graph, method: str, form: str) -> None:
    words = {"ASK": "ASK { ?s a wl:Organization }", "CONSTRUCT": "CONSTRUCT WHERE { ?s a wl:Organization }"}[form]
    assert getattr(graph, method)(words)
    assert not getattr(graph, method)(words, asserted_only=True)


@pytest.mark.parametrize(
    ("method", "asked", "right"),
    [
        ("query", ASK, "ask()"),
        ("query", CONSTRUCT, "construct()"),
        ("query", DESCRIBE, "construct()"),
        ("ask", SELECT, "query()"),
        ("ask", CONSTRUCT, "construct()"),
        ("construct", SELECT, "query()"),
        ("construct", ASK, "ask()"),
    ],
)
def test_another_form_of_query_is_refused_with_the_right_method(
    graph: Graph, method: str, asked: str, right: str
) -> None:
    with pytest.raises(QueryError) as refusal:
        getattr(graph, method)(asked)
    assert f"call {right}" in str(refusal.value)


@pytest.mark.parametrize(
    ("cls", "names"),
    [
        ("Company", [FIRM]),
        ("Organization", [FIRM]),
        ("Place", ["大溪镇", "大溪泵业园", "温岭市"]),
        ("Official", []),
        ("https://w3id.org/wlgraph/ontology#Town", ["大溪镇"]),
        (None, [FIRM, "大溪镇", "大溪泵业园", "温岭市", "绿色工厂", "周亦然"]),
    ],
)
def test_entities_of_a_class(graph: Graph, cls: str | None, names: list[str]) -> None:
    assert sorted(thing.name for thing in graph.entities(cls)) == sorted(names)


def test_entities_come_with_their_claims_and_figures(graph: Graph) -> None:
    (firm,) = graph.entities("Company")
    assert firm == graph.entity(FIRM)


@pytest.mark.parametrize("cls", ["Claim", "Firm"])
def test_a_class_that_things_do_not_have_is_refused(graph: Graph, cls: str) -> None:
    with pytest.raises(SettingsError, match="IndustrialPark"):
        graph.entities(cls)


@pytest.mark.parametrize(
    ("listed", "of", "size"),
    [
        (Graph.claims, None, 4),
        (Graph.claims, FIRM, 3),
        (Graph.claims, "绿色工厂", 1),
        (Graph.claims, f"{DEFAULT_BASE}e3", 1),
        (Graph.figures, None, 1),
        (Graph.figures, "海澜星", 1),
        (Graph.figures, "大溪镇", 0),
    ],
)
def test_claims_and_figures_of_one_thing_or_all(
    graph: Graph, listed: Callable[..., Answer], of: str | None, size: int
) -> None:
    assert len(listed(graph, of)) == size


def test_a_figure_has_value_sentence_and_iris(graph: Graph) -> None:
    (figure,) = graph.figures()
    assert (figure["thing"], figure["value"], figure["unit"]) == (FIRM, Decimal(200000000), "元")
    assert figure["quote"] == "公司计划到2026年产值超2亿元。"
    assert graph.ask(f"ASK {{ <{figure['figure']}> wl:observed <{figure['thing_iri']}> }}")


@pytest.mark.parametrize("listed", [Graph.claims, Graph.figures])
def test_an_unknown_name_is_refused(graph: Graph, listed: Callable[..., Answer]) -> None:
    with pytest.raises(GraphError, match="无名"):
        listed(graph, "无名")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda graph: graph.query(None), "sparql is None"),
        (lambda graph: graph.query(""), "sparql is ''"),
        (lambda graph: graph.ask(["ASK {}"]), "sparql is"),
        (lambda graph: graph.construct(3), "sparql is 3"),
        (lambda graph: graph.saved(None), "name is None"),
        (lambda graph: graph.entity(None), "name is None"),
        (lambda graph: graph.entity(" "), "name is ' '"),
        (lambda graph: graph.entity(["大溪镇"]), "name is"),
        (lambda graph: graph.entities(3), "cls is 3"),
        (lambda graph: graph.entities("http://example.org/a b"), "no class"),
        (lambda graph: graph.claims(""), "name is ''"),
        (lambda graph: graph.figures(7), "name is 7"),
        (lambda graph: graph.path(FIRM, None), "name is None"),
        (lambda graph: graph.connectors(most=0), "most is 0; give a whole number from 1 on"),
        (lambda graph: graph.connectors(most=2.5), "most is 2.5"),
        (lambda graph: graph.groups(most=-1), "most is -1"),
        (lambda graph: graph.groups(most=True), "most is True"),
        (lambda graph: graph.shared(most="5"), "most is '5'"),
        (lambda graph: graph.shared(largest=0), "largest is 0"),
        (lambda graph: graph.shared("parks"), "kinds is 'parks'; give a list"),
        (lambda graph: graph.shared(None), "kinds is None"),
        (lambda graph: graph.merge(None), "location is None"),
        (lambda graph: graph.save(None), "path is None"),
        (lambda graph: graph.save("."), ". is a folder; name the file to write"),
        (lambda graph: export(graph, "gexf", "x.gexf"), "give the store of a Graph"),
        (lambda _: export("graphs/", "gexf", "x.gexf"), "store is 'graphs/'"),  # type: ignore[arg-type]
        (lambda graph: graph.view("x.html", focus=FIRM, hops=-1), "hops is -1; give a whole number from 0 on"),
        (lambda graph: graph.view("x.html", focus=FIRM, hops=1.5), "hops is 1.5"),
        (lambda graph: graph.view("x.html", focus=None), "focus is None"),
        (lambda graph: graph.view("x.html", title=5), "title is 5"),
        (lambda graph: graph.view(""), "out is ''"),
        (lambda _: load(None), "location is None"),  # type: ignore[arg-type]
        (lambda _: load(""), "location is ''"),
    ],
)
def test_an_argument_that_makes_no_sense_is_refused(
    graph: Graph, call: Callable[[Any], object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError) as refusal:
        call(graph)
    assert said in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_iri_is_no_entity(graph: Graph) -> None:
    with pytest.raises(GraphError, match="no IRI"):
        graph.entity("http://example.org/a b")


@pytest.mark.parametrize(
    "write",
    [
        lambda graph, out: export(graph.store, "jsonld", out),
        lambda graph, out: graph.view(out),
        lambda graph, out: write_view(graph.store, out),
        lambda graph, out: write_dossiers(graph.store, out),
        lambda _, out: start_corpus(out, "玉环市"),
    ],
)
def test_a_path_may_be_text(graph: Graph, write: Callable[[Graph, str], object], tmp_path: Path) -> None:
    write(graph, str(tmp_path / "made"))
    assert (tmp_path / "made").exists()


def test_a_view_and_a_comparison_read_a_path_given_as_text(folder: Path, tmp_path: Path) -> None:
    assert write_view(str(folder), str(tmp_path / "x.html")).things
    assert compare(str(folder), str(folder)).changes == ()


ANSWER = Answer(columns=("name", "count"), rows=(("甲", 1), ("乙", 2), ("丙", 3)))


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (0, {"name": "甲", "count": 1}),
        (-1, {"name": "丙", "count": 3}),
        (slice(1, None), Answer(columns=("name", "count"), rows=(("乙", 2), ("丙", 3)))),
        (slice(5, None), Answer(columns=("name", "count"), rows=())),
    ],
)
def test_an_answer_is_indexed(place: int | slice, found: Any) -> None:
    assert ANSWER[place] == found


def test_an_answer_has_a_length_and_an_end() -> None:
    assert len(ANSWER) == 3
    with pytest.raises(IndexError):
        ANSWER[3]
