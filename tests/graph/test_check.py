from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import SH

from tests.graph.corpus import PAGE_TEXT
from wlgraph.claims.relations.signature import SIGNATURES
from wlgraph.graph.check import faults
from wlgraph.graph.ends import fits
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.sieve import suspects
from wlgraph.graph.store import GRAPH, open_store
from wlgraph.model import Predicate


def test_a_built_graph_is_sound(folder: Path) -> None:
    assert faults(folder, {"p1.txt": PAGE_TEXT}) == []


def test_a_moved_page_text_is_noticed(folder: Path) -> None:
    found = faults(folder, {"p1.txt": "。" + PAGE_TEXT})
    assert found
    assert all("offsets" in fault for fault in found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("a wl:Town", "a wl:Town, wl:Company", "exactly one leaf class"),
        ('wl:modality "target"', 'wl:modality "maybe"', "actual, a target or a forecast"),
        ('wl:modality "planned"', 'wl:modality "perhaps"', "stated, planned"),
        ("wl:quote", "wl:saidBy", "quotes one sentence"),
        ("rdf:predicate wl:received", "rdf:predicate wl:develops", "No stated claim backs"),
        ("a wl:Town", "a wl:Product", "the object of locatedIn cannot be of the class Product (大溪镇)"),
        ("a wl:Company", "a wl:Event", "the subject of tenantOf cannot be of the class Event (浙江海澜星泵业有限公司)"),
    ],
)
def test_a_wrong_graph_fails_in_words(folder: Path, tmp_path: Path, old: str, new: str, said: str) -> None:
    turtle = (folder / GRAPH).read_text("utf-8")
    assert old in turtle
    (tmp_path / GRAPH).write_text(turtle.replace(old, new), "utf-8")
    assert any(said in fault for fault in faults(tmp_path))


@pytest.mark.parametrize("predicate", SIGNATURES)
def test_the_ontology_lets_predicates_join_what_extraction_joins(predicate: Predicate) -> None:
    refused = [(s, o) for ends in SIGNATURES[predicate] for s, o in product(*ends) if not fits(s, predicate, o)]
    assert refused == []
    assert not fits("Event", predicate, "Person")


def test_a_class_of_one_s_own_beside_the_leaf_class_is_no_fault(folder: Path, tmp_path: Path) -> None:
    turtle = (folder / GRAPH).read_text("utf-8")
    (tmp_path / GRAPH).write_text(turtle.replace("a wl:Town", "a wl:Town, <https://example.org/my#Seat>"), "utf-8")
    assert faults(tmp_path) == []


MUTATIONS = [
    ("a wl:Town", "a wl:Town, wl:Company"),
    ("a wl:Town", "a wl:Place"),
    ('skos:prefLabel "大溪镇"@zh', 'skos:prefLabel "大溪镇"@en'),
    ('skos:prefLabel "大溪镇"@zh', 'skos:prefLabel ""@zh'),
    ('skos:prefLabel "大溪镇"@zh', 'skos:prefLabel "大溪镇"@zh, "大溪"@zh'),
    ('wl:dateSource "printed"', 'wl:dateSource "guessed"'),
    ('schema:identifier "p1.txt"', 'schema:identifier "p1.txt", "p2.txt"'),
    ('wl:modality "target"', "wl:modality 5"),
    ('wl:modality "planned"', 'wl:modality "perhaps"'),
    ("wl:confidence 0.9", "wl:confidence 1.9"),
    ("wl:confidence 0.9", 'wl:confidence "high"'),
    ('"200000000"^^xsd:decimal', '"much"'),
    ("rdf:predicate wl:received", "rdf:predicate wl:mentions"),
    ("rdf:predicate wl:received", "rdf:predicate wl:received, wl:develops"),
    ('wl:rule "register"', 'wl:rule "none"'),
    ("wl:quote", "wl:role"),
    ("wl:onPage", "wl:home"),
    ("wl:start", "wl:count"),
    ('wl:unit "元"', 'wl:year "元"'),
    ("a wl:Segment", "a wl:Register"),
    ("a wl:Article ;", "a wl:Article ; wl:continuesIn page:p1.txt, page:p2.txt ;"),
]


@pytest.mark.parametrize(("old", "new"), MUTATIONS)
def test_the_sieve_lets_no_fault_through(folder: Path, tmp_path: Path, old: str, new: str) -> None:
    turtle = (folder / GRAPH).read_text("utf-8")
    assert old in turtle
    (tmp_path / GRAPH).write_text(turtle.replace(old, new), "utf-8")
    graph, shapes = Graph().parse(tmp_path / GRAPH), Graph().parse(ontology_dir() / "shapes.ttl")
    conforms, report, _ = validate(graph, shacl_graph=shapes)
    assert not conforms
    assert isinstance(report, Graph)
    at_fault = {str(node) for node in report.objects(None, SH.focusNode)}
    held_back = {node.value for node in suspects(open_store(tmp_path), shapes)}
    assert held_back == at_fault
    assert {fault.partition(": ")[0] for fault in faults(tmp_path) if fault.startswith("http")} == at_fault
