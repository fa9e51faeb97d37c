"""The developers' guide: its Python runs from top to bottom."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "guides" / "developers.md").read_text("utf-8")


def test_the_developers_examples_run(checkout: Path) -> None:
    code = "\n".join(dedent(block) for block in re.findall(r"(?:^ {4}.*\n(?:\n(?= {4}))?)+", GUIDE, re.MULTILINE))
    assert code.startswith("import wlgraph")
    done = subprocess.run([sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 10
    assert (checkout / "mine.ttl").stat().st_size > 0
