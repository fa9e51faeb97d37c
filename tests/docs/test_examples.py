"""Every command that the documentation shows exists, with the options that it is given."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from tests.conftest import ROOT
from wlgraph.cli.app import app
from wlgraph.graph.saved import saved_queries

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("README*.md"), *(ROOT / "examples").rglob("README.md")])
_INLINE = re.compile(r"`(wlgraph [^`]+)`")
_WHOLE = re.compile(r"^ {4,}(?:\.venv/bin/)?(wlgraph (?:[^'\n]|'[^']*')+)", re.MULTILINE)


def shown(page: Path) -> list[str]:
    text = page.read_text("utf-8")
    return [*_WHOLE.findall(text), *_INLINE.findall(text)]


def test_the_documentation_shows_most_commands() -> None:
    named = {shlex.split(line, comments=True)[1] for page in PAGES for line in shown(page)}
    assert set(COMMANDS) - {"train"} <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_are_there_with_their_options(page: Path) -> None:
    wrong = []
    for line in shown(page):
        words = [word for word in shlex.split(line, comments=True)[1:] if word not in ("…", "|", ">")]
        if words[0].startswith("-"):
            continue
        known = {name for param in COMMANDS[words[0]].params for name in param.opts} if words[0] in COMMANDS else set()
        given = [word for word in words[1:] if re.match(r"--?[a-z]", word)]
        saved = [after for word, after in pairwise(words) if word == "--saved"]
        lacking = [name for name in given if name not in known | {"--help", "-h"}]
        unknown = [name for name in saved if name not in saved_queries() and name != "NAME"]
        if words[0] not in COMMANDS or lacking or unknown:
            wrong.append(line)
    assert wrong == []
