"""A graph to ask: the on-disk store of a build folder, or a Turtle file held in memory.

What pages and registers say lies in the default graph, what follows from it and the ontology itself in named graphs, so
that a query sees all or, where asked, only the first.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pyoxigraph as ox

from wlgraph.errors import GraphError
from wlgraph.graph.ontology import ontology_dir

GRAPH, INFERRED, STORE = "graph.ttl", "inferred.ttl", "store"
ONTOLOGY_GRAPH = ox.NamedNode("https://w3id.org/wlgraph/ontology")
INFERRED_GRAPH = ox.NamedNode("https://w3id.org/wlgraph/id/inferred")
_STAMP = "made-from"


def build_store(folder: Path) -> None:
    """Make the folder's on-disk store anew from its Turtle files; the old one stays until the new one is whole."""
    store_dir, fresh = folder / STORE, folder / f"{STORE}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    store = ox.Store(str(fresh))
    _load(store, folder / GRAPH)
    store.flush()
    del store
    (fresh / _STAMP).write_text(_fingerprint(folder), "ascii")
    shutil.rmtree(store_dir, ignore_errors=True)
    fresh.replace(store_dir)


def open_store(location: Path) -> ox.Store:
    """Open a build folder or a Turtle file for reading.

    Raises GraphError where there is no graph, or the file is no Turtle.
    """
    if location.is_dir():
        if not (location / GRAPH).is_file():
            raise GraphError(f"{location} holds no {GRAPH}; run 'wlgraph build PAGES --out {location}' first.")
        stamp = location / STORE / _STAMP
        if stamp.is_file() and stamp.read_text("ascii") == _fingerprint(location):
            return ox.Store.read_only(str(location / STORE))
        location = location / GRAPH
    if not location.is_file():
        raise GraphError(f"There is no file or folder {location}; name a build folder or a Turtle file.")
    store = ox.Store()
    _load(store, location)
    return store


def is_stored(folder: Path) -> bool:
    """Whether the folder's store was made from the Turtle that lies there now."""
    stamp = folder / STORE / _STAMP
    return stamp.is_file() and stamp.read_text("ascii") == _fingerprint(folder)


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


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in (GRAPH, INFERRED):
        path = folder / name
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()
