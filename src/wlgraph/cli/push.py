"""``wlgraph push``: load a graph into another store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def push_command(
    location: Annotated[Path, typer.Argument(help="A build folder or a Turtle file.", metavar="DIR|FILE")],
    url: Annotated[
        str, typer.Argument(help="The store's Graph Store address; the example's is that of Fuseki.", metavar="URL")
    ],
) -> None:
    """Load a graph into a store that speaks SPARQL 1.1 Graph Store: one named graph a page, replaced whole.

    Example: wlgraph push graphs/ http://127.0.0.1:3030/ds/data
    """
    from wlgraph.errors import SettingsError
    from wlgraph.graph.store import open_graph

    try:
        from wlgraph.remote.push import push
    except ImportError:
        raise SettingsError("This needs a further package; install it with: pip install 'wlgraph[remote]'.") from None
    count = push(open_graph(location), url)
    typer.echo(f"pushed {count} named graphs to {url}", err=True)
