"""``wlgraph query``: ask a graph in SPARQL, or by the name of a saved query."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


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
    from wlgraph.graph.query import select
    from wlgraph.graph.saved import saved_queries, saved_query
    from wlgraph.graph.store import open_store
    from wlgraph.remote.address import is_url

    if list_ and as_json:
        print_json(list(saved_queries().values()))
        return
    if list_:
        for query in saved_queries().values():
            typer.echo(f"{query.name}\n    {query.zh}\n    {query.en}")
        return
    if not location:
        raise SettingsError("Name a build folder or a Turtle file, for example: wlgraph query graphs/ 'SELECT …'.")
    _refuse_mixed(sparql, saved)
    form = Format.JSON if as_json else form
    asked = saved_query(saved) if saved else None
    if asked:
        text = asked.page(page or 1) if page or form is Format.TABLE else asked.whole()
    else:
        text = sys.stdin.read() if sparql == "-" else sparql
    if not text.strip():
        raise SettingsError("Give a SPARQL query, or --saved NAME (wlgraph query --list names them).")
    if page and not asked:
        raise SettingsError("--page belongs to --saved NAME; in a query of your own, write LIMIT and OFFSET.")
    if is_url(location):
        _answer_from(location, text, form)
        return
    store = open_store(Path(location))
    _answer(store, text, form, asserted_only=asserted)
    if asked and asked.paged and form is Format.TABLE:
        following = max(page, 1) + 1
        if len(select(store, asked.page(following), asserted_only=asserted)):
            typer.echo(f"There is more: --page {following} goes on, --format csv gives all.", err=True)


def _refuse_mixed(sparql: str, saved: str) -> None:
    from wlgraph.errors import SettingsError
    from wlgraph.graph.saved import saved_queries

    if saved and sparql:
        raise SettingsError("Give a SPARQL query or --saved NAME, not both.")
    if sparql in saved_queries():
        raise SettingsError(f"{sparql} is a saved query; ask it with --saved {sparql}.")


def _answer(store: object, text: str, form: Format, *, asserted_only: bool) -> None:
    import pyoxigraph as ox

    from wlgraph.cli.tables import print_table
    from wlgraph.graph.query import run, select, serialize

    assert isinstance(store, ox.Store)
    if form is Format.TABLE:
        found = run(store, text, asserted_only=asserted_only)
        if isinstance(found, ox.QueryBoolean):
            typer.echo("true" if found else "false")
            return
        if isinstance(found, ox.QuerySolutions):
            print_table(select(store, text, asserted_only=asserted_only))
            return
    sys.stdout.buffer.write(serialize(store, text, form.value, asserted_only=asserted_only))
    sys.stdout.buffer.flush()


def _answer_from(url: str, text: str, form: Format) -> None:
    from wlgraph.remote.endpoint import Endpoint

    shown = Format.CSV if form is Format.TABLE else form
    sys.stdout.buffer.write(Endpoint(url).ask(text, shown.value))
    sys.stdout.buffer.flush()
