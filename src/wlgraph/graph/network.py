"""A graph as a networkx network: entities as nodes, current claims as edges with their sentences."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx as nx
import pyoxigraph as ox

from wlgraph.graph.query import select

ENTITIES = """SELECT ?iri ?name ?leaf WHERE {
  ?iri a ?class ; skos:prefLabel ?name . FILTER(STRSTARTS(STR(?class), STR(wl:)))
  BIND(STRAFTER(STR(?class), "#") AS ?leaf) } ORDER BY ?iri"""
ALIASES = "SELECT ?iri ?alias WHERE { ?iri skos:altLabel ?alias } ORDER BY ?iri ?alias"
CLAIMS = """SELECT ?claim ?subject ?predicate ?object ?modality ?confidence ?role ?as_of ?quote ?headline WHERE {
  ?claim a wl:Claim ; rdf:subject ?subject ; rdf:predicate ?p ; rdf:object ?object ; wl:modality ?modality .
  BIND(STRAFTER(STR(?p), "#") AS ?predicate)
  OPTIONAL { ?claim wl:confidence ?confidence } OPTIONAL { ?claim wl:role ?role } OPTIONAL { ?claim wl:asOf ?as_of }
  OPTIONAL { ?claim wl:evidence ?e . ?e wl:quote ?quote
             OPTIONAL { ?e wl:inArticle/schema:headline ?headline } } } ORDER BY ?claim ?quote"""


def to_networkx(store: ox.Store) -> nx.MultiDiGraph[str]:
    """Entities with ``name``, ``leaf`` and ``aliases``; claims as edges keyed by their IRI.

    An edge carries ``predicate``, ``modality``, ``confidence``, ``role``, ``as_of`` and ``evidence``, a list of
    ``{"quote", "headline"}``. Planned, denied and ended claims are edges too: filter by ``modality``.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for row in select(store, ALIASES, asserted_only=True):
        aliases[str(row["iri"])].append(str(row["alias"]))
    for row in select(store, ENTITIES, asserted_only=True):
        iri = str(row["iri"])
        network.add_node(iri, name=row["name"], leaf=row["leaf"], aliases=aliases[iri])
    for row in select(store, CLAIMS, asserted_only=True):
        _add_claim(network, row)
    return network


def _add_claim(network: nx.MultiDiGraph[str], row: dict[str, Any]) -> None:
    ends = row["subject"], row["object"], row["claim"]
    if not network.has_edge(*ends):
        kept = {k: row[k] for k in ("predicate", "modality", "confidence", "role", "as_of")}
        network.add_edge(*ends, evidence=[], **kept)
    if row["quote"]:
        network.edges[ends]["evidence"].append({"quote": row["quote"], "headline": row["headline"]})
