from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest
from distributed import LocalCluster

from wlgraph.build import build
from wlgraph.build.engines import EngineName, seal
from wlgraph.build.products import PRODUCTS, TIMINGS
from wlgraph.claims import state_pages
from wlgraph.errors import SettingsError
from wlgraph.graph.store import STORE
from wlgraph.model import Naming, Reading, Stating

PAGES = 64
PAGE = """大溪镇第{0}届读书节开幕

本报讯（记者周亦然）3月{1}日，大溪镇第{0}届读书节在大溪镇中学开幕。浙江海澜星泵业有限公司捐书{0}册，大溪镇副镇长何曼到场。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number in range(1, PAGES + 1):
        text = PAGE.format(number, number % 28 + 1)
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def inline(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return products(pages, tmp_path_factory.mktemp("inline"), "inline")


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    start: Any = LocalCluster
    with start(n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None) as running:
        yield running


def products(pages: Path, out: Path, engine: EngineName, scheduler: str = "") -> dict[str, str]:
    build([pages], out, engine=engine, workers=2, scheduler=scheduler)
    return digests(out)


def digests(out: Path) -> dict[str, str]:
    files = [out / name for name in PRODUCTS if name not in (STORE, TIMINGS)]
    files += sorted((out / "shards").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()}


def test_processes_give_the_same_bytes(pages: Path, inline: dict[str, str], tmp_path: Path) -> None:
    assert products(pages, tmp_path / "out", "processes") == inline


def test_a_cluster_gives_the_same_bytes(
    pages: Path, inline: dict[str, str], cluster: LocalCluster, tmp_path: Path
) -> None:
    assert products(pages, tmp_path / "out", "dask", cluster.scheduler_address) == inline


def test_a_worker_killed_in_the_middle_changes_no_byte(
    pages: Path, inline: dict[str, str], cluster: LocalCluster, tmp_path: Path
) -> None:
    killed: list[int] = []

    def kill_one(stage: str, done: int, total: int) -> None:
        if stage == "extract" and 0 < done < total and not killed:
            killed.append(next(nanny.pid for nanny in cluster.workers.values()))
            os.kill(killed[0], signal.SIGKILL)

    build([pages], tmp_path / "out", engine="dask", scheduler=cluster.scheduler_address, progress=kill_one)
    assert killed
    assert digests(tmp_path / "out") == inline


@pytest.mark.parametrize(
    ("scheduler", "said"), [("", "needs a scheduler"), ("tcp://127.0.0.1:9", "No Dask scheduler answers")]
)
def test_a_cluster_that_is_not_there_is_one_sentence(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheduler: str, said: str
) -> None:
    monkeypatch.setattr("wlgraph.build.cluster.SECONDS_TO_CONNECT", 1)
    with pytest.raises(SettingsError, match=said):
        build([pages], tmp_path / "out", engine="dask", scheduler=scheduler)


def test_a_worker_of_another_version_is_refused(pages: Path) -> None:
    with pytest.raises(SettingsError, match="another version"):
        seal([(pages / "001.txt", "key")], "温岭市", "other")


def test_a_fault_with_one_page_costs_only_that_page(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_at_second(several: Sequence[tuple[Reading, Naming]]) -> list[Stating]:
        if any(reading.page.name == "002.txt" for reading, _ in several):
            raise ValueError("out of range")
        return state_pages(several)

    monkeypatch.setattr("wlgraph.build.extract.state_pages", fails_at_second)
    report = build([pages / f"00{n}.txt" for n in (1, 2, 3)], tmp_path / "out", engine="inline")
    assert report.pages == 2
    assert [Path(page.path).name for page in report.skipped] == ["002.txt"]
    assert "fault in wlgraph (ValueError: out of range)" in report.skipped[0].reason


def test_processes_end_with_the_build_that_is_killed(pages: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from wlgraph.cli import main; main()", "build", str(pages)]
    building = subprocess.Popen([*command, "--out", str(tmp_path / "out"), "--engine", "processes", "--workers", "2"])
    workers: list[psutil.Process] = []
    while len(workers) < 2:
        assert building.poll() is None
        time.sleep(0.05)
        workers = psutil.Process(building.pid).children(recursive=True)
    building.kill()
    building.wait()
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert not alive
