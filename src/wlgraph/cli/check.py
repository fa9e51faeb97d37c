"""``wlgraph check``: is a graph sound?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

UNSOUND = 1
SHOWN = 50


def check_command(
    location: Annotated[Path, typer.Argument(help="A build folder or a Turtle file.", metavar="DIR|FILE")],
    as_json: Annotated[bool, typer.Option("--json", help="Print all faults as JSON.")] = False,
) -> None:
    """Check a graph: shapes, quotes against the pages, and every direct triple backed by a claim.

    Example: wlgraph check graphs/

    Exit codes: 0 sound, 1 faults found (printed), 2 not a graph.
    """
    from wlgraph.build.shards import ShardFolder
    from wlgraph.cli.printing import print_json
    from wlgraph.graph.check import faults
    from wlgraph.graph.store import open_graph

    open_graph(location)
    shards = location / "shards"
    pages = {s.reading.page.name: s.reading.page.text for s in ShardFolder(shards)} if shards.is_dir() else None
    found = faults(location, pages)
    if as_json:
        print_json({"sound": not found, "quotes_compared": pages is not None, "faults": found})
        raise typer.Exit(UNSOUND if found else 0)
    for fault in found[:SHOWN]:
        typer.echo(fault)
    if len(found) > SHOWN:
        typer.echo(f"… and {len(found) - SHOWN} more")
    if found:
        raise typer.Exit(UNSOUND)
    typer.echo("sound" if pages else "sound (without the pages' texts, so quotes were not compared)", err=True)
