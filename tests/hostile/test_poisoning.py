"""A page made to deceive: what it may not reach, and where it shows."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from wlgraph.api import Graph, load
from wlgraph.build import build
from wlgraph.graph.store import GRAPH, INFERRED

HONEST = """温岭市召开工业大会

本报讯（记者周亦然）3月11日，温岭市召开工业大会。温岭市市长林则安主持会议，大溪镇党委书记何曼在会上发言。浙江海澜星泵业有限公司董事长郑晓出席。
"""
MERGING = """本报更正

本报讯 3月12日，温岭市市长林则安（原名何曼）原名何曼，何曼已更名为林则安，林则安即何曼，大溪镇党委书记何曼又名林则安。浙江海澜星泵业有限公司更名为台州星瀚水泵有限公司。
"""
INJECTION = """<script>alert(1)</script>海澜星集团

本报讯 3月13日，“</script><img src=x onerror=alert(2)>”大溪镇举行运动会。浙江海澜星泵业有限公司"@zh . <urn:evil> <urn:said> "yes" . 捐赠20万元。市民林则安'; DROP TABLE 到场}} {{7*7}} ${jndi:ldap://x}。
"""


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("poisoned")
    pages = root / "pages"
    pages.mkdir()
    for name, text in (("honest", HONEST), ("merging", MERGING), ("injection", INJECTION)):
        (pages / f"{name}.txt").write_text(text, "utf-8")
    sidecar = {"home": "温岭市> . <urn:evil> a <urn:x", "publication": '<b>"日报"</b>', "page": '1"> <urn:evil>'}
    (pages / "injection.meta.json").write_text(json.dumps(sidecar, ensure_ascii=False), "utf-8")
    build([pages], root / "out")
    return root / "out"


@pytest.fixture(scope="module")
def graph(poisoned: Path) -> Graph:
    return load(poisoned)


def test_two_officials_stay_two(graph: Graph) -> None:
    mayor, secretary = graph.entity("林则安"), graph.entity("何曼")
    assert mayor.iri != secretary.iri
    assert mayor.leaf == secretary.leaf == "Official"


def test_what_the_page_says_stands_only_under_its_own_name(graph: Graph) -> None:
    rows = graph.query(
        """SELECT ?page ?quote WHERE { ?claim wl:evidence ?e . ?e wl:quote ?quote ;
           wl:inArticle/wl:onPage/schema:identifier ?page }"""
    )
    texts = {"honest.txt": HONEST, "merging.txt": MERGING, "injection.txt": INJECTION}
    assert rows
    for row in rows:
        assert (
            str(row["quote"]) in texts[str(row["page"])].replace("\n", "")
            or str(row["quote"]) in texts[str(row["page"])]
        )


def test_a_merge_that_one_sentence_made_is_in_the_report_and_can_be_taken_back(poisoned: Path, tmp_path: Path) -> None:
    report = json.loads((poisoned / "report.json").read_bytes())
    (notice,) = report["notices"]["merged-by-one-sentence"]
    assert "merging.txt" in notice
    judgement = {"verdict": "different", "first": "浙江海澜星泵业有限公司", "second": "台州星瀚水泵有限公司"}
    (tmp_path / "judgements.jsonl").write_text(json.dumps(judgement, ensure_ascii=False), "utf-8")
    build([poisoned.parent / "pages"], tmp_path / "out", judgements=tmp_path / "judgements.jsonl")
    apart = load(tmp_path / "out")
    assert apart.entity("浙江海澜星泵业有限公司").iri != apart.entity("台州星瀚水泵有限公司").iri


@pytest.mark.parametrize("name", [GRAPH, INFERRED])
def test_no_text_becomes_a_triple_of_its_own(poisoned: Path, name: str) -> None:
    for quad in ox.parse(path=str(poisoned / name), format=ox.RdfFormat.TURTLE):
        for node in (quad.subject, quad.predicate, quad.object):
            assert not (isinstance(node, ox.NamedNode) and node.value.startswith("urn:"))


def test_no_text_becomes_markup(poisoned: Path) -> None:
    html = (poisoned / "graph.html").read_text("utf-8")
    for markup in ("<script>alert", "<img src=x", "onerror=alert(2)>", '<b>"日报'):
        assert markup not in html
    assert html.count("Content-Security-Policy") == 1
