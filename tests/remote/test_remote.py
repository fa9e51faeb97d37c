"""Loading into and asking a real store: the Oxigraph server."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from wlgraph.errors import GraphError, QueryError
from wlgraph.graph.query import select
from wlgraph.graph.store import INFERRED_GRAPH, open_store
from wlgraph.remote.address import is_url
from wlgraph.remote.endpoint import ASSERTED, Endpoint
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


def test_an_endpoint_refuses_in_words(server: str) -> None:
    with pytest.raises(QueryError, match="not valid SPARQL"):
        Endpoint(f"{server}/query").ask("DELETE WHERE { ?s ?p ?o }", "json")
    with pytest.raises(GraphError, match="does not answer"):
        Endpoint("http://127.0.0.1:9/query").ask("ASK {}", "json")
    with pytest.raises(QueryError, match="404"):
        Endpoint(f"{server}/nothing").ask("ASK {}", "json")


def test_push_says_where_it_broke_off(folder: Path) -> None:
    with pytest.raises(GraphError, match="push again"):
        push(open_store(folder), "http://127.0.0.1:9/store")


@pytest.mark.parametrize(
    ("location", "url"), [("http://127.0.0.1:7878/query", True), ("graphs/", False), ("https:x", False)]
)
def test_is_url(location: str, url: bool) -> None:
    assert is_url(location) is url


@pytest.mark.parametrize("union", [True, False])
def test_what_only_follows_is_not_copied(union: bool) -> None:
    said, shown, follows = (ox.NamedNode(f"urn:{n}") for n in ("said", "shown", "follows"))
    store = ox.Store()
    store.add(ox.Quad(said, said, said))
    store.add(ox.Quad(shown, shown, shown, ox.NamedNode("urn:page")))
    store.add(ox.Quad(follows, follows, follows, INFERRED_GRAPH))
    found = store.query(ASSERTED, use_default_graph_as_union=union)
    assert isinstance(found, ox.QueryTriples)
    assert {t.subject for t in found} == {said, shown}
