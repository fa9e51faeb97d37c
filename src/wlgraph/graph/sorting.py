"""Triples in the order of a graph file, each once, in bounded memory: sorted runs on disk, then merged."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from typing import BinaryIO

import pyoxigraph as ox

from wlgraph.graph.terms import TYPE

RUN = 250_000
"""Triples that are sorted in memory at once; a run of them takes about 100 MB."""
_PIECE = 1 << 18
"""Bytes of each run that are held while runs are merged."""
_END, _FIRST = "\x00", "\x01"
"""Marks that no term holds, less than any character of one: where an IRI ends, and before the predicate that comes first."""


def sorted_lines(triples: Iterable[ox.Triple], run: int = RUN) -> Iterator[bytes]:
    """One line a triple, by subject and predicate, the type first, and none twice.

    A line is N-Triples but for marks, see ``line_subject`` and ``n_triples``. More than ``run`` triples are sorted on
    disk.
    """
    return sort_lines(map(_line, triples), run)


def sort_lines(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    """Lines, each with its line feed, in the order of their code points and none twice; more than ``run`` on disk.

    The bytes of UTF-8 sort as the code points that they stand for.
    """
    with ExitStack() as files:
        source = iter(lines)
        runs: list[BinaryIO] = []
        while chunk := list(islice(source, run)):
            ordered = sorted(set(chunk))
            if len(chunk) < run and not runs:
                yield from ordered
                return
            runs.append(files.enter_context(_written(ordered)))
        yield from chain.from_iterable(_merged(runs))


def line_subject(line: bytes) -> bytes:
    """How all lines of one subject begin, and no others."""
    return line[: line.index(_END.encode()) + 1]


def n_triples(lines: Iterable[bytes]) -> bytes:
    """Lines as N-Triples."""
    return b"".join(lines).translate(None, f"{_END}{_FIRST}".encode())


_TYPE = f" {TYPE}".replace(">", f"{_END}>")
_TYPE_FIRST = _TYPE.replace("<", f"<{_FIRST}")


def _line(triple: ox.Triple) -> bytes:
    assert isinstance(triple.subject, ox.NamedNode), "the graph has no blank nodes"
    marked = str(triple).replace("> ", f"{_END}> ", 2).replace(_TYPE, _TYPE_FIRST, 1)
    return f"{marked} .\n".encode()


def _merged(runs: Sequence[BinaryIO]) -> Iterator[list[bytes]]:
    """The lines of sorted runs, piece by piece; what no unread line can precede is sorted, which sorted parts make fast."""
    held = [run.readlines(_PIECE) for run in runs]
    while any(held):
        last = min(lines[-1] for lines in held if lines)
        ready: list[bytes] = []
        for number, run in enumerate(runs):
            cut = bisect_right(held[number], last)
            ready += held[number][:cut]
            held[number] = held[number][cut:] or run.readlines(_PIECE)
        ready.sort()
        yield list(dict.fromkeys(ready))


def _written(lines: list[bytes]) -> BinaryIO:
    file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    file.writelines(lines)
    file.seek(0)
    return file
