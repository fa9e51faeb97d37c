"""The layout pages: whole pages with the troubles of real ones, each with what a careful reader sees."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LAYOUT = Path(__file__).parents[2] / "evaluation" / "layout"
ARTICLES_FLOOR, PEOPLE_FLOOR = 0.89, 0.86


def test_articles_and_people_of_pages_with_every_trouble() -> None:
    assert len(list((LAYOUT / "pages").glob("*.txt"))) >= 68
    run = subprocess.run([sys.executable, str(LAYOUT / "score.py")], capture_output=True, text=True, check=True)
    articles, people = map(float, re.findall(r"F1 (\d\.\d+)", run.stdout))
    assert articles >= ARTICLES_FLOOR
    assert people >= PEOPLE_FLOOR
