"""The scores on the gold pages and on the fresh pages stay above a floor just under the last figure.

Lowering a floor needs a line in CHANGELOG.md. ``make scores`` prints the whole table.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wlgraph.build.extract import extract, shard_of
from wlgraph.claims import state
from wlgraph.entities import Ledger, resolve
from wlgraph.evaluation.gold_names import name_by_gold
from wlgraph.graph.write import write_graph
from wlgraph.model import Shard
from wlgraph.pages import read_page

EVALUATION = Path(__file__).resolve().parents[2] / "evaluation"
GOLD = EVALUATION / "gold"
FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _extracted(pages: list[Path]) -> Iterator[tuple[Path, Shard]]:
    for done in extract([(page, page.name) for page in pages], "温岭市"):
        assert done.shard is not None, done.reason
        yield Path(done.path), done.shard


def _given(pages: list[Path]) -> Iterator[tuple[Path, Shard]]:
    """The pages with the names of their gold files, as ``evaluation/gold/given.py`` builds them."""
    for page in pages:
        reading = read_page(page)
        naming = name_by_gold(reading, page.with_suffix(".json"))
        yield page, shard_of(page.name, reading, naming, state(reading, naming))


def _measure(shards: Iterable[tuple[Path, Shard]], folder: Path) -> dict[str, float]:
    score, score_all, sameness = _module("score"), _module("score_all"), _module("sameness")
    rows: list[dict[str, Any]] = []
    same: list[Any] = []
    graph = folder / "graph.ttl"
    for page, shard in shards:
        write_graph([shard], resolve([shard], ledger=Ledger()), graph)
        result, _ = score.score(graph, page.with_suffix(".json"), page)
        rows.append({part: score_all.pick(result, path) for part, path in score_all.PARTS.items()})
        same.append(sameness.sameness(graph, page.with_suffix(".json")))
    matched = sum(s.matched for s in same)
    shares = {"doubles": sum(len(s.doubles) for s in same), "merged": sum(len(s.merged) for s in same)}
    scores = {part: round(score_all.ratio([row[part] for row in rows])[0], 3) for part in score_all.PARTS}
    return scores | {part: count / matched for part, count in shares.items()}


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    folder = tmp_path_factory.mktemp("scores")
    gold, fresh = (sorted((EVALUATION / name / "pages").glob("*.txt")) for name in ("gold", "fresh"))
    shards = {"gold": _extracted(gold), "fresh": _extracted(fresh), "gold, names given": _given(gold)}
    return {name: _measure(shards[name], folder) for name in FLOORS}


@pytest.mark.parametrize(("pages", "part"), [(pages, part) for pages, parts in FLOORS.items() for part in parts])
def test_score_stays_above_its_floor(measured: dict[str, dict[str, float]], pages: str, part: str) -> None:
    assert measured[pages][part] >= FLOORS[pages][part]


@pytest.mark.parametrize("pages", ["gold", "fresh"])
def test_one_thing_is_one_entity(measured: dict[str, dict[str, float]], pages: str) -> None:
    assert measured[pages]["doubles"] < 0.03
    assert measured[pages]["merged"] < 0.01
