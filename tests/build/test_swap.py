from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import time
from itertools import count
from pathlib import Path

import pyoxigraph as ox
import pytest

from wlgraph.build.swap import SWAP, Swap
from wlgraph.graph.store import open_store

NAMES = ("graph.ttl", "report.json", "only-old", "only-new", "store")
OLD = {"graph.ttl": "old", "report.json": "old", "only-old": "old", "store/data": "old"}
NEW = {"graph.ttl": "new", "report.json": "new", "only-new": "new", "store/data": "new", "store/more": "new"}
STEPS = frozenset({"os.rename", "os.symlink", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.scandir"})


def fill(folder: Path, content: dict[str, str]) -> None:
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def found(folder: Path) -> dict[str, str]:
    """What a reader finds who knows nothing of swaps: every output that can be opened, by name."""
    names = {*OLD, *NEW}
    return {name: (folder / name).read_text("utf-8") for name in sorted(names) if (folder / name).is_file()}


def swap(folder: Path) -> None:
    outputs = Swap(folder, NAMES)
    fill(outputs.begin(), NEW)
    outputs.swap_in()


def swap_until(folder: Path, step: int) -> bool:
    """Swap in a fork that dies before the given change of the file system; whether it came to its end."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] == 0
    done = count(1)

    def die(event: str, _arguments: object) -> None:
        if event in STEPS and next(done) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    swap(folder)
    os._exit(0)


@pytest.mark.parametrize("before", [OLD, {}], ids=["replace", "first"])
def test_a_swap_killed_before_any_step_leaves_all_old_or_all_new(tmp_path: Path, before: dict[str, str]) -> None:
    seen = []
    for step in count(1):
        folder = tmp_path / str(step)
        folder.mkdir()
        fill(folder, before)
        survived = swap_until(folder, step)
        state = found(folder)
        assert state in (before, NEW), step
        seen.append(state == NEW)
        Swap(folder, NAMES).settle()
        assert found(folder) == state, step
        assert not any(path.is_symlink() for path in folder.rglob("*")), step
        swap(folder)
        assert found(folder) == NEW, step
        shutil.rmtree(folder)
        if survived:
            break
    assert seen == sorted(seen), "once new, always new"
    assert sum(not new for new in seen) > 10
    assert sum(seen) > 10


def test_a_swap_leaves_plain_files_and_nothing_else(tmp_path: Path) -> None:
    fill(tmp_path, {**OLD, "judgements.jsonl": "mine"})
    swap(tmp_path)
    assert found(tmp_path) == NEW
    assert {p.name for p in tmp_path.iterdir()} == {"graph.ttl", "report.json", "only-new", "store", "judgements.jsonl"}
    assert not any(path.is_symlink() for path in tmp_path.iterdir())


@pytest.mark.parametrize("step", ["symlink_to", "replace"])
def test_a_full_disk_in_the_middle_of_a_swap_leaves_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fill(tmp_path, OLD)
    outputs = Swap(tmp_path, NAMES)
    fill(outputs.begin(), NEW)
    calls = count(1)
    real = getattr(Path, step)

    def full(path: Path, target: Path) -> object:
        if next(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, target)

    monkeypatch.setattr(Path, step, full)
    with pytest.raises(OSError, match="No space"):
        outputs.swap_in()
    assert found(tmp_path) == OLD
    assert not (tmp_path / SWAP).exists()


def test_where_there_are_no_links_outputs_are_replaced_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    fill(tmp_path, OLD)
    monkeypatch.setattr(Path, "symlink_to", refuse)
    swap(tmp_path)
    assert found(tmp_path) == NEW


def test_an_output_that_is_a_link_of_the_user_is_replaced_by_a_file(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere.ttl"
    fill(folder, OLD)
    elsewhere.write_text("old", "utf-8")
    (folder / "graph.ttl").unlink()
    (folder / "graph.ttl").symlink_to(elsewhere)
    swap(folder)
    assert found(folder) == NEW
    assert elsewhere.read_text("utf-8") == "old"


def test_a_reader_sees_one_generation_while_outputs_are_swapped(tmp_path: Path) -> None:
    names = ("graph.ttl", "inferred.ttl")

    def ask(store: ox.Store) -> ox.QuerySolutions:
        rows = store.query("SELECT ?o { ?s <urn:made-in> ?o }", use_default_graph_as_union=True)
        assert isinstance(rows, ox.QuerySolutions)
        return rows

    def write(number: int) -> None:
        swap = Swap(tmp_path, names)
        aside = swap.begin()
        for name in names:
            (aside / name).write_text(f"<urn:{name}> <urn:made-in> {number} .", "utf-8")
        swap.swap_in()

    write(0)
    child = os.fork()
    if not child:
        for number in count(1):
            time.sleep(0.02)
            write(number)
    try:
        seen = [{str(row[0]) for row in ask(open_store(tmp_path))} for _ in range(60)]
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert {len(generations) for generations in seen} == {1}
    assert len({str(generations) for generations in seen}) > 1, "the writer wrote meanwhile"


def test_a_reader_asks_again_when_a_link_becomes_the_plain_file_under_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = Swap(tmp_path, ("graph.ttl",))
    (swap.begin() / "graph.ttl").write_text("<urn:a> <urn:made-in> 1 .", "utf-8")
    monkeypatch.setattr(Swap, "settle", lambda _: None)
    swap.swap_in()
    monkeypatch.undo()
    is_file = Path.is_file
    answers: list[bool] = []

    def settle_under(path: Path) -> bool:
        if not answers:
            answers.append(False)
            swap.settle()
            return False
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", settle_under)
    assert (tmp_path / "graph.ttl").is_symlink()
    assert ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:made-in"), ox.Literal(1)) in open_store(tmp_path)
    assert answers
    assert not (tmp_path / "graph.ttl").is_symlink()
