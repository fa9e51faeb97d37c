"""Ask a graph in SPARQL: check the query, run it, hand the answer over as rows or in a standard format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Self, overload

import pyoxigraph as ox
from rdflib.plugins.sparql.parser import parseQuery

from wlgraph.errors import QueryError
from wlgraph.graph.malformed import why_malformed
from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES
from wlgraph.model import Record

QUERY_PREFIXES = {**PREFIXES, "id": DEFAULT_BASE}
Value = str | int | float | Decimal | bool | None
_NUMBERS: dict[str, type] = {"integer": int, "decimal": Decimal, "double": float}
_XSD = PREFIXES["xsd"]
_TELLTALES = ("service", "from", "\\u")
_FEW_BRACKETS = 100
"""Oxigraph's parser was seen to fail from some thousand nested groups on."""


class Table(Record, frozen=True, kw_only=True):
    """The answer to a SELECT: its variables, and one tuple of plain values a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> dict[str, Value]: ...

    @overload
    def __getitem__(self, place: slice) -> Self: ...

    def __getitem__(self, place: int | slice) -> dict[str, Value] | Self:
        """One row by its number, from 0; or some of the rows, as a table of the same columns."""
        if isinstance(place, slice):
            return type(self)(columns=self.columns, rows=self.rows[place])
        return dict(zip(self.columns, self.rows[place], strict=True))


class Dataset(Record, frozen=True, kw_only=True):
    """The graphs that a request asks, by their IRIs: together as the default graph, and each by its name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def check_query(sparql: str) -> bool:
    """Refuse what is no query, and what would call out to another server. A query that passed is not read again.

    Returns whether it says itself, by FROM, which graphs it asks. Raises QueryError with the place of the fault.
    """
    try:
        parsed = parseQuery(sparql)
    except RecursionError as error:
        raise QueryError("The query is nested too deeply to be read; split it.") from error
    except Exception as error:
        raise QueryError(f"The query is not valid SPARQL: {why_malformed(sparql, error)}.") from error
    if _holds_service(parsed):
        raise QueryError(
            "SERVICE would send data to another server and is refused; load that data beside the graph instead."
        )
    return "datasetClause" in parsed[1]


def run(
    store: ox.Store, sparql: str, *, asserted_only: bool = False, dataset: Dataset | None = None
) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
    """Run a query over what is said and what follows from it, or only over what is said, or over a dataset.

    A query that has FROM asks only the graphs that it names. Raises QueryError, also where the store has no graph that
    the dataset names.
    """
    chosen = not _asks_this_store(sparql) and check_query(sparql)
    if dataset:
        asked: dict[str, Any] = {
            "default_graph": _graphs(store, dataset.default),
            "named_graphs": _graphs(store, dataset.named),
        }
    else:
        asked = {"use_default_graph_as_union": not (asserted_only or chosen)}
    try:
        return store.query(sparql, prefixes=QUERY_PREFIXES, **asked)
    except (SyntaxError, ValueError) as error:
        check_query(sparql)  # It says better what is wrong.
        raise QueryError(f"The query is not valid SPARQL: {_fault(str(error), sparql)}.") from error


def _asks_this_store(sparql: str) -> bool:
    """Whether a look at the letters shows that a query calls no other server, names no graph and is nested little.

    Most queries need no more than that, and parsing one takes longer than answering it often does. A keyword may be
    written with escapes, and Oxigraph's parser has no limit of its own for nesting.
    """
    folded = sparql.casefold()
    return not any(sign in folded for sign in _TELLTALES) and sum(map(sparql.count, "{[(")) <= _FEW_BRACKETS


def _graphs(store: ox.Store, iris: tuple[str, ...]) -> list[ox.NamedNode]:
    graphs = []
    for iri in iris:
        try:
            graph = ox.NamedNode(iri)
        except ValueError as error:
            raise QueryError(f"'{iri}' is no IRI of a graph ({error}).") from error
        if not store.contains_named_graph(graph):
            known = ", ".join(sorted(str(one) for one in store.named_graphs()))
            raise QueryError(f"There is no graph {graph}; the named ones are {known}.")
        graphs.append(graph)
    return graphs


def select(store: ox.Store, sparql: str, *, asserted_only: bool = False) -> Table:
    """The rows of a SELECT as plain Python values; raises QueryError for another form of query."""
    found = run(store, sparql, asserted_only=asserted_only)
    if isinstance(found, ox.QuerySolutions):
        return as_table(found)
    refusal = _other_form(found)
    del found  # A traceback would hold it, and it may be dropped only on the thread that made it.
    raise QueryError(refusal)


def as_table(found: ox.QuerySolutions) -> Table:
    """Solutions as plain Python values."""
    return Table(
        columns=tuple(variable.value for variable in found.variables),
        rows=tuple(tuple(plain(value) for value in solution) for solution in found),
    )


def ask(store: ox.Store, sparql: str, *, asserted_only: bool = False) -> bool:
    """The answer to an ASK; raises QueryError for another form of query."""
    found = run(store, sparql, asserted_only=asserted_only)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    refusal = _other_form(found)
    del found  # As in select.
    raise QueryError(refusal)


def construct(store: ox.Store, sparql: str, *, asserted_only: bool = False) -> ox.Store:
    """The triples of a CONSTRUCT or DESCRIBE, in a store of their own; raises QueryError for another form of query."""
    found = run(store, sparql, asserted_only=asserted_only)
    if isinstance(found, ox.QueryTriples):
        made = ox.Store()
        made.extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in found)
        return made
    refusal = _other_form(found)
    del found  # As in select.
    raise QueryError(refusal)


def _other_form(found: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> str:
    """Which method of ``Graph`` answers this form of query."""
    if isinstance(found, ox.QuerySolutions):
        return "This is a SELECT; call query() for its rows."
    if isinstance(found, ox.QueryBoolean):
        return "This is an ASK; call ask() for its answer."
    return "This is a CONSTRUCT or DESCRIBE; call construct() for its triples."


def plain(value: object) -> Value:
    """A node as a plain value: numbers and truth values converted, all else as its text."""
    if isinstance(value, ox.Literal):
        kind = value.datatype.value.removeprefix(_XSD)
        if kind == "boolean":
            return value.value in ("true", "1")
        return _NUMBERS[kind](value.value) if kind in _NUMBERS else value.value
    if isinstance(value, ox.NamedNode | ox.BlankNode):
        return value.value
    return None if value is None else str(value)


def serialize(store: ox.Store, sparql: str, form: str, *, asserted_only: bool = False) -> bytes:
    """The answer as "csv" or "json" (SPARQL results) or, for CONSTRUCT and DESCRIBE, as "turtle"."""
    found = run(store, sparql, asserted_only=asserted_only)
    formats = {"csv": ox.QueryResultsFormat.CSV, "json": ox.QueryResultsFormat.JSON}
    if isinstance(found, ox.QueryTriples):
        if form in ("turtle", "table"):
            return found.serialize(format=ox.RdfFormat.TURTLE) or b""
        refusal = f"CONSTRUCT and DESCRIBE answer in triples; ask for --format turtle instead of {form}."
    elif form not in formats:
        refusal = f"SELECT and ASK answer as table, csv or json; {form} is for CONSTRUCT and DESCRIBE."
    elif isinstance(found, ox.QueryBoolean) and form == "csv":
        return b"true\r\n" if found else b"false\r\n"
    else:
        return found.serialize(format=formats[form]) or b""
    del found  # A traceback would hold it, and it may be dropped only on the thread that made it.
    raise QueryError(refusal)


_USED = re.compile(r"(?<![\w<:/?$-])([A-Za-z][\w-]*):(?!/)")
_SAID = re.compile(r"[A-Z][A-Za-z ]{12,}")


def _fault(message: str, sparql: str) -> str:
    """Oxigraph's reason in a few words: it lists every token that it would have taken."""
    place, _, wanted = message.partition(": expected")
    if not wanted:
        return message
    declared = {*QUERY_PREFIXES, *re.findall(r"(?i)prefix\s+([\w-]*):", sparql)}
    bare = re.sub(r"<[^<>\s]*>|\"[^\"]*\"|'[^']*'|#.*", " ", sparql)
    unknown = next((name for name in _USED.findall(bare) if name not in declared), "")
    if unknown:
        return f"the prefix {unknown}: is not declared; write PREFIX {unknown}: <…> before the query"
    said = _SAID.search(wanted)
    return f"{place}: {said.group().strip()}" if said else f"{place}, something else is expected"


def _holds_service(part: Any) -> bool:
    if getattr(part, "name", "") == "ServiceGraphPattern":
        return True
    if isinstance(part, dict):
        return any(_holds_service(p) for p in part.values())
    if isinstance(part, str) or not hasattr(part, "__iter__"):
        return False
    return any(_holds_service(p) for p in part)
