"""Does each claim join what its predicate may join? The ontology's domains and ranges, read as constraints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

import pyoxigraph as ox
from rdflib import OWL, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from wlgraph.graph.namespace import WL
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.query import select
from wlgraph.model import Leaf, Predicate

_SIDES = (("subject", RDFS.domain), ("object", RDFS.range))
_CLASSES = """SELECT DISTINCT ?predicate ?leaf WHERE {{
  ?claim rdf:{side} ?end ; rdf:predicate ?predicate . ?end a ?leaf FILTER(STRSTARTS(STR(?leaf), STR(wl:))) }}
ORDER BY ?predicate ?leaf"""
_CLAIMS = """SELECT ?claim ?name WHERE {{
  ?claim rdf:predicate <{predicate}> ; rdf:{side} ?end . ?end a <{leaf}> ; skos:prefLabel ?name }} ORDER BY ?claim"""


def misfits(store: ox.Store) -> Iterator[str]:
    """A sentence for each claim whose subject or object is of a class that its predicate does not join."""
    leaves = {str(WL[name]) for name in get_args(Leaf)}
    for side, bound in _SIDES:
        for row in select(store, _CLASSES.format(side=side), asserted_only=True):
            predicate, leaf = str(row["predicate"]), str(row["leaf"])
            allowed = _allowed(predicate, bound)
            if leaf in leaves and allowed and leaf not in allowed:
                for claim in select(
                    store, _CLAIMS.format(predicate=predicate, side=side, leaf=leaf), asserted_only=True
                ):
                    told = (
                        f"the {side} of {predicate.partition('#')[2]} cannot be of the class {leaf.partition('#')[2]}"
                    )
                    yield f"In {claim['claim']} {told} ({claim['name']})."


@cache
def fits(subject: Leaf, predicate: Predicate, obj: Leaf) -> bool:
    """Whether the ontology lets a predicate join things of these classes."""
    return all(
        not (allowed := _allowed(str(WL[predicate]), bound)) or str(WL[leaf]) in allowed
        for leaf, (_, bound) in zip((subject, obj), _SIDES, strict=True)
    )


@cache
def _ontology() -> Graph:
    return Graph().parse(ontology_dir() / "wlgraph.ttl")


@cache
def _allowed(predicate: str, bound: URIRef) -> frozenset[str]:
    """The classes that the ontology allows at one end of a predicate, with all below them; empty where it says nothing."""
    ontology = _ontology()
    named = ontology.value(URIRef(predicate), bound)
    if named is None:
        return frozenset()
    union = ontology.value(named, OWL.unionOf)
    tops: list[Node] = list(Collection(ontology, union)) if union else [named]
    return frozenset(str(below) for top in tops for below in ontology.transitive_subjects(RDFS.subClassOf, top))
