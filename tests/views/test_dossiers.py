"""Static dossiers: who has one, what stands in it, and that they work from disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.views.conftest import Screen
from tests.views.sample import hostile, small
from wlgraph.views import write_dossiers
from wlgraph.views.dossiers import file_name
from wlgraph.views.units import english_unit

BASE = "https://w3id.org/wlgraph/id/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dossiers")
    (out / "graph.ttl").write_text(small(), "utf-8")
    report = write_dossiers(out / "graph.ttl", out)
    assert report.dossiers == 5
    return out


@pytest.mark.parametrize(
    ("key", "exists"),
    [
        ("pump", True),
        ("motor", True),
        ("mayor", True),
        ("town", True),
        ("prize", True),
        ("boss", False),
        ("fair", False),
    ],
)
def test_who_has_a_dossier(folder: Path, key: str, exists: bool) -> None:
    assert (folder / "dossiers" / file_name(BASE + key)).exists() is exists


def test_the_index_marks_inferred_days(folder: Path) -> None:
    assert "约2021-05-06" in (folder / "index.html").read_text("utf-8")


def test_a_dossier_tells_figures_claims_and_sentences(folder: Path) -> None:
    text = (folder / "dossiers" / file_name(BASE + "pump")).read_text("utf-8")
    for part in (
        "山前青禾泵业有限公司",
        "青禾泵业",
        "1.2亿元",
        "目标与预测",
        "2亿元（目标）",
        "所在地",
        "董事长沈知远说",
        "据 沈知远",
        "约2021-05-06",
        "计划中",
    ):
        assert part in text
    assert f'href="{file_name(BASE + "motor")}"' in text
    assert f'href="{file_name(BASE + "boss")}"' not in text


def test_a_dossier_draws_figures_over_time_and_targets_apart(folder: Path, screen: Screen) -> None:
    screen.driver.get((folder / "dossiers" / file_name(BASE + "pump")).as_uri())
    classes = screen.run("return [...document.querySelectorAll('.chart circle')].map((c) => c.getAttribute('class'))")
    assert classes == ["point", "point", "planned"]
    tables = screen.run("return [...document.querySelectorAll('table')].map((t) => t.innerText)")
    assert [("1.2亿元" in table, "2021" in table) for table in tables] == [(True, False), (False, True)]


def test_a_dossier_draws_its_neighbours_and_leads_to_theirs(folder: Path, screen: Screen) -> None:
    screen.driver.get((folder / "dossiers" / file_name(BASE + "pump")).as_uri())
    words = screen.run("return [...document.querySelectorAll('.tree text')].map((t) => t.textContent)")
    assert {"长汀电机厂", "青禾深井泵", "沈知远", "生产", "← 任职于"} <= set(words)
    sizes = screen.run(
        "return [...document.querySelectorAll('.tree text')].map((t) => t.getBoundingClientRect().width)"
    )
    assert max(sizes) <= 175
    screen.run("document.querySelector('.tree a').dispatchEvent(new MouseEvent('click'))")
    screen.wait("!document.querySelector('h1').textContent.includes('青禾泵业')")
    assert screen.complaints() == []


def test_every_link_leads_to_a_page(folder: Path) -> None:
    pages = [folder / "index.html", *(folder / "dossiers").iterdir()]
    assert len(pages) > 1
    for page in pages:
        for target in re.findall(r'href="([^"]+)"', page.read_text("utf-8")):
            assert (page.parent / target).exists(), (page.name, target)


def test_index_goes_by_class_and_by_place(folder: Path) -> None:
    text = (folder / "index.html").read_text("utf-8")
    by_place = text[text.index("按地域") :]
    town = by_place[by_place.index("青禾镇") : by_place.index("</details>")]
    assert "山前青禾泵业有限公司" in town
    assert "长汀电机厂" in by_place[by_place.index("未注明地域") :]


def test_private_persons_have_dossiers_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(small(), "utf-8")
    assert write_dossiers(tmp_path / "graph.ttl", tmp_path, persons=True).dossiers == 6
    assert "沈知远" in (tmp_path / "index.html").read_text("utf-8")


def test_index_names_no_private_person(folder: Path) -> None:
    text = (folder / "index.html").read_text("utf-8")
    assert "陆明舟" in text
    assert "沈知远" not in text
    assert "周亦然" not in text


def test_index_searches_and_leads_to_a_dossier(folder: Path, screen: Screen) -> None:
    screen.driver.get((folder / "index.html").as_uri())
    screen.type("search", "qhby")
    assert screen.run("return document.querySelector('#hits a').textContent") == "山前青禾泵业有限公司"
    screen.run("document.querySelector('#hits a').click()")
    screen.wait("document.querySelector('h1').textContent.includes('青禾泵业')")
    assert screen.complaints() == []


def test_hostile_names_stay_text(tmp_path: Path, screen: Screen) -> None:
    (tmp_path / "graph.ttl").write_text(hostile(), "utf-8")
    write_dossiers(tmp_path / "graph.ttl", tmp_path)
    for page in (tmp_path / "index.html", *sorted((tmp_path / "dossiers").iterdir())):
        screen.driver.get(page.as_uri())
        assert screen.run("return window.broken") is None
        assert screen.run("return document.images.length") == 0
        assert screen.complaints() == []


def test_amounts_in_english_have_english_units(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(small(), "utf-8")
    write_dossiers(tmp_path / "graph.ttl", tmp_path, lang="en")
    text = (tmp_path / "dossiers" / file_name(BASE + "pump")).read_text("utf-8")
    assert "120m yuan" in text
    assert "200m yuan (target)" in text
    assert "亿元</td>" not in text


@pytest.mark.parametrize(
    ("unit", "english"), [("元", " yuan"), ("家", ""), ("%", "%"), ("千瓦时", " kWh"), ("担", " 担"), ("", "")]
)
def test_units(unit: str, english: str) -> None:
    assert english_unit(unit) == english
