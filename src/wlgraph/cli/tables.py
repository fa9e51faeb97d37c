"""Print rows so that Chinese lines up."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table as RichTable

from wlgraph.graph.query import Table
from wlgraph.graph.terms import PREFIXES

WIDEST = 200


def print_table(table: Table) -> None:
    """Print a table to standard output; IRIs of known vocabularies are shortened."""
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console = Console(markup=False, highlight=False, emoji=False, width=WIDEST)
    shown = RichTable(box=box.SIMPLE_HEAD)
    for column in table.columns:
        shown.add_column(column, overflow="fold")
    for row in table.rows:
        shown.add_row(*("" if value is None else _short(str(value)) for value in row))
    console.print(shown)
    console.print(f"{len(table)} rows" if len(table) != 1 else "1 row")


def _short(value: str) -> str:
    for prefix, iri in PREFIXES.items():
        if value.startswith(iri):
            return f"{prefix}:{value.removeprefix(iri)}"
    return value
