"""The parts of a graph that a view can show: around a thing, of a page or an article, between two classes."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from tests.views.sample import small
from wlgraph.errors import SettingsError
from wlgraph.views import write_view
from wlgraph.views.cut import Cut, cut
from wlgraph.views.reading import Reader
from wlgraph.views.terms import read_terms

SECOND_PAGE = """
:page2 a wl:Page ; schema:identifier "p2.txt" ; schema:datePublished "2022-01-05"^^xsd:date ; wl:dateSource "printed" .
:article2 a wl:Article ; schema:headline "长汀电机厂扩建"@zh ; wl:onPage :page2 ; wl:mentions :motor, :town .
:c90 a wl:Claim ; rdf:subject :motor ; rdf:predicate wl:locatedIn ; rdf:object :town ; wl:evidence :e90 .
:e90 a wl:Evidence ; wl:quote "长汀电机厂在青禾镇扩建。" ; wl:start 0 ; wl:end 12 ; wl:inArticle :article2 .
"""


def shown(**wishes: str) -> Cut:
    store = ox.Store()
    store.load((small() + SECOND_PAGE).encode(), format=ox.RdfFormat.TURTLE)
    return cut(Reader(store).read(), read_terms(), **wishes)  # type: ignore[arg-type]


def claims(part: Cut) -> set[tuple[str, str, str]]:
    things = part.content.things
    return {(things[c.s].name, c.p, things[c.o].name) for c in part.content.claims}


@pytest.mark.parametrize("wish", ["p2.txt", "p2", "2022-01-05"])
def test_a_page_shows_what_it_says(wish: str) -> None:
    part = shown(page=wish)
    assert claims(part) == {("长汀电机厂", "locatedIn", "青禾镇")}
    assert [page.file for page in part.content.pages] == ["p2.txt"]
    assert [article.headline for article in part.content.articles] == ["长汀电机厂扩建"]


@pytest.mark.parametrize("wish", ["青禾泵业新厂投产", "新厂", "https://w3id.org/wlgraph/id/article"])
def test_an_article_shows_what_it_says(wish: str) -> None:
    part = shown(article=wish)
    assert ("长汀电机厂", "locatedIn", "青禾镇") not in claims(part)
    assert ("山前青禾泵业有限公司", "locatedIn", "青禾镇") in claims(part)
    assert part.names == ("青禾泵业新厂投产", "青禾泵业新厂投产")


@pytest.mark.parametrize("wish", ["Company,Town", "Town, Company", "企业，镇", "Organization,AdministrativeArea"])
def test_between_two_classes_in_either_direction(wish: str) -> None:
    company = {("长汀电机厂", "locatedIn", "青禾镇"), ("山前青禾泵业有限公司", "locatedIn", "青禾镇")}
    assert claims(shown(between=wish)) == company


def test_between_keeps_figures_and_sentences() -> None:
    part = shown(between="Company,Recognition")
    assert {figure.indicator for figure in part.content.figures} == {"年产值"}
    assert part.names == ("企业 — 荣誉与认定", "Company — Recognition")


@pytest.mark.parametrize(
    ("wishes", "says"),
    [
        ({"page": "p9"}, "no page 'p9'"),
        ({"article": "子虚"}, "No headline has '子虚'"),
        ({"between": "Company"}, "two classes"),
        ({"between": "Company,Ship"}, "No class is called 'Ship'"),
        ({"between": "Policy,Village"}, "No claim links"),
        ({"focus": "沈知远", "page": "p2"}, "only one of"),
    ],
)
def test_wishes_that_find_nothing_say_what_to_do(wishes: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=says):
        shown(**wishes)


@pytest.mark.parametrize(("option", "value"), [("kind", "pie"), ("lang", "fr")])
def test_unknown_kinds_and_languages_are_refused(tmp_path: Path, option: str, value: str) -> None:
    (tmp_path / "graph.ttl").write_text(small(), "utf-8")
    with pytest.raises(SettingsError, match=value):
        write_view(tmp_path / "graph.ttl", tmp_path / "view.html", **{option: value})  # type: ignore[arg-type]
