"""What several rooms' tests share: the repository's root, and one build of the seeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.build import BuildReport, build

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds_build(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """A fresh build of the five seeds, and its report."""
    out = tmp_path_factory.mktemp("seeds") / "graphs"
    return out, build([seeds], out)
