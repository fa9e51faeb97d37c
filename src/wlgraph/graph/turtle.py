"""Write triples as Turtle: readable, grouped by subject, and the same byte for byte at every run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.sorting import RUN, line_subject, n_triple, sorted_lines
from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES

AT_ONCE = 2000
"""Triples that are handed to the serialiser at once, rounded up to whole subjects."""
KINDS = ("claim", "comention", "division", "evidence", "observation", "page", "register", "signer")
"""Folders below the base that get a prefix of their own, so that names in the file need no escaped slash."""


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
            out.write(_turtle("".join(map(n_triple, lines)), prefixes))
    return written


def _whole_subjects(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines in portions that end with a subject's last line."""
    portion: list[str] = []
    for _, block in groupby(lines, key=line_subject):
        portion += block
        if len(portion) >= AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _turtle(n_triples: str, prefixes: dict[str, str]) -> bytes:
    """One block of Turtle for each subject, an empty line before each."""
    triples = ox.parse(n_triples, format=ox.RdfFormat.N_TRIPLES)
    text = ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    assert text is not None
    # Oxigraph prints the prefixes in no fixed order; a literal never begins a line.
    lines = [line for line in text.split(b"\n") if line and not line.startswith(b"@prefix ")]
    return b"".join((b"" if line.startswith(b"\t") else b"\n") + line.replace(b"\t", b"    ") + b"\n" for line in lines)
