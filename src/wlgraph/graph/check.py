"""Is a graph sound? Shapes, quotes against the pages' texts, and every direct triple backed by a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.namespace import SH

from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.query import select
from wlgraph.graph.store import GRAPH, open_store

UNBACKED = """SELECT ?s ?predicate ?o WHERE {
  ?s ?p ?o . FILTER(STRSTARTS(STR(?p), STR(wl:)) && isIRI(?o))
  ?s skos:prefLabel ?name . ?o skos:prefLabel ?other .
  FILTER(?p != wl:possiblySame)
  FILTER NOT EXISTS { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; wl:modality "stated" }
  BIND(STRAFTER(STR(?p), "#") AS ?predicate) } ORDER BY ?s ?p ?o"""
WHOLE = """SELECT ?e ?quote ?page ?start ?end WHERE {
  ?e wl:quote ?quote ; wl:start ?start ; wl:end ?end ; wl:inArticle/wl:onPage/schema:identifier ?page } ORDER BY ?e"""
PIECES = """SELECT ?e ?quote ?page ?start ?end WHERE {
  ?e wl:quote ?quote ; wl:segment ?s ; wl:inArticle/wl:onPage/schema:identifier ?page .
  ?s wl:start ?start ; wl:end ?end } ORDER BY ?e ?s"""


def faults(location: Path, pages: Mapping[str, str] | None = None) -> list[str]:
    """What is wrong with a graph, one sentence each; empty where it is sound.

    ``pages`` are the pages' texts by file name; without them quotes are not compared.
    """
    store = open_store(location)
    found = [*_shape_faults(location / GRAPH if location.is_dir() else location), *_unbacked(store)]
    return found + (list(_wrong_quotes(store, pages)) if pages else [])


def _shape_faults(graph_file: Path) -> Iterator[str]:
    from pyshacl import validate

    graph = Graph().parse(graph_file, format="turtle")
    conforms, report, _ = validate(graph, shacl_graph=str(ontology_dir() / "shapes.ttl"), shacl_graph_format="turtle")
    if conforms:
        return
    assert isinstance(report, Graph)
    for result in sorted(report.objects(None, SH.result), key=str):
        node = report.value(result, SH.focusNode)
        messages = report.objects(result, SH.resultMessage)
        english = next((str(m) for m in messages if getattr(m, "language", "en") != "zh"), "A shape is violated.")
        value = report.value(result, SH.value)
        yield f"{_short(node)}: {english}" + (f" (found {_short(value)})" if value is not None else "")


def _unbacked(store: ox.Store) -> Iterator[str]:
    for row in select(store, UNBACKED, asserted_only=True):
        yield f"No stated claim backs {row['s']} {row['predicate']} {row['o']}."


def _wrong_quotes(store: ox.Store, pages: Mapping[str, str]) -> Iterator[str]:
    spelled: dict[str, list[str]] = {}
    quotes: dict[str, str] = {}
    for question in (WHOLE, PIECES):
        for row in select(store, question, asserted_only=True):
            evidence, page = str(row["e"]), str(row["page"])
            if page not in pages:
                continue
            quotes[evidence] = str(row["quote"])
            start, end = row["start"], row["end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            spelled.setdefault(evidence, []).append(pages[page][start:end])
    for evidence, quote in quotes.items():
        if _squeeze("".join(spelled[evidence])) != _squeeze(quote):
            yield f"{evidence}: the quote does not stand at its offsets."


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _short(node: object) -> str:
    return str(node) if isinstance(node, URIRef) else repr(str(node))
