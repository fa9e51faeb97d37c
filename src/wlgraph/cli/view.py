"""``wlgraph view``: write an interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def view_command(
    location: Annotated[
        str, typer.Argument(help="A build folder, a Turtle file or an endpoint's address.", metavar="DIR|FILE|URL")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.")],
    focus: Annotated[str, typer.Option(help="The name of the thing to start from.")] = "",
    hops: Annotated[int, typer.Option(help="How many steps around the focus.", min=1, max=6)] = 2,
) -> None:
    """Write an interactive page: one HTML file that works offline.

    Example: wlgraph view graphs/ --out zeguo.html --focus 泽国镇 --hops 2
    """
    from wlgraph.graph.store import GRAPH
    from wlgraph.remote.address import is_url
    from wlgraph.views import write_view

    if is_url(location):
        from wlgraph.remote.endpoint import Endpoint

        write_view(Endpoint(location).copy(), out, focus=focus, hops=hops)
    else:
        path = Path(location)
        write_view(path / GRAPH if path.is_dir() else path, out, focus=focus, hops=hops)
    typer.echo(f"wrote {out}", err=True)
