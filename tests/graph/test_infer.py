from __future__ import annotations

import pyoxigraph as ox
import pytest

from wlgraph.graph.infer import inferred_triples
from wlgraph.graph.ontology import ontology_dir
from wlgraph.graph.store import ONTOLOGY_GRAPH

WL = "https://w3id.org/wlgraph/ontology#"
PREFIXES = f"@prefix : <https://example.org/> . @prefix wl: <{WL}> .\n"


def inferred(turtle: str) -> set[tuple[str, str, str]]:
    """What follows, with local names."""
    store = ox.Store()
    store.load(path=str(ontology_dir() / "wlgraph.ttl"), format=ox.RdfFormat.TURTLE, to_graph=ONTOLOGY_GRAPH)
    store.load(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)
    return {
        (_local(t.subject.value), _local(t.predicate.value), _local(t.object.value))
        for t in inferred_triples(store)
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode | ox.Literal)
    }


def _local(value: str) -> str:
    return value.removeprefix(WL).removeprefix("https://example.org/")


@pytest.mark.parametrize(
    ("said", "follows"),
    [
        (":a a wl:Company .", ("a", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "Organization")),
        (":a wl:tenantOf :b .", ("a", "locatedIn", "b")),
        (":a wl:cooperatesWith :b .", ("b", "cooperatesWith", "a")),
        (":a wl:locatedIn :b . :b wl:partOf :c . :c a wl:Town .", ("a", "locatedIn", "c")),
    ],
)
def test_follows(said: str, follows: tuple[str, str, str]) -> None:
    assert follows in inferred(said)


def figure(
    name: str, value: str, *, modality: str = "actual", period: str = "2024", unit: str = "元", article: str = ""
) -> str:
    return (
        f':{name} a wl:Observation ; wl:observed :park ; wl:indicator "产值" ; wl:value {value} ; wl:unit "{unit}" ;'
        f' wl:period "{period}" ; wl:modality "{modality}" ; wl:evidence :said_{name} .\n'
        f":said_{name} wl:inArticle :{article or name}_news .\n"
    )


@pytest.mark.parametrize(
    ("other", "contested"),
    [
        (figure("b", "5.0"), {"a", "b"}),
        (figure("b", "3.0"), set()),
        (figure("b", "5.0", period="2023"), set()),
        (figure("b", "5.0", unit="亩"), set()),
        (figure("b", "5.0", modality="target"), set()),
        (figure("b", "5.0", modality="target") + figure("c", "4.0"), {"a", "c"}),
        (figure("b", "5.0", article="a"), set()),
        (figure("b", "5.0", article="a") + figure("c", "3.0"), set()),
    ],
    ids=[
        "other-value",
        "same-value",
        "other-period",
        "other-unit",
        "a-target",
        "a-target-beside",
        "one-article",
        "one-article-says-both",
    ],
)
def test_figures_are_contested_where_another_of_the_same_kind_says_otherwise(other: str, contested: set[str]) -> None:
    found = inferred(figure("a", "3.0") + other)
    assert {s for s, p, o in found if p == "contested" and o == "true"} == contested
    assert {s: o for s, p, o in found if p == "dispute"} == dict.fromkeys(contested, "a")


@pytest.mark.parametrize(
    ("other", "comparable"),
    [
        (figure("b", "5.0", modality="target", period="2026"), {"a", "b"}),
        (figure("b", "5.0", modality="target").replace("产值", "年产值"), {"a", "b"}),
        (figure("b", "5.0", modality="target").replace("产值", "产量"), set()),
        (figure("b", "5.0", modality="target", unit="亩"), set()),
        (figure("b", "5.0", modality="target").replace(":park", ":town"), set()),
        (figure("b", "5.0"), set()),
        (figure("b", "5.0", modality="forecast"), set()),
    ],
    ids=["a-target", "longer-indicator", "other-indicator", "other-unit", "other-thing", "no-target", "a-forecast"],
)
def test_a_target_and_an_actual_figure_of_one_thing_and_like_indicators_are_comparable(
    other: str, comparable: set[str]
) -> None:
    found = inferred(figure("a", "3.0") + other)
    assert {s for s, p, o in found if p == "comparable" and o == "true"} == comparable
