"""Triples in the order of a graph file, each once, in bounded memory: sorted runs on disk, then merged."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from typing import TextIO

import pyoxigraph as ox

from wlgraph.graph.terms import TYPE

RUN = 250_000
"""Triples that are sorted in memory at once; a run of them takes about 150 MB."""
_SEPARATOR = "\x00"
"""Less than any character of a term, so that lines sort as the tuples that they are made of."""


def sorted_lines(triples: Iterable[ox.Triple], run: int = RUN) -> Iterator[str]:
    """One line a triple, by subject and predicate, the type first, and none twice.

    A line is fit only for ``line_subject`` and ``n_triple``. More than ``run`` triples are sorted on disk.
    """
    return sort_lines(map(_line, triples), run)


def sort_lines(lines: Iterable[str], run: int = RUN) -> Iterator[str]:
    """Lines, each with its line feed, in the order of their code points and none twice; more than ``run`` on disk."""
    with ExitStack() as files:
        source = iter(lines)
        runs: list[Iterable[str]] = []
        while chunk := sorted(set(islice(source, run))):
            runs.append(chunk if len(chunk) < run and not runs else files.enter_context(_written(chunk)))
        last = ""
        for line in merge(*runs):
            if line != last:
                yield line
            last = line


def line_subject(line: str) -> str:
    """The subject of a line, equal for all triples of one subject."""
    return line.partition(_SEPARATOR)[0]


def n_triple(line: str) -> str:
    """A line as N-Triples."""
    subject, predicate, obj = line.rstrip("\n").split(_SEPARATOR, 2)
    return f"<{subject}> <{predicate[1:]}> {obj} .\n"


def _line(triple: ox.Triple) -> str:
    assert isinstance(triple.subject, ox.NamedNode), "the graph has no blank nodes"
    kind = "0" if triple.predicate == TYPE else "1"
    return f"{triple.subject.value}{_SEPARATOR}{kind}{triple.predicate.value}{_SEPARATOR}{triple.object}\n"


def _written(lines: list[str]) -> TextIO:
    file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - the caller closes it
    file.writelines(lines)
    file.seek(0)
    return file
