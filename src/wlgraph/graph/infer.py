"""What follows from a graph and the ontology, kept apart from what pages and registers say.

Closures: superclasses, superproperties, the symmetry of cooperatesWith and possiblySame, location through places
(what is in a part is in the whole), figures on which articles disagree, and targets that have an actual figure beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES, TYPE
from wlgraph.graph.turtle import write_turtle

_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_PROLOGUE += "PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"


def _figures(modality: str, indicator: str = "indicator") -> str:
    """A pattern of figures; each part of it apart, so that they are joined by hash and not one figure at a time."""
    return f"""{{ SELECT ?f WHERE {{ ?f wl:modality "{modality}" }} }} {{ SELECT ?f ?e WHERE {{ ?f wl:observed ?e }} }}
               {{ SELECT ?f ?{indicator} WHERE {{ ?f wl:indicator ?{indicator} }} }}
               {{ SELECT ?f ?unit WHERE {{ ?f wl:unit ?unit }} }}"""


def _kinds(modality: str, indicator: str) -> str:
    return f"{{ SELECT DISTINCT ?e ?unit ?{indicator} WHERE {{ {_figures(modality, indicator)} }} }}"


def _comparable(modality: str, indicator: str) -> str:
    """Marks the targets, or the actual figures, of a thing that has both for like indicators."""
    return f"""CONSTRUCT {{ ?f wl:comparable true }} WHERE {{
                 {{ SELECT DISTINCT ?e ?unit ?{indicator} WHERE {{
                      {_kinds("target", "goal")} {_kinds("actual", "fact")}
                      FILTER(CONTAINS(?goal, ?fact) || CONTAINS(?fact, ?goal)) }} }}
                 {{ SELECT ?f ?e ?unit ?{indicator} WHERE {{ {_figures(modality, indicator)} }} }} }}"""


_ACTUAL = _figures("actual") + " { SELECT ?f ?period WHERE { ?f wl:period ?period } }"

CLOSURES = (
    """CONSTRUCT { ?s a ?super } WHERE {
         { SELECT DISTINCT ?leaf ?super WHERE { ?leaf rdfs:subClassOf+ ?super FILTER isIRI(?super) } } ?s a ?leaf }""",
    """CONSTRUCT { ?s ?super ?o } WHERE {
         { SELECT DISTINCT ?p ?super WHERE { ?p rdfs:subPropertyOf+ ?super } } ?s ?p ?o }""",
    "CONSTRUCT { ?o ?p ?s } WHERE { ?p a owl:SymmetricProperty . ?s ?p ?o }",
    "CONSTRUCT { ?s wl:partOf ?whole } WHERE { ?s wl:partOf+ ?whole . ?whole a/rdfs:subClassOf* wl:Place }",
    """CONSTRUCT { ?s wl:locatedIn ?whole } WHERE {
         { SELECT DISTINCT ?place ?whole WHERE {
             { SELECT DISTINCT ?place WHERE { ?thing wl:locatedIn|wl:tenantOf ?place } }
             ?place (wl:partOf|wl:locatedIn|wl:tenantOf)+ ?whole } }
         { SELECT DISTINCT ?whole WHERE { ?whole a/rdfs:subClassOf* wl:Place } }
         ?s wl:locatedIn|wl:tenantOf ?place FILTER (?s != ?whole) }""",
    f"""CONSTRUCT {{ ?f wl:contested true ; wl:dispute ?first }} WHERE {{
          {{ SELECT ?e ?indicator ?unit ?period (IRI(MIN(?one)) AS ?first) WHERE {{
               {{ SELECT ?e ?indicator ?unit ?period (MIN(STR(?f)) AS ?one) (MIN(?value) AS ?said) WHERE {{
                    {_ACTUAL} {{ SELECT ?f ?value WHERE {{ ?f wl:value ?value }} }}
                    {{ SELECT ?f ?article WHERE {{ ?f wl:evidence/wl:inArticle ?article }} }} }}
                  GROUP BY ?e ?indicator ?unit ?period ?article HAVING (MIN(?value) = MAX(?value)) }} }}
             GROUP BY ?e ?indicator ?unit ?period HAVING (MIN(?said) < MAX(?said)) }}
          {{ SELECT ?f ?e ?indicator ?unit ?period WHERE {{ {_ACTUAL} }} }} }}""",
    _comparable("target", "goal"),
    _comparable("actual", "fact"),
)
"""What is looked up or followed stands in a SELECT of its own, so that this is done once and not for each thing."""


def inferred_triples(store: ox.Store) -> Iterator[ox.Triple]:
    """The triples that follow from a store's asserted triples and the ontology beside them, and are not asserted."""
    asserted = _Asserted(store)
    for closure in CLOSURES:
        found = store.query(_PROLOGUE + closure, use_default_graph_as_union=True)
        assert isinstance(found, ox.QueryTriples)
        for triple in found:
            if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(PREFIXES["wl"]):
                continue
            if triple not in asserted:
                yield triple


class _Asserted:
    """Which triples a store asserts; of a class or predicate that none uses, no triple need be looked up."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._used: dict[tuple[object, object], bool] = {}

    def __contains__(self, triple: ox.Triple) -> bool:
        predicate = triple.predicate
        cls = triple.object if predicate == TYPE else None
        used = self._used.get((predicate, cls))
        if used is None:
            some = self._store.quads_for_pattern(None, predicate, cls, ox.DefaultGraph())
            used = self._used[predicate, cls] = next(some, None) is not None
        return used and ox.Quad(triple.subject, predicate, triple.object) in self._store


def write_inferred(store: ox.Store, path: Path, base: str = DEFAULT_BASE) -> int:
    """Write ``inferred.ttl`` for a store that holds asserted triples and the ontology; returns how many follow."""
    return write_turtle(inferred_triples(store), path, base)
