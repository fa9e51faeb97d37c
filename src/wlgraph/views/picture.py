"""The picture of a graph: which edges it has, where its nodes stand, and how pyvis is told so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx
from pyvis.network import Network

from wlgraph.views.layout import Layout, beside, lay_out
from wlgraph.views.palette import group_of, shape_of
from wlgraph.views.records import Community, Content

OVERVIEW_ABOVE = 1500
"""A graph with more linked things than this opens as an overview of its communities."""
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "multiselect": True,
        "hideEdgesOnDrag": False,
        "tooltipDelay": 200,
        "keyboard": {"enabled": False},
    },
    "nodes": {"borderWidth": 1.5, "font": {"size": 0}},
    "edges": {"smooth": False, "width": 1.2, "selectionWidth": 1.5, "arrows": {"to": {"scaleFactor": 0.45}}},
}

Edge = tuple[int, str, int]


@dataclass(frozen=True)
class Picture:
    """Edges by number, positions by thing, and the communities where the graph is large."""

    edges: tuple[Edge, ...]
    contained: frozenset[int]
    degrees: dict[int, int]
    positions: dict[int, tuple[float, float]]
    communities: tuple[Community, ...]


class Assembly(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that looks its nodes up in constant time."""

    def get_nodes(self) -> Any:
        return self.node_map.keys()


def draw(content: Content) -> Picture:
    """Number the edges, set each claim's edge, and place the things."""
    edges: dict[Edge, int] = {}
    for claim in content.claims:
        claim.edge = edges.setdefault((claim.s, claim.p, claim.o), len(edges))
    contained = frozenset(number for edge, number in edges.items() if is_containment(content, edge))
    network = nx.Graph()
    degrees: dict[int, int] = {}
    for (s, _, o), number in edges.items():
        if number in contained or s == o:
            continue
        for end in (s, o):
            degrees[end] = degrees.get(end, 0) + 1
        weight = network.get_edge_data(s, o, {"weight": 0.0})["weight"]
        network.add_edge(s, o, weight=weight + 1.0)
    large = len(network) > OVERVIEW_ABOVE
    layout = lay_out(network, gather=large)
    positions = dict(layout.positions)
    _place_the_rest(content, edges, contained, positions)
    communities = _communities(content, layout, degrees) if large else ()
    return Picture(tuple(edges), contained, degrees, positions, communities)


def is_containment(content: Content, edge: Edge) -> bool:
    """Whether an edge says that a place lies in a place."""
    ends = {group_of(content.things[end].cls) for end in (edge[0], edge[2])}
    return edge[1] == "partOf" and ends == {"Place"}


def assemble(content: Content, picture: Picture) -> Assembly:
    """The picture as a pyvis network: things as nodes, claims and co-mentions as edges, physics off."""
    net = Assembly(directed=True)
    for number, thing in enumerate(content.things):
        degree = picture.degrees.get(number, 0)
        x, y = picture.positions[number]
        size = round(min(24.0, 7 + 2.6 * degree**0.5), 1)
        net.add_node(number, label=" ", shape=shape_of(thing.cls), group=thing.cls, size=size, x=x, y=y)
        del net.node_map[number]["label"]
    for number, (s, predicate, o) in enumerate(picture.edges):
        layer = "place" if number in picture.contained else "claim"
        net.add_edge(s, o, id=number, p=predicate, layer=layer)
    for number, pair in enumerate(content.together):
        net.add_edge(pair.a, pair.b, id=f"t{number}", p="CoMention", layer="together", arrows="", dashes=True)
    net.options = _OPTIONS
    return net


def _place_the_rest(
    content: Content, edges: Iterable[Edge], contained: frozenset[int], positions: dict[int, tuple[float, float]]
) -> None:
    """Things without a claim of their own stand beside what they are contained in, or stand in a text with."""
    wishes: dict[int, list[int]] = {}

    def wish(one: int, two: int) -> None:
        wishes.setdefault(one, []).append(two)
        wishes.setdefault(two, []).append(one)

    for pair in content.together:
        wish(pair.a, pair.b)
    for number, (s, _, o) in enumerate(edges):
        if number in contained:
            wish(s, o)
    for article in content.articles:
        anchor = next((m for m in article.mentions if m in positions), None)
        others = article.mentions + article.reporters + article.correspondents + article.photographers
        if anchor is not None:
            for other in others:
                wishes.setdefault(other, []).append(anchor)
    turns: dict[int, int] = {}
    waiting = [number for number in range(len(content.things)) if number not in positions]
    for _ in range(3):
        for number in list(waiting):
            friend = next((other for other in wishes.get(number, ()) if other in positions), None)
            if friend is not None:
                positions[number] = beside(positions[friend], turns.setdefault(friend, 0))
                turns[friend] += 1
                waiting.remove(number)
    bottom = max((y for _, y in positions.values()), default=0.0) + 200
    for turn, number in enumerate(waiting):
        positions[number] = beside((0.0, bottom), turn)


def _communities(content: Content, layout: Layout, degrees: dict[int, int]) -> tuple[Community, ...]:
    found = []
    for number, disc in enumerate(layout.discs):
        for member in disc.members:
            content.things[member].community = number
        ranked = sorted(disc.members, key=lambda member: (-degrees.get(member, 0), member))
        joined = number < len(layout.discs) - 1 or not layout.scattered
        label = content.things[ranked[0]].name if joined else ""
        found.append(Community(label, len(disc.members), disc.x, disc.y, disc.radius))
    return tuple(found)
