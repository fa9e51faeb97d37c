"""Who is tied to whom: claims as a simple network, containment and bylines left out unless asked for."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pyoxigraph as ox

from wlgraph.graph.namespace import WL
from wlgraph.graph.network import to_networkx
from wlgraph.graph.query import select
from wlgraph.model import GROUP_OF

HELD = frozenset({"stated"})
INTENDED = frozenset({"stated", "planned", "proposed"})
WROTE_ABOUT = "wroteAbout"
_AREAS = frozenset({"AdministrativeArea", "Town", "Village"})
_BYLINES = """SELECT DISTINCT ?person ?thing ?headline WHERE {
  ?article wl:reporter|wl:correspondent|wl:photographer ?person ; wl:mentions ?thing ; schema:headline ?headline
  } ORDER BY ?person ?thing ?headline"""


def ties(store: ox.Store, *, planned: bool = False, containment: bool = False, bylines: bool = False) -> nx.Graph[str]:
    """Things as nodes (``name``, ``leaf``), every pair that some claim joins as one edge.

    An edge's ``claims`` are rows with ``subject``, ``predicate``, ``object``, ``modality``, ``quote`` and ``headline``.
    Only stated claims count, and of these what is current and not taken back; ``planned`` adds planned and proposed ones; denied and ended ones never count.
    ``containment`` adds that places lie in places and things in administrative areas, which ties nearly everything to
    the county. ``bylines`` adds that a signer wrote about what the article names: the newsroom's work, not a tie of
    those it writes about.
    """
    claims = to_networkx(store)
    heard = INTENDED if planned else HELD
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((iri, {"name": data["name"], "leaf": data["leaf"]}) for iri, data in claims.nodes(data=True))
    for subject, obj, data in claims.edges(data=True):
        if data["modality"] not in heard or subject == obj:
            continue
        if data["modality"] == "stated" and not _holds(store, subject, data["predicate"], obj):
            continue
        leaves = (network.nodes[end].get("leaf", "") for end in (subject, obj))
        if not containment and contains(data["predicate"], *leaves):
            continue
        said = data["evidence"][0] if data["evidence"] else {"quote": "", "headline": ""}
        _tie(network, subject, obj, predicate=data["predicate"], modality=data["modality"], **said)
    for row in select(store, _BYLINES, asserted_only=True) if bylines else ():
        ends = str(row["person"]), str(row["thing"])
        if ends[0] != ends[1]:
            _tie(network, *ends, predicate=WROTE_ABOUT, modality="stated", quote="", headline=row["headline"])
    return network


def _holds(store: ox.Store, subject: str, predicate: str, obj: str) -> bool:
    """Whether the graph asserts the direct triple: some page says so, and it is neither over nor taken back."""
    return ox.Quad(ox.NamedNode(subject), ox.NamedNode(str(WL[predicate])), ox.NamedNode(obj)) in store


def _tie(network: nx.Graph[str], subject: str, obj: str, **claim: Any) -> None:
    if not network.has_edge(subject, obj):
        network.add_edge(subject, obj, claims=[])
    network.edges[subject, obj]["claims"].append({"subject": subject, "object": obj, **claim})


def contains(predicate: str, subject: str, obj: str) -> bool:
    """Whether a claim between things of two leaf classes only says where on the map a thing lies."""
    if predicate == "partOf":
        return all(leaf in GROUP_OF and GROUP_OF[leaf] == "Place" for leaf in (subject, obj))
    return predicate == "locatedIn" and obj in _AREAS
