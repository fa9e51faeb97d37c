"""``wlgraph export``: a graph in the format of another tool."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export_command(
    location: Annotated[Path, typer.Argument(help="A build folder or a Turtle file.", metavar="DIR|FILE")],
    form: Annotated[str, typer.Option("--format", "-f", help="nquads, jsonld, graphml, gexf or csv.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write; for csv a folder.")],
) -> None:
    """Write a graph in another format: N-Quads by page, JSON-LD, GraphML, GEXF (Gephi), CSV tables.

    Example: wlgraph export graphs/ --format gexf --out graph.gexf
    """
    from wlgraph.exports import export
    from wlgraph.graph.store import open_graph

    export(open_graph(location), form, out)
    typer.echo(f"wrote {out}", err=True)
