"""Other RDF syntaxes: N-Quads with a named graph for each page, and JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.query import QUERY_PREFIXES

_PAGES = """SELECT ?node ?page WHERE {
  { ?node a wl:Page BIND(?node AS ?page) } UNION { ?node wl:onPage ?page }
  UNION { ?node wl:inArticle/wl:onPage ?page } UNION { ?node wl:evidence/wl:inArticle/wl:onPage ?page }
  UNION { ?e wl:segment ?node ; wl:inArticle/wl:onPage ?page } }"""
_CO_MENTION = ox.NamedNode("https://w3id.org/wlgraph/ontology#CoMention")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def quads_by_page(store: ox.Store) -> Iterator[ox.Quad]:
    """The asserted triples; what a page says stands in a graph named by the page, all else in the default graph."""
    pages: dict[str, ox.NamedNode] = {}
    found = store.query(_PAGES, prefixes=QUERY_PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    for solution in found:
        node, page = solution["node"], solution["page"]
        if isinstance(node, ox.NamedNode) and isinstance(page, ox.NamedNode):
            pages[node.value] = page
    corpus_wide = {str(quad.subject) for quad in store.quads_for_pattern(None, _TYPE, _CO_MENTION, ox.DefaultGraph())}
    for quad in _asserted(store):
        subject = quad.subject
        page = pages.get(subject.value) if isinstance(subject, ox.NamedNode) else None
        graph = page if page is not None and str(subject) not in corpus_wide else ox.DefaultGraph()
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _asserted(store: ox.Store) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(None, None, None, ox.DefaultGraph())


def write_nquads(store: ox.Store, path: Path) -> None:
    """N-Quads in the order of their lines."""
    content = ox.serialize(quads_by_page(store), format=ox.RdfFormat.N_QUADS)
    assert content is not None
    path.write_bytes(b"".join(sorted(content.splitlines(keepends=True))))


def write_jsonld(store: ox.Store, path: Path) -> None:
    """JSON-LD of the asserted triples, by subject."""
    triples = sorted((q.triple for q in _asserted(store)), key=str)
    ox.serialize(triples, str(path), format=ox.RdfFormat.JSON_LD, prefixes=QUERY_PREFIXES)
