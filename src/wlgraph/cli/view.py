"""``wlgraph view``: write an interactive page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def view_command(
    location: Annotated[Path, typer.Argument(help="A build folder or a Turtle file.", metavar="DIR|FILE")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file to write.")],
    focus: Annotated[str, typer.Option(help="The name of the thing to start from.")] = "",
    hops: Annotated[int, typer.Option(help="How many steps around the focus.", min=1, max=6)] = 2,
) -> None:
    """Write an interactive page: one HTML file that works offline.

    Example: wlgraph view graphs/ --out zeguo.html --focus 泽国镇 --hops 2
    """
    from wlgraph.api import load

    load(location).view(out, focus=focus, hops=hops)
    typer.echo(f"wrote {out}", err=True)
