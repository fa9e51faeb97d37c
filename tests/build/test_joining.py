"""Joining in a process of its own: the same bytes, the same errors, and nothing left behind where it is ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wlgraph.build import build, joining
from wlgraph.build.products import PRODUCTS, TIMINGS
from wlgraph.errors import GraphError, OutputError
from wlgraph.graph.store import STORE

PAGE = "大溪镇泵业园开园\n\n本报讯 3月{0}日，大溪镇泵业园开园。浙江海澜星泵业有限公司入驻大溪镇泵业园，投资{0}亿元。\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(1, 6):
        (folder / f"{number}.txt").write_text(PAGE.format(number), "utf-8")
    return folder


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "WORTH_A_PROCESS", 1)


def products(folder: Path) -> dict[str, bytes]:
    files = (folder / name for name in PRODUCTS if name not in {TIMINGS, STORE})
    return {path.name: path.read_bytes() for path in files if path.is_file()}


def test_the_same_bytes_come_of_it(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(pages, tmp_path / "here")
    monkeypatch.setattr(joining, "WORTH_A_PROCESS", 1)
    told: list[str] = []
    build(pages, tmp_path / "apart", progress=lambda stage, _done, _total: told.append(stage))
    assert products(tmp_path / "apart") == products(tmp_path / "here")
    assert told[-2:] == ["resolve", "write"]
    timings = json.loads((tmp_path / "apart" / TIMINGS).read_bytes())
    for times in timings.values():
        assert {"start", "resolve", "write", "companions", "store"} <= set(times)
        assert all(time >= 0 for time in times.values())


@pytest.mark.usefixtures("apart")
def test_its_errors_are_told_as_they_are(pages: Path, tmp_path: Path) -> None:
    build(pages, tmp_path / "out")
    before = products(tmp_path / "out")
    shard = next((tmp_path / "out" / "shards").iterdir())
    shard.write_bytes(b"{]}\n")
    with pytest.raises(GraphError, match="was damaged"):
        build(pages, tmp_path / "out")
    assert products(tmp_path / "out") == before
    assert build(pages, tmp_path / "out").pages == 5


@pytest.mark.usefixtures("apart")
def test_one_that_is_ended_from_outside_leaves_the_old_outputs(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(pages, tmp_path / "out")
    before = products(tmp_path / "out")
    (pages / "6.txt").write_text(PAGE.format(6), "utf-8")
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(OutputError, match="ended from outside"):
        build(pages, tmp_path / "out", engine="inline")
    assert products(tmp_path / "out") == before
    assert not (tmp_path / "out" / ".swap").exists()


def test_work_for_a_process_that_has_ended_is_let_go() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    work = joining.Joining(folder="out", keys=("k",) * 100_000, skipped=(), judgements=(), base="https://example.org/")
    with os.fdopen(writing, "wb") as to:
        joining.hand_over(work, to)
        assert to.closed


def test_the_process_ends_by_itself_while_the_one_that_started_it_still_holds_its_input(tmp_path: Path) -> None:
    work = joining.Joining(folder=str(tmp_path / "none"), keys=("k",), skipped=(), judgements=(), base="https://a.org/")
    command = [sys.executable, "-c", "from wlgraph.build.joining import main; main()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        joining.hand_over(work, process.stdin)
        assert b'"error":"' in process.stdout.read()
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""
