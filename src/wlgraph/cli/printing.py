"""Print what a program reads: one JSON document on standard output."""

from __future__ import annotations

import msgspec
import typer


def print_json(content: object) -> None:
    """A record, or a list or dict of plain values, as indented JSON."""
    typer.echo(msgspec.json.format(msgspec.json.encode(content), indent=1))
