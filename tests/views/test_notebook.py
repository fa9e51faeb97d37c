"""What a notebook shows of a graph, an answer and a view: run by nbclient, then looked at in a browser."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.views.conftest import Screen
from tests.views.sample import HOSTILE, hostile, small

CELLS = (
    "import wlgraph; graph = wlgraph.load('graph.ttl'); graph",
    "graph.query('SELECT ?n ?t WHERE { ?c a wl:Company ; skos:prefLabel ?n OPTIONAL { ?c wl:isNot ?t } } ORDER BY ?n')",
    "graph.view('view.html', focus='青禾泵业', hops=1)",
)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("notebook")
    (folder / "graph.ttl").write_text(small(), "utf-8")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return ["".join(cell.outputs[0].data["text/html"]) for cell in notebook.cells]


def show(screen: Screen, html: str, folder: Path) -> None:
    page = folder / "cell.html"
    page.write_text(f"<!DOCTYPE html><meta charset='utf-8'><body>{html}</body>", "utf-8")
    screen.driver.get(page.as_uri())


@pytest.mark.parametrize("number", [0, 2], ids=["graph", "view"])
def test_the_page_runs_in_a_frame_with_scripts_shut_in(
    outputs: list[str], number: int, screen: Screen, tmp_path: Path
) -> None:
    show(screen, outputs[number], tmp_path)
    screen.driver.switch_to.frame(screen.driver.find_element("tag name", "iframe"))
    screen.wait("document.documentElement.dataset.ready === 'yes'", 20)
    assert len(screen.run("return wlgraphView.shown().nodes")) >= 6
    screen.choose("山前青禾泵业有限公司")
    assert "董事长沈知远说" in screen.panel()
    assert screen.run("try { return parent.document.title } catch { return 'shut' }") == "shut"
    screen.driver.switch_to.default_content()
    assert screen.complaints() == []


def test_without_the_frame_a_still_picture_is_left(outputs: list[str], screen: Screen, tmp_path: Path) -> None:
    show(screen, re.sub(r"<iframe.*?</iframe>", "", outputs[0], flags=re.DOTALL), tmp_path)
    screen.run("document.querySelector('details').open = true")
    screen.wait("document.images[0].complete && document.images[0].naturalWidth === 960")
    svg = base64.b64decode(str(re.findall(r"base64,([^\"]+)\"></details>", outputs[0])[0])).decode()
    assert "山前青禾泵业有限公司" in svg
    assert "周亦然" not in svg


def test_an_answer_is_a_table(outputs: list[str], screen: Screen, tmp_path: Path) -> None:
    show(screen, outputs[1], tmp_path)
    cells = screen.run("return [...document.querySelectorAll('th, td')].map((e) => e.textContent)")
    assert cells == ["n", "t", "山前青禾泵业有限公司", "", "长汀电机厂", ""]


def test_hostile_names_stay_text_in_notebooks(screen: Screen, tmp_path: Path) -> None:
    from wlgraph.api import load

    (tmp_path / "graph.ttl").write_text(hostile(), "utf-8")
    graph = load(tmp_path / "graph.ttl")
    answer = graph.query("SELECT ?n WHERE { ?c a wl:Company ; skos:prefLabel ?n }")
    show(screen, graph._repr_html_() + answer._repr_html_(), tmp_path)
    assert set(screen.run("return [...document.querySelectorAll('td')].map((e) => e.textContent)")) == set(HOSTILE)
    assert screen.run("return document.images.length") == 1
    assert screen.run("return window.broken") is None
