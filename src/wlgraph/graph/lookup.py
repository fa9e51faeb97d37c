"""Look a thing up by name, alias or IRI, with its claims and figures."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from wlgraph.errors import GraphError
from wlgraph.graph.query import plain
from wlgraph.graph.terms import PREFIXES
from wlgraph.model import Record

_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_BY_NAME = """SELECT ?iri (COUNT(?article) AS ?n) WHERE {
  ?iri skos:prefLabel|skos:altLabel ?label . FILTER(STR(?label) = ?name)
  OPTIONAL { ?article wl:mentions ?iri } } GROUP BY ?iri ORDER BY DESC(?n) ?iri"""
_NAMES = """SELECT ?name ?leaf WHERE { ?iri a ?class ; skos:prefLabel ?name
  FILTER(STRSTARTS(STR(?class), STR(wl:))) BIND(STRAFTER(STR(?class), "#") AS ?leaf) }"""
_ALIASES = "SELECT ?alias WHERE { ?iri skos:altLabel ?alias } ORDER BY ?alias"
_CLAIMS = """SELECT ?subject ?predicate ?object ?role ?modality ?as_of ?confidence ?quote WHERE {
  ?claim rdf:subject|rdf:object ?iri ; rdf:subject/skos:prefLabel ?subject ; rdf:predicate ?p ;
         rdf:object/skos:prefLabel ?object ; wl:modality ?modality ; wl:evidence/wl:quote ?quote
  BIND(STRAFTER(STR(?p), "#") AS ?predicate)
  OPTIONAL { ?claim wl:role ?role } OPTIONAL { ?claim wl:asOf ?as_of } OPTIONAL { ?claim wl:confidence ?confidence } }
  ORDER BY ?predicate ?subject ?object ?quote"""
_FIGURES = """SELECT ?indicator ?value ?unit ?period ?modality ?quote WHERE {
  ?figure wl:observed ?iri ; wl:indicator ?indicator ; wl:value ?value ; wl:unit ?unit ; wl:modality ?modality ;
          wl:evidence/wl:quote ?quote
  OPTIONAL { ?figure wl:period ?period } } ORDER BY ?indicator ?period ?value"""


class Thing(Record, frozen=True, kw_only=True):
    """One thing of the graph: names, class, and its claims and figures with their sentences, as plain values."""

    iri: str
    name: str
    leaf: str
    aliases: tuple[str, ...]
    claims: tuple[dict[str, Any], ...]
    figures: tuple[dict[str, Any], ...]


def find(store: ox.Store, name: str) -> Thing:
    """The thing with this IRI, name or alias; of several, the one that most articles mention.

    Raises GraphError where the graph has no such name.
    """
    iri = _iri(store, name)
    try:
        node = ox.NamedNode(iri)
    except ValueError as error:
        raise GraphError(f"'{name}' is no IRI ({error}); give one of the graph, or a name.") from error
    names = _rows(store, _NAMES, iri=node)
    if not names:
        raise GraphError(f"The graph has nothing called '{name}'; try a shorter or fuller form of the name.")
    return Thing(
        iri=iri,
        name=names[0]["name"],
        leaf=names[0]["leaf"],
        aliases=tuple(row["alias"] for row in _rows(store, _ALIASES, iri=node)),
        claims=tuple(_rows(store, _CLAIMS, iri=node)),
        figures=tuple(_rows(store, _FIGURES, iri=node)),
    )


def _iri(store: ox.Store, name: str) -> str:
    if "://" in name:
        return name
    rows = _rows(store, _BY_NAME, name=ox.Literal(name))
    if not rows or not rows[0]["iri"]:
        raise GraphError(f"The graph has nothing called '{name}'; try a shorter or fuller form of the name.")
    return str(rows[0]["iri"])


def _rows(store: ox.Store, sparql: str, **bound: ox.NamedNode | ox.Literal) -> list[dict[str, Any]]:
    """Run a query with its first pattern preceded by the bound values, escaped by the library's own printing."""
    values = "".join(f"VALUES ?{name} {{ {value} }} " for name, value in bound.items())
    found = store.query(_PROLOGUE + sparql.replace("WHERE {", "WHERE { " + values, 1))
    assert isinstance(found, ox.QuerySolutions)
    return [{v.value: plain(solution[v.value]) for v in found.variables} for solution in found]
