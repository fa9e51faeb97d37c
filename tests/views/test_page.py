"""The interactive page in a real browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from tests.views.conftest import DESKTOP, FIND, PHONE, Screen
from tests.views.sample import HOSTILE, Sample
from wlgraph.views import write_view

Pages = Callable[[str], Path]
LABELS = "return wlgraphView.labels()"
NAMES = (
    "const t = JSON.parse(document.getElementById('data').textContent).content.things;"
    "return wlgraphView.shown().nodes.filter((id) => typeof id === 'number').map((id) => t[id].name)"
)


def shown(screen: Screen) -> set[str]:
    return set(screen.run(NAMES))


@pytest.mark.parametrize("name", ["small", "hostile", "crowd", "large"])
def test_page_is_alone_in_the_world(screen: Screen, pages: Pages, name: str) -> None:
    page = pages(name)
    screen.open(page)
    assert screen.complaints() == []
    assert [url for url in screen.requests() if not url.startswith(("file:", "data:", "blob:", "about:"))] == []
    assert "default-src 'none'" in page.read_text("utf-8")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", ["small", "crowd", "large", "thousand", "seeds"])
def test_labels_at_first_sight_can_be_read(screen: Screen, pages: Pages, name: str, size: tuple[int, int]) -> None:
    screen.open(pages(name), size)
    labels = screen.run(LABELS)
    assert 5 <= len(labels) <= 60
    assert min(label["px"] for label in labels) >= 12
    for one, two in combinations(labels, 2):
        apart = (
            one["x"] + one["width"] <= two["x"]
            or two["x"] + two["width"] <= one["x"]
            or one["y"] + one["height"] <= two["y"]
            or two["y"] + two["height"] <= one["y"]
        )
        assert apart, (one["text"], two["text"])
    assert screen.run("return document.documentElement.scrollWidth <= innerWidth")
    assert not covered(screen, labels)


def covered(screen: Screen, labels: list[dict[str, float]]) -> list[tuple[str, str]]:
    """Labels that lie under the status line or the buttons, or reach over the canvas."""
    boxes = screen.run(
        "const c = document.getElementById('canvas').getBoundingClientRect();"
        "return ['status', 'zoom'].map((id) => [id, document.getElementById(id).getBoundingClientRect()])"
        ".map(([id, r]) => [id, r.x - c.x, r.y - c.y, r.width, r.height]).concat([['', 0, 0, c.width, c.height]])"
    )
    *furniture, (_, _, _, width, height) = boxes
    found = [
        (name, label["text"])
        for label in labels
        for name, x, y, w, h in furniture
        if label["x"] < x + w
        and x < label["x"] + label["width"]
        and label["y"] < y + h
        and y < label["y"] + label["height"]
    ]
    outside = [
        ("canvas", label["text"])
        for label in labels
        if label["x"] < 0
        or label["y"] < 0
        or label["x"] + label["width"] > width
        or label["y"] + label["height"] > height
    ]
    return found + outside  # type: ignore[return-value]


def test_painted_text_is_as_wide_as_its_box(screen: Screen, pages: Pages) -> None:
    screen.open(pages("crowd"))
    widths = screen.run(
        "const c = document.createElement('canvas').getContext('2d');"
        "c.font = '13px ' + getComputedStyle(document.body).fontFamily;"
        "return wlgraphView.labels().map((l) => [l.width, c.measureText(l.text).width])"
    )
    assert all(box >= text for box, text in widths)


def test_more_labels_appear_on_zoom(screen: Screen, pages: Pages) -> None:
    screen.open(pages("crowd"))
    before = {label["id"] for label in screen.run(LABELS)}
    for _ in range(4):
        screen.run("document.getElementById('zoom-in').click()")
        screen.wait("true")
        screen.run("wlgraphView.scene.network.moveTo({scale: wlgraphView.scene.network.getScale() * 1.3})")
    screen.run("wlgraphView.scene.network.redraw()")
    screen.wait("wlgraphView.labels().length > 0")
    assert {label["id"] for label in screen.run(LABELS)} - before


def test_hostile_names_stay_text(screen: Screen, pages: Pages) -> None:
    screen.open(pages("hostile"))
    for name in HOSTILE:
        screen.choose(name)
        assert name in screen.panel()
        screen.type("search", name[:20])
    assert screen.run("return window.broken") is None
    assert screen.run("return document.images.length") == 0
    assert screen.complaints() == []
    table = screen.run("return wlgraphView.table()")
    assert '"=HYPERLINK' not in table
    assert '"\'=HYPERLINK(1)"' in table


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("青禾泵业", "山前青禾泵业有限公司"),
        ("szy", "沈知远"),
        ("shenzhi", "沈知远"),
        ("SQBZ", "山前泵展"),
        ("999901101", "青禾镇"),
        ("深井", "青禾深井泵"),
    ],
)
def test_search_finds_names_aliases_and_pinyin(screen: Screen, pages: Pages, typed: str, found: str) -> None:
    screen.open(pages("small"))
    screen.type("search", typed)
    assert screen.run("return document.querySelector('#hits [role=option] bdi').textContent") == found
    screen.press("search", "Enter")
    assert screen.run("return document.querySelector('#panel h2').textContent") == found


HIT = (
    "const rows = [...document.querySelectorAll('#hits [role=option]')];"
    "const row = rows.find((r) => r.querySelector('bdi').textContent === arguments[0]) || document.body;"
    "return [...row.querySelectorAll('.reason, mark')].map((e) => e.textContent)"
)


@pytest.mark.parametrize(
    ("typed", "found", "why"),
    [
        ("订单", "沈知远", ["董事长沈知远说，订单排到了年底。", "订单"]),
        ("订单", "山前青禾泵业有限公司", ["董事长沈知远说，订单排到了年底。", "订单"]),
        ("董事", "沈知远", ["职务：董事长 · 山前青禾泵业有限公司", "董事"]),
        ("产值", "山前青禾泵业有限公司", ["年产值 1.2亿元（2019）", "产值"]),
        ("任职", "陆明舟", ["任职于 山前市", "任职"]),
        ("holds post", "陆明舟", ["任职于 山前市"]),
        ("申报", "省级绿色车间", ["计划中 青禾泵业明年将申报省级绿色车间。", "申报"]),
        ("陆明舟 祝贺", "山前市", ["市长陆明舟到场祝贺。", "陆明舟", "祝贺"]),
    ],
)
def test_search_finds_what_is_told_and_says_why(
    screen: Screen, pages: Pages, typed: str, found: str, why: list[str]
) -> None:
    screen.open(pages("small"))
    screen.type("search", typed)
    assert screen.run(HIT, found) == why


@pytest.mark.parametrize(
    ("typed", "letters"), [("前泵司", ["前", "泵", "司"]), ("长电厂", ["长", "电", "厂"]), ("展泵", [])]
)
def test_search_finds_short_forms(screen: Screen, pages: Pages, typed: str, letters: list[str]) -> None:
    screen.open(pages("small"))
    screen.type("search", typed)
    assert screen.run("return [...document.querySelectorAll('#hits mark')].map((e) => e.textContent)") == letters


def test_names_come_first_and_a_chosen_sentence_is_marked(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"), fragment="#lang=en")
    screen.type("search", "泵展")
    rows = screen.run("return [...document.querySelectorAll('#hits li')].map((row) => row.firstChild.textContent)")
    names = screen.run("return [...document.querySelectorAll('#hits bdi')].map((name) => name.textContent)")
    assert rows[1] == "In sentences, posts, indicators, relations"
    assert names == ["山前泵展", "山前青禾泵业有限公司", "沈知远", "陆明舟"]
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        screen.press("search", key)
    assert screen.run("return document.querySelector('#panel h2').textContent") == names[1]
    assert screen.run("return document.querySelector('#panel blockquote mark').textContent") == "泵展"
    screen.open(pages("small"), fragment=screen.run("return location.hash"))
    assert screen.run("return document.querySelector('#panel blockquote').textContent").startswith("青禾泵业参加了")


def test_search_among_thousands_of_sentences_is_quick(screen: Screen, pages: Pages) -> None:
    """A coarse bound; the first search, which makes the list of what is told, is let pass."""
    screen.open(pages("large"))
    screen.type("search", "第3")
    took = (
        "const e = document.getElementById('search'); const start = performance.now(); e.value = '第19';"
        "e.dispatchEvent(new Event('input')); return performance.now() - start"
    )
    assert min(screen.run(took) for _ in range(3)) < 150
    assert len(screen.run("return [...document.querySelectorAll('#hits .reason')]")) == 12
    assert "多输几个字" in screen.run("return document.querySelector('#hits li:last-child').textContent")


def test_panel_shows_claims_with_sentence_speaker_headline_and_date(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.choose("山前青禾泵业有限公司")
    text = screen.panel()
    for part in (
        "企业",
        "又称 青禾泵业",
        "董事长沈知远说，订单排到了年底。",
        "职务：董事长",
        "据 沈知远",
        "青禾泵业新厂投产",
    ):
        assert part in text
    assert "约2021-05-06 · 山前日报 · 第2版 · p1.txt" in text
    assert "计划中" in text


def test_targets_stand_apart_from_figures_and_the_chart_shows_time(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.choose("山前青禾泵业有限公司")
    tables = screen.run("return [...document.querySelectorAll('#panel table')].map((t) => t.innerText)")
    assert [("1.2亿元" in table, "2亿元（目标）" in table) for table in tables] == [(True, False), (False, True)]
    assert screen.run("return document.querySelectorAll('#panel svg.chart circle').length") == 3


def test_names_in_the_panel_lead_on(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.choose("陆明舟")
    screen.click("山前泵展", "#panel")
    assert screen.run("return document.querySelector('#panel h2').textContent") == "山前泵展"


def test_first_sight_holds_claims_alone(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    names = shown(screen)
    assert "沈知远" in names
    assert names.isdisjoint({"青禾中学", "周亦然"})
    layers = screen.run("return [...new Set(wlgraphView.scene.edges.map((e) => e.layer))]")
    assert layers == ["claim"]


@pytest.mark.parametrize(("layer", "edges"), [("together", 1), ("place", 1), ("byline", 1), ("mention", 10)])
def test_layers_come_on_demand(screen: Screen, pages: Pages, layer: str, edges: int) -> None:
    screen.open(pages("small"), fragment=f"#layers={layer}")
    found = screen.run("return wlgraphView.scene.edges.filter((e) => e.layer === arguments[0]).length", layer)
    assert found == edges


@pytest.mark.parametrize(
    ("fragment", "gone", "left"),
    [
        ("#off=Official", "陆明舟", "沈知远"),
        ("#offr=produces", "青禾深井泵", "沈知远"),
        ("#offm=planned", "省级绿色车间", "沈知远"),
        ("#conf=0.95", "沈知远", ""),
        ("#from=2022-01-01", "沈知远", ""),
        ("#to=2021-05", "", "沈知远"),
    ],
)
def test_filters(screen: Screen, pages: Pages, fragment: str, gone: str, left: str) -> None:
    screen.open(pages("small"), fragment=fragment)
    names = shown(screen)
    assert gone not in names
    assert not left or left in names


def test_path_goes_by_claims_not_by_containment(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.click("找关系")
    for end, name in (("from", "青禾镇"), ("to", "山前市")):
        screen.type(f"path-{end}", name)
        screen.press(f"path-{end}", "Enter")
    assert shown(screen) == {"青禾镇", "山前青禾泵业有限公司", "山前泵展", "陆明舟", "山前市"}
    assert "市长陆明舟出席山前泵展。" in screen.panel()


def open_path(screen: Screen, *names: str) -> None:
    screen.click("找关系")
    for end, name in zip(("from", "to"), names, strict=True):
        screen.type(f"path-{end}", name)
        screen.press(f"path-{end}", "Enter")


def test_path_has_alternatives_each_with_its_sentences(screen: Screen, pages: Pages) -> None:
    screen.open(pages("thousand"))
    names = screen.run(
        "const t = JSON.parse(document.getElementById('data').textContent).content.things; return [t[3].name, t[200].name]"
    )
    open_path(screen, *names)
    routes = screen.run(
        "return [...document.querySelectorAll('.found')].map((f) =>"
        "[f.querySelectorAll('.triple .name').length, f.querySelectorAll('blockquote').length])"
    )
    assert len(routes) == 3
    assert all(sentences >= 2 for _, sentences in routes)
    screen.run("document.querySelectorAll('.found .route')[1].click()")
    second = screen.run(
        "return [...document.querySelectorAll('.found')[1].querySelectorAll('p.triple')][0].textContent"
    )
    assert len(shown(screen)) == second.count("→") + 1


def test_path_says_what_it_leaves_out_and_takes_it_on_demand(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    open_path(screen, "沈知远", "周亦然")
    assert "不经过地域隶属、署名和共现；关系越多的名称，经过它的代价越高。" in screen.panel()
    assert "没有可循的关系" in screen.panel()
    screen.open(pages("small"))
    open_path(screen, "青禾镇", "山前市")
    assert len(shown(screen)) == 5
    screen.run("document.getElementById('tick-via-place').click()")
    assert shown(screen) == {"青禾镇", "山前市"}
    assert "via=place" in screen.run("return location.hash")


def test_a_thing_that_everything_hangs_on_is_dear(screen: Screen, tmp_path: Path) -> None:
    s = Sample()
    s.thing("hub", "AdministrativeArea", "山前市")
    for number in range(40):
        s.claim(s.thing(f"n{number}", "Company", f"第{number}厂"), "locatedIn", "hub", f"第{number}厂在山前市。")
    for one, two in ((0, 20), (20, 1)):
        s.claim(f"n{one}", "cooperatesWith", f"n{two}", f"第{one}厂与第{two}厂合作。")
    for one, two in ((0, 21), (21, 22), (22, 1)):
        s.claim(f"n{one}", "suppliesTo", f"n{two}", f"第{one}厂供货给第{two}厂。")
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    open_path(screen, "第0厂", "第1厂")
    assert shown(screen) == {"第0厂", "第20厂", "第1厂"}


def drag(screen: Screen, element: str, by: float) -> None:
    """Take the middle of an element and pull it sideways by a share of the histogram's width."""
    x, y, width = screen.run(
        "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
        "const h = document.querySelector('.histogram').getBoundingClientRect();"
        "return [r.x + r.width / 2, r.y + r.height / 2, h.width]",
        element,
    )
    for kind, at in (("mousePressed", x), ("mouseMoved", x + by * width / 2), ("mouseMoved", x + by * width)):
        event = {"type": kind, "x": at, "y": y, "button": "left", "buttons": 1, "clickCount": 1}
        screen.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)
    event = {"type": "mouseReleased", "x": x + by * width, "y": y, "button": "left", "clickCount": 1}
    screen.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)


def test_the_date_window_is_dragged_by_its_ends_and_whole(screen: Screen, pages: Pages) -> None:
    screen.open(pages("years"))
    span = "return [wlgraphView.state().from, wlgraphView.state().to]"
    drag(screen, "#window-to", -0.5)
    assert screen.run(span) == ["2015", "2019"]
    drag(screen, ".pane", 0.3)
    assert screen.run(span) == ["2018", "2022"]
    drag(screen, "#window-from", 0.2)
    assert screen.run(span) == ["2020", "2022"]
    assert len(shown(screen)) == 6
    assert "from=2020&to=2022" in screen.run("return location.hash")
    screen.click("全部日期", "#filters")
    assert screen.run(span) == ["", ""]


def test_dates_are_those_of_the_page_or_of_the_event(screen: Screen, pages: Pages) -> None:
    screen.open(pages("years"), fragment="#dated=event&from=2000&to=2000")
    assert shown(screen) == {"第0厂", "第1厂"}
    screen.open(pages("years"), fragment="#from=2000&to=2000")
    assert shown(screen) == set()


def test_keys_move_the_window_and_keep_the_focus(screen: Screen, pages: Pages) -> None:
    screen.open(pages("years"))
    screen.run("document.getElementById('window-from').focus()")
    screen.press("window-from", "ArrowRight")
    assert screen.run("return wlgraphView.state().from") == "2016"
    assert screen.run("return document.activeElement.id") == "window-from"


def test_a_citation_is_copied_with_its_source(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.run(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (t) => { window.copied = t; }}})"
    )
    screen.choose("沈知远")
    screen.click("复制引文", "#panel")
    screen.wait("window.copied")
    sentence = "董事长沈知远说，订单排到了年底。"
    assert screen.run("return window.copied") == (
        f"“{sentence}” ——青禾泵业新厂投产，《山前日报》，约2021-05-06，第2版，p1.txt [30–{30 + len(sentence)}]"
    )


@pytest.mark.parametrize(
    ("kind", "begins"), [("png", b"\x89PNG"), ("csv", b'\xef\xbb\xbf"' + "主语".encode()), ("json", b"{")]
)
def test_exports_are_saved(screen: Screen, pages: Pages, tmp_path: Path, kind: str, begins: bytes) -> None:
    screen.open(pages("small"))
    screen.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    screen.run("document.getElementById(arguments[0]).click()", f"export-{kind}")
    end = time.monotonic() + 5
    while not (saved := [p for p in tmp_path.glob(f"*.{kind}") if p.stat().st_size]) and time.monotonic() < end:
        time.sleep(0.05)
    assert saved[0].read_bytes().startswith(begins)


def test_an_article_lights_what_it_mentions(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.run("wlgraphView.choose('a0', null)")
    assert "青禾泵业新厂投产" in screen.panel()
    assert len(screen.run("return [...wlgraphView.scene.lit]")) > 8


def test_figures_beyond_the_first_come_on_demand(screen: Screen, tmp_path: Path) -> None:
    s = Sample()
    s.thing("mill", "Company", "青禾面粉厂")
    for number in range(20):
        s.figure("mill", f"指标{number}", str(number), f"指标{number}为{number}家。", unit="家", period="2020")
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    screen.choose("青禾面粉厂")
    rows = "return document.querySelectorAll('#panel tr:not(.sentence)').length"
    assert screen.run(rows) == 9
    screen.click("显示其余 12", "#panel")
    assert screen.run(rows) == 21
    screen.click("指标0", "#panel")
    assert "指标0为0家。" in screen.panel()


def test_amounts_in_english_have_english_units_and_lengths_of_time_stay_apart(screen: Screen, tmp_path: Path) -> None:
    s = Sample()
    s.thing("mill", "Company", "青禾面粉厂")
    for period, value in (("2022", "490000000"), ("2023", "520000000"), ("2024-01/2024-03", "110000000")):
        s.figure("mill", "产值", value, f"{period}产值{value}元。", unit="元", period=period)
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    screen.click("English")
    screen.choose("青禾面粉厂")
    assert "490m yuan" in screen.panel()
    assert screen.run("return document.querySelectorAll('#panel svg.chart circle').length") == 2


def test_a_name_outside_a_route_is_shown_among_its_own(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    open_path(screen, "青禾镇", "山前市")
    assert "沈知远" not in shown(screen)
    screen.type("search", "沈知远")
    screen.press("search", "Enter")
    assert "沈知远" in shown(screen)
    assert len(shown(screen)) > 6


def test_directed_claims_have_arrowheads(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    heads = screen.run("return wlgraphView.scene.arrows.length")
    bent = screen.run("return wlgraphView.scene.edgeSet.get().filter((e) => e.arrows === 'to').length")
    assert heads + bent == len(screen.run("return wlgraphView.scene.edges")) == 8


def test_ego_network_grows_and_hides(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.choose("沈知远")
    screen.click("只看周围", "#panel")
    assert shown(screen) == {"沈知远", "山前青禾泵业有限公司"}
    screen.choose("山前青禾泵业有限公司")
    screen.click("展开", "#panel")
    assert {"长汀电机厂", "青禾镇", "山前泵展"} <= shown(screen)
    screen.choose("长汀电机厂")
    screen.click("隐藏", "#panel")
    assert "长汀电机厂" not in shown(screen)
    screen.choose("沈知远")
    screen.click("看全图", "#panel")
    assert "陆明舟" in shown(screen)


def test_address_restores_the_view(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.choose("沈知远")
    screen.click("只看周围", "#panel")
    screen.click("English")
    screen.click("Dark")
    fragment = screen.run("return location.hash")
    screen.open(pages("small"), fragment=fragment)
    assert shown(screen) == {"沈知远", "山前青禾泵业有限公司"}
    assert "Claims and sentences" in screen.panel()
    assert screen.run("return document.documentElement.dataset.theme") == "dark"


def test_keyboard_reaches_search_and_closes_the_panel(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    screen.press("canvas", "/")
    assert screen.run("return document.activeElement.id") == "search"
    screen.type("search", "沈")
    screen.press("search", "ArrowDown")
    screen.press("search", "Enter")
    assert "沈知远" in screen.panel()
    screen.press("canvas", "Escape")
    assert screen.run("return document.getElementById('panel').hidden")


def test_exports_hold_the_current_view(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"), fragment="#offr=produces")
    data = screen.run("return wlgraphView.data()")
    assert "青禾深井泵" not in {node["name"] for node in data["nodes"]}
    sentence = next(c for c in data["claims"] if c["predicate"] == "attended")["sentences"][0]
    assert sentence["page"] == "p1.txt"
    assert sentence["spans"][0][1] - sentence["spans"][0][0] == len(sentence["quote"])
    rows = screen.run("return wlgraphView.table()").split("\r\n")
    assert len(rows) == len(data["claims"]) + 2
    picture = screen.run("return document.querySelector('#canvas canvas').toDataURL().length")
    assert picture > 5000


def test_exports_of_a_large_graph_hold_what_is_folded(screen: Screen, pages: Pages) -> None:
    screen.open(pages("large"))
    assert shown(screen) == set()
    assert screen.run("return wlgraphView.table()").count("\r\n") > 300
    data = screen.run("return wlgraphView.data()")
    named = {node["iri"] for node in data["nodes"]}
    assert data["claims"]
    assert all({claim["subject"], claim["object"]} <= named for claim in data["claims"])


@pytest.mark.parametrize(("of", "said"), [(0, False), (9000, True)])
def test_a_page_that_holds_a_part_says_so(screen: Screen, pages: Pages, tmp_path: Path, of: int, said: bool) -> None:
    write_view(pages("small").with_suffix(".ttl"), tmp_path / "part.html", of=of)
    screen.open(tmp_path / "part.html")
    assert ("9000" in screen.run("return document.getElementById('corpus').textContent")) == said
    screen.type("search", "无此名")
    assert ("9000" in screen.run("return document.getElementById('hits').textContent")) == said


def test_a_touch_presses_nothing_in_the_panel_that_it_opens(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"), PHONE)
    screen.run("window.pressed = 0; document.addEventListener('click', () => { window.pressed += 1; });")
    frame = screen.run("const { x, y } = document.getElementById('canvas').getBoundingClientRect(); return { x, y }")
    spot = screen.run(f"return wlgraphView.spotOf({FIND}('沈知远'))")
    at = {"x": frame["x"] + spot["x"], "y": frame["y"] + spot["y"]}
    screen.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    try:
        for kind, points in (("touchStart", [at]), ("touchEnd", [])):
            screen.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        screen.wait("!document.getElementById('panel').hidden")
        time.sleep(0.5)
    finally:
        screen.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    assert "沈知远" in screen.panel()
    assert screen.run("return window.pressed") == 0
    screen.click("复制引文", "#panel")
    assert screen.run("return window.pressed") == 1


def test_large_graph_opens_by_communities(screen: Screen, pages: Pages) -> None:
    screen.open(pages("large"))
    assert shown(screen) == set()
    groups = screen.run("return wlgraphView.shown().nodes")
    assert 3 < len(groups) < 400
    screen.run("wlgraphView.choose(arguments[0], null)", groups[0])
    screen.click("打开此群", "#panel")
    assert len(shown(screen)) > 3
    assert groups[0] not in screen.run("return wlgraphView.shown().nodes")


def test_a_click_beside_a_node_still_meets_it(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"))
    spot = screen.run(f"return wlgraphView.spotOf({FIND}('沈知远'))")
    box = screen.run("const r = document.getElementById('canvas').getBoundingClientRect(); return [r.x, r.y]")
    for kind in ("mousePressed", "mouseReleased"):
        event = {"type": kind, "x": spot["x"] + box[0], "y": spot["y"] + box[1], "button": "left", "clickCount": 1}
        screen.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)
    screen.wait("!document.getElementById('panel').hidden")
    assert re.search("沈知远", screen.panel())


def test_a_thousand_names_open_soon(screen: Screen, pages: Pages) -> None:
    """A coarse bound that a busy machine keeps too; ``benchmarks/view.py`` measures."""
    page = pages("thousand")
    assert page.stat().st_size < 4_000_000
    assert min(screen.open(page) for _ in range(3)) < 12
