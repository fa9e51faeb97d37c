from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from wlgraph.api import load
from wlgraph.build import BuildReport, build
from wlgraph.build.shards import ShardFolder
from wlgraph.errors import OutputError, PageError
from wlgraph.graph.check import faults

PRODUCTS = ("graph.ttl", "inferred.ttl", "graph.html", "mentions.jsonl", "report.json", "ledger.jsonl", "timings.json")
PAGE = """浙江海澜星泵业有限公司智能车间投产

本报讯（记者周亦然 通讯员郑晓）3月11日，位于大溪镇的浙江海澜星泵业有限公司智能车间正式投产。海澜星泵业总经理林则安说，公司去年产值达1.2亿元。

市经信局副局长何曼到场祝贺。
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / "p1.txt"
    path.parent.mkdir()
    path.write_text(PAGE, "utf-8")
    return path


def test_build_writes_every_file_of_the_contract(seeds_build: tuple[Path, BuildReport]) -> None:
    out, report = seeds_build
    assert all((out / name).is_file() for name in PRODUCTS)
    assert (out / "store").is_dir()
    assert (out / "shards").is_dir()
    assert report.pages == 5
    assert json.loads((out / "report.json").read_text("utf-8"))["triples"] == report.triples


def test_the_seeds_graph_is_sound(seeds_build: tuple[Path, BuildReport]) -> None:
    out, _ = seeds_build
    pages = {s.reading.page.name: s.reading.page.text for s in ShardFolder(out / "shards")}
    assert faults(out, pages) == []


def test_mentions_stand_at_their_offsets(seeds_build: tuple[Path, BuildReport]) -> None:
    out, _ = seeds_build
    pages = {s.reading.page.name: s.reading.page.text for s in ShardFolder(out / "shards")}
    lines = [json.loads(line) for line in (out / "mentions.jsonl").read_text("utf-8").splitlines()]
    assert lines
    for m in lines:
        pieces = m.get("segments") or [[m["start"], m["end"]]]
        spelled = "".join(pages[m["page"]][a:b] for a, b in pieces)
        assert "".join(spelled.split()) == "".join(m["text"].split())


def test_the_seeds_name_green_factories_with_their_sentence(seeds_build: tuple[Path, BuildReport]) -> None:
    rows = list(load(seeds_build[0]).saved("green-factories"))
    assert rows
    assert all("绿色工厂" in str(row["sentence"]) for row in rows)


def test_building_again_in_a_process_that_hashes_otherwise_changes_no_byte(
    seeds: Path, seeds_build: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    out, _ = seeds_build
    script = f"from wlgraph.build import build; build([{str(seeds)!r}], {str(tmp_path / 'again')!r})"
    subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": "1"}, check=True)
    shards = [f"shards/{path.name}" for path in (out / "shards").iterdir()]
    assert len(shards) == 5
    for name in ("graph.ttl", "inferred.ttl", "mentions.jsonl", "ledger.jsonl", "graph.html", "report.json", *shards):
        assert (tmp_path / "again" / name).read_bytes() == (out / name).read_bytes(), name


def test_processes_give_the_same_bytes(page: Path, tmp_path: Path) -> None:
    build([page], tmp_path / "inline", engine="inline")
    build([page], tmp_path / "processes", engine="processes", workers=2)
    assert (tmp_path / "inline/graph.ttl").read_bytes() == (tmp_path / "processes/graph.ttl").read_bytes()


def test_a_page_is_extracted_once(page: Path, tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    out = tmp_path / "out"
    build([page], out)
    build([page], out, progress=lambda *step: seen.append(step))
    assert ("extract", 0, 0) in seen
    page.write_text(PAGE.replace("1.2亿元", "1.3亿元"), "utf-8")
    build([page], out, progress=lambda *step: seen.append(step))
    assert ("extract", 1, 1) in seen
    assert len(list((out / "shards").iterdir())) == 1


def test_a_half_written_shard_is_made_again(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([page], out)
    before = (out / "graph.ttl").read_bytes()
    (shard,) = (out / "shards").iterdir()
    shard.write_bytes(shard.read_bytes()[:100])
    build([page], out)
    assert (out / "graph.ttl").read_bytes() == before


def test_the_report_counts_what_the_graph_has(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = build([page], out)
    rejected = {"verdict": "reject", "first": "浙江海澜星泵业有限公司", "by": "卜思源"}
    (out / "judgements.jsonl").write_text(json.dumps(rejected, ensure_ascii=False) + "\n", "utf-8")
    report = build([page], out)
    counts = load(out).query("""
        SELECT (COUNT(DISTINCT ?claim) AS ?claims) (COUNT(DISTINCT ?figure) AS ?figures)
        WHERE { { ?claim a wl:Claim ; wl:evidence ?e } UNION { ?figure a wl:Observation } }""")
    (found,) = counts
    assert (report.claims, report.figures) == (found["claims"], found["figures"])
    assert report.claims < before.claims
    assert sum(report.claims_by_predicate.values()) == report.claims


def test_the_home_of_a_page_is_a_setting(page: Path, tmp_path: Path) -> None:
    build([page], tmp_path / "out", home="玉环市")
    names = {row["n"] for row in load(tmp_path / "out").query("SELECT ?n { ?b a wl:PublicBody ; skos:prefLabel ?n }")}
    assert "玉环市经济和信息化局" in names
    assert not any("温岭" in str(name) for name in names)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "text"),
        ("blank.txt", b"  \n \n", "empty"),
    ],
)
def test_a_bad_page_is_left_out_and_the_others_are_built(
    page: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    bad = page.with_name(name)
    bad.write_bytes(content)
    report = build([page.parent], tmp_path / "out")
    assert report.pages == 1
    assert said in report.skipped[0].reason
    assert name in report.skipped[0].reason


def test_a_broken_sidecar_leaves_its_page_out(page: Path, tmp_path: Path) -> None:
    other = page.with_name("p2.txt")
    other.write_text(PAGE, "utf-8")
    page.with_name("p1.meta.json").write_text('{"home": ', "utf-8")
    report = build([page.parent], tmp_path / "out")
    assert [Path(s.path).name for s in report.skipped] == ["p1.txt"]
    assert "p1.meta.json" in report.skipped[0].reason


def test_gbk_is_read_right(page: Path, tmp_path: Path) -> None:
    page.write_bytes(PAGE.encode("gb18030"))
    build([page], tmp_path / "out")
    assert load(tmp_path / "out").entity("浙江海澜星泵业有限公司").leaf == "Company"


def test_nothing_to_build_is_an_error_and_keeps_what_was(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([page], out)
    before = (out / "graph.ttl").read_bytes()
    with pytest.raises(PageError, match="Nothing was built"):
        build([tmp_path / "none"], out)
    assert (out / "graph.ttl").read_bytes() == before


def test_a_second_build_waits_for_no_one(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with FileLock(out / ".lock"), pytest.raises(OutputError, match="Another build"):
        build([page], out)


def test_a_file_in_place_of_the_folder_is_an_error(page: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError, match="is a file; name a folder"):
        build([page], tmp_path / "file")
