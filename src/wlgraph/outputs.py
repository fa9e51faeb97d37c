"""Files that are whole or not there: written beside their place under another name, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wlgraph.errors import SettingsError

READ = frozenset({".ttl", ".txt", ".md", ".jsonl"})
"""Endings of what commands read: graphs, pages, ledgers and judgements."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of ``path`` when all went well; else ``path`` stays as it was.

    The temporary name has the same ending, since some writers choose their format by it. Raises OSError where it
    cannot be written or renamed. What is no plain file (a device, a pipe) is written to as it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        yield path
        return
    aside = path.with_name(f".{path.stem[:100]}.{os.getpid()}{path.suffix}")
    try:
        yield aside
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def check_ending(path: Path) -> None:
    """Raise SettingsError for an output that would take the place of a graph, a page or a ledger."""
    if path.suffix.lower() in READ:
        raise SettingsError(f"{path} ends like a file that wlgraph reads; choose another name for what it writes.")
