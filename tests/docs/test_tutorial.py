"""The tutorial, step by step, as a new user takes it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

TUTORIAL = (ROOT / "docs" / "guides" / "tutorial.md").read_text("utf-8")


def test_the_tutorial_leads_from_a_page_to_a_view(tmp_path: Path) -> None:
    (page,) = re.findall(r"```text\n(.+?)```", TUTORIAL, re.DOTALL)
    (name,) = re.findall(r"Save this as `(.+?)`", TUTORIAL)
    place, answers = tmp_path, []
    for line in re.findall(r"^ {4}((?:wlgraph|cd|cp) .+)$", TUTORIAL, re.MULTILINE):
        words = shlex.split(line)
        if words[0] == "cd":
            place = place / words[1]
            (place / name).write_text(page, "utf-8")
        elif words[0] == "cp":
            shutil.copy(place / words[1], place / words[2])
        else:
            command = [sys.executable, "-m", "wlgraph", *words[1:]]
            done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True, encoding="utf-8")
            answers.append(done.stdout)
    assert (place / "all.html").stat().st_size > 0
    assert "浙江云栖针织有限公司" in answers[-2]
    assert "target" in answers[-1]
