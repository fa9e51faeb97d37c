"""Positions: everything placed, nothing on top of another, always the same, soon enough."""

from __future__ import annotations

import time
from itertools import combinations
from math import hypot

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wlgraph.views.layout import SPACING, lay_out, majorize

EDGES = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25)), min_size=1, max_size=60)


def network(edges: list[tuple[int, int]]) -> nx.Graph:
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, 1.0) for a, b in edges)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


@settings(max_examples=30, deadline=None)
@given(EDGES)
def test_every_node_has_a_place_of_its_own(edges: list[tuple[int, int]]) -> None:
    graph = network(edges)
    layout = lay_out(graph)
    assert set(layout.positions) == set(graph)
    for (ax, ay), (bx, by) in combinations(layout.positions.values(), 2):
        assert hypot(ax - bx, ay - by) > SPACING / 4
    for one, two in combinations(layout.discs, 2):
        assert hypot(one.x - two.x, one.y - two.y) >= one.radius + two.radius - 1


@settings(max_examples=10, deadline=None)
@given(EDGES)
def test_the_same_network_gets_the_same_picture(edges: list[tuple[int, int]]) -> None:
    assert lay_out(network(edges)) == lay_out(network(list(reversed(edges))))


@pytest.mark.parametrize("legs", [3, 8, 20])
def test_a_star_is_drawn_as_a_star(legs: int) -> None:
    places = majorize(nx.star_graph(legs))
    lengths = [hypot(*(places[leg] - places[0])) for leg in range(1, legs + 1)]
    assert max(lengths) < 2 * min(lengths)


def test_small_components_are_gathered_on_demand() -> None:
    graph = network([(0, 1), (2, 3), *((10 + n, 10 + (n + 1) % 12) for n in range(12))])
    layout = lay_out(graph, gather=True)
    assert layout.scattered
    assert set(layout.discs[-1].members) == {0, 1, 2, 3}


def test_four_hundred_nodes_take_less_than_two_seconds() -> None:
    graph = nx.barabasi_albert_graph(400, 2, seed=1)
    start = time.process_time()
    lay_out(graph)
    assert time.process_time() - start < 2
