"""Read what a view shows from RDF: any store that follows the vocabulary."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pyoxigraph as ox
import rdflib

from wlgraph.arguments import checked_path
from wlgraph.errors import GraphError, SettingsError
from wlgraph.graph.store import open_store
from wlgraph.model import LEAVES, Predicate
from wlgraph.views.records import Article, Claim, Content, Figure, Page, Quote, Thing, Together
from wlgraph.views.standing import mark_standings

WL = "https://w3id.org/wlgraph/ontology#"
_PREFIXES = {
    "wl": WL,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
}
_TYPE = _PREFIXES["rdf"] + "type"
_LEAF_ORDER: dict[str, int] = {leaf: order for order, leaf in enumerate(LEAVES)}

Source = str | Path | ox.Store | rdflib.Graph
"""A Turtle file or build folder, an Oxigraph store, or an rdflib graph."""


def as_store(graph: Source) -> ox.Store:
    """The graph as an Oxigraph store; raises GraphError where a path holds none, SettingsError for what is no graph."""
    if isinstance(graph, str | Path):
        return open_store(checked_path("graph", graph))
    if isinstance(graph, rdflib.Graph):
        store = ox.Store()
        store.bulk_load(io.BytesIO(graph.serialize(format="nt", encoding="utf-8")), format=ox.RdfFormat.N_TRIPLES)
        return store
    if not isinstance(graph, ox.Store):
        raise SettingsError(f"graph is {graph!r}; give a build folder, a Turtle file, or the store of a Graph.")
    return graph


class Node:
    """One subject with all it says, by short predicate name (``wl:quote``)."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._values: dict[str, list[Any]] = {}

    def add(self, predicate: str, value: Any) -> None:
        self._values.setdefault(predicate, []).append(value)

    def all(self, name: str) -> list[str]:
        """All values of a predicate, as text, in a fixed order."""
        return sorted(term.value for term in self._values.get(_full(name), ()))

    def one(self, name: str, default: str = "") -> str:
        return next(iter(self.all(name)), default)

    def number(self, name: str, default: float) -> float:
        try:
            return float(self.one(name))
        except ValueError:
            return default

    def term(self, name: str) -> Any:
        return min(self._values.get(_full(name), ()), key=str, default=None)


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _PREFIXES[prefix] + local


def nodes_of(store: ox.Store, cls: str) -> list[Node]:
    """Every instance of a class with its triples, in the order of IRIs."""
    found: dict[str, Node] = {}
    rows = store.query(f"SELECT ?s ?p ?o WHERE {{ ?s a <{WL}{cls}> ; ?p ?o }}")
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        subject, predicate, value = row[0], row[1], row[2]
        assert isinstance(subject, ox.NamedNode)
        assert isinstance(predicate, ox.NamedNode)
        found.setdefault(subject.value, Node(subject.value)).add(predicate.value, value)
    return [found[iri] for iri in sorted(found)]


class Reader:
    """Reads one store into the records of a view."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._content = Content()
        self._things: dict[str, int] = {}
        self._articles: dict[str, int] = {}
        self._quotes: dict[str, int] = {}

    def read(self) -> Content:
        """Everything, in a fixed order; raises GraphError where the graph names no entity."""
        self._read_things()
        self._read_pages_and_articles()
        self._read_quotes()
        self._content.claims = [*self._claims()]
        self._content.claims += self._bare_triples()
        mark_standings(self._content)
        self._content.figures = list(self._figures())
        self._content.together = list(self._together())
        return self._content

    def _read_things(self) -> None:
        nodes: dict[str, tuple[str, Node]] = {}
        for leaf in (*LEAVES, "Place", "Programme"):
            for node in nodes_of(self._store, leaf):
                known = nodes.get(node.iri)
                if known is None or _LEAF_ORDER.get(known[0], -1) < _LEAF_ORDER.get(leaf, -1):
                    nodes[node.iri] = (leaf, node)
        if not nodes:
            raise GraphError("The graph names no thing that a view could show; build it from pages first.")
        for iri, (leaf, node) in sorted(nodes.items()):
            self._things[iri] = len(self._content.things)
            name = node.one("skos:prefLabel") or iri.rsplit("/", 1)[-1]
            aliases = [alias for alias in node.all("skos:altLabel") if alias != name]
            self._content.things.append(Thing(iri, name, leaf, aliases, code=node.one("dcterms:identifier")))
        for iri, (_, node) in nodes.items():
            for other in self._numbers(node.all("wl:possiblySame")):
                for one, two in ((self._things[iri], other), (other, self._things[iri])):
                    if two not in self._content.things[one].same:
                        self._content.things[one].same.append(two)

    def _read_pages_and_articles(self) -> None:
        pages: dict[str, int] = {}
        for node in nodes_of(self._store, "Page"):
            pages[node.iri] = len(self._content.pages)
            file = node.one("schema:identifier", node.iri.rsplit("/", 1)[-1])
            words = ("schema:publisher", "schema:datePublished", "wl:dateSource", "schema:pageStart")
            self._content.pages.append(Page(file, *(node.one(word) for word in words)))
        for node in nodes_of(self._store, "Article"):
            self._articles[node.iri] = len(self._content.articles)
            page = pages.get(node.one("wl:onPage"), -1)
            date = node.one("schema:datePublished") or (self._content.pages[page].date if page >= 0 else "")
            lists = ("wl:reporter", "wl:correspondent", "wl:photographer", "wl:mentions")
            people = [self._numbers(node.all(name)) for name in lists]
            self._content.articles.append(Article(node.iri, node.one("schema:headline"), page, date, *people))

    def _read_quotes(self) -> None:
        segments = {node.iri: node for node in nodes_of(self._store, "Segment")}
        for node in nodes_of(self._store, "Evidence"):
            self._quotes[node.iri] = len(self._content.quotes)
            pieces = [segments[iri] for iri in node.all("wl:segment") if iri in segments] or [node]
            pieces.sort(key=lambda piece: (len(piece.iri), piece.iri))
            spans = [(int(p.one("wl:start")), int(p.one("wl:end"))) for p in pieces if p.one("wl:start")]
            article = self._articles.get(node.one("wl:inArticle"), -1)
            self._content.quotes.append(Quote(node.one("wl:quote"), article, spans))

    def _claims(self) -> Iterator[Claim]:
        for node in nodes_of(self._store, "Claim"):
            subject, obj = (self._things.get(node.one(f"rdf:{end}")) for end in ("subject", "object"))
            if subject is None or obj is None:
                continue
            yield Claim(
                subject,
                node.one("rdf:predicate").removeprefix(WL),
                obj,
                modality=node.one("wl:modality", "stated"),
                role=node.one("wl:role"),
                year=node.one("wl:year"),
                start=node.one("wl:validFrom"),
                end=node.one("wl:validTo"),
                as_of=node.one("wl:asOf"),
                by=self._speaker(node),
                confidence=node.number("wl:confidence", 1.0),
                rule=node.one("wl:rule"),
                quotes=self._evidence(node),
            )

    def _bare_triples(self) -> list[Claim]:
        """Direct triples that no claim backs, as a graph from elsewhere may hold them."""
        backed = {(claim.s, claim.p, claim.o) for claim in self._content.claims}
        found = set()
        for predicate in get_args(Predicate):
            for quad in self._store.quads_for_pattern(None, ox.NamedNode(WL + predicate), None, ox.DefaultGraph()):
                s, o = (self._things.get(end.value) for end in (quad.subject, quad.object) if hasattr(end, "value"))
                if s is not None and o is not None and (s, predicate, o) not in backed:
                    found.add((s, str(predicate), o))
        return [Claim(s, p, o) for s, p, o in sorted(found)]

    def _figures(self) -> Iterator[Figure]:
        for node in nodes_of(self._store, "Observation"):
            thing = self._things.get(node.one("wl:observed"))
            if thing is None or not node.one("wl:value"):
                continue
            yield Figure(
                thing,
                node.one("wl:indicator"),
                node.number("wl:value", 0.0),
                node.one("wl:unit"),
                node.one("wl:written"),
                node.one("wl:period"),
                node.one("wl:modality", "actual"),
                node.one("wl:precision", "exact"),
                node.number("wl:lower", 0.0) if node.one("wl:lower") else None,
                node.number("wl:upper", 0.0) if node.one("wl:upper") else None,
                node.number("wl:confidence", 1.0),
                node.one("wl:rule"),
                self._evidence(node),
            )

    def _together(self) -> Iterator[Together]:
        for node in nodes_of(self._store, "CoMention"):
            ends = self._numbers(node.all("wl:between"))
            if len(ends) == 2:
                count, weight = int(node.number("wl:count", 1)), node.number("wl:weight", 0.0)
                yield Together(ends[0], ends[1], count, weight, self._evidence(node))

    def _speaker(self, node: Node) -> int | str:
        term = node.term("wl:saidBy")
        if term is None:
            return ""
        value = str(term.value)
        return self._things.get(value, value) if isinstance(term, ox.NamedNode) else value

    def _evidence(self, node: Node) -> list[int]:
        return [self._quotes[iri] for iri in node.all("wl:evidence") if iri in self._quotes]

    def _numbers(self, iris: list[str]) -> list[int]:
        return sorted({self._things[iri] for iri in iris if iri in self._things})
