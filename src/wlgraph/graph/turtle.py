"""Write triples as Turtle: readable, grouped by subject, and the same byte for byte at every run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES, TYPE


def _subject(triple: ox.Triple) -> str:
    subject = triple.subject
    assert isinstance(subject, ox.NamedNode), "the graph has no blank nodes"
    return subject.value


def grouped(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Each triple once, by subject and predicate, the type first."""
    return sorted(set(triples), key=lambda t: (_subject(t), t.predicate != TYPE, t.predicate.value, str(t.object)))


def turtle_blocks(ordered: Iterable[ox.Triple], prefixes: dict[str, str]) -> Iterator[bytes]:
    """One block of Turtle for each subject, after a header with the prefixes in their order."""
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items())).encode()
    for _, triples in groupby(ordered, key=_subject):
        block = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
        assert block is not None
        # Oxigraph prints the prefixes in no fixed order; a literal never begins a line.
        lines = [line for line in block.split(b"\n") if line and not line.startswith(b"@prefix ")]
        yield b"\n" + b"\n".join(lines).replace(b"\t", b"    ") + b"\n"


KINDS = ("claim", "comention", "division", "evidence", "observation", "page", "register", "signer")
"""Folders below the base that get a prefix of their own, so that names in the file need no escaped slash."""


def file_prefixes(base: str) -> dict[str, str]:
    """The prefixes of a graph file whose own things lie below ``base``."""
    return {**PREFIXES, "": base, **{kind: f"{base}{kind}/" for kind in KINDS}}


def write_turtle(triples: Iterable[ox.Triple], path: Path, base: str = DEFAULT_BASE) -> int:
    """Write triples as grouped Turtle and return how many there are."""
    ordered = grouped(triples)
    with path.open("wb") as out:
        out.writelines(turtle_blocks(ordered, file_prefixes(base)))
    return len(ordered)
