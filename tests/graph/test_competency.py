"""The saved queries answer the questions of competency.toml on graphs/, alike in Oxigraph and in rdflib."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rdflib

from wlgraph.errors import QueryError
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.query import QUERY_PREFIXES, Table, select
from wlgraph.graph.saved import saved_queries, saved_query
from wlgraph.graph.store import GRAPH, INFERRED, open_store

GRAPHS = Path(__file__).resolve().parents[2] / "graphs"
QUESTIONS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("competency.toml").read_text("utf-8"))[
    "question"
]
Row = tuple[object, ...]


@cache
def in_oxigraph(name: str) -> Table:
    return select(open_store(GRAPHS), saved_query(name).whole())


@pytest.fixture(scope="module")
def in_memory() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in (GRAPHS / GRAPH, GRAPHS / INFERRED, ontology_dir() / "wlgraph.ttl"):
        graph.parse(path)
    return graph


def _comparable(value: object) -> object:
    """Numbers to twelve digits, since engines divide to different lengths."""
    return f"{value:.12g}" if isinstance(value, Decimal | int) else str(value)


def _rows(rows: Iterable[Iterable[object]]) -> Counter[Row]:
    return Counter(tuple(_comparable(value) for value in row) for row in rows)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: str(q["query"]))
def test_a_saved_query_answers_as_the_pages_say(question: dict[str, Any]) -> None:
    answer = in_oxigraph(question["query"])
    places = [answer.columns.index(column) for column in question["columns"]]
    given = set(_rows([row[place] for place in places] for row in answer.rows))
    wanted = set(_rows(question["right"]))
    assert wanted <= given, f"not in the answer: {wanted - given}"
    assert not question.get("whole") or given == wanted


@pytest.mark.parametrize("name", saved_queries())
def test_rdflib_answers_like_oxigraph(in_memory: rdflib.Graph, name: str) -> None:
    found = in_memory.query(saved_query(name).whole(), initNs=QUERY_PREFIXES)
    rows = _rows([None if v is None else v.toPython() for v in row] for row in found)  # type: ignore[union-attr]
    assert rows == _rows(in_oxigraph(name).rows)


@pytest.mark.parametrize("name", [name for name, query in saved_queries().items() if query.paged])
def test_pages_make_up_the_whole_answer(name: str) -> None:
    store, query = open_store(GRAPHS), saved_query(name)
    small = re.sub(r"LIMIT \d+ # page", "LIMIT 40 # page", query.sparql)
    pages: Counter[Row] = Counter()
    for number in range(1, 8):
        pages += _rows(select(store, msgspec.structs.replace(query, sparql=small).page(number)).rows)
    assert pages == _rows(in_oxigraph(name).rows)


def test_a_query_has_no_page_that_cannot_be() -> None:
    for name, number in (("tenants", 2), ("projects", 0)):
        with pytest.raises(QueryError, match="no page"):
            saved_query(name).page(number)


def test_thirty_questions_are_checked() -> None:
    asked = [question["query"] for question in QUESTIONS]
    assert len(set(asked)) == len(asked) >= 30
    assert set(asked) <= set(saved_queries())
