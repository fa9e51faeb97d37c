"""The table of dependencies names every package that the project asks for."""

from __future__ import annotations

import re
import tomllib
from itertools import chain

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ASKED_FOR = sorted(
    {
        re.split(r"[<>=\[;! ]", requirement)[0]
        for requirement in chain(
            PROJECT["project"]["dependencies"],
            PROJECT["build-system"]["requires"],
            *PROJECT["project"]["optional-dependencies"].values(),
            *PROJECT["dependency-groups"].values(),
        )
    }
)


def row_of(package: str) -> str:
    lines = (ROOT / "docs" / "design.md").read_text("utf-8").splitlines()
    return next((line for line in lines if line.startswith("|") and package in re.split(r"[|, ]+", line)), "")


@pytest.mark.parametrize("package", ASKED_FOR)
def test_a_dependency_has_its_licence_and_reason(package: str) -> None:
    cells = [cell.strip() for cell in row_of(package).strip("|").split("|")]
    assert len(cells) == 3, f"no row for {package}"
    assert re.search(r"MIT|BSD|Apache-2.0|ISC|MPL-2.0|PSF", cells[1])
    assert len(cells[2]) > 10
