"""The core of a large graph: its best linked things with what is said of them, small enough to look at whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from heapq import nsmallest
from typing import Any

import pyoxigraph as ox

from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import PREF_LABEL, prefixed, term
from wlgraph.model import Record

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
SUBJECT, OBJECT, PREDICATE = (prefixed(f"rdf:{name}") for name in ("subject", "object", "predicate"))
_MENTIONS = term(WL.mentions)
_LEADS_ON = frozenset(
    term(WL[name])
    for name in ("evidence", "segment", "inArticle", "onPage", "reporter", "correspondent", "photographer")
)
_THINGS = f"SELECT (COUNT(DISTINCT ?thing) AS ?many) WHERE {{ ?thing {PREF_LABEL} ?name }}"
_LINKED = f"SELECT ?thing (COUNT(*) AS ?claims) WHERE {{ ?claim {SUBJECT}|{OBJECT} ?thing }} GROUP BY ?thing"
CLAIMS_OF_TRIPLE, FIGURES_OF_THING = 2, 10
"""Of what is said oftener, or figures beyond, the newest stand in the core."""


class Core(Record, frozen=True, kw_only=True):
    """A part of a graph as a store, with the number of things in it and in the whole."""

    store: ox.Store
    things: int
    of: int


def take_core(store: ox.Store, most: int) -> Core:
    """The ``most`` things that most claims speak of, claims and co-mentions among them, and their figures.

    Every claim keeps its sentences, articles and pages.
    """
    ((total,),) = _rows(store, _THINGS)
    linked = [(-int(claims.value), str(thing), thing) for thing, claims in _rows(store, _LINKED)]
    kept = {thing for *_, thing in nsmallest(most, linked)}
    taken = ox.Store()
    nodes = (*kept, *_claims(store, kept), *_figures(store, kept), *_comentions(store, kept))
    taken.extend(_told(store, nodes, kept))
    return Core(store=taken, things=len(kept), of=int(total.value))


def _claims(store: ox.Store, kept: Set[object]) -> Iterator[Subject]:
    told: defaultdict[tuple[object, ...], list[tuple[str, str, Subject]]] = defaultdict(list)
    for thing in kept:
        assert isinstance(thing, ox.NamedNode)
        for quad in _quads(store, None, SUBJECT, thing):
            obj = _value(store, quad.subject, OBJECT)
            if obj in kept:
                date = str(_value(store, quad.subject, term(WL.asOf)) or "")
                triple = (thing, _value(store, quad.subject, PREDICATE), obj)
                told[triple].append((date, str(quad.subject), quad.subject))
    for claims in told.values():
        yield from _newest(claims, CLAIMS_OF_TRIPLE)


def _figures(store: ox.Store, kept: Set[object]) -> Iterator[Subject]:
    for thing in kept:
        assert isinstance(thing, ox.NamedNode)
        found = [quad.subject for quad in _quads(store, None, term(WL.observed), thing)]
        dated = [(str(_value(store, figure, term(WL.period)) or ""), str(figure), figure) for figure in found]
        yield from _newest(dated, FIGURES_OF_THING)


def _comentions(store: ox.Store, kept: Set[object]) -> Iterator[Subject]:
    ends: Counter[Subject] = Counter()
    for thing in kept:
        assert isinstance(thing, ox.NamedNode)
        ends.update(quad.subject for quad in _quads(store, None, term(WL.between), thing))
    yield from (node for node, count in ends.items() if count == 2)


def _newest(dated: list[tuple[str, str, Subject]], most: int) -> list[Subject]:
    return [node for *_, node in sorted(dated, key=lambda one: one[:2], reverse=True)[:most]]


def _told(store: ox.Store, nodes: Iterable[object], kept: Set[object]) -> Iterator[ox.Quad]:
    """All that nodes say, and what backs it; of what an article mentions only what is kept."""
    seen, waiting = set[object](), list(nodes)
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        assert isinstance(node, ox.NamedNode)
        for quad in _quads(store, node):
            if quad.predicate == _MENTIONS and quad.object not in kept:
                continue
            yield quad
            if quad.predicate in _LEADS_ON and isinstance(quad.object, ox.NamedNode):
                waiting.append(quad.object)


def _rows(store: ox.Store, sparql: str) -> Iterator[tuple[Any, ...]]:
    solutions = store.query(sparql)
    assert isinstance(solutions, ox.QuerySolutions)
    return map(tuple, solutions)


def _quads(
    store: ox.Store, subject: Subject | None, predicate: ox.NamedNode | None = None, value: ox.NamedNode | None = None
) -> Iterator[ox.Quad]:
    return iter(store.quads_for_pattern(subject, predicate, value, ox.DefaultGraph()))


def _value(store: ox.Store, subject: Subject, predicate: ox.NamedNode) -> object:
    return next((quad.object for quad in _quads(store, subject, predicate)), None)
