"""Measures of a network in plain words, over the ties of ``ties``; networkx computes them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import log
from typing import Any

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


def connectors(network: nx.Graph[str], *, most: int = 20) -> Table:
    """Who connects otherwise separate groups; see ``Graph.connectors``."""
    linked = network.subgraph([node for node, degree in network.degree() if degree])
    sampled = EXACT_UP_TO if len(linked) > EXACT_UP_TO else None
    between = nx.betweenness_centrality(linked, k=sampled, seed=SEED)
    group_of = {node: number for number, members in enumerate(_groups(linked)) for node in members}
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
    wanted = frozenset[str]().union(*(SHARED_KINDS[kind] for kind in kinds))
    common: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for node, data in network.nodes(data=True):
        if data["leaf"] not in wanted:
            continue
        firms = sorted(other for other in network[node] if network.nodes[other]["leaf"] == "Company")
        if 2 <= len(firms) <= largest:
            for pair in combinations(firms, 2):
                common[pair].append(node)
    rows = [_pair(network, pair, things) for pair, things in common.items()]
    rows.sort(key=lambda row: (-row[3], row[0], row[1]))
    return Table(columns=("first", "second", "shared", "weight", "things"), rows=tuple(rows[:most]))


def _pair(network: nx.Graph[str], pair: tuple[str, str], things: list[str]) -> tuple[Any, ...]:
    names = [network.nodes[thing]["name"] for thing in things]
    weight = sum(1 / log(max(network.degree(thing), 2)) for thing in things)
    first, second = sorted(network.nodes[firm]["name"] for firm in pair)
    return first, second, len(things), round(weight, 3), "、".join(sorted(names))


def groups(network: nx.Graph[str], *, most: int = 20, named: int = 5) -> Table:
    """Which things belong together; see ``Graph.groups``."""
    linked = network.subgraph([node for node, degree in network.degree() if degree])
    rows = []
    for number, members in enumerate(_groups(linked)[:most], start=1):
        leading = sorted(members, key=lambda node: (-linked.degree(node), node))[:named]
        rows.append((number, len(members), "、".join(network.nodes[node]["name"] for node in leading)))
    return Table(columns=("group", "size", "leading"), rows=tuple(rows))


def _groups(network: nx.Graph[str]) -> list[set[str]]:
    """Communities by the Louvain method, the largest first; the same at every run."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(network))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in network.edges()))
    found: list[set[str]] = nx.community.louvain_communities(ordered, seed=SEED) if len(ordered) else []
    return sorted(found, key=lambda members: (-len(members), min(members)))
