from __future__ import annotations

import pytest

from wlgraph.serve.negotiate import answers_in_triples, choose

SELECT = "SELECT ?s WHERE { ?s ?p ?o }"
CONSTRUCT = "CONSTRUCT WHERE { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("query", "triples"),
    [
        (SELECT, False),
        (CONSTRUCT, True),
        ("describe <http://a>", True),
        ("ASK { ?s ?p 'construct' }", False),
        ("# construct\nSELECT ?s { ?s ?p ?o }", False),
        ("PREFIX select: <http://construct/> CONSTRUCT WHERE { ?s ?p ?o }", True),
    ],
)
def test_answers_in_triples(query: str, triples: bool) -> None:
    assert answers_in_triples(query) is triples


@pytest.mark.parametrize(
    ("accept", "query", "short", "media"),
    [
        ("", SELECT, "", "application/sparql-results+json"),
        ("*/*", CONSTRUCT, "", "text/turtle"),
        ("text/csv", SELECT, "", "text/csv"),
        ("text/html;q=0.1, application/json", SELECT, "", "application/sparql-results+json"),
        ("application/sparql-results+xml;q=0.9, text/csv;q=0.5", SELECT, "", "application/sparql-results+xml"),
        ("text/turtle", SELECT, "", None),
        ("text/csv;q=0", SELECT, "", None),
        ("text/csv;q=abc, application/n-triples", CONSTRUCT, "", "application/n-triples"),
        ("", SELECT, "csv", "text/csv"),
        ("", SELECT, "turtle", None),
    ],
)
def test_choose(accept: str, query: str, short: str, media: str | None) -> None:
    assert choose(accept, query, short) == media
