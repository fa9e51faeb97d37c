"""A process that answers queries from a store, and can be killed without loss."""

from __future__ import annotations

import io
import resource
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from wlgraph.errors import WlgraphError
from wlgraph.graph.query import Dataset, run
from wlgraph.graph.store import open_store

Outcome = tuple[Literal["answer"], bytes] | tuple[Literal["refused"], str]

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond ``most`` bytes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._most:
            raise OverflowError
        return super().write(data)


def answer(store: ox.Store, sparql: str, media: str, dataset: Dataset | None, most_bytes: int) -> Outcome:
    """The answer in a media type (of RESULTS or TRIPLES, by the form of the query), or why there is none."""
    out = _Bounded(most_bytes)
    try:
        found = run(store, sparql, dataset=dataset)
        if isinstance(found, ox.QueryTriples):
            found.serialize(out, format=TRIPLES[media])
        else:
            found.serialize(out, format=RESULTS[media])
    except WlgraphError as error:
        return "refused", str(error)
    except OverflowError:
        return "refused", f"The answer is larger than {most_bytes // 1_000_000} MB; add a LIMIT."
    except KeyError:
        return "refused", f"This form of query cannot be answered as {media}."
    except (MemoryError, OSError, RuntimeError) as error:
        return "refused", f"The query could not be answered ({error}); ask for less."
    return "answer", out.getvalue()


def serve_queries(location: Path, pipe: Connection, memory: int, most_bytes: int) -> None:
    """Answer triples of query, media type and dataset from ``pipe`` until it closes; the process's heap is bounded."""
    store = open_store(location)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    pipe.send("ready")
    while True:
        try:
            sparql, media, dataset = pipe.recv()
        except EOFError:
            return
        pipe.send(answer(store, sparql, media, dataset, most_bytes))
