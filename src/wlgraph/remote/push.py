"""Load a graph into a store that speaks the SPARQL 1.1 Graph Store protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import httpx
import pyoxigraph as ox

from wlgraph.errors import GraphError
from wlgraph.exports.rdf import quads_by_page
from wlgraph.graph.store import INFERRED_GRAPH, ONTOLOGY_GRAPH

CORPUS_GRAPH = "https://w3id.org/wlgraph/id/corpus"
"""The named graph of what no single page says: names, classes, the register's facts, co-mentions."""


def named_graphs(store: ox.Store) -> dict[str, list[ox.Triple]]:
    """The graph's triples by the named graph that they go to: one a page, for the corpus, for what follows, for the ontology."""
    graphs: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for quad in quads_by_page(store):
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else CORPUS_GRAPH
        graphs[name].append(quad.triple)
    for graph in (INFERRED_GRAPH, ONTOLOGY_GRAPH):
        graphs[graph.value] += (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))
    return {name: sorted(triples, key=str) for name, triples in sorted(graphs.items())}


def push(
    store: ox.Store, url: str, *, seconds: float = 300.0, progress: Callable[[int, int], None] | None = None
) -> int:
    """Replace each named graph at a Graph Store address whole, and return how many there are.

    Every graph is replaced in one request, so repeating a push that broke off brings the store to the same state.
    Raises GraphError with the graph at which it broke off.
    """
    graphs = named_graphs(store)
    with httpx.Client(timeout=seconds) as client:
        for done, (name, triples) in enumerate(graphs.items(), start=1):
            content = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
            try:
                answer = client.put(
                    url, params={"graph": name}, content=content, headers={"Content-Type": "application/n-triples"}
                )
                answer.raise_for_status()
            except httpx.HTTPStatusError as error:
                said = f"{error.response.status_code} {error.response.reason_phrase}"
                raise GraphError(
                    f"{url} did not take the graph {name} ({said}); give the address of a Graph Store and push again."
                ) from error
            except httpx.HTTPError as error:
                raise GraphError(
                    f"{url} did not take the graph {name} ({error}); check the address and that it runs, and push again."
                ) from error
            if progress:
                progress(done, len(graphs))
    return len(graphs)
