"""Positions for a network: dense parts laid out by themselves and set apart, so that no hairball forms.

Louvain communities (V. Blondel et al., "Fast unfolding of communities in large networks", 2008) are drawn by
stress majorization or Fruchterman-Reingold, each in a disc of its own; the discs are then packed, linked ones near each other.
The same network always gets the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from wlgraph.views.packing import pack

Points = NDArray[np.float64]

SPACING = 50.0
"""Least distance of two nodes, in units of the picture."""
_GAP = 22.0
_EXACT = 400
_SCATTERED = 8
_SEED = 7


@dataclass(frozen=True)
class Disc:
    """A community: its members, and the disc that they fill."""

    members: tuple[int, ...]
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Layout:
    """Where each node stands, and the discs of the communities, the largest first.

    Where ``scattered`` is true, the last disc gathers all small components.
    """

    positions: dict[int, tuple[float, float]]
    discs: tuple[Disc, ...]
    scattered: bool = False


def lay_out(network: nx.Graph, *, gather: bool = False) -> Layout:
    """Place every node of a network whose edges have a ``weight``.

    ``gather`` puts all small components into one community, the last, for networks that are shown by community.
    """
    network = _ordered(network)
    groups, scattered = _communities(network, gather)
    drawn = [_draw(network.subgraph(group)) for group in groups]
    if scattered:
        parts = [_draw(network.subgraph(part)) for part in scattered]
        drawn.append(_combine(scattered, parts, pack([_radius(p) for p in parts], {})))
        groups.append([node for part in scattered for node in part])
    radii = [_radius(points) for points in drawn]
    centres = pack(radii, _links(network, groups))
    positions: dict[int, tuple[float, float]] = {}
    discs: list[Disc] = []
    for group, points, (cx, cy), radius in zip(groups, drawn, centres, radii, strict=True):
        for node, (x, y) in zip(group, points, strict=True):
            positions[node] = (round(float(cx + x), 1), round(float(cy + y), 1))
        discs.append(Disc(tuple(group), round(float(cx), 1), round(float(cy), 1), round(radius, 1)))
    return Layout(positions, tuple(discs), bool(scattered))


def beside(anchor: tuple[float, float], turn: int) -> tuple[float, float]:
    """The place of the ``turn``-th newcomer around a node: a sunflower spiral."""
    angle, distance = turn * 2.399963, SPACING * 0.8 * (turn + 1) ** 0.5
    return round(anchor[0] + distance * float(np.cos(angle)), 1), round(anchor[1] + distance * float(np.sin(angle)), 1)


def _ordered(network: nx.Graph) -> nx.Graph:
    """The same network with nodes and edges in ascending order, on which the algorithms' outcome hangs."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(network))
    for a, b in sorted((min(a, b), max(a, b)) for a, b in network.edges):
        ordered.add_edge(a, b, weight=network.edges[a, b].get("weight", 1.0))
    return ordered


def _communities(network: nx.Graph, gather: bool) -> tuple[list[list[int]], list[list[int]]]:
    groups: list[list[int]] = []
    scattered: list[list[int]] = []
    for component in nx.connected_components(network):
        if len(component) <= _SCATTERED:
            (scattered if gather else groups).append(sorted(component))
            continue
        part = _ordered(network.subgraph(component))
        found = nx.community.louvain_communities(part, weight="weight", seed=_SEED)
        groups += [sorted(members) for members in found]
    groups.sort(key=lambda members: (-len(members), members))
    scattered.sort(key=lambda members: (-len(members), members))
    return groups, scattered


def _draw(network: nx.Graph) -> Points:
    """Places around the origin for the network's nodes in ascending order."""
    nodes = sorted(network)
    if len(nodes) == 1:
        return np.zeros((1, 2))
    if len(nodes) == 2:
        return np.array([[-0.7, 0.0], [0.7, 0.0]]) * SPACING
    if len(nodes) == 3:
        middle = max(nodes, key=network.degree)
        if network.number_of_edges() == 3:
            return np.array([[-0.6, 0.35], [0.6, 0.35], [0.0, -0.65]]) * SPACING
        sides = iter((-1.1, 1.1))
        return np.array([[0.0 if node == middle else next(sides), 0.0] for node in nodes]) * SPACING
    ordered = _ordered(network)
    if len(nodes) <= _EXACT and nx.is_connected(ordered):
        places = majorize(ordered) * _stretch(ordered)
    else:
        spread = SPACING * 0.95 * len(nodes) ** 0.5
        drawn = nx.spring_layout(ordered, seed=_SEED, iterations=50, weight=None)
        places = np.array([drawn[node] for node in nodes]) * spread
    points = _push_apart(places - places.mean(axis=0))
    return _level(points - points.mean(axis=0))


def _stretch(network: nx.Graph) -> float:
    """How much wider a part with many edges is drawn, so that its names have room."""
    mean = 2 * network.number_of_edges() / len(network)
    return float(min(1.7, 1 + 0.1 * max(0.0, mean - 2.5)))


def majorize(network: nx.Graph, rounds: int = 120) -> Points:
    """Places whose distances come near the lengths of shortest paths, for a connected network's nodes in their order.

    Stress majorization in its local form (E. Gansner, Y. Koren, S. North, "Graph Drawing by Stress Majorization", 2004).
    It needs no linear algebra, so that it takes the same short time however many threads that has.
    """
    nodes = list(network)
    rank = {node: number for number, node in enumerate(nodes)}
    steps = np.zeros((len(nodes), len(nodes)))
    for node, lengths in nx.all_pairs_shortest_path_length(network):
        for other, length in lengths.items():
            steps[rank[node], rank[other]] = length
    wanted = steps * SPACING * 1.25
    weights = 1.0 / np.maximum(wanted, 1.0) ** 2
    np.fill_diagonal(weights, 0.0)
    hub = max(nodes, key=lambda node: (network.degree[node], -rank[node]))
    turn = {node: number for number, node in enumerate(nx.dfs_preorder_nodes(network, hub))}
    angles = np.array([turn[node] for node in nodes]) * 2 * np.pi / len(nodes)
    places: Points = np.column_stack((np.cos(angles), np.sin(angles))) * (wanted[rank[hub]][:, None] + 1.0)
    total = weights.sum(axis=1)[:, None]
    for _ in range(rounds):
        offset = places[:, None, :] - places[None, :, :]
        ratio = wanted / np.maximum(np.hypot(offset[:, :, 0], offset[:, :, 1]), 1e-6)
        pulled = weights[:, :, None] * (places[None, :, :] + ratio[:, :, None] * offset)
        places = pulled.sum(axis=1) / total
    return places


def _level(points: Points) -> Points:
    """Turn a drawing so that its longer side lies flat: labels then have room above each other."""
    x, y = points[:, 0], points[:, 1]
    angle = 0.5 * np.arctan2(2 * (x * y).sum(), (x * x).sum() - (y * y).sum())
    return np.column_stack((x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)))


def _push_apart(points: Points) -> Points:
    for _ in range(60 if len(points) <= 600 else 15):
        offset = points[:, None, :] - points[None, :, :]
        distance = np.sqrt((offset**2).sum(axis=2)) + np.eye(len(points)) * 1e9
        close = distance < SPACING
        if not close.any():
            break
        step = np.where(close, (SPACING - distance) / np.maximum(distance, 1.0), 0.0)
        points = points + 0.35 * (offset * step[:, :, None]).sum(axis=1)
    return points


def _radius(points: Points) -> float:
    return float(np.sqrt((points**2).sum(axis=1)).max()) + _GAP


def _combine(groups: Sequence[Sequence[int]], parts: Sequence[Points], centres: Points) -> Points:
    points = np.vstack([part + centre for part, centre in zip(parts, centres, strict=True)])
    assert len(points) == sum(map(len, groups))
    shifted: Points = points - points.mean(axis=0)
    return shifted


def _links(network: nx.Graph, groups: Sequence[Sequence[int]]) -> dict[tuple[int, int], float]:
    home = {node: number for number, group in enumerate(groups) for node in group}
    links: dict[tuple[int, int], float] = {}
    for a, b, weight in network.edges(data="weight", default=1.0):
        one, two = home[a], home[b]
        if one != two:
            for pair in ((one, two), (two, one)):
                links[pair] = links.get(pair, 0.0) + weight
    return links
