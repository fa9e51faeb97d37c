"""Names and links in a folder of pages that would read or write elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wlgraph.build import build
from wlgraph.build.inputs import MOST_SIDECAR_BYTES, find_pages
from wlgraph.graph.store import GRAPH
from wlgraph.pages.decoding import MAX_BYTES

PAGE = "大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会在大溪镇中学举行。\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "good.txt").write_text(PAGE, "utf-8")
    (tmp_path / "secret.txt").write_text(PAGE, "utf-8")
    (tmp_path / "secret.json").write_text('{"home": "玉环市"}', "utf-8")
    return folder


def test_a_link_out_of_the_folder_is_not_read(archive: Path) -> None:
    (archive / "page.txt").symlink_to("../secret.txt")
    pages, skipped = find_pages([archive])
    assert [page.name for page in pages] == ["good.txt"]
    assert "link that leads out of" in skipped[0].reason


def test_a_sidecar_that_leads_out_of_the_folder_is_not_read(archive: Path) -> None:
    (archive / "good.meta.json").symlink_to("../secret.json")
    for given in (archive, archive / "good.txt", f"{archive}/*.txt"):
        pages, skipped = find_pages([given])
        assert pages == []
        assert "good.meta.json is a link that leads out of" in skipped[0].reason


def test_a_link_within_the_folder_and_one_asked_for_are_read(archive: Path, tmp_path: Path) -> None:
    (archive / "same.txt").symlink_to("good.txt")
    (tmp_path / "asked.txt").symlink_to("secret.txt")
    pages, skipped = find_pages([archive, tmp_path / "asked.txt"])
    assert [page.name for page in pages] == ["asked.txt", "good.txt", "same.txt"]
    assert skipped == []


@pytest.mark.parametrize("name", [b"\xff\xfe.txt", b"new\nline.txt", b"\x1b[31mred.txt", b"n" * 220 + b".txt"])
def test_a_name_that_no_graph_can_carry_is_refused_with_a_printable_reason(archive: Path, name: bytes) -> None:
    Path(os.fsdecode(bytes(archive) + b"/" + name)).write_text(PAGE, "utf-8")
    report = build([archive], archive.parent / "out")
    assert report.pages == 1
    assert "file name" in report.skipped[0].reason
    assert report.skipped[0].reason.isprintable()


@pytest.mark.parametrize(
    "name", ["..txt", "%2e%2e%2fx.txt", "a b'\"<>.txt", "..%5c..%5cx.txt", "con.html", "$(id).html", "-rf.html"]
)
def test_an_odd_name_writes_nothing_outside_the_build_folder(archive: Path, name: str) -> None:
    (archive / name).write_text(f"<html><body><p>{PAGE}</p></body></html>" if name.endswith("html") else PAGE, "utf-8")
    before = set(archive.parent.rglob("*"))
    build([archive], archive.parent / "out")
    new = set(archive.parent.rglob("*")) - before
    assert archive.parent / "out" / GRAPH in new
    assert all(path.is_relative_to(archive.parent / "out") for path in new)


def test_too_large_a_file_is_refused_before_it_is_read(archive: Path) -> None:
    for name, size in (("big.txt", MAX_BYTES), ("good.meta.json", MOST_SIDECAR_BYTES)):
        with (archive / name).open("wb") as file:
            file.truncate(size + 1)
    pages, skipped = find_pages([archive])
    assert pages == []
    assert [(Path(page.path).name, "larger than" in page.reason) for page in skipped] == [
        ("big.txt", True),
        ("good.txt", True),
    ]


def test_too_long_a_page_is_left_out(archive: Path) -> None:
    (archive / "long.txt").write_text("大溪镇举行运动会。" * 25_000, "utf-8")
    report = build([archive], archive.parent / "out")
    assert report.pages == 1
    assert "more than 200000 characters" in report.skipped[0].reason
