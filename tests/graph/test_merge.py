from __future__ import annotations

from pathlib import Path

import pytest

from tests.graph.test_measures import PREFIXES
from wlgraph.api import Graph, load
from wlgraph.errors import GraphError

PERSON = "<https://w3id.org/wlgraph/id/person/顾远舟-1>"
FIRM = "<https://w3id.org/wlgraph/id/organization/海澜星-1>"


def graph(path: Path, turtle: str) -> Graph:
    path.write_text(PREFIXES + turtle, "utf-8")
    return load(path)


def page(name: str, headline: str, mentions: str) -> str:
    return (
        f":page-{name} a wl:Page . :{name} a wl:Article ; schema:headline {headline!r} ; wl:onPage :page-{name} ; "
        f"wl:mentions {mentions} ."
    ).replace("'", '"')


def names(merged: Graph, leaf: str) -> list[object]:
    return [row["name"] for row in merged.query(f"SELECT ?name {{ ?s a wl:{leaf} ; skos:prefLabel ?name }}")]


def test_the_fuller_name_is_kept_and_the_first_class_stands(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.ttl", f'{FIRM} a wl:Company ; skos:prefLabel "海澜星"@zh .')
    two = graph(tmp_path / "b.ttl", f'{FIRM} a wl:Organization ; skos:prefLabel "浙江海澜星泵业"@zh .')
    merged = one.merge(two)
    thing = merged.entity("海澜星")
    assert (thing.name, thing.leaf, thing.aliases) == ("浙江海澜星泵业", "Company", ("海澜星",))
    assert len(one.store) < len(merged.store)


def test_a_class_of_ones_own_is_kept(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.ttl", f'{FIRM} a wl:Company ; skos:prefLabel "海澜星"@zh .')
    two = graph(tmp_path / "b.ttl", f"{FIRM} a <https://example.org/my#AwardedFirm> .")
    assert len(one.merge(two).query("SELECT ?f { ?f a <https://example.org/my#AwardedFirm> , wl:Company }")) == 1


@pytest.mark.parametrize(("second", "persons"), [("p1", 1), ("p2", 2)], ids=["one article", "two articles"])
def test_persons_of_one_name_stay_two_unless_an_article_says_otherwise(
    tmp_path: Path, second: str, persons: int
) -> None:
    person = f'{PERSON} a wl:Official ; skos:prefLabel "顾远舟"@zh .'
    one = graph(tmp_path / "a.ttl", person + page("p1", "开园", PERSON))
    two = graph(tmp_path / "b.ttl", person + page(second, "开园", PERSON))
    merged = one.merge(two)
    assert names(merged, "Official") == ["顾远舟"] * persons
    assert len(merged.query("SELECT ?a { ?a wl:possiblySame ?b }", asserted_only=True)) == persons - 1


def test_what_follows_is_made_anew(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.ttl", ":x a wl:Town ; wl:partOf :y . :y a wl:AdministrativeArea .")
    two = graph(tmp_path / "b.ttl", ":y a wl:AdministrativeArea ; wl:partOf :z . :z a wl:AdministrativeArea .")
    merged = one.merge(tmp_path / "b.ttl")
    assert len(two.query("SELECT ?s { ?s wl:partOf :z }".replace(":z", "id:z"))) == 1
    assert len(merged.query("SELECT ?s { ?s wl:partOf id:z }")) == 2


def test_a_comention_keeps_the_larger_count(tmp_path: Path) -> None:
    pair = ":m a wl:CoMention ; wl:between :x, :y ; wl:count"
    merged = graph(tmp_path / "a.ttl", f"{pair} 3 .").merge(graph(tmp_path / "b.ttl", f"{pair} 12 ."))
    assert [row["n"] for row in merged.query("SELECT ?n { ?m wl:count ?n }")] == [12]


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    one = graph(tmp_path / "a.ttl", page("p1", "开园", ":x"))
    two = graph(tmp_path / "b.ttl", page("p1", "闭园", ":x"))
    with pytest.raises(GraphError, match="page-p1"):
        one.merge(two)


def test_a_saved_graph_opens_again(folder: Path, tmp_path: Path) -> None:
    first = load(folder)
    merged = first.merge(folder)
    assert len(merged.store) == len(first.store)
    merged.save(tmp_path / "new" / "merged.ttl")
    assert (tmp_path / "new" / "merged.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()
    assert merged.view(tmp_path / "merged.html").things > 0
