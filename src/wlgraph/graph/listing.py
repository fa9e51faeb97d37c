"""Lists of what a graph holds: its things, and the claims and figures on all of them or on one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pyoxigraph as ox

from wlgraph.errors import SettingsError
from wlgraph.graph.lookup import Thing, find
from wlgraph.graph.query import Table, select
from wlgraph.model import GROUPS, LEAVES

CLASSES = tuple(dict.fromkeys((*LEAVES, *GROUPS)))
"""The classes of the ontology that things have, by themselves or as a superclass."""
_THINGS = """SELECT DISTINCT ?iri WHERE { ?iri a ?class ; skos:prefLabel ?name
  FILTER(STRSTARTS(STR(?class), STR(wl:))) } ORDER BY ?iri"""
_THINGS_OF = (
    "SELECT DISTINCT ?iri WHERE { ?within rdfs:subClassOf* %s . ?iri a ?within ; skos:prefLabel ?name } ORDER BY ?iri"
)
_CLAIMS = """SELECT DISTINCT ?subject ?predicate ?object ?modality ?role ?as_of ?confidence ?quote ?subject_iri ?object_iri ?claim
  WHERE { %s
  ?claim a wl:Claim ; rdf:subject ?subject_iri ; rdf:predicate ?p ; rdf:object ?object_iri ; wl:modality ?modality .
  ?subject_iri skos:prefLabel ?subject . ?object_iri skos:prefLabel ?object . BIND(STRAFTER(STR(?p), "#") AS ?predicate)
  OPTIONAL { ?claim wl:role ?role } OPTIONAL { ?claim wl:asOf ?as_of } OPTIONAL { ?claim wl:confidence ?confidence }
  OPTIONAL { ?claim wl:evidence/wl:quote ?quote } } ORDER BY ?predicate ?subject ?object ?claim ?quote"""
_FIGURES = """SELECT ?thing ?indicator ?value ?lower ?upper ?unit ?period ?modality ?precision ?confidence ?quote ?thing_iri ?figure
  WHERE { %s
  ?figure a wl:Observation ; wl:observed ?thing_iri ; wl:indicator ?indicator ; wl:value ?value ; wl:unit ?unit ;
          wl:modality ?modality . ?thing_iri skos:prefLabel ?thing .
  OPTIONAL { ?figure wl:lower ?lower } OPTIONAL { ?figure wl:upper ?upper } OPTIONAL { ?figure wl:period ?period }
  OPTIONAL { ?figure wl:precision ?precision } OPTIONAL { ?figure wl:confidence ?confidence }
  OPTIONAL { ?figure wl:evidence/wl:quote ?quote } } ORDER BY ?thing ?indicator ?period ?figure ?quote"""


def things(store: ox.Store, cls: str | None) -> Iterator[Thing]:
    """The things of a class, subclasses among them, or all; see ``Graph.entities``."""
    found = select(store, _THINGS, asserted_only=True) if cls is None else select(store, _THINGS_OF % _class(cls))
    return (find(store, str(row["iri"])) for row in found)


def claims(store: ox.Store, iri: str | None) -> Table:
    """The claims on one thing or on all; see ``Graph.claims``."""
    about = f"VALUES ?of {{ {ox.NamedNode(iri)} }} ?claim rdf:subject|rdf:object ?of ." if iri else ""
    return select(store, _CLAIMS % about, asserted_only=True)


def figures(store: ox.Store, iri: str | None) -> Table:
    """The figures of one thing or of all; see ``Graph.figures``."""
    about = f"VALUES ?thing_iri {{ {ox.NamedNode(iri)} }}" if iri else ""
    return select(store, _FIGURES % about, asserted_only=True)


def _class(name: str) -> str:
    """A class as SPARQL writes it: one of the ontology by its name, another by its IRI."""
    if name in CLASSES:
        return f"wl:{name}"
    if "://" in name:
        with suppress(ValueError):
            return str(ox.NamedNode(name))
    raise SettingsError(f"Things have no class '{name}'; choose from {', '.join(CLASSES)}, or give an IRI.")
