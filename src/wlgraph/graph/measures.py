"""Measures of a network in plain words, over the ties of ``ties``; networkx computes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from math import log
from typing import NamedTuple

import networkx as nx

from wlgraph.graph.query import Table
from wlgraph.model import GROUP_OF

EXACT_UP_TO = 2000
"""Up to this many things betweenness is exact; above, it is estimated from as many starting points."""
SEED = 1

SHARED_KINDS: dict[str, frozenset[str]] = {
    "parks": frozenset({"IndustrialPark"}),
    "programmes": frozenset(leaf for leaf, group in GROUP_OF.items() if group == "Programme"),
    "officials": frozenset({"Official"}),
    "events": frozenset({"Event"}),
    "projects": frozenset({"Project"}),
}
"""What two firms may have in common, by its plain name."""


def connectors(network: nx.Graph[str], *, most: int = 20, starts: int = EXACT_UP_TO) -> Table:
    """Who connects otherwise separate groups, estimated from ``starts`` things; see ``Graph.connectors``."""
    linked = _linked(network)
    sampled = starts if len(linked) > starts else None
    between = nx.betweenness_centrality(linked, k=sampled, seed=SEED)
    group_of = {node: number for number, members in enumerate(communities(linked)) for node in members}
    rows = [
        (
            network.nodes[node]["name"],
            network.nodes[node]["leaf"],
            round(score, 4),
            linked.degree(node),
            len({group_of[other] for other in linked[node]}),
            node,
        )
        for node, score in between.items()
        if score > 0
    ]
    rows.sort(key=lambda row: (-row[2], row[5]))
    return Table(columns=("name", "class", "betweenness", "ties", "groups_joined", "iri"), rows=tuple(rows[:most]))


def shared(
    network: nx.Graph[str], kinds: tuple[str, ...] = ("parks", "programmes", "officials"), *, most: int, largest: int
) -> Table:
    """Which firms have what in common; see ``Graph.shared``."""
    rows = []
    for pair in pairs(network, kinds, largest=largest):
        first, second = sorted(_names(network, pair.ends))
        things = "、".join(sorted(_names(network, pair.things)))
        rows.append((first, second, len(pair.things), pair.weight, things))
    rows.sort(key=lambda row: (-row[3], row[0], row[1]))
    return Table(columns=("first", "second", "shared", "weight", "things"), rows=tuple(rows[:most]))


class Pair(NamedTuple):
    """Two firms, what claims tie to both, and how much that says."""

    ends: tuple[str, str]
    things: list[str]
    weight: float


def pairs(
    network: nx.Graph[str], kinds: tuple[str, ...] = ("parks", "programmes", "officials"), *, largest: int
) -> list[Pair]:
    """Firms that share something, the weightiest pair first; see ``Graph.shared``."""
    wanted = frozenset[str]().union(*(SHARED_KINDS[kind] for kind in kinds))
    common: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for node, data in network.nodes(data=True):
        if data["leaf"] not in wanted:
            continue
        firms = sorted(other for other in network[node] if network.nodes[other]["leaf"] == "Company")
        if 2 <= len(firms) <= largest:
            for pair in combinations(firms, 2):
                common[pair].append(node)
    weighed = [
        Pair(ends, things, round(sum(1 / log(max(network.degree(thing), 2)) for thing in things), 3))
        for ends, things in common.items()
    ]
    return sorted(weighed, key=lambda pair: (-pair.weight, pair.ends))


def _names(network: nx.Graph[str], nodes: Iterable[str]) -> list[str]:
    return [network.nodes[node]["name"] for node in nodes]


def groups(network: nx.Graph[str], *, most: int = 20, named: int = 5) -> Table:
    """Which things belong together; see ``Graph.groups``."""
    linked = _linked(network)
    rows = []
    for number, members in enumerate(communities(linked)[:most], start=1):
        leading = sorted(members, key=lambda node: (-linked.degree(node), node))[:named]
        rows.append((number, len(members), "、".join(_names(network, leading))))
    return Table(columns=("group", "size", "leading"), rows=tuple(rows))


def communities(network: nx.Graph[str]) -> list[set[str]]:
    """Communities of what has ties, by the Louvain method, the largest first; the same at every run."""
    linked = _linked(network)
    found: list[set[str]] = nx.community.louvain_communities(linked, seed=SEED) if len(linked) else []
    return sorted(found, key=lambda members: (-len(members), min(members)))


def _linked(network: nx.Graph[str]) -> nx.Graph[str]:
    """What has ties, in ascending order, on which the algorithms' outcome hangs."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from((node, network.nodes[node]) for node, degree in sorted(network.degree()) if degree)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in network.edges()))
    return ordered
