"""A graph to ask: the on-disk store of a build folder, or a Turtle file held in memory.

What pages and registers say lies in the default graph, what follows from it and the ontology itself in named graphs, so
that a query sees all or, where asked, only the first.
"""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from wlgraph.errors import GraphError
from wlgraph.graph.ontology import ontology_dir

GRAPH, INFERRED, STORE = "graph.ttl", "inferred.ttl", "store"
ONTOLOGY_GRAPH = ox.NamedNode("https://w3id.org/wlgraph/ontology")
INFERRED_GRAPH = ox.NamedNode("https://w3id.org/wlgraph/id/inferred")
_STAMP = "made-from"
_ATTEMPTS = 20
_BLOCK = 1 << 20


def build_store(folder: Path) -> None:
    """Make the folder's on-disk store anew from its Turtle files; without its stamp no reader takes it."""
    place = folder / STORE
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    store = ox.Store(str(place))
    _load(store, folder / GRAPH)
    store.flush()
    del store
    stamp_store(folder)


def stamp_store(folder: Path) -> None:
    """Say that the folder's store holds the Turtle that lies there now."""
    (folder / STORE / _STAMP).write_text(f"{_digest(folder)}\n{_times(folder)}\n", "ascii")


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


def is_stored(folder: Path) -> bool:
    """Whether the folder's store was made from the Turtle that lies there now."""
    try:
        digest, times = (folder / STORE / _STAMP).read_text("ascii").splitlines()
        return times == _times(folder) or digest == _digest(folder)
    except (OSError, ValueError):
        return False


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
    return store


def _identity(location: Path) -> tuple[object, ...]:
    """Changes whenever a build replaces one of the files that a reader needs."""
    folder = location if location.is_dir() else location.parent
    return tuple(
        _file_identity(path) for path in (location, folder / GRAPH, folder / INFERRED, folder / STORE / _STAMP)
    )


def _file_identity(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return () if path.is_dir() else (found.st_ino, found.st_size, found.st_mtime_ns)


def _load(store: ox.Store, graph: Path) -> None:
    inferred = graph.with_name(INFERRED) if graph.name == GRAPH else None
    try:
        store.bulk_load(path=str(graph), format=ox.RdfFormat.TURTLE)
        if inferred and inferred.is_file():
            store.bulk_load(path=str(inferred), format=ox.RdfFormat.TURTLE, to_graph=INFERRED_GRAPH)
        ontology = ontology_dir() / "wlgraph.ttl"
        store.bulk_load(path=str(ontology), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY_GRAPH)
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{graph} is not valid Turtle ({error}); build it again or mend that line.") from error
    except OSError as error:
        raise GraphError(f"{graph} cannot be read ({error}); check the path and its permissions.") from error


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
