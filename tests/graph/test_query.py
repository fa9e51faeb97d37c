from __future__ import annotations

import traceback
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from wlgraph.errors import GraphError, QueryError
from wlgraph.graph.query import check_query, run, select, serialize
from wlgraph.graph.saved import saved_queries, saved_query
from wlgraph.graph.store import GRAPH, INFERRED_GRAPH, is_stored, open_store


def test_open_store_reads_folder_and_file_alike(folder: Path) -> None:
    question = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"
    assert is_stored(folder)
    stored, read = open_store(folder), open_store(folder / GRAPH)
    assert select(stored, question, asserted_only=True) == select(read, question, asserted_only=True)


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_open_store_says_what_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(GraphError, match=r"graph\.ttl|no file"):
        open_store(tmp_path / name)


def test_open_store_refuses_broken_turtle(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<a> <b> ", "utf-8")
    with pytest.raises(GraphError, match="not valid Turtle"):
        open_store(tmp_path / "x.ttl")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?a WHERE {",
        "DELETE WHERE { ?s ?p ?o }",
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "LOAD <http://127.0.0.1/x>",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { OPTIONAL { { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } UNION { ?s ?p ?o } } }",
        "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "ASK { sErViCe <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        f"ASK {'{ FILTER EXISTS ' * 3000}{'{ }' + ' }' * 3000}",
    ],
)
def test_what_no_store_may_be_asked_is_refused(folder: Path, query: str) -> None:
    with pytest.raises(QueryError):
        check_query(query)
    with pytest.raises(QueryError):
        run(open_store(folder), query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * WHERE { ?s ?p ?o", "the { at line 1, column 16 is not closed; a } is missing"),
        ("SELECT *\nWHERE { { ?s ?p ?o }", "the { at line 2, column 7 is not closed; a } is missing"),
        ("SELECT * { ?s ?p ?o }}", "the } at line 1, column 22 closes nothing"),
        ("SELECT * { ?s ?p ?o ) }", "the ) at line 1, column 21 closes nothing"),
        (
            "SELECT * { ?s wl:p [ a wl:Town }",
            "the [ at line 1, column 20 is not closed before the } at line 1, column 32",
        ),
        ("SELECT * { ?s ?p ?o FILTER(?o < 5 && ?o > 3 }", "the ( at line 1, column 27 is not closed before"),
        ('SELECT * { ?s ?p "}}" . # }\n', "the { at line 1, column 10 is not closed"),
        ("SELECT * { ?s ?p '''}'}''' ; <http://a#b> ?o", "the { at line 1, column 10 is not closed"),
        ('SELECT * { ?s ?p "abc }', 'the string that begins with " at line 1, column 18 is not closed'),
        ('SELECT * { ?s ?p """a"b }', 'the string that begins with """ at line 1, column 18 is not closed'),
        ('SELECT * { ?s ?p "a\\" }', 'the string that begins with " at line 1, column 18 is not closed'),
        ("SELECT * { ?s <http://a ?o }", "the IRI that begins at line 1, column 15 is not closed by >"),
        ("SELCT * { ?s ?p ?o }", "it begins with 'SELCT', and only SELECT, ASK"),
        ("PREFIX a: <http://a#> # b\nDELETE WHERE { ?s ?p ?o }", "it begins with 'DELETE'"),
        ("PREFIX a <http://a#> ASK {}", "what begins with 'PREFIX a <http://a#>…' at line 1, column 1"),
        (" \n", "it is empty"),
        ("SELECT * { ?s ?p ?o .\n\t?s ?p }", "what begins with '?s ?p }' at line 2"),
        ("SELECT * { ?s ?p ?o } ORDER BY", "what begins with 'ORDER BY' at line 1, column 23 cannot be read"),
    ],
)
def test_a_query_that_cannot_be_read_is_told_why(folder: Path, query: str, said: str) -> None:
    with pytest.raises(QueryError) as refusal:
        run(open_store(folder), query)
    assert str(refusal.value).startswith("The query is not valid SPARQL: ")
    assert said in str(refusal.value)


@pytest.mark.parametrize(
    "refused",
    [
        lambda store: select(store, "CONSTRUCT WHERE { ?s ?p ?o }"),
        lambda store: serialize(store, "CONSTRUCT WHERE { ?s ?p ?o }", "csv"),
        lambda store: serialize(store, "SELECT * WHERE { ?s ?p ?o }", "turtle"),
    ],
)
def test_a_refusal_holds_no_result_that_another_thread_would_drop(
    folder: Path, refused: Callable[[ox.Store], object]
) -> None:
    with pytest.raises(QueryError) as refusal:
        refused(open_store(folder))
    frames = [frame.f_locals for frame, _ in traceback.walk_tb(refusal.value.__traceback__)]
    held = [value for names in frames for value in names.values()]
    assert not [value for value in held if isinstance(value, ox.QuerySolutions | ox.QueryTriples)]


def test_select_gives_plain_values(folder: Path) -> None:
    rows = list(select(open_store(folder), "SELECT ?value ?unit WHERE { ?f wl:value ?value ; wl:unit ?unit }"))
    assert rows == [{"value": Decimal(200000000), "unit": "元"}]


def test_inferred_superclasses_are_seen_unless_told_otherwise(folder: Path) -> None:
    store, question = open_store(folder), "SELECT ?s WHERE { ?s a wl:Organization }"
    assert len(select(store, question)) == 1
    assert len(select(store, question, asserted_only=True)) == 0


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ASK FROM <%s> { ?s a wl:Organization }", True),
        ("ASK from <%s> { ?s a wl:Company }", False),
        ("ASK FROM <%s> { ?s a wl:Company }", False),
        ("ASK FROM NAMED <%s> { ?s a wl:Organization }", False),
        ("ASK FROM NAMED <%s> { GRAPH ?g { ?s a wl:Organization } }", True),
    ],
)
def test_a_query_asks_only_the_graphs_that_it_names(folder: Path, query: str, *, found: bool) -> None:
    assert bool(run(open_store(folder), query % INFERRED_GRAPH.value)) is found


def test_location_follows_containment(folder: Path) -> None:
    question = "SELECT ?c WHERE { ?c a wl:Company ; wl:locatedIn/skos:prefLabel '温岭市'@zh }"
    assert len(select(open_store(folder), question)) == 1


@pytest.mark.parametrize(
    ("form", "query", "expected"),
    [
        ("csv", "SELECT ?u WHERE { ?f wl:unit ?u }", "u\r\n元\r\n"),
        ("csv", "ASK { ?c a wl:Company }", "true\r\n"),
        ("json", "ASK { ?c a wl:Company }", '{"head":{},"boolean":true}'),
    ],
)
def test_serialize(folder: Path, form: str, query: str, expected: str) -> None:
    assert serialize(open_store(folder), query, form).decode() == expected


def test_serialize_construct_as_turtle(folder: Path) -> None:
    turtle = serialize(open_store(folder), "CONSTRUCT { ?c a wl:Company } WHERE { ?c a wl:Company }", "turtle")
    assert f"<{'https://w3id.org/wlgraph/id/'}e1>" in turtle.decode()


@pytest.mark.parametrize(("form", "query"), [("turtle", "SELECT ?s { ?s ?p ?o }"), ("csv", "DESCRIBE <http://a>")])
def test_serialize_refuses_a_format_that_does_not_fit(folder: Path, form: str, query: str) -> None:
    with pytest.raises(QueryError, match="turtle"):
        serialize(open_store(folder), query, form)


@pytest.mark.parametrize("name", saved_queries())
def test_saved_queries_run_and_are_titled(folder: Path, name: str) -> None:
    query = saved_query(name)
    assert query.zh
    assert query.en
    assert select(open_store(folder), query.sparql).columns


def test_green_factories_shows_the_sentence(folder: Path) -> None:
    (row,) = select(open_store(folder), saved_query("green-factories").sparql)
    assert row["company"] == "浙江海澜星泵业有限公司"
    assert row["sentence"] == "浙江海澜星泵业有限公司位于大溪镇，入选绿色工厂。"
