"""Loading into and asking a real store: the Oxigraph server."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.cli.test_app import run
from wlgraph.errors import GraphError, QueryError
from wlgraph.graph.query import select
from wlgraph.graph.store import INFERRED_GRAPH, ONTOLOGY_GRAPH, open_store
from wlgraph.remote.address import is_url
from wlgraph.remote.endpoint import ASSERTED, Endpoint, with_prefixes
from wlgraph.remote.push import CORPUS_GRAPH, named_graphs, push

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@pytest.fixture
def server() -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    binary = Path(sys.executable).with_name("oxigraph")
    process = subprocess.Popen([binary, "serve", "--bind", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


def counted(server: str) -> int:
    answer = json.loads(Endpoint(f"{server}/query").ask(COUNT, "json"))
    return int(answer["results"]["bindings"][0]["n"]["value"])


def test_push_is_safe_to_repeat(folder: Path, server: str) -> None:
    store = open_store(folder)
    graphs = named_graphs(store)
    assert CORPUS_GRAPH in graphs
    steps: list[tuple[int, int]] = []
    assert push(store, f"{server}/store", progress=lambda *step: steps.append(step)) == len(graphs)
    assert steps[-1] == (len(graphs), len(graphs))
    once = counted(server)
    assert once == sum(map(len, graphs.values()))
    push(store, f"{server}/store")
    assert counted(server) == once


def test_an_endpoint_answers_like_the_file(folder: Path, server: str) -> None:
    store = open_store(folder)
    push(store, f"{server}/store")
    copied = Endpoint(f"{server}/query").copy()
    question = "SELECT ?n WHERE { ?c a wl:Company ; skos:prefLabel ?n } ORDER BY ?n"
    assert select(copied, question) == select(store, question)


def test_saved_queries_find_the_same_in_a_store_that_asks_all_graphs(folder: Path, server: str) -> None:
    push(open_store(folder), f"{server}/store")
    for name in ("most-mentioned", "tenants"):
        here, there = (
            run("query", where, "--saved", name) for where in (str(folder), f"{server}/query?union-default-graph")
        )
        assert there.returncode == 0, there.stderr
        assert there.stdout == here.stdout
        assert "row" in there.stdout


@pytest.mark.parametrize(
    ("question", "begins"),
    [("ASK { ?c a wl:Company }", "true"), ("CONSTRUCT { ?c a wl:Company } WHERE { ?c a wl:Company }", "<https://")],
)
def test_an_endpoint_answers_every_form_without_a_format(folder: Path, server: str, question: str, begins: str) -> None:
    push(open_store(folder), f"{server}/store")
    assert run("query", f"{server}/query?union-default-graph", question).stdout.startswith(begins)


def test_who_asks_an_empty_default_graph_is_told(folder: Path, server: str) -> None:
    assert not Endpoint(f"{server}/query").keeps_graphs_apart()
    push(open_store(folder), f"{server}/store")
    apart, together = (
        run("query", f"{server}/query{option}", "ASK { ?c a wl:Company }") for option in ("", "?union-default-graph")
    )
    assert apart.stdout == "false\n"
    assert "add ?union-default-graph to the address" in apart.stderr
    assert together.stdout == "true\n"
    assert together.stderr == ""


def test_what_is_asserted_is_not_asked_of_an_endpoint() -> None:
    done = run("query", "http://127.0.0.1:9/query", "ASK {}", "--asserted")
    assert done.returncode == 2
    assert "name the graphs by FROM" in done.stderr


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK {}",
        "PREFIX wl: <https://w3id.org/wlgraph/ontology#> ASK { ?c a wl:Company }",
        "prefix my: <https://example.org/> ASK { ?c a wl:Company ; my:note ?n }",
        'ASK { ?c skos:prefLabel "a prefix" }',
    ],
)
def test_every_prefix_is_declared_once(sparql: str) -> None:
    declared = with_prefixes(sparql)
    assert declared.endswith(sparql)
    assert len(re.findall(r"(?i)prefix wl: <", declared)) == 1
    assert len(re.findall(r"(?i)prefix skos: <", declared)) == 1


def test_an_endpoint_refuses_in_words(server: str) -> None:
    with pytest.raises(QueryError, match="not valid SPARQL"):
        Endpoint(f"{server}/query").ask("DELETE WHERE { ?s ?p ?o }", "json")
    with pytest.raises(GraphError, match="does not answer"):
        Endpoint("http://127.0.0.1:9/query").ask("ASK {}", "json")
    with pytest.raises(QueryError, match="404"):
        Endpoint(f"{server}/nothing").ask("ASK {}", "json")


def test_push_says_in_one_line_what_is_no_graph_store(folder: Path, server: str) -> None:
    with pytest.raises(
        GraphError, match=r"did not take the graph .* \(404 Not Found\); give the address .* push again\.$"
    ):
        push(open_store(folder), f"{server}/nothing")


def test_push_says_where_it_broke_off(folder: Path) -> None:
    with pytest.raises(GraphError, match="push again"):
        push(open_store(folder), "http://127.0.0.1:9/store")


@pytest.mark.parametrize(
    ("location", "url"), [("http://127.0.0.1:7878/query", True), ("graphs/", False), ("https:x", False)]
)
def test_is_url(location: str, url: bool) -> None:
    assert is_url(location) is url


@pytest.mark.parametrize("union", [True, False])
def test_what_only_follows_and_the_ontology_are_not_copied(union: bool) -> None:
    said, shown, follows, term = (ox.NamedNode(f"urn:{n}") for n in ("said", "shown", "follows", "term"))
    store = ox.Store()
    store.add(ox.Quad(said, said, said))
    store.add(ox.Quad(shown, shown, shown, ox.NamedNode("urn:page")))
    store.add(ox.Quad(follows, follows, follows, INFERRED_GRAPH))
    store.add(ox.Quad(term, term, term, ONTOLOGY_GRAPH))
    found = store.query(ASSERTED, use_default_graph_as_union=union)
    assert isinstance(found, ox.QueryTriples)
    assert {t.subject for t in found} == {said, shown}
