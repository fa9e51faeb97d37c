"""Print what a program reads, one JSON document on standard output, and say numbers in words."""

from __future__ import annotations

import msgspec
import typer


def print_json(content: object) -> None:
    """A record, or a list or dict of plain values, as indented JSON."""
    typer.echo(msgspec.json.format(msgspec.json.encode(content), indent=1))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 page, 2 pages; ``many`` is the plural where it does not end in s alone."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
