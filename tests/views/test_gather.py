"""What a filter leaves is drawn together, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.conftest import DESKTOP, PHONE, Screen
from tests.views.sample import Sample, crowd
from wlgraph.views import write_view

GAPS = """
const spots = wlgraphView.shown().nodes.map((id) => wlgraphView.spotOf(id));
const widest = (key) => {
  const at = spots.map((spot) => spot[key]).sort((a, b) => a - b);
  return Math.max(...at.slice(1).map((place, n) => place - at[n])) / (at[at.length - 1] - at[0]);
};
return [spots.length, widest('x'), widest('y')];
"""
"""How many nodes are shown, and the widest empty stripe between them as a share of the picture."""


@pytest.fixture(scope="module")
def island_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight rings of ten firms, each told by an article of its own but for one claim of the first ring, told by the last."""
    s = Sample()
    for number in range(80):
        s.thing(f"n{number}", "Company", f"第{number}厂")
    for number in range(80):
        ring = number - number % 10
        s.claim(f"n{number}", "cooperatesWith", f"n{ring + (number + 1) % 10}", f"第{number}句。")
    text = s.turtle()
    for number in range(80):
        told_by = 7 if number == 0 else number // 10
        text = text.replace(f":e{number + 1} a wl:Evidence", f":e{number + 1} a wl:Evidence ; wl:inArticle :y{told_by}")
    text = text.replace("; wl:inArticle :article .", ".")
    text += "".join(f':y{n} a wl:Article ; schema:headline "第{n}篇"@zh ; wl:onPage :page .\n' for n in range(8))
    folder = tmp_path_factory.mktemp("islands")
    (folder / "graph.ttl").write_text(text, "utf-8")
    write_view(folder / "graph.ttl", folder / "view.html")
    return folder / "view.html"


def choose_article(screen: Screen, headline: str) -> None:
    screen.run(
        "const s = [...document.querySelectorAll('#part-page select')][1];"
        "s.value = [...s.options].find((o) => o.text === arguments[0]).value; s.dispatchEvent(new Event('change'));",
        headline,
    )


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_what_an_article_tells_stands_together(screen: Screen, island_page: Path, size: tuple[int, int]) -> None:
    screen.open(island_page, size)
    choose_article(screen, "第7篇")
    nodes, across, down = screen.run(GAPS)
    assert nodes == 12
    assert max(across, down) < 0.4
    fragment = screen.run("return location.hash")
    screen.open(island_page, size, fragment)
    assert screen.run(GAPS) == pytest.approx([nodes, across, down], rel=0.02)


def test_all_stand_as_before_when_the_filter_is_gone(screen: Screen, island_page: Path) -> None:
    screen.open(island_page)
    before = screen.run(GAPS)
    choose_article(screen, "第7篇")
    choose_article(screen, "全部报道")
    assert screen.run(GAPS) == pytest.approx(before, rel=0.02)


def test_a_name_beyond_the_filter_comes_near(screen: Screen, island_page: Path) -> None:
    screen.open(island_page)
    choose_article(screen, "第7篇")
    screen.type("search", "第35厂")
    screen.press("search", "Enter")
    screen.wait("wlgraphView.shown().nodes.length === 13")
    screen.click("×", "#panel")
    screen.run("document.getElementById('zoom-fit').click()")
    screen.wait("wlgraphView.scene.network.getScale() > 0.4")


def test_a_large_graph_unfolds_what_an_article_tells(screen: Screen, tmp_path: Path) -> None:
    text = crowd(2000)
    for number in (7, 9):
        start = text.index(f":e{number} a wl:Evidence")
        text = text[:start] + text[start:].replace(":article .", ":y .", 1)
    text += ':y a wl:Article ; schema:headline "另一篇"@zh ; wl:onPage :page .\n'
    (tmp_path / "graph.ttl").write_text(text, "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    choose_article(screen, "另一篇")
    shown = screen.run("return wlgraphView.shown().nodes")
    assert [type(node) for node in shown] == [int] * len(shown)
    assert 2 < len(shown) < 5
