"""A built graph in Python: ask it, look things up, draw it, hand it to networkx."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from wlgraph.arguments import checked_count, checked_path, checked_text
from wlgraph.errors import OutputError, SettingsError
from wlgraph.graph.lookup import Thing, find
from wlgraph.graph.query import Table, ask, construct, select
from wlgraph.graph.saved import saved_query
from wlgraph.graph.store import open_store
from wlgraph.outputs import replacing

if TYPE_CHECKING:
    import networkx as nx
    import pandas
    import polars
    import rdflib

    from wlgraph.graph.paths import Step
    from wlgraph.views import ViewReport


class Answer(Table, frozen=True, kw_only=True):
    """The rows that a query found, each a dict by column; a notebook shows them as a table.

    ``answer[0]`` is a row, ``answer[:10]`` an answer of the first ten, ``len(answer)`` how many there are.
    """

    def _repr_html_(self) -> str:
        from wlgraph.views.notebook import table_html

        return table_html(self.columns, self.rows)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas frame; raises SettingsError where pandas (the extra "frames") is missing."""
        from wlgraph.graph.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """The rows as a Polars frame; raises SettingsError where Polars (the extra "frames") is missing.

        In both, decimals become floats, a column of mixed kinds text, and a variable without value null.
        """
        from wlgraph.graph.frames import to_polars

        return to_polars(self)


class Graph:
    """A knowledge graph, read from a build folder or a Turtle file, or merged from two; it is never changed.

    Every method raises SettingsError for an argument that makes no sense, such as a name that is no text.
    """

    def __init__(self, location: Path | None, store: ox.Store | None = None) -> None:
        self.location = location
        if store is None:
            if location is None:
                raise SettingsError("A graph needs a build folder or a Turtle file; call wlgraph.load(PATH).")
            store = open_store(location)
        self.store: ox.Store = store
        self._networks: dict[tuple[bool, bool, bool], nx.Graph[str]] = {}

    def _repr_html_(self) -> str:
        """The interactive network in a notebook's cell, with a still picture for where no script runs."""
        from wlgraph.views.notebook import graph_html

        return graph_html(self.store)

    def query(self, sparql: str, *, asserted_only: bool = False) -> Answer:
        """The rows of a SELECT; the prefixes wl, skos, schema, rdf, rdfs, xsd, dcterms and id need no declaration.

        ``asserted_only`` leaves out what only follows from the ontology. Raises QueryError, also for another form of
        query, which has a method of its own.
        """
        return _answer(select(self.store, checked_text("sparql", sparql), asserted_only=asserted_only))

    def ask(self, sparql: str, *, asserted_only: bool = False) -> bool:
        """The answer to an ASK; otherwise as :meth:`query`."""
        return ask(self.store, checked_text("sparql", sparql), asserted_only=asserted_only)

    def construct(self, sparql: str, *, asserted_only: bool = False) -> rdflib.Graph:
        """The triples of a CONSTRUCT or DESCRIBE as an rdflib graph of their own; otherwise as :meth:`query`."""
        from wlgraph.graph.rdflib_store import to_rdflib

        return to_rdflib(construct(self.store, checked_text("sparql", sparql), asserted_only=asserted_only))

    def saved(self, name: str) -> Answer:
        """All rows of a saved query (``wlgraph query --list`` names them)."""
        return self.query(saved_query(checked_text("name", name)).whole())

    def entity(self, name: str) -> Thing:
        """What the graph says of the thing with this name, alias or IRI; raises GraphError where there is none."""
        return find(self.store, checked_text("name", name))

    def entities(self, cls: str | None = None) -> Iterator[Thing]:
        """Every thing of a class ("Company", "Place"), subclasses among them, or of all classes, in the order of IRIs.

        ``cls`` may be the IRI of a class of your own. Each thing is looked up when its turn comes, with its claims and
        figures. Raises SettingsError for an unknown class.
        """
        from wlgraph.graph.listing import things

        return things(self.store, None if cls is None else checked_text("cls", cls))

    def claims(self, of: str | None = None) -> Answer:
        """The claims on the thing with this name, alias or IRI, or all: a row for each sentence that backs one.

        Planned, denied and ended claims are among them: filter by ``modality``. What only a register says has no sentence.
        Raises GraphError for an unknown name.
        """
        from wlgraph.graph.listing import claims

        return _answer(claims(self.store, self._iri(of)))

    def figures(self, of: str | None = None) -> Answer:
        """The figures of the thing with this name, alias or IRI, or all: a row for each sentence that backs one.

        ``value`` is in ``unit``; ``lower`` and ``upper`` bound a range. Raises GraphError for an unknown name.
        """
        from wlgraph.graph.listing import figures

        return _answer(figures(self.store, self._iri(of)))

    def _iri(self, name: str | None) -> str | None:
        return None if name is None else self.entity(name).iri

    def _ties(self, *, planned: bool = False, containment: bool = False, bylines: bool = False) -> nx.Graph[str]:
        """Who is tied to whom, made once of each kind, since many paths may be asked for."""
        from wlgraph.graph.ties import ties

        kind = (planned, containment, bylines)
        if kind not in self._networks:
            self._networks[kind] = ties(self.store, planned=planned, containment=containment, bylines=bylines)
        return self._networks[kind]

    def path(self, start: str, end: str, *, planned: bool = False, containment: bool = False) -> tuple[Step, ...]:
        """How one thing leads to another: the fewest claims between two names, each with its sentence.

        A claim may be walked either way. Empty where no chain of stated claims joins the two: then try ``planned``
        (planned and proposed claims too) or ``containment`` (both lie in one county, which says little). A path shows
        what the pages say, not that the two know each other. Raises GraphError where a name is unknown.
        """
        from wlgraph.graph.paths import shortest_path

        ends = self.entity(start).iri, self.entity(end).iri
        return shortest_path(self._ties(planned=planned, containment=containment), *ends)

    def connectors(
        self, *, most: int = 20, planned: bool = False, containment: bool = False, bylines: bool = False
    ) -> Answer:
        """Who connects otherwise separate groups.

        Betweenness: the share of shortest chains between all other things that lead through this one, from 0 to 1
        (L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness", Sociometry 40, 1977); exact up to 2,000
        tied things, estimated from 2,000 starting points above. ``ties`` is the number of things it is tied to,
        ``groups_joined`` how many groups (see :meth:`groups`) those belong to.

        It measures what was printed: whom a newspaper writes about often connects much. A missed or wrong claim moves
        the figures, so read the sentences of the top names. Containment and bylines are left out unless asked for.
        """
        from wlgraph.graph.measures import connectors

        network = self._ties(planned=planned, containment=containment, bylines=bylines)
        return _answer(connectors(network, most=checked_count("most", most)))

    def shared(
        self,
        kinds: Sequence[str] = ("parks", "programmes", "officials"),
        *,
        most: int = 50,
        largest: int = 50,
        planned: bool = False,
    ) -> Answer:
        """Which firms share parks, programmes, officials (also "events", "projects"), pair by pair.

        ``shared`` counts the things that claims tie to both, ``things`` names them. ``weight`` sums 1 / ln(ties) over
        them, so that a small park says more than a national title (L. A. Adamic, E. Adar, "Friends and Neighbors on the
        Web", Social Networks 25, 2003). What more than ``largest`` firms share is left out: it joins everybody.

        To share a park or an award is no dealing between two firms, and to meet the same official no favour.
        Raises SettingsError for an unknown kind.
        """
        from wlgraph.graph.measures import SHARED_KINDS, shared

        counts = {"most": checked_count("most", most), "largest": checked_count("largest", largest)}
        if isinstance(kinds, str) or not isinstance(kinds, Sequence):
            raise SettingsError(f"kinds is {kinds!r}; give a list of {', '.join(SHARED_KINDS)}.")
        if unknown := [kind for kind in kinds if kind not in SHARED_KINDS]:
            raise SettingsError(f"Firms share no '{unknown[0]}'; choose from {', '.join(SHARED_KINDS)}.")
        return _answer(shared(self._ties(planned=planned), tuple(kinds), **counts))

    def groups(
        self, *, most: int = 20, planned: bool = False, containment: bool = False, bylines: bool = False
    ) -> Answer:
        """Which things belong together: groups with more ties inside than chance would give, the largest first.

        The Louvain method (V. D. Blondel and others, "Fast unfolding of communities in large networks", Journal of
        Statistical Mechanics, 2008) with a fixed seed, so the same graph gives the same groups. ``leading`` names the
        best tied five. A thing stands in one group only, though it may belong to several; a small change of the graph
        may move what lies between two groups.
        """
        from wlgraph.graph.measures import groups

        network = self._ties(planned=planned, containment=containment, bylines=bylines)
        return _answer(groups(network, most=checked_count("most", most)))

    def merge(self, other: Graph | str | Path) -> Graph:
        """A new graph in memory that says what both say; neither is changed.

        Things with one IRI become one: divisions by their code, organizations and programmes by their full name. The
        fullest name is kept, the other is an alias; where classes differ, this graph's stands. Persons of one name
        stay two, joined by ``wl:possiblySame``, unless both graphs know them from the same article. A co-mention that
        both count keeps the larger count. Building once from all pages decides identity better: merge where you have
        only the graphs. Raises GraphError where pages of one name differ.
        """
        from wlgraph.graph.merge import merge

        second = other if isinstance(other, Graph) else load(other)
        return Graph(None, merge(self.store, second.store))

    def save(self, path: str | Path) -> int:
        """Write what is asserted as one Turtle file, and return the number of triples. Raises OutputError."""
        from wlgraph.graph.turtle import write_turtle

        quads = self.store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        target = checked_path("path", path)
        if target.is_dir():
            raise SettingsError(f"{target} is a folder; name the file to write.")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with replacing(target) as aside:
                written = write_turtle((quad.triple for quad in quads), aside)
        except OSError as error:
            raise OutputError(
                f"{target} cannot be written ({error}); free some space or choose another place."
            ) from error
        return written

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

        ``options`` are those of :func:`wlgraph.views.write_view`: kind, page, article, between, title, lang, story.
        """
        from wlgraph.views import write_view

        return write_view(self.store, out, focus=focus, hops=hops, **options)


def _answer(table: Table) -> Answer:
    return Answer(columns=table.columns, rows=table.rows)


def load(location: str | Path) -> Graph:
    """Open a build folder (or one Turtle file) as a graph; raises GraphError where there is none."""
    return Graph(checked_path("location", location))
