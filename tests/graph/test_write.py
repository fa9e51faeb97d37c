from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from rdflib import RDF, Graph, Literal, URIRef
from rdflib import namespace as ns
from rdflib.namespace import SKOS

from tests.graph.corpus import BASE, PAGE_TEXT
from wlgraph.graph.namespace import WL
from wlgraph.graph.statements import is_current
from wlgraph.graph.store import GRAPH
from wlgraph.graph.write import write_graph
from wlgraph.model import CORRECTION, Claim, Resolution, Shard, Span, Stating

COMPANY = URIRef(f"{BASE}e1")


@pytest.fixture(scope="module")
def graph(folder: Path) -> Graph:
    return Graph().parse(folder / GRAPH)


def test_write_graph_gives_the_same_bytes_again(
    folder: Path, shard: Shard, resolution: Resolution, tmp_path: Path
) -> None:
    write_graph([shard], resolution, tmp_path / GRAPH)
    assert (tmp_path / GRAPH).read_bytes() == (folder / GRAPH).read_bytes()


def test_write_graph_uses_only_terms_of_the_ontology(graph: Graph) -> None:
    prefix = str(WL._NS)
    for triple in graph:
        for node in triple:
            if str(node).startswith(prefix):
                assert node in WL, node  # type: ignore[attr-defined]


@pytest.mark.parametrize(("predicate", "direct"), [(WL.locatedIn, True), (WL.received, True), (WL.tenantOf, False)])
def test_only_stated_claims_become_direct_triples(graph: Graph, predicate: URIRef, direct: bool) -> None:
    assert ((COMPANY, predicate, None) in graph) is direct
    assert list(graph.subjects(RDF.predicate, predicate)), "the claim itself is always there"


@pytest.mark.parametrize(("day", "direct"), [("2025-03-02", False), ("2025-03-01", False), ("2025-02-01", True)])
def test_a_later_correction_takes_a_direct_triple_back(
    shard: Shard, resolution: Resolution, tmp_path: Path, day: str, direct: bool
) -> None:
    denied = replace(shard.stating.claims[0], modality="denied", rule=CORRECTION)
    page = replace(shard.reading.page, name="p2.txt", date=day)
    notice = replace(
        shard, key="k2", reading=replace(shard.reading, page=page), stating=Stating(claims=(denied,), figures=())
    )
    known = resolution.entity_of | {key.replace("p1.", "p2."): iri for key, iri in resolution.entity_of.items()}
    write_graph([shard, notice], replace(resolution, entity_of=known), tmp_path / GRAPH)
    graph = Graph().parse(tmp_path / GRAPH)
    assert ((COMPANY, WL.locatedIn, None) in graph) is direct
    assert len(list(graph.subjects(RDF.predicate, WL.locatedIn))) == 2, "both claims are there"


def test_a_claim_whose_end_became_of_another_class_is_left_out(
    shard: Shard, resolution: Resolution, tmp_path: Path
) -> None:
    entities = tuple(replace(e, leaf="Product") if e.name == "大溪镇" else e for e in resolution.entities)
    write_graph([shard], replace(resolution, entities=entities), tmp_path / GRAPH)
    graph = Graph().parse(tmp_path / GRAPH)
    assert not list(graph.subjects(RDF.predicate, WL.locatedIn))
    assert list(graph.subjects(RDF.predicate, WL.received))


def test_a_broken_sentence_has_segments_that_spell_it(graph: Graph) -> None:
    claim = next(graph.subjects(RDF.predicate, WL.locatedIn))
    evidence = graph.value(claim, WL.evidence)
    pieces = sorted(
        (int(str(graph.value(s, WL.start))), int(str(graph.value(s, WL.end))))
        for s in graph.objects(evidence, WL.segment)
    )
    assert len(pieces) == 2
    spelled = "".join(PAGE_TEXT[a:b] for a, b in pieces).replace("\n", "")
    assert spelled == str(graph.value(evidence, WL.quote))


def test_a_whole_sentence_has_offsets(graph: Graph) -> None:
    claim = next(graph.subjects(RDF.predicate, WL.tenantOf))
    evidence = graph.value(claim, WL.evidence)
    start, end = int(str(graph.value(evidence, WL.start))), int(str(graph.value(evidence, WL.end)))
    assert PAGE_TEXT[start:end] == str(graph.value(evidence, WL.quote))


def test_a_target_stays_a_target(graph: Graph) -> None:
    figure = next(graph.subjects(RDF.type, WL.Observation))
    assert graph.value(figure, WL.modality) == Literal("target")
    assert str(graph.value(figure, WL.value)) == "200000000"


def test_what_is_said_twice_is_one_claim_with_both_sentences(
    shard: Shard, resolution: Resolution, tmp_path: Path
) -> None:
    first, _, planned = shard.stating.claims
    again = replace(first, sentence=planned.sentence, confidence=0.4, rule="weaker")
    figure = shard.stating.figures[0]
    stating = Stating(claims=(again, first), figures=(figure, replace(figure, sentence=first.sentence, confidence=0.2)))
    write_graph([replace(shard, stating=stating)], resolution, tmp_path / GRAPH)
    graph = Graph().parse(tmp_path / GRAPH)
    (claim,) = graph.subjects(RDF.predicate, WL.locatedIn)
    (observation,) = graph.subjects(RDF.type, WL.Observation)
    assert [str(c) for c in graph.objects(claim, WL.confidence)] == ["0.9"]
    assert [str(c) for c in graph.objects(observation, WL.confidence)] == ["1"]
    assert not list(graph.objects(claim, WL.rule))
    assert [len(list(graph.objects(node, WL.evidence))) for node in (claim, observation)] == [2, 2]


def test_containment_from_the_register_is_backed_by_it(graph: Graph) -> None:
    town = URIRef(f"{BASE}division/331081101")
    claim = next(c for c in graph.subjects(RDF.subject, town) if (c, RDF.predicate, WL.partOf) in graph)
    assert graph.value(claim, WL.rule) == Literal("register")


def test_names_are_labels_in_chinese(graph: Graph) -> None:
    assert graph.value(COMPANY, SKOS.prefLabel) == Literal("浙江海澜星泵业有限公司", lang="zh")
    assert graph.value(COMPANY, SKOS.altLabel) == Literal("海澜星", lang="zh")


@pytest.mark.parametrize(
    ("modality", "valid_to", "current"),
    [("stated", "", True), ("stated", "2030-01-01", True), ("stated", "2019-01-01", False), ("ended", "", False),
     ("planned", "", False), ("denied", "", False), ("proposed", "", False)],
)  # fmt: skip
def test_is_current(modality: str, valid_to: str, current: bool) -> None:
    claim = Claim(
        article="a1", subject="e1", predicate="holdsPostIn", object="e2", sentence=Span(0, 1),
        modality=modality, valid_to=valid_to,  # type: ignore[arg-type]
    )  # fmt: skip
    assert is_current(claim, "2025-03-01") is current


def test_the_graph_describes_itself(graph: Graph) -> None:
    dataset = URIRef(f"{BASE}dataset")
    assert set(graph.objects(dataset, RDF.type)) == {ns.VOID.Dataset, ns.DCAT.Dataset}
    assert graph.value(dataset, ns.VOID.documents) == Literal(1)
    assert str(graph.value(dataset, ns.SDO.temporalCoverage)) == "2025-03-01/2025-03-01"
