"""The asserted part of a store behind rdflib's API."""

from __future__ import annotations

import oxrdflib
import pyoxigraph as ox
import rdflib

from wlgraph.graph.terms import PREFIXES


def to_rdflib(store: ox.Store) -> rdflib.Graph:
    """An rdflib graph over the default graph of ``store``; queries run in Oxigraph."""
    graph = rdflib.Graph(store=oxrdflib.OxigraphStore(store=store), identifier=rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    return graph
