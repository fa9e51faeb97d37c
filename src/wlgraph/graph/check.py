"""Is a graph sound? Shapes, what claims join, quotes against the pages' texts, every direct triple backed by a claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.namespace import SH

from wlgraph.graph.ends import misfits
from wlgraph.graph.namespace import WL
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.query import select
from wlgraph.graph.sieve import suspects
from wlgraph.graph.store import open_store
from wlgraph.graph.terms import TYPE, term
from wlgraph.model import UNSEEN, Predicate

STATED = """SELECT ?s ?p ?o WHERE {
  ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; wl:modality ?m . FILTER(?m = "stated") }"""
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
    found = [*_shape_faults(store), *misfits(store), *_unbacked(store)]
    return found + (list(_wrong_quotes(store, pages)) if pages else [])


def _shape_faults(store: ox.Store) -> Iterator[str]:
    """What the validator says of the nodes that the sieve holds back."""
    from pyshacl import validate

    shapes = Graph().parse(ontology_dir() / "shapes.ttl")
    nodes = suspects(store, shapes)
    if not nodes:
        return
    _, report, _ = validate(_around(store, nodes), shacl_graph=shapes)
    assert isinstance(report, Graph)
    for result in sorted(report.objects(None, SH.result), key=str):
        node = report.value(result, SH.focusNode)
        if ox.NamedNode(str(node)) not in nodes:
            continue
        messages = report.objects(result, SH.resultMessage)
        english = next((str(m) for m in messages if getattr(m, "language", "en") != "zh"), "A shape is violated.")
        value = report.value(result, SH.value)
        yield f"{_short(node)}: {english}" + (f" (found {_short(value)})" if value is not None else "")


def _around(store: ox.Store, nodes: set[ox.NamedNode]) -> Graph:
    """All that is said of some nodes, what points at them, and the classes of both."""
    asserted = ox.DefaultGraph()
    quads = [quad for node in nodes for quad in store.quads_for_pattern(node, None, None, asserted)]
    quads += [quad for node in nodes for quad in store.quads_for_pattern(None, None, node, asserted)]
    ends = {end for quad in quads for end in (quad.subject, quad.object) if isinstance(end, ox.NamedNode)}
    quads += [quad for end in ends for quad in store.quads_for_pattern(end, TYPE, None, asserted)]
    lines = ox.serialize({quad.triple for quad in quads}, format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines, format="nt")


def _unbacked(store: ox.Store) -> Iterator[str]:
    stated = {(row["s"], row["p"], row["o"]) for row in select(store, STATED, asserted_only=True)}
    direct = (
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for name in get_args(Predicate)
        for quad in store.quads_for_pattern(None, term(WL[name]), None, ox.DefaultGraph())
        if not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple)
    )
    for subject, predicate, obj in sorted(triple for triple in direct if triple not in stated):
        yield f"No stated claim backs {subject} {predicate.partition('#')[2]} {obj}."


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
    return UNSEEN.sub("", text)


def _short(node: object) -> str:
    return str(node) if isinstance(node, URIRef) else repr(str(node))
