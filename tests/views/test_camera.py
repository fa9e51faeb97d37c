"""What is chosen or shown stands in the part of the screen that the panel leaves free, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.views.conftest import DESKTOP, PHONE, Screen

Pages = Callable[[str], Path]
NARROW = (900, 700)
SIZES = pytest.mark.parametrize("size", [DESKTOP, NARROW, PHONE], ids=["desktop", "narrow", "phone"])
HIDDEN = """((ids) => {
  const stage = document.getElementById('stage').getBoundingClientRect();
  const panel = document.getElementById('panel');
  const cover = panel.hidden ? null : panel.getBoundingClientRect();
  return ids.filter((id) => {
    const { x, y } = wlgraphView.spotOf(id);
    const under = cover && x + stage.x > cover.left && y + stage.y > cover.top;
    return under || x < 0 || y < 0 || x > stage.width || y > stage.height;
  });
})"""
SHOWN = "wlgraphView.shown().nodes"
FIRST = "return wlgraphView.shown().nodes.sort((a, b) => {0}).slice(0, 4)"
RIGHTMOST = FIRST.format("wlgraphView.spotOf(b).x - wlgraphView.spotOf(a).x")
LOWEST = FIRST.format("wlgraphView.spotOf(b).y - wlgraphView.spotOf(a).y")
BEST_LINKED = FIRST.format("wlgraphView.scene.shown.get(b).weight - wlgraphView.scene.shown.get(a).weight")


def stands(screen: Screen, ids: str) -> None:
    """Wait until every one of some nodes is to be seen."""
    screen.wait(f"{HIDDEN}({ids}).length === 0")


@SIZES
@pytest.mark.parametrize("name", ["small", "seeds"])
def test_what_is_chosen_stands_beside_the_panel_with_its_own(
    screen: Screen, pages: Pages, name: str, size: tuple[int, int]
) -> None:
    screen.open(pages(name), size)
    for node in [*screen.run(RIGHTMOST), *screen.run(LOWEST), *screen.run(BEST_LINKED)]:
        screen.run("wlgraphView.choose(arguments[0], null)", node)
        stands(screen, "[...wlgraphView.scene.lit]")


@SIZES
def test_the_whole_picture_gives_way_to_a_list_and_comes_back(
    screen: Screen, pages: Pages, size: tuple[int, int]
) -> None:
    screen.open(pages("seeds"), size)
    for press in ("谁连接各方", "找关系"):
        screen.click(press)
        stands(screen, SHOWN)
    scale = screen.run("return wlgraphView.scene.network.getScale()")
    screen.press("canvas", "Escape")
    screen.wait(f"wlgraphView.scene.network.getScale() > {scale * 1.05}")
    stands(screen, SHOWN)


def test_whoever_has_come_near_stays_near(screen: Screen, pages: Pages) -> None:
    screen.open(pages("seeds"))
    for _ in range(5):
        screen.run("document.getElementById('zoom-in').click()")
        screen.wait("true")
    hub = screen.run(BEST_LINKED)[0]
    before = screen.run("return wlgraphView.scene.network.getScale()")
    screen.run("wlgraphView.choose(arguments[0], null)", hub)
    stands(screen, f"[{hub}]")
    assert screen.run("return wlgraphView.scene.network.getScale()") == pytest.approx(before, rel=0.4)


def test_a_turned_screen_shows_the_whole_again(screen: Screen, pages: Pages) -> None:
    screen.open(pages("seeds"))
    metrics = {"width": 700, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    screen.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    stands(screen, SHOWN)
