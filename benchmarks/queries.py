"""Time the saved queries on graphs of 100 000, a million and five million triples, with what it takes to write, load,
infer and check them.

The graphs have the shape of graphs/: its pages again and again, every page, claim and figure under an IRI of its own,
named things recurring in a few copies, places and reporters in all of them. Oxigraph answers from the on-disk store,
rdflib (100 000 triples only) from the same triples in memory. All times are of the processor.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any, TypeVar

import pyoxigraph as ox

from wlgraph.graph.check import faults
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.query import QUERY_PREFIXES, select
from wlgraph.graph.saved import saved_queries
from wlgraph.graph.store import GRAPH, INFERRED, build_store, open_store
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.graph.turtle import KINDS, write_turtle

GRAPHS = Path(__file__).resolve().parents[1] / "graphs"
T = TypeVar("T")
SIZES = {"100k": 100_000, "1M": 1_000_000, "5M": 5_000_000}
LOSS = 1.15
"""How many triples more must be made, since those of recurring things are equal."""
SHARED = ("division", "register", "signer")
RECURRING = 5
"""In how many copies of the pages a named thing appears, on average."""
RUNS = 5
RDFLIB_SECONDS = 60.0


class Copy:
    """The graph's terms under the names that they have in one copy of it."""

    def __init__(self, number: int, copies: int) -> None:
        self._number = number
        self._variants = max(1, copies // RECURRING)

    def triple(self, t: ox.Triple) -> ox.Triple:
        obj = t.object
        if isinstance(obj, ox.NamedNode):
            return ox.Triple(self._node(t.subject), t.predicate, self._node(obj))
        if obj.language and (variant := self._variant(t.subject.value)):
            return ox.Triple(self._node(t.subject), t.predicate, ox.Literal(f"{obj.value}{variant}", language="zh"))
        if t.predicate.value == "https://schema.org/identifier":
            return ox.Triple(self._node(t.subject), t.predicate, ox.Literal(f"{self._number}-{obj.value}"))
        return ox.Triple(self._node(t.subject), t.predicate, obj)

    def _node(self, node: ox.NamedNode) -> ox.NamedNode:
        local = node.value.removeprefix(DEFAULT_BASE)
        kind = local.partition("/")[0]
        if local == node.value or kind in SHARED:
            return node
        if kind in KINDS:
            return ox.NamedNode(f"{DEFAULT_BASE}{kind}/{self._number}-{local[len(kind) + 1 :]}")
        variant = self._variant(node.value)
        return ox.NamedNode(f"{node.value}.{variant}") if variant else node

    def _variant(self, iri: str) -> int:
        """Which of the things of its kind a named thing is here; 0 for what all copies share."""
        kind = iri.removeprefix(DEFAULT_BASE).partition("/")[0]
        return 0 if kind in (*SHARED, *KINDS) else zlib.crc32(f"{iri} {self._number}".encode()) % self._variants


def multiplied(triples: list[ox.Triple], wanted: int) -> Iterator[ox.Triple]:
    """At least ``wanted`` triples of the same shape, less the few that recur."""
    copies = -(-int(wanted * LOSS) // len(triples))
    for number in range(copies):
        copy = Copy(number, copies)
        yield from map(copy.triple, triples)


def in_process(work: Callable[..., T], *arguments: object) -> tuple[T, float, float]:
    """The result of work done in a fresh process, its processor seconds, and its peak memory in MB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, *arguments))


def _measured(work: Callable[..., T], *arguments: object) -> tuple[T, float, float]:
    """Processor seconds, which a busy machine changes least."""
    started = time.process_time()
    result = work(*arguments)
    seconds = time.process_time() - started
    return result, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(wanted: int, folder: Path) -> int:
    base = [quad.triple for quad in ox.parse(path=str(GRAPHS / GRAPH))]
    return write_turtle(multiplied(base, wanted), folder / GRAPH)


def ask_oxigraph(folder: Path) -> dict[str, list[float]]:
    store = open_store(folder)
    return {name: _times(lambda q=q: select(store, q.sparql), RUNS) for name, q in saved_queries().items()}


def ask_rdflib(folder: Path) -> dict[str, list[float]]:
    """One run a query; those after the time is up are left out."""
    import rdflib

    graph = rdflib.Graph()
    for path in (folder / GRAPH, folder / INFERRED, ontology_dir() / "wlgraph.ttl"):
        graph.parse(path)
    found: dict[str, list[float]] = {}
    started = time.perf_counter()
    for name, query in saved_queries().items():
        if time.perf_counter() - started > RDFLIB_SECONDS:
            break
        found[name] = _times(lambda q=query: list(graph.query(q.sparql, initNs=QUERY_PREFIXES)), 1)
    return found


def _times(work: Callable[[], Any], runs: int) -> list[float]:
    taken = []
    for _ in range(runs):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return taken


def report(engine: str, times: dict[str, list[float]]) -> None:
    together = [seconds for runs in times.values() for seconds in runs]
    over = [f"{name} {median(runs) * 1000:.0f}" for name, runs in times.items() if median(runs) > 0.1]
    p95 = quantiles(together, n=20)[-1]
    print(
        f"  {engine:9} {len(times)} queries: median {median(together) * 1000:.1f} ms, 95th percentile {p95 * 1000:.1f} ms"
    )
    print(f"            over 100 ms: {', '.join(over) or 'none'}")


def measure(wanted: int, *, rdflib: bool, check: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        triples, seconds, memory = in_process(write, wanted, folder)
        size = (folder / GRAPH).stat().st_size / 1e6
        print(f"{triples} triples, {size:.0f} MB of Turtle")
        print(f"  written   {seconds:.1f} s, {memory:.0f} MB of memory")
        inferred, seconds, memory = in_process(build_store, folder)
        print(f"  loaded    {seconds:.1f} s, {memory:.0f} MB, {inferred} triples inferred")
        if check:
            wrong, seconds, memory = in_process(faults, folder)
            print(f"  checked   {seconds:.1f} s, {memory:.0f} MB, {len(wrong)} faults")
        times, _, memory = in_process(ask_oxigraph, folder)
        report(f"Oxigraph, {memory:.0f} MB", times)
        if rdflib:
            times, _, memory = in_process(ask_rdflib, folder)
            report(f"rdflib, {memory:.0f} MB", times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", default=["100k", "1M"], choices=list(SIZES), metavar="SIZE")
    for size in parser.parse_args().sizes:
        measure(SIZES[size], rdflib=size == "100k", check=size != "5M")


if __name__ == "__main__":
    main()
