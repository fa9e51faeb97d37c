"""Positions for a network: dense parts laid out by themselves and set apart, so that no hairball forms.

Louvain communities (V. Blondel et al., "Fast unfolding of communities in large networks", 2008) are drawn by
Kamada-Kawai or Fruchterman-Reingold, each in a disc of its own; the discs are then packed, linked ones near each other.
The same network always gets the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

SPACING = 58.0
"""Least distance of two nodes, in units of the picture."""
_GAP = 46.0
_ASPECT = 1.45
_EXACT = 60
_SCATTERED = 3
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
    """Where each node stands, and the discs of the communities, the largest first."""

    positions: dict[int, tuple[float, float]]
    discs: tuple[Disc, ...]


def lay_out(network: nx.Graph, *, gather: bool = False) -> Layout:
    """Place every node of a network whose edges have a ``weight``.

    ``gather`` puts all components of three nodes or fewer into one community, for networks that are shown by community.
    """
    groups, scattered = _communities(network, gather)
    drawn = [_draw(network.subgraph(group)) for group in groups]
    if scattered:
        parts = [_draw(network.subgraph(part)) for part in scattered]
        drawn.append(_combine(scattered, parts, _pack([_radius(p) for p in parts], {})))
        groups.append([node for part in scattered for node in part])
    radii = [_radius(points) for points in drawn]
    centres = _pack(radii, _links(network, groups))
    positions: dict[int, tuple[float, float]] = {}
    discs: list[Disc] = []
    for group, points, (cx, cy), radius in zip(groups, drawn, centres, radii, strict=True):
        for node, (x, y) in zip(group, points, strict=True):
            positions[node] = (round(float(cx + x), 1), round(float(cy + y), 1))
        discs.append(Disc(tuple(group), round(float(cx), 1), round(float(cy), 1), round(radius, 1)))
    return Layout(positions, tuple(discs))


def beside(anchor: tuple[float, float], turn: int) -> tuple[float, float]:
    """The place of the ``turn``-th newcomer around a node: a sunflower spiral."""
    angle, distance = turn * 2.399963, SPACING * 0.8 * (turn + 1) ** 0.5
    return round(anchor[0] + distance * float(np.cos(angle)), 1), round(anchor[1] + distance * float(np.sin(angle)), 1)


def _communities(network: nx.Graph, gather: bool) -> tuple[list[list[int]], list[list[int]]]:
    groups: list[list[int]] = []
    scattered: list[list[int]] = []
    for component in nx.connected_components(network):
        if len(component) <= _SCATTERED:
            (scattered if gather else groups).append(sorted(component))
            continue
        part = network.subgraph(sorted(component))
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
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in network.edges))
    if len(nodes) <= _EXACT and nx.is_connected(ordered):
        start = nx.circular_layout(ordered)
        places = nx.kamada_kawai_layout(ordered, pos=start, weight=None)
    else:
        places = nx.spring_layout(ordered, seed=_SEED, iterations=80 if len(nodes) <= 500 else 40, weight=None)
    points = np.array([places[node] for node in nodes]) * SPACING * 0.95 * len(nodes) ** 0.5
    points = _push_apart(points - points.mean(axis=0))
    return _level(points - points.mean(axis=0))


def _level(points: Points) -> Points:
    """Turn a drawing so that its longer side lies flat: labels then have room above each other."""
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    turned: Points = points @ axes.T
    return turned


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


def _pack(radii: Sequence[float], links: dict[tuple[int, int], float]) -> Points:
    """Centres for discs, none touching another: each as near as can be to those it is linked to."""
    order = sorted(range(len(radii)), key=lambda disc: (-radii[disc], disc))
    near: dict[int, dict[int, float]] = {}
    for (one, two), weight in links.items():
        near.setdefault(one, {})[two] = weight
    centres = np.zeros((len(radii), 2))
    placed: list[int] = []
    sizes = np.array(radii)
    while order:
        disc = max(order, key=lambda d: (sum(w for o, w in near.get(d, {}).items() if o in placed), radii[d], -d))
        order.remove(disc)
        friends = [(o, w) for o, w in near.get(disc, {}).items() if o in placed]
        wish = np.average(centres[[o for o, _ in friends]], axis=0, weights=[w for _, w in friends]) if friends else None
        centres[disc] = _first_free(centres[placed], sizes[placed], radii[disc], wish)
        placed.append(disc)
    return centres - centres.mean(axis=0) if len(centres) else centres


def _first_free(centres: Points, sizes: Points, radius: float, wish: Points | None) -> Points:
    if not len(centres):
        return np.zeros(2)
    turns = np.arange(4000)
    reach = 14.0 * np.sqrt(turns)
    ring = np.column_stack((reach * np.cos(turns * 2.399963) * _ASPECT, reach * np.sin(turns * 2.399963)))
    origin = np.average(centres, axis=0, weights=sizes**2)
    spread = 1.0
    while True:
        spots = ring * spread + (origin if wish is None else 0.8 * wish + 0.2 * origin)
        gaps = np.sqrt(((spots[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)) - sizes[None, :] - radius
        free = np.flatnonzero(gaps.min(axis=1) >= 0)
        if len(free):
            found: Points = spots[free[0]]
            return found
        spread *= 2
