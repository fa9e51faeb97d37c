"""The wheel and the source archive, and one clean environment that has the wheel and nothing of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


@dataclass(frozen=True)
class Built:
    """The two files of a release."""

    wheel: Path
    sdist: Path


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel, and an empty folder to work in."""

    python: Path
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
        command = [str(self.python), "-I", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=clean, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def wlgraph(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(str(self.python.with_name("wlgraph")), *arguments)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    out = tmp_path_factory.mktemp("release")
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "sdist",
        "--target",
        "wheel",
        "--directory",
        str(out),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,), (sdist,) = out.glob("*.whl"), out.glob("*.tar.gz")
    return Built(wheel, sdist)


@pytest.fixture(scope="session")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The locked dependencies, so that pip finds them in its cache, and the wheel on top."""
    place = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "venv", str(place / "venv")], check=True)
    python = place / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    locked = ("--require-hashes", "-r", str(ROOT / "requirements.lock"))
    subprocess.run([str(python), *PIP, "install", *locked], check=True)
    subprocess.run([str(python), *PIP, "install", "--no-deps", str(built.wheel)], check=True)
    (place / "empty").mkdir()
    return Installed(python, place / "empty")
