"""The timeline page in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.conftest import DESKTOP, PHONE, Screen
from tests.views.sample import HOSTILE, hostile, small
from wlgraph.views import write_view

LATER = """
:page2 a wl:Page ; schema:identifier "p2.txt" ; schema:datePublished "2023-01-05"^^xsd:date ; wl:dateSource "printed" .
:article2 a wl:Article ; schema:headline "长汀电机厂扩建"@zh ; wl:onPage :page2 .
:c90 a wl:Claim ; rdf:subject :motor ; rdf:predicate wl:locatedIn ; rdf:object :town ; wl:validFrom "2022-11-03" ;
  wl:evidence :e90 .
:e90 a wl:Evidence ; wl:quote "去年11月3日，长汀电机厂迁到青禾镇。" ; wl:inArticle :article2 .
"""
TIMES = "return [...document.querySelectorAll('.day')].map((day) => day.dataset.date)"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timeline")
    (folder / "graph.ttl").write_text(small() + LATER, "utf-8")
    write_view(folder / "graph.ttl", folder / "view.html", kind="timeline")
    return folder / "view.html"


def test_days_stand_in_order_and_can_be_turned_round(page: Path, screen: Screen) -> None:
    screen.open(page)
    assert screen.run(TIMES) == ["2021-05-06", "2023-01-05"]
    screen.click("由旧到新")
    assert screen.run(TIMES) == ["2023-01-05", "2021-05-06"]
    assert "order=newest" in screen.run("return location.hash")


def test_a_moment_has_its_sentence_and_source_and_an_inferred_day_is_about(page: Path, screen: Screen) -> None:
    screen.open(page)
    text = screen.run("return document.getElementById('moments').textContent")
    for part in (
        "约5月6日",
        "1月5日",
        "市长陆明舟出席山前泵展。",
        "青禾泵业新厂投产",
        "据 沈知远",
        "职务：董事长",
        "计划中",
    ):
        assert part in text
    assert "约1月5日" not in text


def test_the_day_of_the_event_counts_on_demand(page: Path, screen: Screen) -> None:
    screen.open(page, fragment="#dated=event")
    days = screen.run(TIMES)
    assert "2022-11-03" in days
    assert {"2019", "2020", "2021"} <= set(days)


def test_events_figures_and_targets_are_told_apart(page: Path, screen: Screen) -> None:
    screen.open(page)
    kinds = screen.run(
        "return [...document.querySelectorAll('.moment')].map((m) => [m.className, m.querySelector('blockquote p').textContent])"
    )
    found = {sentence: kind.removeprefix("moment").strip() for kind, sentence in kinds}
    assert found["市长陆明舟出席山前泵展。"] == "has-event"
    assert found["2019年产值1.2亿元。"] == "has-figure"
    assert found["今年目标2亿元。"] == "has-plan"
    assert found["青禾泵业与长汀电机厂合作。"] == ""
    circles = screen.run("return [...document.querySelectorAll('#series circle')].map((c) => c.getAttribute('class'))")
    assert circles == ["point", "point", "planned"]


def test_a_name_can_be_chosen_and_stands_in_the_address(page: Path, screen: Screen) -> None:
    screen.open(page)
    screen.type("search", "ctdj")
    screen.press("search", "Enter")
    sentences = screen.run("return [...document.querySelectorAll('blockquote p')].map((p) => p.textContent)")
    assert sentences == ["青禾泵业与长汀电机厂合作。", "去年11月3日，长汀电机厂迁到青禾镇。"]
    fragment = screen.run("return location.hash")
    screen.open(page, fragment=fragment)
    assert screen.run("return document.querySelector('.chip').textContent").startswith("长汀电机厂")
    screen.press("moments", "Escape")
    assert len(screen.run("return wlgraphView.moments()")) > 5


def test_the_window_moves_by_keys(page: Path, screen: Screen) -> None:
    screen.open(page)
    screen.press("window-to", "Home")
    assert screen.run(TIMES) == ["2021-05-06"]
    assert screen.run("return document.activeElement.id") in ("window-to", "")
    screen.press("window-to", "End")
    screen.press("window-from", "End")
    assert screen.run(TIMES) == ["2023-01-05"]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("fragment", ["#lang=zh&theme=light", "#lang=en&theme=dark"])
def test_it_fits_the_screen_and_is_alone(page: Path, screen: Screen, size: tuple[int, int], fragment: str) -> None:
    screen.open(page, size, fragment)
    assert screen.complaints() == []
    assert [url for url in screen.requests() if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
    assert screen.run("return document.documentElement.scrollWidth <= innerWidth")
    small_print = screen.run(
        "return [...document.querySelectorAll('body *')].filter((e) => e.offsetWidth && e.textContent.trim())"
        ".map((e) => parseFloat(getComputedStyle(e).fontSize)).sort((a, b) => a - b)[0]"
    )
    assert small_print >= 11.9


def test_hostile_names_stay_text(tmp_path: Path, screen: Screen) -> None:
    (tmp_path / "graph.ttl").write_text(hostile(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html", kind="timeline", title=HOSTILE[1])
    screen.open(tmp_path / "view.html", PHONE)
    text = screen.run("return document.body.textContent")
    assert all(name in text for name in HOSTILE)
    assert screen.run("return document.title") == HOSTILE[1]
    assert screen.run("return window.broken") is None
    assert screen.run("return document.images.length") == 0
    assert screen.run("return document.documentElement.scrollWidth <= innerWidth")
    assert screen.complaints() == []
