"""The questions of the gold pages: general queries only, and as many right as the last time they were counted."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from wlgraph.graph.query import check_query

EVALUATION = Path(__file__).resolve().parents[2] / "evaluation"
QUESTIONS, GOLD = EVALUATION / "questions", EVALUATION / "gold" / "pages"
QUERIES = sorted(QUESTIONS.glob("*.rq"))
FLOOR = 17


@pytest.fixture(scope="module")
def ask() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ask", QUESTIONS / "ask.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["ask"] = module
    spec.loader.exec_module(module)
    return module


def test_every_question_has_its_queries(ask: ModuleType) -> None:
    for page, steps in ask.asked().items():
        gold = json.loads((GOLD / f"{page}.json").read_text("utf-8"))
        assert set(steps) == {question["id"] for question in gold["questions"]}
        assert {step["query"] for chain in steps.values() for step in chain} <= {path.stem for path in QUERIES}


def test_an_answer_may_bear_any_name_that_one_thing_alone_has(ask: ModuleType) -> None:
    entities = [
        {"name": "机床产业", "aliases": ["机床", "制造业"]},
        {"name": "工具产业", "aliases": ["工具", "制造业", "机床产业"]},
    ]
    assert ask.one_name_each({"entities": entities}) == {"机床": "机床产业", "工具": "工具产业"}


def test_no_query_lies_idle(ask: ModuleType) -> None:
    used = {step["query"] for steps in ask.asked().values() for chain in steps.values() for step in chain}
    assert used == {path.stem for path in QUERIES}


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_is_sparql_and_says_what_it_is_given(path: Path) -> None:
    text = path.read_text("utf-8")
    check_query("PREFIX wl: <w#> PREFIX rdf: <r#> PREFIX skos: <s#> " + re.sub("(?m)^#.*\n", "", text))
    assert all(f"# {key}:" in text for key in ("zh", "en", "given"))


def test_no_answer_stands_in_queries_or_what_they_are_given(ask: ModuleType) -> None:
    queries = "".join(path.read_text("utf-8") for path in QUERIES)
    for page, steps in ask.asked().items():
        for question in json.loads((GOLD / f"{page}.json").read_text("utf-8"))["questions"]:
            given = {value for step in steps[question["id"]] for key, value in step.items() if key != "query"}
            answers = {str(answer) for answer in question["answers"]}
            assert all(value in question["zh"] for value in given & answers), "an answer may be given only as asked"
            assert not any(isinstance(answer, str) and answer in queries for answer in question["answers"])


def test_as_many_questions_come_out_right_as_before(ask: ModuleType, tmp_path: Path) -> None:
    found = [outcome for page in sorted(GOLD.glob("*.txt")) for outcome in ask.outcomes(page, _fresh(tmp_path, page))]
    assert sum(outcome.right for outcome in found) >= FLOOR


def _fresh(folder: Path, page: Path) -> Path:
    place = folder / page.stem
    place.mkdir()
    return place
