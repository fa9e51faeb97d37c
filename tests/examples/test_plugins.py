"""The example packages, installed beside wlgraph, do what their pages say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PROSE = "本报讯 3月11日，渔民都说回老地方。老地方离大溪镇不远，可停泊渔船200艘。"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds both packages as pip installs them; on the path, their entry points are found."""
    target = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-index",
    ]
    packages = [str(EXAMPLES / name) for name in ("docx-reader", "harbour-names")]
    subprocess.run([*command, "--no-build-isolation", "--target", str(target), *packages], check=True)
    return target


def build(page: Path, out: Path, site: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wlgraph", "build", str(page), "--out", str(out), "--quiet"]
    environment = {**os.environ, **({"PYTHONPATH": str(site)} if site else {})}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def named(out: Path) -> set[tuple[str, str]]:
    lines = (out / "mentions.jsonl").read_text("utf-8").splitlines()
    return {(mention["text"], mention["class"]) for mention in map(json.loads, lines)}


def docx(path: Path) -> Path:
    heading = '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>渔船回港</w:t></w:r></w:p>'
    body = f"<w:p><w:r><w:t>{PROSE[:20]}</w:t></w:r><w:r><w:t>{PROSE[20:]}</w:t></w:r></w:p>"
    style = '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}">{heading}{body}</w:document>')
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{WORD}">{style}</w:styles>')
    return path


def test_a_page_reader_reads_a_further_format(installed: Path, tmp_path: Path) -> None:
    docx(tmp_path / "pages.docx")
    done = build(tmp_path, tmp_path / "out", installed)
    assert done.returncode == 0, done.stderr
    assert ("大溪镇", "Town") in named(tmp_path / "out")
    assert '"渔船回港"@zh' in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_what_a_page_reader_refuses_is_left_out_with_its_reason(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"no archive")
    done = build(tmp_path / "broken.docx", tmp_path / "out", installed)
    assert done.returncode == 2
    assert "BadZipFile" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_name_component_is_heard(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    page.write_text(f"渔船回港\n\n{PROSE}\n", "utf-8")
    assert build(page, tmp_path / "without").returncode == 0
    assert ("老地方", "Infrastructure") not in named(tmp_path / "without")
    done = build(page, tmp_path / "with", installed)
    assert done.returncode == 0, done.stderr
    assert ("老地方", "Infrastructure") in named(tmp_path / "with")


def test_an_installed_plug_in_extracts_known_pages_anew(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    page.write_text(f"渔船回港\n\n{PROSE}\n", "utf-8")
    assert build(page, tmp_path / "out").returncode == 0
    assert build(page, tmp_path / "out", installed).returncode == 0
    assert ("老地方", "Infrastructure") in named(tmp_path / "out")


def test_a_broken_name_component_is_named(tmp_path: Path) -> None:
    info = tmp_path / "site" / "broken-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[wlgraph.name_components]\nnothing = nowhere:make\n", "utf-8")
    (tmp_path / "p.txt").write_text(PROSE, "utf-8")
    done = build(tmp_path / "p.txt", tmp_path / "out", tmp_path / "site")
    assert done.returncode == 2
    assert "package broken cannot be loaded" in done.stderr
    assert "Traceback" not in done.stderr
