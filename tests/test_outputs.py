"""Files that are whole or as they were."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from wlgraph.errors import SettingsError
from wlgraph.outputs import check_ending, replacing


def test_the_new_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "图.html"
    out.write_text("old", "utf-8")
    with replacing(out) as aside:
        aside.write_text("new", "utf-8")
        assert out.read_text("utf-8") == "old"
    assert out.read_text("utf-8") == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["图.html"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "graph.nq"
    out.write_text("old", "utf-8")

    def fail() -> None:
        with replacing(out) as aside:
            aside.write_text("half", "utf-8")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert out.read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.nq"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    with replacing(link) as aside:
        aside.write_text("new", "utf-8")
    assert link.is_symlink()
    assert real.read_text("utf-8") == "new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text("utf-8")))
    reader.start()
    with replacing(pipe) as out:
        out.write_text("said", "utf-8")
    reader.join()
    assert heard == ["said"]


@pytest.mark.parametrize("name", ["graph.ttl", "page.TXT", "ledger.jsonl", "page.md"])
def test_what_is_read_is_not_written_over(name: str) -> None:
    with pytest.raises(SettingsError, match="choose another name"):
        check_ending(Path(name))
