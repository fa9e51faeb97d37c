"""A graph to ask: the on-disk store of a build folder, or a Turtle file held in memory.

What pages and registers say lies in the default graph, what follows from it and the ontology itself in named graphs, so
that a query sees all or, where asked, only the first.
"""

from __future__ import annotations

import filecmp
import hashlib
import os
import shutil
import stat
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

import msgspec
import pyoxigraph as ox

from wlgraph.errors import GraphError, OutputError
from wlgraph.graph.infer import CLOSURES, write_inferred
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.model import Record

GRAPH, INFERRED, STORE = "graph.ttl", "inferred.ttl", "store"
ONTOLOGY_GRAPH = ox.NamedNode("https://w3id.org/wlgraph/ontology")
INFERRED_GRAPH = ox.NamedNode("https://w3id.org/wlgraph/id/inferred")
_PAGE = "ASK { ?page a <https://w3id.org/wlgraph/ontology#Page> }"
_STAMP = "made-from"
_ATTEMPTS = 20
_BLOCK = 1 << 20
_PIECE = 8 << 20
"""Bytes of Turtle that are loaded at once; loading a piece of this size takes about 200 MB."""


def build_store(folder: Path, base: str = DEFAULT_BASE) -> int:
    """Make ``inferred.ttl`` and the on-disk store of a folder from its ``graph.ttl``; returns how many triples follow.

    The folder is one that no reader uses yet. Nothing is held in memory whole. The pieces of the load are merged at the
    end, which halves the time of a query.
    """
    place = folder / STORE
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    store = ox.Store(str(place))
    _load_in_pieces(store, folder / GRAPH)
    _load(store, ontology_dir() / "wlgraph.ttl", ONTOLOGY_GRAPH)
    inferred = write_inferred(store, folder / INFERRED, base)
    _load_in_pieces(store, folder / INFERRED, INFERRED_GRAPH)
    store.optimize()
    store.flush()
    del store
    stamp = _Stamp(digest=_digest(folder), times=_times(folder), made_by=_made_by(), inferred=inferred)
    (place / _STAMP).write_bytes(msgspec.json.encode(stamp))
    return inferred


def reuse_store(old: Path, new: Path) -> int | None:
    """Give ``new``, which has a ``graph.ttl``, the store and ``inferred.ttl`` of ``old`` where its graph is the same.

    Returns how many triples follow, None where a store must be built. The files are hard links, since stores are only
    read; so the time of the Turtle stays, too.
    """
    stamp = _read_stamp(old)
    if not (stamp and is_stored(old) and stamp.made_by == _made_by()):
        return None
    if not filecmp.cmp(old / GRAPH, new / GRAPH, shallow=False):
        return None
    try:
        shutil.copytree(old / STORE, new / STORE, copy_function=os.link)
        (new / GRAPH).unlink()
        for name in (GRAPH, INFERRED):
            os.link(old / name, new / name)
    except OSError as error:
        raise OutputError(f"{new} cannot be written ({error}); free some space or choose another --out.") from error
    return stamp.inferred


def open_store(location: Path) -> ox.Store:
    """Open a build folder or a Turtle file for reading.

    A build that ends meanwhile swaps the files: then they are read again, so that all come from one build. Raises
    GraphError where there is no graph, or the file is no Turtle.
    """
    for _ in range(_ATTEMPTS):
        before = _identity(location)
        try:
            store = _open(location)
        except (GraphError, OSError):
            if _identity(location) == before:
                raise
            continue
        if _identity(location) == before:
            return store
    raise GraphError(f"{location} changes while it is read; wait until its build has ended.")


def open_graph(location: Path) -> ox.Store:
    """Open a graph that wlgraph made; raises GraphError for other Turtle, an empty file among it."""
    store = open_store(location)
    known = store.query(_PAGE)
    if not (isinstance(known, ox.QueryBoolean) and known):
        raise GraphError(f"{location} holds no page of a newspaper, so no graph of wlgraph; name a build folder.")
    return store


def is_stored(folder: Path) -> bool:
    """Whether the folder's store was made from the Turtle that lies there now."""
    stamp = _read_stamp(folder)
    return stamp is not None and (stamp.times == _times(folder) or stamp.digest == _digest(folder))


class _Stamp(Record, frozen=True, kw_only=True):
    """What a store was made from: the Turtle's content and times, and the version of what follows from it."""

    digest: str
    times: str
    made_by: str
    inferred: int


def _read_stamp(folder: Path) -> _Stamp | None:
    try:
        return msgspec.json.decode((folder / STORE / _STAMP).read_bytes(), type=_Stamp)
    except (OSError, msgspec.DecodeError):
        return None


def _made_by() -> str:
    """Changes with the ontology, the closures, and the software that writes stores."""
    parts = (ontology_dir() / "wlgraph.ttl").read_text("utf-8"), *CLOSURES, ox.__version__
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _open(location: Path) -> ox.Store:
    if location.is_dir() and not (location / GRAPH).is_file():
        raise GraphError(f"{location} holds no {GRAPH}; run 'wlgraph build PAGES --out {location}' first.")
    graph = location / GRAPH if location.is_dir() else location
    if not graph.is_file():
        raise GraphError(f"There is no file or folder {location}; name a build folder or a Turtle file.")
    if graph.name == GRAPH and is_stored(graph.parent):
        return ox.Store.read_only(str(graph.parent / STORE))
    store = ox.Store()
    _load(store, graph)
    _load(store, ontology_dir() / "wlgraph.ttl", ONTOLOGY_GRAPH)
    if graph.name == GRAPH and graph.with_name(INFERRED).is_file():
        _load(store, graph.with_name(INFERRED), INFERRED_GRAPH)
    return store


def _identity(location: Path) -> tuple[object, ...]:
    """Changes whenever a build replaces one of the files that a reader needs, or the way that leads to it.

    The way counts because a path that is read while its link becomes the plain file of the same content may be missed.
    """
    folder = location if location.is_dir() else location.parent
    needed = folder / GRAPH, folder / INFERRED, folder / STORE, folder / STORE / _STAMP
    return tuple(_file_identity(path) for path in (location, *needed))


def _file_identity(path: Path) -> tuple[int, ...]:
    try:
        way, found = path.lstat(), path.stat()
    except OSError:
        return ()
    if stat.S_ISDIR(found.st_mode):
        return way.st_ino, found.st_ino
    return way.st_ino, found.st_ino, found.st_size, found.st_mtime_ns


def _load(store: ox.Store, turtle: Path, graph: ox.NamedNode | None = None) -> None:
    try:
        store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE, to_graph=graph)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{turtle} is not valid Turtle ({error}); build it again or mend that line.") from error
    except OSError as error:
        raise GraphError(f"{turtle} cannot be read ({error}); check the path and its permissions.") from error


def _load_in_pieces(store: ox.Store, turtle: Path, graph: ox.NamedNode | None = None) -> None:
    """Load a file that ``write_turtle`` wrote: a bulk load holds all that it is given in memory, so it gets pieces."""
    with turtle.open("rb") as file:
        header = b"".join(takewhile(lambda line: line != b"\n", file))
        while lines := file.readlines(_PIECE):
            while lines[-1] != b"\n" and (line := file.readline()):
                lines.append(line)
            store.bulk_load(header + b"".join(lines), format=ox.RdfFormat.TURTLE, to_graph=graph)


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in (GRAPH, INFERRED):
        with suppress(FileNotFoundError), (folder / name).open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()


def _times(folder: Path) -> str:
    """Sizes and times of the Turtle files: while these stand, the files need not be read to be known."""
    found = [path.stat() for name in (GRAPH, INFERRED) if (path := folder / name).is_file()]
    return " ".join(f"{stat.st_size}:{stat.st_mtime_ns}" for stat in found)
