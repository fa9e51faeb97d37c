"""How many of the gold pages' questions the graph answers exactly: ``make questions``.

Each page is built alone, as for the scores, and each question is asked by the general queries that ``questions.toml``
names for it. A question is right when all its answers come out and nothing else does; a thing may come out under any of
the names that the gold page gives it.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from wlgraph.build.extract import extract
from wlgraph.entities import Ledger, resolve
from wlgraph.graph.query import select
from wlgraph.graph.store import GRAPH, build_store, open_store
from wlgraph.graph.write import write_graph
from wlgraph.model import Record

FOLDER = Path(__file__).parent
TARGET = 0.7
_UNMARKED = re.compile(r"[\s“”\"‘’]")


class Outcome(Record, frozen=True, kw_only=True):
    """A question, and which of its answers were not given and which were given in vain."""

    page: str
    id: str
    question: str
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def right(self) -> bool:
        return not self.missing and not self.extra


def asked() -> dict[str, dict[str, list[dict[str, str]]]]:
    """The queries of each question, by page and question."""
    return tomllib.loads((FOLDER / "questions.toml").read_text("utf-8"))


def answers(store: ox.Store, steps: Iterable[dict[str, str]]) -> set[str]:
    """Everything that a question's queries give."""
    return {normal(value) for step in steps for row in _rows(store, step) for value in row if value is not None}


def normal(value: object) -> str:
    """An answer in the form in which answers are compared: plain numbers, no white space, no quotation marks."""
    if isinstance(value, int | float | Decimal):
        return f"{Decimal(str(value)).normalize():f}"
    return _UNMARKED.sub("", str(value))


def one_name_each(gold: dict[str, Any]) -> dict[str, str]:
    """The gold name of a thing by each other name that the page gives to it alone."""
    full = {normal(entity["name"]) for entity in gold["entities"]}
    known: dict[str, set[str]] = {}
    for entity in gold["entities"]:
        for alias in entity["aliases"]:
            known.setdefault(normal(alias), set()).add(normal(entity["name"]))
    return {alias: names.pop() for alias, names in known.items() if len(names) == 1 and alias not in full}


def _rows(store: ox.Store, step: dict[str, str]) -> tuple[tuple[Any, ...], ...]:
    query = (FOLDER / f"{step['query']}.rq").read_text("utf-8")
    given = [(name, ox.Literal(value)) for name, value in step.items() if name != "query"]
    # A name may stand as a plain string or as a label in Chinese.
    known = "".join(f"VALUES ?{name} {{ {value} {ox.Literal(value.value, language='zh')} }} " for name, value in given)
    return select(store, query.replace("WHERE {", "WHERE { " + known, 1)).rows


def outcomes(page: Path, folder: Path) -> Iterator[Outcome]:
    """Build a page and ask its questions."""
    gold = json.loads(page.with_suffix(".json").read_text("utf-8"))
    steps = asked().get(page.stem)
    if not steps:
        return
    (done,) = extract([(page, page.name)], "温岭市")
    if done.shard is None:
        raise SystemExit(done.reason)
    write_graph([done.shard], resolve([done.shard], ledger=Ledger()), folder / GRAPH)
    build_store(folder)
    store = open_store(folder)
    names = one_name_each(gold)
    for question in gold["questions"]:
        wanted = {names.get(answer, answer) for answer in map(normal, question["answers"])}
        given = {names.get(answer, answer) for answer in answers(store, steps[question["id"]])}
        yield Outcome(
            page=page.stem,
            id=question["id"],
            question=question["zh"],
            missing=tuple(sorted(wanted - given)),
            extra=tuple(sorted(given - wanted)),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, help="the folder of gold pages")
    found: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder:
        for page in sorted(parser.parse_args().pages.glob("*.txt")):
            found += outcomes(page, Path(folder))
    for outcome in found:
        print(f"{'right' if outcome.right else 'wrong'}  {outcome.page[:3]} {outcome.id:4} {outcome.question}")
        if outcome.missing:
            print(f"       not given: {', '.join(outcome.missing)}")
        if outcome.extra:
            print(f"       too much:  {', '.join(outcome.extra[:8])}{' …' if len(outcome.extra) > 8 else ''}")
    right = sum(outcome.right for outcome in found)
    print(f"{right} of {len(found)} questions exactly right ({right / len(found):.2f}; wanted {TARGET:.2f})")


if __name__ == "__main__":
    main()
