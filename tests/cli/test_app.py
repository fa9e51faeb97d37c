from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import wlgraph
from tests.conftest import ROOT
from wlgraph.build import BuildReport
from wlgraph.cli.serve import serve_command

COMMANDS = (
    "init",
    "build",
    "query",
    "view",
    "check",
    "evaluate",
    "export",
    "serve",
    "push",
    "explain",
    "judge",
    "diff",
    "dossier",
    "train",
)


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from wlgraph.cli import main; main()", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"Example: wlgraph {command}" in done.stdout


def test_the_example_of_push_is_not_our_own_read_only_server() -> None:
    port = inspect.signature(serve_command).parameters["port"].default
    shown = [run("push", "--help").stdout, *(page.read_text("utf-8") for page in (ROOT / "docs").rglob("*.md"))]
    ports = [found for text in shown for found in re.findall(r"wlgraph push \S+ http://127\.0\.0\.1:(\d+)", text)]
    assert len(ports) == 2
    assert str(port) not in ports


def test_build_reports_and_exits_zero(tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    page.write_text("大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会在大溪镇中学举行。\n", "utf-8")
    done = run("build", str(page), "--out", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "1 page, 1 article: " in done.stderr


def test_build_exits_three_where_a_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会举行。\n", "utf-8")
    (tmp_path / "q.txt").write_bytes(b"")
    done = run("build", str(tmp_path), "--out", str(tmp_path / "out"), "--quiet")
    assert done.returncode == 3
    assert "q.txt" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("init", "OUT/new", "--home", "无此县"),
        ("build", "none.txt", "--out", "OUT"),
        ("query", "none"),
        ("query", "OUT", "SELECT"),
        ("view", "none", "--out", "OUT/x.html"),
        ("check", "none"),
        ("evaluate", "none"),
        ("export", "none", "--format", "csv", "--out", "OUT"),
        ("serve", "none"),
        ("explain", "none", "甲"),
        ("judge", "none"),
        ("dossier", "none", "--out", "OUT/site"),
        ("diff", "none", "none"),
    ],
)
def test_an_error_is_one_sentence_and_exit_code_two(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(*(a.replace("OUT", str(tmp_path)) for a in arguments))
    assert done.returncode == 2
    assert done.stderr.startswith("wlgraph: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("build x --oot y", "No such option: --oot (Possible options: --out). See 'wlgraph build --help'."),
        ("quer x", "No such command 'quer'. Did you mean 'query'? See 'wlgraph --help'."),
        ("check a b", "Got unexpected extra argument(s) (b). See 'wlgraph check --help'."),
    ],
)
def test_a_mistake_in_the_command_line_is_told_in_one_line(arguments: str, said: str) -> None:
    done = run(*arguments.split())
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"wlgraph: {said}\n")


def test_the_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"wlgraph {wlgraph.__version__}\n")


def test_without_a_command_there_is_help() -> None:
    assert run().stderr.startswith("Usage: wlgraph [OPTIONS] COMMAND")


@pytest.mark.parametrize(
    ("form", "first"),
    [("csv", "company,title,sentence,headline"), ("table", ""), ("json", '{"head"')],
)
def test_query_formats(seeds_build: tuple[Path, BuildReport], form: str, first: str) -> None:
    done = run("query", str(seeds_build[0]), "--saved", "green-factories", "--format", form)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(first)
    assert "绿色工厂" in done.stdout
    if form == "json":
        assert json.loads(done.stdout)["results"]["bindings"]


def test_a_page_of_a_saved_query(seeds_build: tuple[Path, BuildReport]) -> None:
    graph = str(seeds_build[0])
    whole = run("query", graph, "--saved", "co-mentions", "--format", "csv").stdout.splitlines()
    pages = [run("query", graph, "--saved", "co-mentions", "--format", "csv", "--page", str(n)).stdout for n in (1, 2)]
    head, *rows = pages[0].splitlines()
    assert head == whole[0]
    assert rows == whole[1 : len(rows) + 1]
    assert pages[1].splitlines()[1:] == whole[len(rows) + 1 : 2 * len(rows) + 1]


def test_a_page_needs_a_saved_query(seeds_build: tuple[Path, BuildReport]) -> None:
    done = run("query", str(seeds_build[0]), "SELECT * WHERE { ?s ?p ?o }", "--page", "2")
    assert done.returncode != 0
    assert "--saved" in done.stderr


def test_query_reads_standard_input_and_writes_turtle(seeds_build: tuple[Path, BuildReport]) -> None:
    question = "CONSTRUCT { ?c a wl:Company } WHERE { ?c a wl:Company } LIMIT 1"
    done = run("query", str(seeds_build[0]), "-", "--format", "turtle", stdin=question)
    assert "ontology#Company>" in done.stdout


def test_query_lists_saved_queries_in_both_languages() -> None:
    done = run("query", "--list")
    assert "green-factories" in done.stdout
    assert "哪些企业" in done.stdout
    assert "Which companies" in done.stdout


@pytest.mark.parametrize("option", [("--json",), ("--format", "json")])
def test_the_list_of_saved_queries_is_json_on_demand(option: tuple[str, ...]) -> None:
    names = [query["name"] for query in json.loads(run("query", "--list", *option).stdout)]
    assert names == sorted(names)
    assert "officials-over-time" in names


def test_check_finds_the_seeds_sound(seeds_build: tuple[Path, BuildReport]) -> None:
    done = run("check", str(seeds_build[0]))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (("query", "--list", "--json"), "sparql"),
        (("query", "GRAPH", "--saved", "green-factories", "--json"), "results"),
        (("check", "GRAPH", "--json"), "quotes_compared"),
        (("view", "GRAPH", "--out", "OUT/v.html", "--focus", "泽国镇", "--json"), "claims"),
        (("dossier", "GRAPH", "--out", "OUT/site", "--json"), "dossiers"),
        (("explain", "GRAPH", "泽国镇", "--json"), "mentions"),
        (("build", "OUT/p.txt", "--out", "OUT/graph", "--json"), "entities_by_class"),
        (("init", "OUT/new", "--home", "桐乡市", "--json"), "villages"),
    ],
)
def test_json_is_all_that_standard_output_holds(
    seeds_build: tuple[Path, BuildReport], tmp_path: Path, arguments: tuple[str, ...], key: str
) -> None:
    (tmp_path / "p.txt").write_text("大溪镇举行运动会\n\n本报讯 3月11日，大溪镇运动会举行。\n", "utf-8")
    done = run(*(a.replace("GRAPH", str(seeds_build[0])).replace("OUT", str(tmp_path)) for a in arguments))
    assert done.returncode == 0, done.stderr
    content = json.loads(done.stdout)
    assert key in (content[0] if isinstance(content, list) else content)


def test_help_says_every_exit_code() -> None:
    words = " ".join(run("--help").stdout.split())
    assert "0 done; 1 check found faults; 2 an error" in words
    assert "3 built, but some pages were left out; 130 interrupted" in words


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_there_for_each_shell(shell: str) -> None:
    done = run("--show-completion", shell)
    assert done.returncode == 0
    assert "_WLGRAPH_COMPLETE" in done.stdout


def test_completion_knows_commands_and_saved_queries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_WLGRAPH_COMPLETE", "complete_bash")
    for words, word, offered in (
        ("wlgraph ex", "1", "explain"),
        ("wlgraph query g --saved gr", "4", "green-factories"),
    ):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", word)
        assert offered in run().stdout.split()
