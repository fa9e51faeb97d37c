from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from wlgraph.errors import SettingsError
from wlgraph.exports import export
from wlgraph.exports.tables import cell
from wlgraph.graph.namespace import WL
from wlgraph.graph.store import open_store


def test_nquads_have_a_graph_for_each_page(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.nq"
    export(open_store(folder), "nquads", out)
    quads = list(ox.parse(path=str(out), format=ox.RdfFormat.N_QUADS))
    graphs = {q.subject.value.split("/id/")[1].split("/")[0]: str(q.graph_name) for q in quads}
    assert graphs["evidence"].endswith("page/p1.txt>")
    assert graphs["e1"] == "DEFAULT"
    stored = open_store(folder).quads_for_pattern(None, None, None, ox.DefaultGraph())
    assert {q.triple for q in quads} == {q.triple for q in stored}


def test_jsonld_says_the_same(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonld"
    export(open_store(folder), "jsonld", out)
    said = {q.triple for q in ox.parse(path=str(out), format=ox.RdfFormat.JSON_LD)}
    assert said == {q.triple for q in open_store(folder).quads_for_pattern(None, None, None, ox.DefaultGraph())}
    assert json.loads(out.read_text("utf-8"))


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_can_be_read_back(folder: Path, tmp_path: Path, form: str, read: object) -> None:
    out = tmp_path / "x.xml"
    export(open_store(folder), form, out)
    network = read(out)  # type: ignore[operator]
    labels = {data["label"] for _, data in network.nodes(data=True)}
    assert "浙江海澜星泵业有限公司" in labels
    sentences = {data.get("sentence", "") for *_, data in network.edges(data=True)}
    assert "浙江海澜星泵业有限公司位于大溪镇，入选绿色工厂。" in sentences


def test_tables_open_in_a_spreadsheet(folder: Path, tmp_path: Path) -> None:
    export(open_store(folder), "csv", tmp_path)
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["predicate"] for row in rows} == {"locatedIn", "received", "tenantOf", "partOf"}
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as lines:
        (figure,) = csv.DictReader(lines)
    assert (figure["thing"], figure["value"], figure["modality"]) == ("浙江海澜星泵业有限公司", "200000000", "target")


def read_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("claims", "claim", "Claim"),
        ("claims", "subjectIri", ""),
        ("claims", "objectIri", ""),
        ("figures", "figure", "Observation"),
        ("figures", "thingIri", ""),
    ],
)
def test_tables_can_be_joined_by_iri(folder: Path, tmp_path: Path, table: str, column: str, kind: str) -> None:
    store = open_store(folder)
    export(store, "csv", tmp_path)
    entities = {row["iri"]: row["name"] for row in read_table(tmp_path / "entities.csv")}
    rows = read_table(tmp_path / f"{table}.csv")
    assert rows
    for row in rows:
        if kind:
            found = store.quads_for_pattern(ox.NamedNode(row[column]), None, ox.NamedNode(WL[kind]), ox.DefaultGraph())
            assert len(list(found)) == 1
        else:
            assert entities[row[column]] == row[column.removesuffix("Iri")]


def test_a_figure_has_its_bounds(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(
        """@prefix wl: <https://w3id.org/wlgraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix schema: <https://schema.org/> . @prefix : <https://w3id.org/wlgraph/id/> .
        :town a wl:Town ; skos:prefLabel "大溪镇"@zh . :page schema:identifier "p1.txt" . :a wl:onPage :page .
        :e wl:quote "大溪镇有6至8家泵企。" ; wl:inArticle :a .
        :f a wl:Observation ; wl:observed :town ; wl:indicator "泵企" ; wl:value 7 ; wl:lower 6 ; wl:upper 8 ;
           wl:unit "家" ; wl:modality "actual" ; wl:evidence :e .""",
        "utf-8",
    )
    export(open_store(graph), "csv", tmp_path / "tables")
    (figure,) = read_table(tmp_path / "tables" / "figures.csv")
    assert (figure["value"], figure["lower"], figure["upper"]) == ("7", "6", "8")


def test_a_date_has_its_source(folder: Path, tmp_path: Path) -> None:
    export(open_store(folder), "csv", tmp_path)
    for table in ("claims", "figures"):
        dated = [row for row in read_table(tmp_path / f"{table}.csv") if row["date"]]
        assert dated
        assert {row["dateSource"] for row in dated} == {"printed"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-甲", "'-甲"), (-5, "-5"), (None, ""), ("大溪镇", "大溪镇")],
)
def test_a_cell_is_never_a_formula(value: str | int | None, shown: str) -> None:
    assert cell(value) == shown


def test_an_unknown_format_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="gexf"):
        export(open_store(folder), "xlsx", tmp_path / "x")
