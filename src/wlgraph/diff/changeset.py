"""A comparison as RDF: one change set for each subject, with the triples that came and went as reified statements.

The vocabulary is that of Talis, "Changeset", http://purl.org/vocab/changeset/schema#.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pyoxigraph as ox

from wlgraph.diff.compare import Comparison
from wlgraph.graph.terms import DEFAULT_BASE, TYPE, prefixed

CS = "http://purl.org/vocab/changeset/schema#"
_PREFIXES = {
    "cs": CS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_PARTS = tuple(prefixed(f"rdf:{name}") for name in ("subject", "predicate", "object"))


def as_changesets(comparison: Comparison, old: ox.Store, new: ox.Store) -> bytes:
    """Turtle with a ``cs:ChangeSet`` for every entity, claim, figure and its evidence whose own triples differ."""
    triples = sorted(_changesets(comparison, old, new), key=str)
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES) or b""


def _changesets(comparison: Comparison, old: ox.Store, new: ox.Store) -> Iterator[ox.Triple]:
    sides = [(change.words, side) for change in comparison.changes for side in (change.old, change.new) if side]
    words = {iri: told for told, side in sides for iri in (side.iri, *side.sources)}
    for iri, about in sorted(words.items()):
        subject = ox.NamedNode(iri)
        before, after = _own(old, subject), _own(new, subject)
        if before != after:
            yield from _changeset(subject, about, after - before, before - after)


def _changeset(
    subject: ox.NamedNode, about: str, additions: set[ox.Triple], removals: set[ox.Triple]
) -> Iterator[ox.Triple]:
    node = _node("change", subject.value, *sorted(map(str, additions)), "", *sorted(map(str, removals)))
    yield ox.Triple(node, TYPE, ox.NamedNode(CS + "ChangeSet"))
    yield ox.Triple(node, ox.NamedNode(CS + "subjectOfChange"), subject)
    yield ox.Triple(node, prefixed("rdfs:label"), ox.Literal(about))
    for name, triples in (("addition", additions), ("removal", removals)):
        for triple in triples:
            statement = _node("change/statement", str(triple))
            yield ox.Triple(node, ox.NamedNode(CS + name), statement)
            yield ox.Triple(statement, TYPE, prefixed("rdf:Statement"))
            for part, value in zip(_PARTS, (triple.subject, triple.predicate, triple.object), strict=True):
                yield ox.Triple(statement, part, value)


def _own(store: ox.Store, subject: ox.NamedNode) -> set[ox.Triple]:
    return {quad.triple for quad in store.quads_for_pattern(subject, None, None, ox.DefaultGraph())}


def _node(kind: str, *content: str) -> ox.NamedNode:
    digest = hashlib.sha256("\n".join(content).encode()).hexdigest()[:16]
    return ox.NamedNode(f"{DEFAULT_BASE}{kind}/{digest}")
