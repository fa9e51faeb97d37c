"""How one thing leads to another: a shortest chain of claims, each with its sentence."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx

from wlgraph.model import Record


class Step(Record, frozen=True, kw_only=True):
    """One claim of a path, in its own direction, with names in place of IRIs and the sentence that says it."""

    subject: str
    predicate: str
    object: str
    modality: str = "stated"
    quote: str = ""
    headline: str = ""


def shortest_path(network: nx.Graph[str], start: str, end: str) -> tuple[Step, ...]:
    """A shortest chain of ties between two IRIs, whichever way each claim points; empty where none leads there.

    Of equally short chains the one through the least connected things is taken, since what everybody is tied to (a
    county, a large meeting) explains little.
    """
    if start == end or start not in network or end not in network:
        return ()
    try:
        chains = nx.all_shortest_paths(network, start, end)
        chain = min(chains, key=lambda nodes: (sum(network.degree(n) for n in nodes[1:-1]), nodes))
    except nx.NetworkXNoPath:
        return ()
    return tuple(_step(network, a, b) for a, b in pairwise(chain))


def _step(network: nx.Graph[str], first: str, second: str) -> Step:
    claims = network.edges[first, second]["claims"]
    claim = min(claims, key=lambda c: (c["modality"] != "stated", not c["quote"], c["predicate"], c["quote"]))
    return Step(
        subject=network.nodes[claim["subject"]]["name"],
        predicate=claim["predicate"],
        object=network.nodes[claim["object"]]["name"],
        modality=claim["modality"],
        quote=claim["quote"] or "",
        headline=claim["headline"] or "",
    )
