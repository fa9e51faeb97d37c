"""What people mistype, and what the system refuses: one sentence, and nothing lost."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_app import run
from wlgraph.build import BuildReport, build

PAGE = "大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会在大溪镇中学举行。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "p.txt").write_text(PAGE, "utf-8")
    return tmp_path / "p.txt"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "PAGE", "--out", "DIR/o", "--judgements", "DIR/none.jsonl"), "no file of judgements"),
        (("build", "PAGE", "--out", "DIR/o", "--home", ""), "home is empty"),
        (("build", "PAGE", "--out", "DIR/o", "--home", "330483"), "is a code"),
        (("build", "PAGE", "--out", "PAGE"), "is a file"),
        (("build", "DIR/folder", "--out", "DIR/o"), "holds no page; put pages there"),
        (("view", "SEEDS", "--out", "DIR/graph.ttl"), "choose another name"),
        (("export", "SEEDS", "--format", "nquads", "--out", "DIR/p.txt"), "choose another name"),
        (("dossier", "SEEDS", "--out", "DIR/site", "--lang", "fr"), "choose zh or en"),
        (("train", "DIR/none", "--out", "DIR/m.onnx"), "no marked pages"),
        (("check", "DIR/empty.ttl"), "no graph of wlgraph"),
        (("export", "DIR/empty.ttl", "--format", "csv", "--out", "DIR/csv"), "no graph of wlgraph"),
        (("push", "DIR/empty.ttl", "http://127.0.0.1:9/store"), "no graph of wlgraph"),
        (("explain", "SEEDS", "公司"), "give one's whole name, such as"),
        (("explain", "SEEDS/graph.ttl", "甲"), "name the build folder"),
        (("explain", "DIR/none", "甲"), "There is no folder"),
        (("export", "SEEDS", "--format", "csv", "--out", "PAGE"), "choose another name"),
        (("export", "SEEDS", "--format", "csv", "--out", "DIR/file.csv"), "name a folder"),
        (("export", "SEEDS", "--format", "gexf", "--out", "DIR"), "is a folder; name the file to write"),
        (("query", "SEEDS", "--saved", "tenants", "--page", "2"), "has no page 2; its answer is one page"),
        (("query", "SEEDS", "ASK {}", "--saved", "parks"), "not both"),
        (("query", "SEEDS", "parks"), "parks is a saved query; ask it with --saved parks"),
        (("query", "SEEDS", "SELECT ?x { ?x a foo:Bar }"), "prefix foo: is not declared"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(
    page: Path, seeds_build: tuple[Path, BuildReport], arguments: tuple[str, ...], said: str
) -> None:
    (page.parent / "folder").mkdir()
    for name in ("empty.ttl", "file.csv"):
        (page.parent / name).write_bytes(b"")
    places = {"PAGE": str(page), "DIR": str(page.parent), "SEEDS": str(seeds_build[0])}
    for word, place in places.items():
        arguments = tuple(a.replace(word, place) for a in arguments)
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert page.read_text("utf-8") == PAGE


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("SELECT ?x { ?x a wl:Compny }", "The ontology has no wl:Compny; is wl:Company meant?\n"),
        ("SELECT ?x { ?x wl:qqqqq 'wl:Compny' } # wl:Twn", "The ontology has no wl:qqqqq; ontology/wlgraph.ttl has its terms.\n"),
        ("SELECT ?x { ?x a wl:Company ; wl:chaired ?x }", ""),
    ],
)  # fmt: skip
def test_an_empty_answer_to_a_misspelt_term_says_so(
    seeds_build: tuple[Path, BuildReport], question: str, said: str
) -> None:
    done = run("query", str(seeds_build[0]), question)
    assert done.returncode == 0
    assert "0 rows" in done.stdout
    assert done.stderr == said


def test_a_folder_may_hold_pages_and_the_graph_made_of_them(page: Path) -> None:
    for _ in range(2):
        done = run("build", str(page.parent), "--out", str(page.parent))
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith("1 page,")


def test_a_home_that_no_register_has_is_told(page: Path) -> None:
    done = run("build", str(page), "--out", str(page.parent / "o"), "--home", "火星市")
    assert done.returncode == 0
    assert "No register has the home 火星市" in done.stderr


def test_what_a_build_wrote_is_no_page(page: Path) -> None:
    run("build", str(page), "--out", str(page.parent / "o"))
    done = run("build", str(page.parent / "o" / "graph.ttl"), "--out", str(page.parent / "b"))
    assert done.returncode == 2
    assert "written by a build" in done.stderr


def test_an_output_that_cannot_be_written_is_told_in_one_sentence() -> None:
    command = [sys.executable, "-c", "from wlgraph.cli import main; main()", "query", "--list"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("wlgraph: ")
    assert done.stderr.count("\n") == 1


def test_an_interrupted_build_says_that_it_goes_on_later(page: Path) -> None:
    interrupted = (
        "import wlgraph.build as b\n"
        "def stop(*_, **__): raise KeyboardInterrupt\n"
        "b.build = stop\n"
        "from wlgraph.cli import main; main()"
    )
    command = [sys.executable, "-c", interrupted, "build", str(page), "--out", str(page.parent / "o")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 130
    assert done.stderr.startswith("wlgraph: interrupted; what was extracted is kept")


def test_a_port_in_use_is_told_before_anything_is_promised(seeds_build: tuple[Path, BuildReport]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", str(seeds_build[0]), "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "choose another --port" in done.stderr
    assert "serving" not in done.stderr


@pytest.mark.parametrize("file", ["", "decided.jsonl"])
def test_judge_asks_again_and_writes_where_the_build_reads(tmp_path: Path, file: str) -> None:
    for name, firm in (("a", "浙江海澜星泵业集团有限公司"), ("b", "浙江海澜星泵业有限公司")):
        (tmp_path / f"{name}.txt").write_text(f"本报讯 3月11日，{firm}在大溪镇投产。\n", "utf-8")
    folder, decided = tmp_path / "graph", tmp_path / file if file else tmp_path / "graph" / "judgements.jsonl"
    if file:
        decided.touch()
    build(tmp_path, folder, judgements=decided if file else None)
    done = run("judge", str(folder), "--by", "何曼", stdin="yes\nsame\n")
    assert done.returncode == 0, done.stderr
    assert "Answer s (same)" in done.stdout
    assert "1 decision written" in done.stdout
    assert decided.read_text("utf-8").count('"verdict":"same"') == 1


def test_a_reader_that_has_read_enough_is_no_fault(seeds_build: tuple[Path, BuildReport]) -> None:
    command = [
        sys.executable,
        "-c",
        "from wlgraph.cli import main; main()",
        "query",
        str(seeds_build[0]),
        "SELECT * {?s ?p ?o}",
    ]
    asked = subprocess.Popen([*command, "-f", "csv"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert asked.stdout
    asked.stdout.readline()
    asked.stdout.close()
    assert asked.wait() == 0
    assert asked.stderr
    assert asked.stderr.read() == b""
    asked.stderr.close()
