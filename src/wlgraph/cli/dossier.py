"""``wlgraph dossier``: a static site with a page for every company, official, town, park and programme."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def dossier_command(
    location: Annotated[Path, typer.Argument(help="A build folder or a Turtle file.", metavar="DIR|FILE")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the site.")],
    title: Annotated[str, typer.Option(help="The title of the index.")] = "",
    lang: Annotated[str, typer.Option(help="The language of the pages.", metavar="zh|en")] = "zh",
    persons: Annotated[bool, typer.Option("--persons", help="Give private persons dossiers and entries too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was written as JSON.")] = False,
) -> None:
    """Write a static site: what the corpus says of each thing, sentence by sentence; it works from disk.

    Example: wlgraph dossier graphs/ --out site/
    """
    from wlgraph.cli.printing import print_json
    from wlgraph.graph.store import GRAPH
    from wlgraph.views import write_dossiers

    source = location / GRAPH if location.is_dir() else location
    report = write_dossiers(source, out, title=title, lang=lang, persons=persons)
    if as_json:
        print_json(report)
    typer.echo(f"wrote {report.dossiers} dossiers, start at {report.index}", err=True)
