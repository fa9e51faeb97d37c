"""Ask a graph in SPARQL: check the query, run it, hand the answer over as rows or in a standard format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

import pyoxigraph as ox
from rdflib.plugins.sparql.parser import parseQuery

from wlgraph.errors import QueryError
from wlgraph.graph.terms import DEFAULT_BASE, PREFIXES
from wlgraph.model import Record

QUERY_PREFIXES = {**PREFIXES, "id": DEFAULT_BASE}
Value = str | int | float | Decimal | bool | None
_NUMBERS: dict[str, type] = {"integer": int, "decimal": Decimal, "double": float}
_XSD = PREFIXES["xsd"]


class Table(Record, frozen=True, kw_only=True):
    """The answer to a SELECT: its variables, and one tuple of plain values a row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@lru_cache(maxsize=256)
def check_query(sparql: str) -> None:
    """Refuse what is no query, and what would call out to another server. A query that passed is not read again.

    Raises QueryError with the place of the fault.
    """
    try:
        parsed = parseQuery(sparql)
    except RecursionError as error:
        raise QueryError("The query is nested too deeply to be read; split it.") from error
    except Exception as error:
        raise QueryError(
            f"The query is not valid SPARQL: {error}. Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered."
        ) from error
    if _holds_service(parsed):
        raise QueryError(
            "SERVICE would send data to another server and is refused; load that data beside the graph instead."
        )


def run(
    store: ox.Store, sparql: str, *, asserted_only: bool = False
) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
    """Run a query over what is said and what follows from it (or only over what is said)."""
    check_query(sparql)
    try:
        return store.query(sparql, prefixes=QUERY_PREFIXES, use_default_graph_as_union=not asserted_only)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"The query is not valid SPARQL: {_fault(str(error), sparql)}.") from error


def select(store: ox.Store, sparql: str, *, asserted_only: bool = False) -> Table:
    """The rows of a SELECT as plain Python values; raises QueryError for another form of query."""
    found = run(store, sparql, asserted_only=asserted_only)
    if isinstance(found, ox.QuerySolutions):
        return Table(
            columns=tuple(variable.value for variable in found.variables),
            rows=tuple(tuple(plain(value) for value in solution) for solution in found),
        )
    del found  # A traceback would hold it, and it may be dropped only on the thread that made it.
    raise QueryError("This needs a SELECT query; use serialize() for ASK, CONSTRUCT and DESCRIBE.")


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
