"""Paths and measures over a small invented county: two groups of firms that one official joins."""

from __future__ import annotations

import pytest

from wlgraph.api import Graph, load
from wlgraph.errors import GraphError, SettingsError

PREFIXES = """@prefix wl: <https://w3id.org/wlgraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix : <https://w3id.org/wlgraph/id/> .
"""
THINGS = {
    "a": ("Company", "海澜星泵业"), "b": ("Company", "山屿机电"), "c": ("Company", "晨钟鞋业"),
    "d": ("Company", "望岳水泵"), "north": ("IndustrialPark", "城北泵业园"), "south": ("IndustrialPark", "城南鞋业园"),
    "title": ("Recognition", "绿荫工厂"), "mayor": ("Official", "顾远舟"), "opening": ("Event", "泵业园开园仪式"),
    "fair": ("Event", "鞋业展"), "county": ("AdministrativeArea", "临溪县"), "writer": ("Person", "庄小满"),
}  # fmt: skip
CLAIMS = (
    ("a", "tenantOf", "north", "stated"),
    ("b", "tenantOf", "north", "stated"),
    ("c", "tenantOf", "south", "stated"),
    ("d", "tenantOf", "south", "planned"),
    ("a", "received", "title", "stated"),
    ("b", "received", "title", "stated"),
    ("north", "organizes", "opening", "stated"),
    ("south", "organizes", "fair", "stated"),
    ("mayor", "attended", "opening", "stated"),
    ("mayor", "attended", "fair", "stated"),
    ("d", "received", "title", "denied"),
    *((thing, "locatedIn", "county", "stated") for thing in ("a", "b", "c", "d")),
    ("north", "partOf", "county", "stated"),
)
TAKEN_BACK = ("c", "received", "title", "stated")
"""Stated once, and denied by a later page: the claim stands, the direct triple does not."""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    lines = [f':{iri} a wl:{leaf} ; skos:prefLabel "{name}"@zh .' for iri, (leaf, name) in THINGS.items()]
    for number, (subject, predicate, obj, modality) in enumerate((*CLAIMS, TAKEN_BACK)):
        lines.append(
            f":c{number} a wl:Claim ; rdf:subject :{subject} ; rdf:predicate wl:{predicate} ; rdf:object :{obj} ; "
            f'wl:modality "{modality}" ; wl:evidence :e{number} . '
            f':e{number} a wl:Evidence ; wl:quote "第{number}句。" ; wl:inArticle :article .'
        )
    lines += [f":{s} wl:{predicate} :{o} ." for s, predicate, o, modality in CLAIMS if modality == "stated"]
    lines.append(':article a wl:Article ; schema:headline "开园" ; wl:reporter :writer ; wl:mentions :a, :c .')
    path = tmp_path_factory.mktemp("county") / "county.ttl"
    path.write_text(PREFIXES + "\n".join(lines), "utf-8")
    return load(path)


def test_the_one_who_joins_two_groups_comes_first(county: Graph) -> None:
    rows = {row["name"]: row for row in county.connectors()}
    scores = [float(str(row["betweenness"])) for row in rows.values()]
    assert scores == sorted(scores, reverse=True)
    assert rows["顾远舟"]["ties"] == 2
    assert "晨钟鞋业" not in rows
    assert "临溪县" not in rows


@pytest.mark.parametrize(("option", "name"), [("containment", "临溪县"), ("bylines", "庄小满")])
def test_containment_and_bylines_count_only_when_asked_for(county: Graph, option: str, name: str) -> None:
    assert name not in {row["name"] for row in county.connectors()}
    assert name in {row["name"] for row in county.connectors(**{option: True})}


@pytest.mark.parametrize(
    ("kinds", "pairs"),
    [
        (("parks",), {("山屿机电", "海澜星泵业"): "城北泵业园"}),
        (("programmes",), {("山屿机电", "海澜星泵业"): "绿荫工厂"}),
        (("parks", "programmes"), {("山屿机电", "海澜星泵业"): "城北泵业园、绿荫工厂"}),
        (("officials",), {}),
    ],
)
def test_firms_share_what_stated_claims_tie_to_both(
    county: Graph, kinds: tuple[str, ...], pairs: dict[tuple[str, str], str]
) -> None:
    assert {(row["first"], row["second"]): row["things"] for row in county.shared(kinds)} == pairs


def test_planned_claims_count_only_when_asked_for(county: Graph) -> None:
    assert len(county.shared(("parks",))) == 1
    assert len(county.shared(("parks",), planned=True)) == 2


def test_what_too_many_firms_share_is_left_out(county: Graph) -> None:
    assert len(county.shared(("parks",), largest=1)) == 0


def test_firms_share_no_unknown_kind(county: Graph) -> None:
    with pytest.raises(SettingsError, match="parks, programmes, officials"):
        county.shared(("golf",))


def test_groups_hold_what_belongs_together(county: Graph) -> None:
    rows = list(county.groups())
    assert sum(row["size"] for row in rows) == 9  # type: ignore[misc]
    assert any("海澜星泵业" in str(row["leading"]) and "山屿机电" in str(row["leading"]) for row in rows)
    assert rows == list(county.groups())


def test_path_tells_each_claim_with_its_sentence(county: Graph) -> None:
    path = county.path("海澜星泵业", "晨钟鞋业")
    assert [(s.subject, s.predicate, s.object, s.quote) for s in path] == [
        ("海澜星泵业", "tenantOf", "城北泵业园", "第0句。"),
        ("城北泵业园", "organizes", "泵业园开园仪式", "第6句。"),
        ("顾远舟", "attended", "泵业园开园仪式", "第8句。"),
        ("顾远舟", "attended", "鞋业展", "第9句。"),
        ("城南鞋业园", "organizes", "鞋业展", "第7句。"),
        ("晨钟鞋业", "tenantOf", "城南鞋业园", "第2句。"),
    ]


@pytest.mark.parametrize(
    ("options", "steps"), [({}, 0), ({"planned": True}, 6), ({"containment": True}, 2)], ids=["held", "planned", "all"]
)
def test_path_walks_only_what_it_may(county: Graph, options: dict[str, bool], steps: int) -> None:
    assert len(county.path("海澜星泵业", "望岳水泵", **options)) == steps


def test_path_refuses_an_unknown_name(county: Graph) -> None:
    with pytest.raises(GraphError, match="nothing called"):
        county.path("海澜星泵业", "无此名")
