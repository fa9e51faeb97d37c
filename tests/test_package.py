from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import wlgraph
from wlgraph.errors import WlgraphError


def test_import_is_quick() -> None:
    code = "import time; t = time.perf_counter(); import wlgraph; print(time.perf_counter() - t)"
    seconds = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )
    assert seconds < 0.5


@pytest.mark.parametrize("name", wlgraph.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(wlgraph, name) is not None


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError):
        wlgraph.nothing  # noqa: B018


def test_build_can_be_called_however_its_room_was_imported(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(WlgraphError, match="Nothing was built"):
            wlgraph.build([tmp_path], tmp_path / "out")
