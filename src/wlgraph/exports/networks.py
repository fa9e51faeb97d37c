"""Networks for Gephi and its like: GraphML and GEXF, one edge a claim, with its sentence and date."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pyoxigraph as ox

from wlgraph.graph.network import to_networkx

_FORBIDDEN = dict.fromkeys(set(range(32)) - {9, 10, 13})


def flat_network(store: ox.Store) -> nx.MultiDiGraph[str]:
    """The network with attributes that XML can hold: text and numbers, lists joined, nothing missing."""
    network = to_networkx(store)
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in network.nodes(data=True):
        flat.add_node(iri, label=_text(data["name"]), leaf=data["leaf"], aliases=_text("、".join(data["aliases"])))
    for subject, obj, claim, data in network.edges(keys=True, data=True):
        flat.add_edge(
            subject,
            obj,
            key=claim,
            label=data["predicate"],
            modality=data["modality"],
            role=_text(data["role"] or ""),
            date=data["as_of"] or "",
            weight=float(data["confidence"] or 1),
            sentence=_text(" ".join(e["quote"] for e in data["evidence"])),
        )
    return flat


def _text(value: str) -> str:
    return value.translate(_FORBIDDEN)


def write_graphml(store: ox.Store, path: Path) -> None:
    nx.write_graphml(flat_network(store), path, encoding="utf-8")


def write_gexf(store: ox.Store, path: Path) -> None:
    """GEXF; an edge's date is in its ``date`` attribute and, where it is a full date, its ``start``."""
    network = flat_network(store)
    for _, _, data in network.edges(data=True):
        if len(data["date"]) == len("2024-01-01"):
            data["start"] = data["date"]
    network.graph["mode"] = "dynamic"
    network.graph["timeformat"] = "date"
    nx.write_gexf(network, path, encoding="utf-8")
