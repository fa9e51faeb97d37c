from __future__ import annotations

import os
from pathlib import Path

import pytest

from wlgraph.build.inputs import find_pages


def test_find_pages_takes_files_folders_and_patterns(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a.meta.json", "README.md", "c.csv", "deep/d.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    by_folder, skipped = find_pages([tmp_path])
    assert [p.name for p in by_folder] == ["a.txt", "b.txt", "d.html"]
    assert skipped == []
    by_pattern, _ = find_pages([f"{tmp_path}/*.txt", tmp_path / "a.txt"])
    assert [p.name for p in by_pattern] == ["a.txt", "b.txt"]


def test_find_pages_names_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    pages, skipped = find_pages([tmp_path / "a.txt", tmp_path / "none.txt"])
    assert [p.name for p in pages] == ["a.txt"]
    assert "none.txt" in skipped[0].reason


def test_find_pages_names_links_to_nothing_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    pages, skipped = find_pages([tmp_path])
    assert [p.name for p in pages] == ["a.txt"]
    assert sorted(Path(s.path).name for s in skipped if "no file" in s.reason) == ["gone.txt", "pipe.txt"]


def test_find_pages_leaves_out_a_second_page_of_the_same_name(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p.txt").write_text(folder, "utf-8")
    pages, skipped = find_pages([tmp_path])
    assert len(pages) == len(skipped) == 1
    assert "same file name" in skipped[0].reason


def test_find_pages_leaves_out_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "c.meta.json"):
        (tmp_path / name).write_text("{}", "utf-8")
    locked = {"b.txt", "c.meta.json"}
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path).name not in locked)
    pages, skipped = find_pages([tmp_path])
    assert [p.name for p in pages] == ["a.txt"]
    assert all(
        "cannot be read" in s.reason and name in s.reason for s, name in zip(skipped, sorted(locked), strict=True)
    )


def test_a_folder_that_may_not_be_read_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    _, skipped = find_pages([tmp_path])
    assert "check its permissions" in skipped[0].reason
