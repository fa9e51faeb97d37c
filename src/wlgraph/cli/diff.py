"""``wlgraph diff``: what came, went and changed between two graphs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How differences are printed."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


def diff_command(
    old: Annotated[Path, typer.Argument(help="The earlier graph: a build folder or a Turtle file.", metavar="OLD")],
    new: Annotated[Path, typer.Argument(help="The later graph.", metavar="NEW")],
    form: Annotated[Format, typer.Option("--format", "-f", help="How differences are printed.")] = Format.TEXT,
) -> None:
    """Say which entities, claims and figures came, went and changed.

    Example: wlgraph diff graphs-june/ graphs/ --format json
    """
    import msgspec

    from wlgraph.diff import as_changesets, as_text, compare
    from wlgraph.diff.wording import as_data
    from wlgraph.graph.store import open_store

    comparison = compare(old, new)
    if form is Format.TURTLE:
        sys.stdout.buffer.write(as_changesets(comparison, open_store(old), open_store(new)))
    elif form is Format.JSON:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(as_data(comparison)), indent=1) + b"\n")
    else:
        typer.echo(as_text(comparison), nl=False)
