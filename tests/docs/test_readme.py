"""Both READMEs: the same commands, figures and links, and every command does what it is there for."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

READMES = ("README.md", "README.zh.md")
_BLOCK = re.compile(r"(?:^ {4}.*\n(?:\n(?= {4}))?)+", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")
_NUMBER = re.compile(r"\b\d\.\d+\b")


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str) -> list[str]:
    """The indented blocks: commands, Python, JSON."""
    return [re.sub(r"^ {4}", "", block, flags=re.MULTILINE).strip() for block in _BLOCK.findall(text(name))]


def bare(block: str) -> str:
    """A block without its comments, which are in the reader's language."""
    return "\n".join(re.sub(r"\s+# .*$", "", line) for line in block.splitlines())


def commands(name: str, program: str) -> list[list[str]]:
    found = [bare(block) for block in blocks(name) if re.match(rf"(\.venv/bin/)?{program} ", block)]
    lines = [line for block in found for line in ([block] if "'" in block else block.splitlines())]
    return [shlex.split(line) for line in lines]


@pytest.mark.parametrize("part", ["blocks", "links", "figures"])
def test_both_languages_say_the_same(part: str) -> None:
    said = [
        {
            "blocks": [bare(block) for block in blocks(name)],
            "links": sorted(set(_LINK.findall(text(name))) - set(READMES)),
            "figures": sorted(_NUMBER.findall(text(name))),
        }[part]
        for name in READMES
    ]
    assert said[0] == said[1]
    assert said[0]


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_somewhere(name: str) -> None:
    assert [link for link in _LINK.findall(text(name)) if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_it_begins_with_two_commands_that_make_knows(name: str) -> None:
    assert [words[1] for words in commands(name, "make")] == ["graph", "test", "docs"]
    for target in ("graph", "test", "docs"):
        subprocess.run(["make", "--dry-run", "--silent", target], cwd=ROOT, check=True, capture_output=True)


def test_its_commands_run_one_by_one(checkout: Path) -> None:
    for words in commands(READMES[0], "wlgraph"):
        if words[1] == "build":
            shutil.copy(next((ROOT / "seeds").glob("*.txt")), checkout / words[2])
        command = [sys.executable, "-m", "wlgraph", *words[1:]]
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        if words[1] == "query":
            assert "绿色工厂" in done.stdout
    assert (checkout / "mygraph" / "graph.ttl").stat().st_size > 0
    assert (checkout / "zeguo.html").stat().st_size > 0


def test_its_python_runs(checkout: Path) -> None:
    (code,) = (block for block in blocks(READMES[0]) if block.startswith("import"))
    subprocess.run([sys.executable, "-c", code], cwd=checkout, check=True)
    assert (checkout / "all.html").stat().st_size > 0
