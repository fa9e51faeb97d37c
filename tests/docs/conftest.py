"""The documentation, built once as ``make docs`` does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import ROOT
from wlgraph.build import BuildReport

DOCS = ROOT / "docs"


class Page(HTMLParser):
    """The words, links and anchors of one page of the site."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.words = path, ""
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        found = dict(attrs)
        self.anchors |= {value for key in ("id", "name") if (value := found.get(key))}
        self.links += [value for key in ("href", "src") if (value := found.get(key))]

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    """Every page of the site by its path; a warning of the build is an error."""
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going", str(DOCS), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.resolve(): Page(path) for path in out.rglob("*.html")}


@pytest.fixture(scope="module")
def checkout(seeds_build: tuple[Path, BuildReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place that looks like the repository after ``make graph``."""
    place = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    shutil.copytree(seeds_build[0], place / "graphs")
    return place
