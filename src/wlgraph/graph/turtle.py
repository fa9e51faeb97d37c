"""Write triples as Turtle: readable, grouped by subject, and the same byte for byte at every run."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.sorting import RUN, line_subject, n_triples, sorted_lines
from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES

AT_ONCE = 2000
"""Triples that are handed to the serialiser at once, rounded up to whole subjects."""
KINDS = ("claim", "comention", "division", "evidence", "observation", "page", "register", "signer")
"""Folders below the base that get a prefix of their own, so that names in the file need no escaped slash."""

_PREFIX_LINES = re.compile(rb"\A(?:@prefix [^\n]*\n|\n)*")


def file_prefixes(base: str) -> dict[str, str]:
    """The prefixes of a graph file whose own things lie below ``base``."""
    return {**PREFIXES, "": base, **{kind: f"{base}{kind}/" for kind in KINDS}}


def write_turtle(triples: Iterable[ox.Triple], path: Path, base: str = DEFAULT_BASE, *, run: int = RUN) -> int:
    """Write triples as grouped Turtle and return how many there are; no more than ``run`` are held in memory."""
    written = 0
    prefixes = file_prefixes(base)
    with path.open("wb") as out:
        out.write("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items())).encode())
        for lines in _whole_subjects(sorted_lines(triples, run)):
            written += len(lines)
            out.write(_turtle(n_triples(lines), prefixes))
    return written


def _whole_subjects(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Sorted lines in portions that end with a subject's last line."""
    source = iter(lines)
    portion: list[bytes] = []
    while more := list(islice(source, AT_ONCE)):
        portion += more
        if begun := bisect_left(portion, line_subject(portion[-1])):
            yield portion[:begun]
            portion = portion[begun:]
    if portion:
        yield portion


def _turtle(content: bytes, prefixes: dict[str, str]) -> bytes:
    """N-Triples as Turtle without its prefixes, one block for each subject, an empty line before each."""
    quads = ox.parse(content, format=ox.RdfFormat.N_TRIPLES, lenient=True)  # the terms were checked when they were made
    text = ox.serialize(quads, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    assert text is not None
    # Only the last line of a block ends with a full stop, and no literal has a line feed or a tab in it.
    blocks = _PREFIX_LINES.sub(b"", text, count=1)
    return b"\n" + blocks.replace(b"\t", b"    ").replace(b" .\n", b" .\n\n")[:-1]
