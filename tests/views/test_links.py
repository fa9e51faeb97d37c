"""What a link, a key or a printer brings up, in a real browser."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from tests.views.conftest import DESKTOP, PHONE, Screen
from tests.views.sample import Sample
from tests.views.test_camera import stands
from tests.views.test_page import open_path, shown
from wlgraph.views import write_view

Pages = Callable[[str], Path]
SCALE = "return wlgraphView.scene.network.getScale()"
HASH = "return location.hash"
FOCUSED = "return document.activeElement.id"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_link_to_something_chosen_shows_it_near(screen: Screen, pages: Pages, size: tuple[int, int]) -> None:
    screen.open(pages("seeds"), size)
    screen.choose("泽国镇")
    thing = screen.run(HASH)
    screen.run("document.querySelector('#panel .relation').click()")
    relation = screen.run(HASH)
    assert "node=" in thing
    assert "edge=" in relation
    for link in (thing, relation):
        screen.open(pages("seeds"), size, link)
        stands(screen, "[...wlgraphView.scene.lit]")
        near = screen.run(SCALE)
        screen.run("document.getElementById('zoom-fit').click()")
        screen.wait(f"wlgraphView.scene.network.getScale() * 1.3 < {near}")


def test_a_link_to_a_route_opens_with_its_sentences(screen: Screen, pages: Pages) -> None:
    screen.open(pages("thousand"))
    things = "JSON.parse(document.getElementById('data').textContent).content.things"
    open_path(screen, *screen.run(f"const t = {things}; return [t[3].name, t[200].name]"))
    first = shown(screen)
    screen.run("document.querySelectorAll('.found .route')[1].click()")
    second, link = shown(screen), screen.run(HASH)
    assert second != first
    screen.open(pages("thousand"), fragment=link)
    assert shown(screen) == second
    assert "路径 2" in screen.panel()
    screen.click("English")
    assert shown(screen) == second
    assert "Route 2" in screen.panel()


def test_where_there_is_no_route_none_is_drawn(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    whole = shown(screen)
    open_path(screen, "青禾镇", "山前市")
    assert shown(screen) != whole
    screen.type("path-from", "沈知远")
    screen.press("path-from", "Enter")
    screen.type("path-to", "周亦然")
    screen.press("path-to", "Enter")
    assert "没有可循的关系；可勾选上面“也可经过”的一项再找。" in screen.panel()
    assert shown(screen) == whole


def test_a_part_without_claims_shows_its_names(screen: Screen, tmp_path: Path) -> None:
    s = Sample()
    s.thing("a", "Town", "青禾镇")
    s.thing("b", "Company", "山前泵业")
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    assert shown(screen) == {"青禾镇", "山前泵业"}
    screen.open(tmp_path / "view.html", fragment="#lang=en")
    assert shown(screen) == {"青禾镇", "山前泵业"}


def test_keys_go_on_into_the_panel_and_out_of_it(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.type("search", "沈知远")
    screen.press("search", "Enter")
    assert screen.run(FOCUSED) == "panel"
    screen.press("tick-Company", "Escape")
    assert screen.run("return document.getElementById('panel').hidden")


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("ArrowLeft", "at.x < from.x"),
        ("ArrowDown", "at.y > from.y"),
        ("+", "scale > held"),
        ("=", "scale > held"),
        ("-", "scale < held"),
    ],
)
def test_keys_move_the_picture(screen: Screen, pages: Pages, key: str, changed: str) -> None:
    screen.open(pages("small"))
    screen.run("const n = wlgraphView.scene.network; window.from = n.getViewPosition(); window.held = n.getScale()")
    screen.press("canvas", key)
    screen.wait(
        f"((at, scale) => {changed})(wlgraphView.scene.network.getViewPosition(), wlgraphView.scene.network.getScale())"
    )


def test_the_picture_is_one_stop_for_the_tab_key(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    stops = (
        "return [...document.querySelectorAll('#canvas, #canvas *')].filter((e) => e.tabIndex >= 0).map((e) => e.id)"
    )
    assert screen.run(stops) == ["canvas"]


def test_the_hits_stay_while_the_field_has_the_focus(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.run("document.getElementById('search').focus(); document.getElementById('search').blur();")
    screen.type("search", "沈")
    screen.run("window.waited = false; setTimeout(() => { window.waited = true; }, 400)")
    screen.wait("window.waited")
    assert not screen.run("return document.getElementById('hits').hidden")
    screen.run("document.getElementById('search').blur()")
    screen.wait("document.getElementById('hits').hidden")


def test_a_name_that_the_filters_hide_says_so(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"), fragment="#off=Company")
    screen.type("search", "山前青禾泵业")
    screen.press("search", "Enter")
    assert "筛选使图中不显示它。" in screen.panel()
    screen.open(pages("small"))
    screen.choose("山前青禾泵业有限公司")
    assert "筛选使图中不显示它。" not in screen.panel()


def test_inferred_days_are_about_right_in_the_list_of_pages(screen: Screen, pages: Pages) -> None:
    screen.open(pages("seeds"))
    texts = screen.run("return [...document.querySelectorAll('#part-page select')[0].options].map((o) => o.text)")
    assert [text[:3] for text in texts[1:]] == ["约20"] * 5


def test_paper_is_light_and_has_every_sentence_of_the_panel(screen: Screen, pages: Pages) -> None:
    screen.open(pages("seeds"), fragment="#theme=dark")
    screen.choose("泽国镇")
    last = screen.run("return [...document.querySelectorAll('#panel blockquote p')].at(-1).textContent")
    screen.run(
        "window.worn = []; addEventListener('beforeprint', () => worn.push(document.documentElement.dataset.theme))"
    )
    printed = base64.b64decode(screen.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    text = "".join(extract_text(io.BytesIO(printed)).split())
    assert "".join(last.split())[:12] in text
    assert "复制引文" not in text
    assert screen.run("return worn") == ["light"]
    assert screen.run("return document.documentElement.dataset.theme") == "dark"
