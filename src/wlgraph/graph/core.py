"""The core of a large graph: its best linked things with what is said of them, small enough to look at whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set

import pyoxigraph as ox

from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import PREF_LABEL, prefixed, term
from wlgraph.model import Record

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
SUBJECT, OBJECT, PREDICATE = (prefixed(f"rdf:{name}") for name in ("subject", "object", "predicate"))
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
    total = len({quad.subject for quad in _quads(store, None, PREF_LABEL)})
    linked = Counter(quad.object for end in (SUBJECT, OBJECT) for quad in _quads(store, None, end))
    best = sorted(linked.items(), key=lambda one: (-one[1], str(one[0])))[:most]
    kept = {thing for thing, _ in best}
    taken = ox.Store()
    for node in (*kept, *_claims(store, kept), *_figures(store, kept), *_comentions(store, kept)):
        assert isinstance(node, ox.NamedNode)
        _copy(store, taken, node, kept)
    return Core(store=taken, things=len(kept), of=total)


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


def _copy(store: ox.Store, taken: ox.Store, node: ox.NamedNode, kept: Set[object]) -> None:
    """A node with all it says, and what backs it; of what an article mentions only what is kept."""
    if next(_quads(taken, node), None):
        return
    leads_on = {
        term(WL[name])
        for name in ("evidence", "segment", "inArticle", "onPage", "reporter", "correspondent", "photographer")
    }
    for quad in list(_quads(store, node)):
        if quad.predicate == term(WL.mentions) and quad.object not in kept:
            continue
        taken.add(quad)
        if quad.predicate in leads_on and isinstance(quad.object, ox.NamedNode):
            _copy(store, taken, quad.object, kept)


def _quads(
    store: ox.Store, subject: Subject | None, predicate: ox.NamedNode | None = None, value: ox.NamedNode | None = None
) -> Iterator[ox.Quad]:
    return iter(store.quads_for_pattern(subject, predicate, value, ox.DefaultGraph()))


def _value(store: ox.Store, subject: Subject, predicate: ox.NamedNode) -> object:
    return next((quad.object for quad in _quads(store, subject, predicate)), None)
