from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.api import load
from wlgraph.errors import GraphError


def test_to_networkx_carries_evidence(folder: Path) -> None:
    network = load(folder).to_networkx()
    edges = {data["predicate"]: data for _, _, data in network.edges(data=True)}
    assert edges["received"]["evidence"][0]["quote"].startswith("浙江海澜星泵业有限公司")
    assert edges["tenantOf"]["modality"] == "planned"
    assert edges["partOf"]["evidence"] == []


@pytest.mark.parametrize("name", ["海澜星", "浙江海澜星泵业有限公司", "https://w3id.org/wlgraph/id/e1"])
def test_entity_is_found_by_name_alias_and_iri(folder: Path, name: str) -> None:
    thing = load(folder).entity(name)
    assert thing.leaf == "Company"
    assert {claim["predicate"] for claim in thing.claims} == {"locatedIn", "received", "tenantOf"}
    assert thing.figures[0]["value"] == 200000000


@pytest.mark.parametrize("name", ["无此名", 'a" } #', "https://example.org/none"])
def test_entity_says_when_there_is_none(folder: Path, name: str) -> None:
    with pytest.raises(GraphError, match="nothing called"):
        load(folder).entity(name)


def test_to_rdflib_answers_like_the_store(folder: Path) -> None:
    graph = load(folder)
    question = "SELECT ?n WHERE { ?c a wl:Company ; skos:prefLabel ?n }"
    assert [str(row[0]) for row in graph.to_rdflib().query(question)] == [row["n"] for row in graph.query(question)]  # type: ignore[index]
