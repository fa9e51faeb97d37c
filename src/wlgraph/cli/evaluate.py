"""``wlgraph evaluate``: how well are names found on pages with a gold file?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ReportFormat(StrEnum):
    """How the report is printed."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


def evaluate_command(
    folder: Annotated[
        Path, typer.Argument(help="A folder of pages, each NAME.txt with its gold NAME.json.", metavar="DIR")
    ],
    form: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="How the report is printed.")
    ] = ReportFormat.TABLE,
    errors: Annotated[bool, typer.Option(help="List every error with its sentence (table only).")] = False,
    home: Annotated[str, typer.Option(help="The area that 我市 means on pages without a sidecar.")] = "温岭市",
) -> None:
    """Measure names on pages with a gold file: precision, recall, F1 by class, confusion, errors.

    Example: wlgraph evaluate evaluation/gold/pages --format html > names.html
    """
    from wlgraph.evaluation import render
    from wlgraph.evaluation.gold import read_gold
    from wlgraph.evaluation.names import evaluate_names

    report = evaluate_names(read_gold(folder), home)
    if form is ReportFormat.JSON:
        typer.echo(render.as_json(report), nl=False)
    else:
        typer.echo(render.as_html(report) if form is ReportFormat.HTML else render.as_text(report, errors=errors))
