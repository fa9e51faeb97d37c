from __future__ import annotations

import pyoxigraph as ox

from wlgraph.graph.core import CLAIMS_OF_TRIPLE, take_core
from wlgraph.graph.query import select

HEAD = """@prefix wl: <https://w3id.org/wlgraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix : <https://w3id.org/wlgraph/id/> .
:p a wl:Page ; schema:identifier "p.txt" . :a a wl:Article ; wl:onPage :p ; wl:mentions :far , :town .
:town a wl:Town ; skos:prefLabel "大溪镇"@zh . :far a wl:Company ; skos:prefLabel "海澜星"@zh .
"""


def store(claims: int) -> ox.Store:
    """A town with five firms, each located there by so many claims of rising dates, and a firm that nothing speaks of."""
    text = HEAD
    for firm in range(5):
        text += f':f{firm} a wl:Company ; skos:prefLabel "第{firm}泵业"@zh .\n'
        for number in range(claims):
            text += (
                f":c{firm}-{number} a wl:Claim ; rdf:subject :f{firm} ; rdf:predicate wl:locatedIn ; "
                f'rdf:object :town ; wl:modality "stated" ; wl:asOf "202{number}-01-01" ; wl:evidence :e{firm} .\n'
            )
        text += f':e{firm} a wl:Evidence ; wl:quote "第{firm}泵业在大溪镇。" ; wl:inArticle :a .\n'
    made = ox.Store()
    made.load(text.encode(), format=ox.RdfFormat.TURTLE)
    return made


def test_the_core_holds_the_best_linked_things() -> None:
    core = take_core(store(2), 3)
    assert (core.things, core.of) == (3, 7)
    labels = {row["n"] for row in select(core.store, "SELECT ?n { ?s skos:prefLabel ?n }")}
    assert "大溪镇" in labels
    assert "海澜星" not in labels


def test_claims_of_the_core_keep_sentence_article_and_page() -> None:
    core = take_core(store(1), 6)
    rows = select(core.store, "SELECT ?f { ?c wl:evidence ?e . ?e wl:inArticle/wl:onPage/schema:identifier ?f }")
    assert [row["f"] for row in rows] == ["p.txt"] * 5


def test_of_many_claims_of_one_triple_the_newest_stand() -> None:
    core = take_core(store(4), 2)
    dates = sorted(str(row["d"]) for row in select(core.store, "SELECT ?d { ?c wl:asOf ?d }"))
    assert len(dates) == CLAIMS_OF_TRIPLE
    assert dates == ["2022-01-01", "2023-01-01"]


def test_an_article_of_the_core_mentions_only_what_is_there() -> None:
    core = take_core(store(1), 6)
    rows = select(core.store, "SELECT ?n { ?a wl:mentions ?n }")
    assert [str(row["n"]).rsplit("/", 1)[-1] for row in rows] == ["town"]
