"""A built graph in Python: ask it, look things up, draw it, hand it to networkx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from wlgraph.graph.lookup import Thing, find
from wlgraph.graph.query import Table, select
from wlgraph.graph.saved import saved_query
from wlgraph.graph.store import GRAPH, open_store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from wlgraph.views import ViewReport


class Answer(Table, frozen=True, kw_only=True):
    """The rows that a query found; a notebook shows them as a table."""

    def _repr_html_(self) -> str:
        from wlgraph.views.notebook import table_html

        return table_html(self.columns, self.rows)


class Graph:
    """A knowledge graph, read from a build folder or a Turtle file; it is never changed."""

    def __init__(self, location: Path) -> None:
        self.location = location
        self.store: ox.Store = open_store(location)

    def _repr_html_(self) -> str:
        """The interactive network in a notebook's cell, with a still picture for where no script runs."""
        from wlgraph.views.notebook import graph_html

        return graph_html(self.store)

    def query(self, sparql: str, *, asserted_only: bool = False) -> Answer:
        """The rows of a SELECT; the prefixes wl, skos, schema, rdf, rdfs, xsd, dcterms and id need no declaration.

        ``asserted_only`` leaves out what only follows from the ontology. Raises QueryError.
        """
        table = select(self.store, sparql, asserted_only=asserted_only)
        return Answer(columns=table.columns, rows=table.rows)

    def saved(self, name: str) -> Answer:
        """The rows of a saved query (``wlgraph query --list`` names them)."""
        return self.query(saved_query(name).sparql)

    def entity(self, name: str) -> Thing:
        """What the graph says of the thing with this name, alias or IRI; raises GraphError where there is none."""
        return find(self.store, name)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities as nodes, claims with their sentences as edges."""
        from wlgraph.graph.network import to_networkx

        return to_networkx(self.store)

    def to_rdflib(self) -> rdflib.Graph:
        """The asserted triples as an rdflib graph, held by Oxigraph."""
        from wlgraph.graph.rdflib_store import to_rdflib

        return to_rdflib(self.store)

    def view(self, out: str | Path, *, focus: str = "", hops: int = 2, **options: Any) -> ViewReport:
        """Write an interactive page that works offline; ``focus`` names the thing to start from.

        ``options`` are those of :func:`wlgraph.views.write_view`: kind, page, article, between, title, lang.
        """
        from wlgraph.views import write_view

        turtle = self.location / GRAPH if self.location.is_dir() else self.location
        return write_view(turtle, Path(out), focus=focus, hops=hops, **options)


def load(location: str | Path) -> Graph:
    """Open a build folder (or one Turtle file) as a graph; raises GraphError where there is none."""
    return Graph(Path(location))
