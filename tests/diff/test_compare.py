from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from wlgraph.diff import as_changesets, as_text, compare
from wlgraph.diff.wording import as_data
from wlgraph.errors import GraphError
from wlgraph.graph.store import open_store

HEAD = """@prefix wl: <https://w3id.org/wlgraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix : <https://w3id.org/wlgraph/id/> .
:page1 a wl:Article . :e1 a wl:Evidence ; wl:quote "海澜星泵业落户大溪镇。" ; wl:inArticle :page1 .
:town a wl:Town ; skos:prefLabel "大溪镇"@zh .
"""
FIRM = ':firm a wl:Company ; skos:prefLabel "海澜星泵业"@zh .\n'
FULL = ':firm a wl:Company ; skos:prefLabel "浙江海澜星泵业有限公司"@zh ; skos:altLabel "海澜星泵业"@zh .\n'
OTHER = ':other a wl:Company ; skos:prefLabel "海澜星"@zh .\n'
MERGED = ":other dcterms:isReplacedBy :firm .\n"


def claim(name: str, subject: str = "firm", modality: str = "stated") -> str:
    return (
        f":{name} a wl:Claim ; rdf:subject :{subject} ; rdf:predicate wl:locatedIn ; rdf:object :town ; "
        f'wl:modality "{modality}" ; wl:evidence :e1 .\n'
    )


def other_quote(statement: str) -> str:
    return (
        statement.replace(":e1", ":e2")
        + ':e2 a wl:Evidence ; wl:quote "海澜星泵业设在大溪镇。" ; wl:inArticle :page1 .\n'
    )


def figure(name: str, value: str) -> str:
    return (
        f':{name} a wl:Observation ; wl:observed :firm ; wl:indicator "产值" ; wl:value {value} ; wl:unit "元" ; '
        f'wl:period "2022" ; wl:modality "actual" ; wl:evidence :e1 .\n'
    )


def graphs(folder: Path, old: str, new: str) -> tuple[Path, Path]:
    for name, text in (("old.ttl", old), ("new.ttl", new)):
        (folder / name).write_text(HEAD + text, "utf-8")
    return folder / "old.ttl", folder / "new.ttl"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("", FIRM, [("entity", "came", "Company 海澜星泵业")]),
        (FIRM, "", [("entity", "went", "Company 海澜星泵业")]),
        (FIRM, FULL, [("entity", "changed", "Company 浙江海澜星泵业有限公司")]),
        (FIRM, FIRM + claim("c1"), [("claim", "came", "海澜星泵业 locatedIn 大溪镇")]),
        (FIRM + claim("c1"), FIRM, [("claim", "went", "海澜星泵业 locatedIn 大溪镇")]),
        (FIRM + claim("c1"), FIRM + claim("c2"), []),
        (
            FIRM + claim("c1", modality="planned"),
            FIRM + claim("c2"),
            [("claim", "changed", "海澜星泵业 locatedIn 大溪镇")],
        ),
        (
            FIRM + figure("f1", "100.0"),
            FIRM + figure("f2", "200.0"),
            [("figure", "changed", "海澜星泵业 产值（2022） 200 元")],
        ),
        (
            FIRM + OTHER + claim("c1", "other"),
            FIRM + MERGED + claim("c2", "firm"),
            [("entity", "merged", "Company 海澜星")],
        ),
        (
            FIRM + claim("c1") + claim("c2", modality="planned"),
            FIRM + claim("c3"),
            [("claim", "went", "海澜星泵业 locatedIn 大溪镇")],
        ),
        (
            FIRM + claim("c1"),
            FIRM + other_quote(claim("c2")),
            [("claim", "changed", "海澜星泵业 locatedIn 大溪镇")],
        ),
        (
            FIRM + figure("f1", "100.0"),
            FIRM + other_quote(figure("f1", "100.0")),
            [("figure", "changed", "海澜星泵业 产值（2022） 100 元")],
        ),
        (
            FIRM + claim("c1") + claim("c2", modality="planned"),
            FIRM + claim("c1", modality="planned") + other_quote(claim("c2")),
            [("claim", "changed", "海澜星泵业 locatedIn 大溪镇")],
        ),
    ],
)
def test_compare(tmp_path: Path, old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    found = compare(*graphs(tmp_path, old, new))
    assert [(change.kind, change.verdict, change.words) for change in found.changes] == expected


def test_text_counts_and_shows_each_change_with_its_sentence(tmp_path: Path) -> None:
    text = as_text(compare(*graphs(tmp_path, FIRM + claim("c1", modality="planned"), FULL + claim("c2"))))
    assert text.splitlines() == [
        "entities: 0 came, 0 went, 1 changed",
        "claims: 0 came, 0 went, 1 changed",
        "figures: 0 came, 0 went, 0 changed",
        "~ Company 浙江海澜星泵业有限公司: name 海澜星泵业 → 浙江海澜星泵业有限公司; aliases ∅ → 海澜星泵业",
        "~ 浙江海澜星泵业有限公司 locatedIn 大溪镇: modality planned → stated",
        "    海澜星泵业落户大溪镇。",
    ]


def test_text_shows_a_changed_quote_once(tmp_path: Path) -> None:
    text = as_text(compare(*graphs(tmp_path, FIRM + claim("c1"), FIRM + other_quote(claim("c1")))))
    told = "~ 海澜星泵业 locatedIn 大溪镇: quotes 海澜星泵业落户大溪镇。 → 海澜星泵业设在大溪镇。"
    assert text.splitlines()[3:] == [told]


def test_a_quote_that_changed_is_paired_by_content(tmp_path: Path) -> None:
    old = FIRM + claim("c1") + claim("c2", modality="planned")
    new = FIRM + other_quote(claim("c1", modality="planned")) + other_quote(claim("c2"))
    assert [set(change.fields) for change in compare(*graphs(tmp_path, old, new)).changes] == [{"quotes"}, {"quotes"}]


def test_data_holds_both_quotes(tmp_path: Path) -> None:
    (change,) = as_data(compare(*graphs(tmp_path, FIRM + claim("c1"), FIRM + other_quote(claim("c1")))))["changes"]
    assert change["old"]["quotes"] == ("海澜星泵业落户大溪镇。",)
    assert change["new"]["quotes"] == ("海澜星泵业设在大溪镇。",)


def test_data_holds_both_sides(tmp_path: Path) -> None:
    data = as_data(compare(*graphs(tmp_path, FIRM + figure("f1", "100.0"), FIRM + figure("f2", "200.0"))))
    assert data["counts"]["figures"] == {"came": 0, "went": 0, "changed": 1}
    (change,) = data["changes"]
    assert (change["old"]["value"], change["new"]["value"]) == ("100", "200")


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (FIRM + claim("c1"), FULL + claim("c2", modality="planned") + figure("f1", "100.0")),
        (FIRM + claim("c1"), FIRM + other_quote(claim("c1"))),
        (FIRM + other_quote(claim("c1")), (FIRM + other_quote(claim("c1"))).replace("设在", "位于")),
    ],
)
def test_change_sets_turn_the_old_triples_into_the_new(tmp_path: Path, said: str, says: str) -> None:
    old, new = graphs(tmp_path, said, says)
    turtle = as_changesets(compare(old, new), open_store(old), open_store(new))
    changes = ox.Store()
    changes.load(turtle, format=ox.RdfFormat.TURTLE)
    ask = """PREFIX cs: <http://purl.org/vocab/changeset/schema#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        CONSTRUCT { ?s ?p ?o } { ?set cs:%s [ rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ] }"""
    came, went = (set(changes.query(ask % side)) for side in ("addition", "removal"))  # type: ignore[arg-type]
    before, after = (
        {quad.triple for quad in open_store(path).quads_for_pattern(None, None, None, ox.DefaultGraph())}
        for path in (old, new)
    )
    assert (before - went) | came == after


def test_equal_graphs_give_an_empty_change_set(tmp_path: Path) -> None:
    old, new = graphs(tmp_path, FIRM, FIRM)
    assert b"ChangeSet" not in as_changesets(compare(old, new), open_store(old), open_store(new))


def test_a_graph_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no file or folder"):
        compare(tmp_path / "none", tmp_path / "none")


@pytest.mark.parametrize(("form", "begins"), [("text", "entities: 1 came"), ("json", "{"), ("turtle", "@prefix")])
def test_the_command_prints_each_format(tmp_path: Path, form: str, begins: str) -> None:
    old, new = graphs(tmp_path, "", FIRM)
    command = [sys.executable, "-c", "from wlgraph.cli import main; main()", "diff", str(old), str(new), "-f", form]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(begins)
    if form == "json":
        assert json.loads(done.stdout)["counts"]["entities"]["came"] == 1
