"""Who connects the others, which things belong together, and what firms share: the graph's measures, for a page.

They are taken of the whole graph, so that a part of it shows the same figures.
"""

from __future__ import annotations

from collections import Counter

import networkx as nx

from wlgraph.graph.measures import communities, connectors, pairs
from wlgraph.graph.ties import HELD, contains
from wlgraph.views.palette import group_of
from wlgraph.views.records import Connections, Connector, Content, Group, Pair

MOST_CONNECTORS, MOST_GROUPS, MOST_PAIRS = 50, 50, 200
"""So many lines are kept of each; of connectors, as many that act and as many of all others."""
ACTING = frozenset({"Person", "Organization"})
SHARED_BY_AT_MOST = 50
"""What more firms than this share is left out: it joins everybody."""
SMALLEST_GROUP = 3
WORK = 3_000_000
"""Steps along ties that betweenness may cost, some seconds; a larger graph is estimated from fewer starting points."""


def connect(whole: Content, shown: Content) -> Connections:
    """The measures of a graph, as far as they tell of what is shown."""
    network = _ties(whole)
    places = {thing.iri: number for number, thing in enumerate(shown.things)}
    starts = max(20, WORK // max(1, network.number_of_edges()))
    found, taken = Connections(), Counter[bool]()
    for row in connectors(network, most=len(network), starts=starts).rows:
        _, leaf, share, ties, joined, iri = row
        acts = group_of(leaf) in ACTING
        if iri in places and taken[acts] < MOST_CONNECTORS:
            taken[acts] += 1
            found.connectors.append(Connector(places[iri], share, ties, joined))
    for members in communities(network):
        ranked = sorted(members, key=lambda iri: (-network.degree(iri), iri))
        here = [places[iri] for iri in ranked if iri in places]
        if len(here) >= SMALLEST_GROUP and len(found.groups) < MOST_GROUPS:
            found.groups.append(Group(len(members), here))
    for pair in pairs(network, largest=SHARED_BY_AT_MOST):
        things = [places[iri] for iri in pair.things if iri in places]
        if things and all(end in places for end in pair.ends) and len(found.pairs) < MOST_PAIRS:
            found.pairs.append(Pair(places[pair.ends[0]], places[pair.ends[1]], things))
    return found


def _ties(content: Content) -> nx.Graph[str]:
    """The network of :func:`wlgraph.graph.ties.ties`, from what a view has read already."""
    network: nx.Graph[str] = nx.Graph()
    things = content.things
    network.add_nodes_from((thing.iri, {"name": thing.name, "leaf": thing.cls}) for thing in things)
    for claim in content.claims:
        if (
            claim.modality in HELD
            and claim.s != claim.o
            and not contains(claim.p, things[claim.s].cls, things[claim.o].cls)
        ):
            network.add_edge(things[claim.s].iri, things[claim.o].iri)
    return network
