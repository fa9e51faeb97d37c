"""Static dossiers: who has one, what stands in it, and that they work from disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.conftest import Screen
from tests.views.sample import hostile, small
from wlgraph.views import write_dossiers
from wlgraph.views.dossiers import file_name

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


def test_a_dossier_tells_figures_claims_and_sentences(folder: Path) -> None:
    text = (folder / "dossiers" / file_name(BASE + "pump")).read_text("utf-8")
    for part in (
        "山前青禾泵业有限公司",
        "青禾泵业",
        "1.2亿元",
        "目标与预测",
        "董事长沈知远说",
        "据 沈知远",
        "约2021-05-06",
        "计划中",
    ):
        assert part in text
    assert f'href="{file_name(BASE + "motor")}"' in text
    assert f'href="{file_name(BASE + "boss")}"' not in text


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
