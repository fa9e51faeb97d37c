"""Which nodes may violate the shapes: SHACL constraints as SPARQL, so that a large graph is sieved in seconds.

The verdict is the validator's; the sieve only has to let no fault through. A constraint that it does not know makes
every target of its shape a suspect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import pyoxigraph as ox
from rdflib import RDF, Graph
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import BNode, Node

DESCRIBING = {RDF.type, SH.path, SH.message, SH.name, SH.description, SH.severity, SH.targetClass, SH.targetSubjectsOf}
"""Predicates of a shape that constrain nothing by themselves."""


def suspects(store: ox.Store, shapes: Graph) -> set[ox.NamedNode]:
    """The targets in the store's default graph that may violate a shape."""
    found: set[ox.NamedNode] = set()
    for query in queries(shapes):
        solutions = store.query(query)
        assert isinstance(solutions, ox.QuerySolutions)
        found.update(node for solution in solutions if isinstance(node := solution["this"], ox.NamedNode))
    return found


def queries(shapes: Graph) -> Iterator[str]:
    """One query a shape and target, which selects what does not conform."""
    for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str):
        conforms = _all(_node_constraints(shapes, shape))
        targets = [f"?this a {cls.n3()}" for cls in shapes.objects(shape, SH.targetClass)]
        targets += [f"?this {p.n3()} ?any" for p in shapes.objects(shape, SH.targetSubjectsOf)]
        for target in sorted(targets):
            yield f"SELECT DISTINCT ?this WHERE {{ {target} FILTER(!({conforms})) }}"


def _node_constraints(shapes: Graph, shape: Node) -> Iterator[str]:
    """Boolean expressions over ``?this`` that all hold where it conforms."""
    for predicate, value in shapes.predicate_objects(shape):
        if predicate == SH.property:
            yield _all(_property_constraints(shapes, value))
        elif predicate == SH.nodeKind:
            yield "isIRI(?this)" if value == SH.IRI else "false"
        elif predicate == SH["or"]:
            yield "(" + " || ".join(_members(shapes, value)) + ")"
        elif predicate == SH.xone:
            yield "(" + " + ".join(f"IF({member}, 1, 0)" for member in _members(shapes, value)) + " = 1)"
        elif predicate not in DESCRIBING:
            yield "false"


def _members(shapes: Graph, listed: Node) -> list[str]:
    return [_all(_node_constraints(shapes, member)) for member in Collection(shapes, listed)]


def _property_constraints(shapes: Graph, shape: Node) -> Iterator[str]:
    path = shapes.value(shape, SH.path)
    inverse = shapes.value(path, SH.inversePath) if isinstance(path, BNode) else None

    def reaches(value: str) -> str:
        return f"{value} {inverse.n3()} ?this" if inverse else f"?this {path.n3()} {value}"  # type: ignore[union-attr]

    for predicate, value in shapes.predicate_objects(shape):
        if predicate == SH.minCount:
            yield _distinct(reaches, int(str(value)))
        elif predicate == SH.maxCount:
            yield f"(!{_distinct(reaches, int(str(value)) + 1)})"
        elif predicate == SH.qualifiedMinCount:
            yield _distinct(reaches, int(str(value)), _among(shapes, shape))
        elif predicate == SH.qualifiedMaxCount:
            yield f"(!{_distinct(reaches, int(str(value)) + 1, _among(shapes, shape))})"
        elif predicate == SH.qualifiedValueShape and _among(shapes, shape):
            continue
        elif predicate == SH.hasValue:
            yield f"EXISTS {{ {reaches(value.n3())} }}"
        elif holds := _of_each_value(shapes, predicate, value):
            yield f"NOT EXISTS {{ {reaches('?value')} FILTER(!COALESCE({holds}, false)) }}"
        elif predicate not in DESCRIBING:
            yield "false"


def _of_each_value(shapes: Graph, constraint: Node, value: Node) -> str:
    """What must hold of every ``?value``; empty for a constraint of another kind."""
    term = value.n3()
    if constraint == SH["in"]:
        return " || ".join(f"sameTerm(?value, {member.n3()})" for member in Collection(shapes, value))
    if constraint == SH.languageIn:
        return " || ".join(f"LANGMATCHES(LANG(?value), {tag.n3()})" for tag in Collection(shapes, value))
    if constraint == SH.nodeKind:
        return "isIRI(?value)" if value == SH.IRI else ""
    written = {
        SH.datatype: f"DATATYPE(?value) = {term}",
        SH.minLength: f"STRLEN(STR(?value)) >= {term}",
        SH.minInclusive: f"?value >= {term}",
        SH.maxInclusive: f"?value <= {term}",
        SH["class"]: f"EXISTS {{ ?value a {term} }}",
    }
    return written.get(constraint, "")  # type: ignore[call-overload,no-any-return]


def _among(shapes: Graph, shape: Node) -> list[str]:
    """The values that a shape counts, where its qualified shape is a list of them."""
    counted = shapes.value(shape, SH.qualifiedValueShape)
    listed = shapes.value(counted, SH["in"]) if counted else None
    return [member.n3() for member in Collection(shapes, listed)] if listed else []


def _distinct(reaches: Callable[[str], str], many: int, among: Sequence[str] = ()) -> str:
    """Whether ``?this`` reaches that many different values, of those ``among`` which they are counted."""
    names = [f"?v{i}" for i in range(many)]
    conditions = [f"!sameTerm({a}, {b})" for a, b in combinations(names, 2)]
    conditions += [f"{name} IN ({', '.join(among)})" for name in names if among]
    apart = " && ".join(conditions) or "true"
    return f"EXISTS {{ {' . '.join(map(reaches, names))} FILTER({apart}) }}" if many else "true"


def _all(constraints: Iterator[str]) -> str:
    return "(" + (" && ".join(sorted(constraints)) or "true") + ")"
