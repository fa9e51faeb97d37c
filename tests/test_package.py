from __future__ import annotations

import os
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


def test_a_build_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    home, page = tmp_path / "home", tmp_path / "pages" / "a.txt"
    home.mkdir()
    page.parent.mkdir()
    page.write_text("# 泵业园开园\n\n昨日，温岭市鹭衡泵业有限公司入驻大溪泵业园。\n", "utf-8")
    code = "import sys, wlgraph; wlgraph.build([sys.argv[1]], sys.argv[2], engine='inline')"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "ORT_"))}
    arguments = [sys.executable, "-c", code, str(page), str(tmp_path / "out")]
    subprocess.run(arguments, env=kept | {"HOME": str(home)}, check=True, capture_output=True)
    assert list(home.rglob("*")) == []


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
