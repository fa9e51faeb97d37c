"""``wlgraph query``: ask a graph in SPARQL, or by the name of a saved query."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

if TYPE_CHECKING:
    import pyoxigraph as ox

    from wlgraph.graph.saved import SavedQuery


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def saved_names(incomplete: str) -> list[str]:
    """The saved queries whose name begins so, for the shell's completion."""
    from wlgraph.graph.saved import saved_queries

    return [name for name in saved_queries() if name.startswith(incomplete)]


def query_command(
    location: Annotated[
        str, typer.Argument(help="A build folder, a Turtle file or an endpoint's address.", metavar="DIR|FILE|URL")
    ] = "",
    sparql: Annotated[str, typer.Argument(help="The query; - reads it from standard input.")] = "",
    saved: Annotated[str, typer.Option(help="The name of a saved query.", autocompletion=saved_names)] = "",
    page: Annotated[
        int,
        typer.Option(help="The page of a saved query's answer; without it a table shows the first, CSV and JSON all."),
    ] = 0,
    form: Annotated[Format, typer.Option("--format", "-f", help="How the answer is printed.")] = Format.TABLE,
    asserted: Annotated[bool, typer.Option(help="Leave out what only follows from the ontology.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="List the saved queries.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json; with --list, the list.")] = False,
) -> None:
    """Ask a graph.

    Example: wlgraph query graphs/ 'SELECT ?name WHERE { ?c a wl:Company ; skos:prefLabel ?name }'

    Example: wlgraph query graphs/ --saved green-factories
    """
    from wlgraph.cli.printing import print_json
    from wlgraph.errors import SettingsError
    from wlgraph.graph.saved import saved_queries, saved_query
    from wlgraph.remote.address import is_url

    form = Format.JSON if as_json else form
    if list_ and form is Format.JSON:
        print_json(list(saved_queries().values()))
        return
    if list_:
        for query in saved_queries().values():
            typer.echo(f"{query.name}\n    {query.zh}\n    {query.en}")
        return
    if not location:
        raise SettingsError("Name a build folder or a Turtle file, for example: wlgraph query graphs/ 'SELECT …'.")
    _refuse_mixed(sparql, saved)
    asked = saved_query(saved) if saved else None
    if asked:
        text = asked.page(page or 1) if page or form is Format.TABLE else asked.whole()
    else:
        text = sys.stdin.read() if sparql == "-" else sparql
    if not text.strip():
        raise SettingsError("Give a SPARQL query, or --saved NAME (wlgraph query --list names them).")
    if page and not asked:
        raise SettingsError("--page belongs to --saved NAME; in a query of your own, write LIMIT and OFFSET.")
    if is_url(location) and asserted:
        raise SettingsError(
            "--asserted is for a build folder or a Turtle file; at an endpoint, name the graphs by FROM."
        )
    source: Source = _Address(location) if is_url(location) else _Folder(Path(location), asserted_only=asserted)
    if form is not Format.TABLE:
        sys.stdout.buffer.write(source.written(text, form))
        sys.stdout.buffer.flush()
    elif _shown(source.read(text)) == 0:
        _say_misspelt(text)
    elif asked and asked.paged:
        _say_more(source, asked, max(page, 1) + 1)
    source.warn()


def _refuse_mixed(sparql: str, saved: str) -> None:
    from wlgraph.errors import SettingsError
    from wlgraph.graph.saved import saved_queries

    if saved and sparql:
        raise SettingsError("Give a SPARQL query or --saved NAME, not both.")
    if sparql in saved_queries():
        raise SettingsError(f"{sparql} is a saved query; ask it with --saved {sparql}.")


class Source(Protocol):
    """What is asked: files here, or another server."""

    def read(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | bytes:
        """The rows of a SELECT, the answer to an ASK, or Turtle."""

    def written(self, sparql: str, form: Format) -> bytes:
        """The answer in a format for other programs."""

    def warn(self) -> None:
        """Tell on standard error what makes answers empty that need not be."""


class _Folder:
    def __init__(self, location: Path, *, asserted_only: bool) -> None:
        from wlgraph.graph.store import open_store

        self._store = open_store(location)
        self._asserted_only = asserted_only

    def read(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | bytes:
        import pyoxigraph as ox

        from wlgraph.graph.query import run

        found = run(self._store, sparql, asserted_only=self._asserted_only)
        return found.serialize(format=ox.RdfFormat.TURTLE) or b"" if isinstance(found, ox.QueryTriples) else found

    def written(self, sparql: str, form: Format) -> bytes:
        from wlgraph.graph.query import serialize

        return serialize(self._store, sparql, form.value, asserted_only=self._asserted_only)

    def warn(self) -> None:
        """A folder is always asked whole."""


class _Address:
    def __init__(self, url: str) -> None:
        from wlgraph.remote.endpoint import Endpoint

        self._endpoint = Endpoint(url)

    def read(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | bytes:
        return self._endpoint.read(sparql)

    def written(self, sparql: str, form: Format) -> bytes:
        return self._endpoint.ask(sparql, form.value)

    def warn(self) -> None:
        if self._endpoint.keeps_graphs_apart():
            typer.echo(
                "The store asks its default graph, which is empty, and not its named graphs: have it ask all of them "
                "(Oxigraph: add ?union-default-graph to the address; Fuseki: tdb2:unionDefaultGraph true).",
                err=True,
            )


def _shown(found: ox.QuerySolutions | ox.QueryBoolean | bytes) -> int | None:
    """Print an answer; returns the number of rows where it has rows."""
    import pyoxigraph as ox

    from wlgraph.cli.tables import print_table
    from wlgraph.graph.query import as_table

    if isinstance(found, ox.QuerySolutions):
        table = as_table(found)
        print_table(table)
        return len(table)
    if isinstance(found, ox.QueryBoolean):
        typer.echo("true" if found else "false")
        return None
    sys.stdout.buffer.write(found)
    sys.stdout.buffer.flush()
    return None


def _say_more(source: Source, asked: SavedQuery, following: int) -> None:
    import pyoxigraph as ox

    found = source.read(asked.page(following))
    if isinstance(found, ox.QuerySolutions) and next(found, None):
        typer.echo(f"There is more: --page {following} goes on, --format csv gives all.", err=True)


def _say_misspelt(sparql: str) -> None:
    from wlgraph.graph.misspelt import misspelt

    for name, near in misspelt(sparql).items():
        meant = f"; is wl:{near} meant?" if near else "; ontology/wlgraph.ttl has its terms."
        typer.echo(f"The ontology has no wl:{name}{meant}", err=True)
