"""Read from a graph what a comparison compares: entities, claims and figures, each with its key and its content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pyoxigraph as ox

from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import ALT_LABEL, PREF_LABEL, PREFIXES, TYPE, prefixed, term
from wlgraph.model import LEAVES, Record

Kind = Literal["entity", "claim", "figure"]
REPLACED_BY = prefixed("dcterms:isReplacedBy")
_CLASSES = {PREFIXES["wl"] + leaf for leaf in (*LEAVES, "Place", "Programme")}
_CLAIM_FIELDS = ("modality", "role", "year", "validFrom", "validTo", "asOf", "saidBy", "confidence")
_FIGURE_FIELDS = ("value", "modality", "precision", "lower", "upper", "written", "confidence")


class Statement(Record, frozen=True, kw_only=True):
    """One thing that a graph says: ``key`` is what it is about, ``content`` what it says of it.

    The key of an entity is its IRI; of a claim its ends, predicate and article; of a figure its thing, indicator, unit,
    period and article. ``words`` name it for people, ``quotes`` are its sentences, ``sources`` the IRIs of their evidence.
    """

    kind: Kind
    iri: str
    key: tuple[str, ...]
    words: str
    content: dict[str, str]
    quotes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def told(self) -> dict[str, str]:
        """All that a comparison compares: the content, and the sentences that say it."""
        return {**self.content, "quotes": " ".join(self.quotes)} if self.quotes else self.content


class GraphReader:
    """Reads the asserted triples of a store."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._names = {
            quad.subject.value: quad.object.value
            for quad in self._quads(None, PREF_LABEL)
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        }

    def statements(self) -> Iterator[Statement]:
        """All entities, claims and figures, in the order of their IRIs."""
        for iri in sorted(self._names):
            yield from self._entity(ox.NamedNode(iri))
        for node in self._instances("Claim"):
            yield self._claim(node)
        for node in self._instances("Observation"):
            yield self._figure(node)

    def replaced(self) -> dict[str, str]:
        """Which IRI took the place of each that was merged into another."""
        return {_text(quad.subject): _text(quad.object) for quad in self._quads(None, REPLACED_BY)}

    def _entity(self, node: ox.NamedNode) -> Iterator[Statement]:
        leaf = next((t.removeprefix(PREFIXES["wl"]) for t in self._all(node, TYPE) if t in _CLASSES), "")
        if not leaf:
            return
        name = self._names[node.value]
        aliases = "、".join(alias for alias in self._all(node, ALT_LABEL) if alias != name)
        content = {
            "name": name,
            "class": leaf,
            "aliases": aliases,
            "code": self._one(node, prefixed("dcterms:identifier")),
        }
        yield Statement(
            kind="entity", iri=node.value, key=(node.value,), words=f"{leaf} {name}", content=_filled(content)
        )

    def _claim(self, node: ox.NamedNode) -> Statement:
        ends = [self._one(node, prefixed(f"rdf:{end}")) for end in ("subject", "predicate", "object")]
        article, backing = self._evidence(node)
        predicate = ends[1].removeprefix(PREFIXES["wl"])
        content = {name: self._one(node, term(WL[name])) for name in _CLAIM_FIELDS}
        words = f"{self._name(ends[0])} {predicate} {self._name(ends[2])}"
        key = (*ends, article)
        return Statement(kind="claim", iri=node.value, key=key, words=words, content=_filled(content), **backing)

    def _figure(self, node: ox.NamedNode) -> Statement:
        observed, indicator, unit, period = (
            self._one(node, term(WL[name])) for name in ("observed", "indicator", "unit", "period")
        )
        article, backing = self._evidence(node)
        content = {name: self._one(node, term(WL[name])) for name in _FIGURE_FIELDS}
        when = f"（{period}）" if period else ""
        words = f"{self._name(observed)} {indicator}{when} {content['value']} {unit}".strip()
        key = (observed, indicator, unit, period, article)
        return Statement(kind="figure", iri=node.value, key=key, words=words, content=_filled(content), **backing)

    def _evidence(self, node: ox.NamedNode) -> tuple[str, dict[str, tuple[str, ...]]]:
        """The first article that backs a statement; all its sentences and where they stand."""
        sources = [ox.NamedNode(iri) for iri in self._all(node, term(WL.evidence))]
        articles = sorted(self._one(source, term(WL.inArticle)) for source in sources)
        quotes = tuple(sorted({self._one(s, term(WL.quote)) for s in sources} - {""}))
        return articles[0] if articles else "", {"quotes": quotes, "sources": tuple(s.value for s in sources)}

    def _instances(self, name: str) -> list[ox.NamedNode]:
        nodes = (quad.subject for quad in self._quads(None, TYPE, term(WL[name])))
        return sorted((node for node in nodes if isinstance(node, ox.NamedNode)), key=lambda node: node.value)

    def _name(self, iri: str) -> str:
        return self._names.get(iri, iri)

    def _one(self, node: ox.NamedNode, predicate: ox.NamedNode) -> str:
        return next(iter(self._all(node, predicate)), "")

    def _all(self, node: ox.NamedNode, predicate: ox.NamedNode) -> list[str]:
        return sorted(_text(quad.object) for quad in self._quads(node, predicate))

    def _quads(
        self, subject: ox.NamedNode | None, predicate: ox.NamedNode, value: ox.NamedNode | None = None
    ) -> Iterator[ox.Quad]:
        return iter(self._store.quads_for_pattern(subject, predicate, value, ox.DefaultGraph()))


def _text(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.Literal | ox.BlankNode) else str(node)


def _filled(content: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in content.items() if value}
