"""Whatever is asked: an answer or QueryError; nothing is written, and no other server is called."""

from __future__ import annotations

from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.errors import QueryError
from wlgraph.graph.query import run, serialize

WORDS = (
    "SELECT", "*", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "{", "}", "?s", "?p", "?o", ".", ";", "a", "wl:Company", "FILTER", "(", ")",
    "OPTIONAL", "UNION", "GRAPH", "FROM", "<http://127.0.0.1:9/x>", "SERVICE", "SILENT", "LIMIT", "1", "BIND", "AS", "GROUP BY",
    "COUNT", "INSERT DATA", "DELETE", "LOAD", "CLEAR ALL", "DROP", "VALUES", "skos:prefLabel", '"甲"', "REGEX", "'(a+)+$'", "PREFIX", "x:", "#", "\n", "+", "/", "^",
)  # fmt: skip
queries = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=24).map(" ".join)
OUTSIDE = (
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } UNION { ?s ?p ?o } }",
    "SELECT * { FILTER EXISTS { SERVICE ?g { ?s ?p ?o } } }",
    "SELECT * { { SELECT ?s { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
)
UPDATES = (
    "INSERT DATA { <urn:a> <urn:b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/>",
    "CLEAR ALL",
    "DROP ALL",
)


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    for number in range(20):
        made.add(ox.Quad(ox.NamedNode(f"urn:{number}"), label, ox.Literal("甲" * number, language="zh")))
    return made


@given(query=queries, form=st.sampled_from(["csv", "json", "turtle", "table"]))
def test_any_query_is_answered_or_refused(store: ox.Store, query: str, form: str) -> None:
    before = len(store)
    with suppress(QueryError):
        serialize(store, query, form)
    assert len(store) == before


@pytest.mark.parametrize("query", [*OUTSIDE, *UPDATES])
def test_what_leads_outside_or_writes_is_refused(store: ox.Store, query: str) -> None:
    with pytest.raises(QueryError):
        run(store, query)
    assert len(store) == 20
