"""Two graphs as one: what both say is said once, and persons of one name stay apart."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from wlgraph.errors import GraphError
from wlgraph.graph.infer import inferred_triples
from wlgraph.graph.namespace import WL
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.store import INFERRED_GRAPH, ONTOLOGY_GRAPH
from wlgraph.graph.terms import ALT_LABEL, PREF_LABEL, PREFIXES, TYPE, prefixed, term

_HEADLINE, _PAGE = prefixed("schema:headline"), term(WL.onPage)
_ONE_VALUE = (term(WL.count), term(WL.weight))
Node = ox.NamedNode | ox.BlankNode


def merge(first: ox.Store, second: ox.Store) -> ox.Store:
    """A store in memory that says what both stores say, with what follows from it; see ``Graph.merge``."""
    _refuse_other_pages(first, second)
    apart = _namesakes(first, second)
    merged = ox.Store()
    merged.extend(first.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    merged.extend(_renamed(second, apart))
    for old, new in apart.items():
        assert isinstance(old, ox.NamedNode)
        merged.add(ox.Quad(old, term(WL.possiblySame), new))
    _one_name_each(merged, first)
    _one_count_each(merged)
    merged.bulk_load(path=str(ontology_dir() / "wlgraph.ttl"), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY_GRAPH)
    merged.extend([ox.Quad(t.subject, t.predicate, t.object, INFERRED_GRAPH) for t in inferred_triples(merged)])
    return merged


def _refuse_other_pages(first: ox.Store, second: ox.Store) -> None:
    """Pages are known by their file name; two different pages of one name would mix their articles."""
    theirs = _headlines(second)
    for page, headlines in _headlines(first).items():
        if page in theirs and theirs[page] != headlines:
            name = page.value.rpartition("/")[2]
            raise GraphError(f"Both graphs have a page called '{name}', and not the same; rename one and build again.")


def _headlines(store: ox.Store) -> dict[ox.NamedNode, set[tuple[str, str]]]:
    found: defaultdict[ox.NamedNode, set[tuple[str, str]]] = defaultdict(set)
    for quad in store.quads_for_pattern(None, _PAGE, None, ox.DefaultGraph()):
        headline = next(store.quads_for_pattern(quad.subject, _HEADLINE, None, ox.DefaultGraph()), None)
        assert isinstance(quad.object, ox.NamedNode)
        found[quad.object].add((str(quad.subject), headline.object.value if headline else ""))  # type: ignore[union-attr]
    return found


def _namesakes(first: ox.Store, second: ox.Store) -> dict[object, ox.NamedNode]:
    """Persons that both graphs know under one IRI and no common article: the other graph's get an IRI of their own."""
    found: dict[object, ox.NamedNode] = {}
    for leaf in (WL.Person, WL.Official):
        for quad in second.quads_for_pattern(None, TYPE, term(leaf), ox.DefaultGraph()):
            person = quad.subject
            if not isinstance(person, ox.NamedNode) or "/person/" not in person.value:
                continue
            ours, theirs = _articles(first, person), _articles(second, person)
            known = next(first.quads_for_pattern(person, TYPE, None, ox.DefaultGraph()), None)
            if known and not ours & theirs:
                digest = hashlib.sha256("\n".join(sorted(theirs)).encode()).hexdigest()[:8]
                found[person] = ox.NamedNode(f"{person.value}-{digest}")
    return found


def _articles(store: ox.Store, thing: ox.NamedNode) -> set[str]:
    return {str(q.subject) for q in store.quads_for_pattern(None, term(WL.mentions), thing, ox.DefaultGraph())}


def _renamed(store: ox.Store, names: Mapping[object, ox.NamedNode]) -> Iterator[ox.Quad]:
    for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        yield ox.Quad(names.get(quad.subject, quad.subject), quad.predicate, names.get(quad.object, quad.object))


def _one_name_each(merged: ox.Store, first: ox.Store) -> None:
    """The fullest name stays the thing's name, the other becomes an alias; the first graph's class stands."""
    names: defaultdict[Node, list[ox.Literal]] = defaultdict(list)
    for quad in merged.quads_for_pattern(None, PREF_LABEL, None, ox.DefaultGraph()):
        names[quad.subject].append(quad.object)  # type: ignore[index,arg-type]
    for node, labels in names.items():
        full = max(labels, key=lambda label: (len(label.value), label.value))
        for label in labels:
            if label != full:
                merged.remove(ox.Quad(node, PREF_LABEL, label))
                merged.add(ox.Quad(node, ALT_LABEL, label))
        merged.remove(ox.Quad(node, ALT_LABEL, full))
        ours = set(_classes(first, node))
        for other in _classes(merged, node) if ours else ():
            if other not in ours:
                merged.remove(ox.Quad(node, TYPE, other))


def _classes(store: ox.Store, node: Node) -> list[ox.NamedNode]:
    """The classes of the ontology that a thing is given; those of other vocabularies are its owner's business."""
    found = (quad.object for quad in store.quads_for_pattern(node, TYPE, None, ox.DefaultGraph()))
    return [cls for cls in found if isinstance(cls, ox.NamedNode) and cls.value.startswith(PREFIXES["wl"])]


def _one_count_each(merged: ox.Store) -> None:
    """A co-mention that both graphs count keeps the larger count and weight."""
    for node in {q.subject for q in merged.quads_for_pattern(None, TYPE, term(WL.CoMention), ox.DefaultGraph())}:
        for predicate in _ONE_VALUE:
            found = sorted(
                merged.quads_for_pattern(node, predicate, None, ox.DefaultGraph()),
                key=lambda quad: float(quad.object.value),  # type: ignore[union-attr]
            )
            for quad in found[:-1]:
                merged.remove(quad)
