"""A build folder's resolution again: as the build was told, and what its report says of that."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from wlgraph.build import build
from wlgraph.build.replay import JUDGEMENTS, judged_in, replay
from wlgraph.entities import Judgement

FIRMS = {"a": "浙江海澜星泵业集团有限公司", "b": "浙江海澜星泵业有限公司"}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name, firm in FIRMS.items():
        (tmp_path / f"{name}.txt").write_text(f"本报讯 3月11日，{firm}在大溪镇投产。\n", "utf-8")
    return tmp_path


def test_a_replay_uses_the_base_and_the_judgements_of_the_build(pages: Path) -> None:
    decided = pages / "decided.jsonl"
    decided.write_bytes(msgspec.json.encode(Judgement(verdict="same", first=FIRMS["a"], second=FIRMS["b"])) + b"\n")
    report = build(pages, pages / "out", judgements=decided, base="https://example.org/a/")
    found = replay(pages / "out")
    firms = {e.iri for e in found.resolution.entities if e.leaf == "Company"}
    assert judged_in(pages / "out") == decided
    assert (report.base, len(firms)) == ("https://example.org/a/", 1)
    assert all(iri.startswith("https://example.org/a/") for iri in firms)


def test_a_folder_that_was_told_nothing_has_its_own_judgements(pages: Path) -> None:
    report = build(pages, pages / "out")
    assert judged_in(pages / "out") == pages / "out" / JUDGEMENTS
    assert report.version
    assert len({e.iri for e in replay(pages / "out").resolution.entities if e.leaf == "Company"}) == 2
