from __future__ import annotations

from pathlib import Path

import pytest

from tests.graph.corpus import PAGE_TEXT
from wlgraph.graph.check import faults
from wlgraph.graph.store import GRAPH


def test_a_built_graph_is_sound(folder: Path) -> None:
    assert faults(folder, {"p1.txt": PAGE_TEXT}) == []


def test_a_moved_page_text_is_noticed(folder: Path) -> None:
    found = faults(folder, {"p1.txt": "。" + PAGE_TEXT})
    assert found
    assert all("offsets" in fault for fault in found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("a wl:Town", "a wl:Town, wl:Company", "exactly one leaf class"),
        ('wl:modality "target"', 'wl:modality "maybe"', "actual, a target or a forecast"),
        ('wl:modality "planned"', 'wl:modality "perhaps"', "stated, planned"),
        ("wl:quote", "wl:saidBy", "quotes one sentence"),
        ("rdf:predicate wl:received", "rdf:predicate wl:develops", "No stated claim backs"),
    ],
)
def test_a_wrong_graph_fails_in_words(folder: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    turtle = (folder / GRAPH).read_text("utf-8")
    assert old in turtle
    (tmp_path / GRAPH).write_text(turtle.replace(old, new), "utf-8")
    assert any(said in fault for fault in faults(tmp_path))
