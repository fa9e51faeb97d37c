"""Readers of further formats that other packages bring, by the entry point group ``wlgraph.page_formats``.

    [project.entry-points."wlgraph.page_formats"]
    docx = "my_package:text_of"

The name is the file ending; the function takes the file's path and returns the page's text: a headline marked with
``##``, paragraphs one below the other, a blank line between parts. It runs in a child process of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

GROUP = "wlgraph.page_formats"
TextOf = Callable[[Path], str]


@cache
def readers() -> dict[str, EntryPoint]:
    """The reader of each further file ending (``.docx``), in the order of the endings."""
    return {f".{point.name.lower().lstrip('.')}": point for point in sorted(entry_points(group=GROUP))}


def versions() -> tuple[str, ...]:
    """Each reader with its package's version, for the key of what a page's extraction depends on."""
    return tuple(f"{ending} {point.value} {point.dist and point.dist.version}" for ending, point in readers().items())


def load(ending: str) -> TextOf:
    """The function that reads files of this ending."""
    reader: TextOf = readers()[ending].load()
    return reader
