"""What a build leaves behind when it is killed, or the disk is full."""

from __future__ import annotations

import errno
import hashlib
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from wlgraph.api import load
from wlgraph.build import build
from wlgraph.build.products import PRODUCTS, TIMINGS, Products
from wlgraph.errors import OutputError, PageError, SettingsError
from wlgraph.graph.store import STORE, is_stored

KILLS = 50
SEED = 20230626
DYING = Path(__file__).with_name("dying.py")
FIRST = """大溪镇举行运动会

本报讯（记者周亦然）3月11日，大溪镇运动会在大溪镇中学举行。浙江海澜星泵业有限公司捐赠20万元。
"""
SECOND = """大溪镇办起读书节

本报讯（记者周亦然）4月2日，位于大溪镇的台州星瀚水泵有限公司开工，大溪镇副镇长何曼到场。
"""


def digests(out: Path) -> dict[str, str]:
    """A hash of every output, by name; timings differ at every run, and the store is known by the Turtle it holds."""
    files = [out / name for name in PRODUCTS if name not in (STORE, TIMINGS)]
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()}
    return {**found, "store whole": str(is_stored(out)), "timings": str((out / TIMINGS).is_file())}


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, str], dict[str, str]]:
    """A folder with one page built and the shards of two, the pages, and the outputs before and after the second."""
    root = tmp_path_factory.mktemp("killed")
    pages = root / "pages"
    pages.mkdir()
    (pages / "first.txt").write_text(FIRST, "utf-8")
    build([pages], root / "old")
    shutil.copytree(root / "old", root / "new")
    (pages / "second.txt").write_text(SECOND, "utf-8")
    build([pages], root / "new")
    shutil.copytree(root / "new" / "shards", root / "old" / "shards", dirs_exist_ok=True)
    return root / "old", pages, digests(root / "old"), digests(root / "new")


def test_a_build_killed_at_any_time_leaves_the_old_outputs_or_the_new(
    two_builds: tuple[Path, Path, dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    template, pages, old, new = two_builds
    command = [sys.executable, str(DYING), str(template), str(pages), str(tmp_path), str(KILLS), str(SEED)]
    subprocess.run(command, check=True)
    assert digests(tmp_path / "0") == new
    states = [digests(tmp_path / str(number)) for number in range(1, KILLS + 1)]
    assert all(state in (old, new) for state in states)
    assert old in states
    for number in range(1, KILLS + 1):
        assert load(tmp_path / str(number)).entity("大溪镇").leaf == "Town"
        build([pages], tmp_path / str(number))
        assert digests(tmp_path / str(number)) == new


def test_a_full_disk_leaves_the_old_outputs_and_one_sentence(
    two_builds: tuple[Path, Path, dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    template, pages, old, new = two_builds
    out = tmp_path / "out"
    shutil.copytree(template, out)
    for limit in (1_000, 10_000, 30_000, 200_000):
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                "from wlgraph.cli import main; main()",
                "build",
                str(pages),
                "--out",
                str(out),
                "-q",
            ],
            preexec_fn=lambda size=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),  # type: ignore[misc]
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2, (limit, done.stderr)
        assert done.stderr.startswith("wlgraph: ")
        assert "cannot be written" in done.stderr
        assert done.stderr.count("\n") == 1
        assert digests(out) == old, limit
    build([pages], out)
    assert digests(out) == new


def test_the_lock_of_a_killed_build_is_taken_over(
    two_builds: tuple[Path, Path, dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    template, pages, _, new = two_builds
    out = tmp_path / "out"
    shutil.copytree(template, out)
    hold = "import sys, time; from filelock import FileLock; lock = FileLock(sys.argv[1]); lock.acquire(); print(1, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", hold, str(out / ".lock")], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(OutputError, match="Another build"):
            build([pages], out)
        holder.kill()
        holder.wait()
    build([pages], out)
    assert digests(out) == new


def no_space(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("stage", "failure"),
    [("write_graph", no_space), ("write_store", no_space), ("swap_in", no_space), ("write_view", interrupt)],
)
@pytest.mark.parametrize("before", [True, False], ids=["over", "fresh"])
def test_a_failed_build_leaves_nothing_new_but_shards(
    two_builds: tuple[Path, Path, dict[str, str], dict[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stage: str,
    failure: Callable[..., NoReturn],
    *,
    before: bool,
) -> None:
    template, pages, *_ = two_builds
    out = tmp_path / "out"
    if before:
        shutil.copytree(template, out)
    there = {path.name for path in template.iterdir()} if before else {"shards"}
    monkeypatch.setattr(Products, stage, failure)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        build([pages], out, engine="inline")
    assert {path.name for path in out.iterdir()} == there
    assert len(list((out / "shards").iterdir())) == 2


@pytest.mark.parametrize("before", [True, False], ids=["empty folder", "no folder"])
def test_a_refused_build_leaves_nothing(tmp_path: Path, *, before: bool) -> None:
    (tmp_path / "page.txt").write_bytes(b"")
    out = tmp_path / "out"
    if before:
        out.mkdir()
    with pytest.raises(PageError, match="Nothing was built"):
        build([tmp_path / "page.txt"], out)
    assert out.exists() is before
    assert list(out.glob("*")) == []


def test_broken_judgements_are_told_before_any_page_is_extracted(
    two_builds: tuple[Path, Path, dict[str, str], dict[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "judgements.jsonl").write_text("x", "utf-8")
    with pytest.raises(SettingsError, match="Line 1"):
        build([two_builds[1]], tmp_path / "out", judgements=tmp_path / "judgements.jsonl")
    assert not (tmp_path / "out").exists()


def test_a_build_that_ended_leaves_no_lock(two_builds: tuple[Path, Path, dict[str, str], dict[str, str]]) -> None:
    assert not (two_builds[0] / ".lock").exists()
