"""The frame of the page at every width: what is read first, found first and never covered, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.views.conftest import DESKTOP, PHONE, Screen
from tests.views.sample import Sample
from wlgraph.views import write_view

Pages = Callable[[str], Path]
NARROW = (900, 700)
SIZES = pytest.mark.parametrize("size", [DESKTOP, NARROW, PHONE], ids=["desktop", "narrow", "phone"])
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])


@SIZES
@LANGUAGES
def test_search_has_room_for_its_words(screen: Screen, pages: Pages, lang: str, size: tuple[int, int]) -> None:
    screen.open(pages("small"), size, f"#lang={lang}")
    width, wanted = screen.run(
        "const s = document.getElementById('search'); const c = document.createElement('canvas').getContext('2d');"
        "c.font = getComputedStyle(s).font; return [s.clientWidth - 18, c.measureText(s.placeholder).width]"
    )
    assert width >= wanted
    assert screen.run("return document.documentElement.scrollWidth <= innerWidth")


def test_at_a_middle_width_the_picture_has_most_of_the_room(screen: Screen, pages: Pages) -> None:
    screen.open(pages("small"), NARROW)
    free = "return document.getElementById('stage').clientWidth - document.getElementById('panel').offsetWidth"
    screen.choose("沈知远")
    assert screen.run(free) > 500
    screen.run("document.getElementById('filters-button').click()")
    assert screen.run("return document.getElementById('filters').offsetWidth") > 200
    screen.click("×", "#filters")
    assert screen.run(free) > 500


@SIZES
@LANGUAGES
def test_the_hint_is_there_and_under_nothing(screen: Screen, pages: Pages, lang: str, size: tuple[int, int]) -> None:
    screen.open(pages("small"), size, f"#lang={lang}")
    text, gap = screen.run(
        "const [hint, zoom] = ['hint', 'zoom'].map((id) => document.getElementById(id));"
        "return [hint.innerText, zoom.getBoundingClientRect().left - hint.getBoundingClientRect().right]"
    )
    assert any(word in text for word in (("点选",) if lang == "zh" else ("Click", "Tap")))
    assert ("wheel" in text or "滚轮" in text) is (size != PHONE)
    assert gap >= 0
    screen.choose("沈知远")
    assert screen.run("return document.getElementById('hint').offsetWidth") == 0


def test_the_panel_leads_to_its_parts_and_to_what_was_sought(screen: Screen, tmp_path: Path) -> None:
    s = Sample()
    s.thing("mill", "Company", "青禾面粉厂")
    for number in range(20):
        s.figure("mill", f"指标{number}", str(number), f"指标{number}为{number}家。", unit="家", period="2020")
        s.claim("mill", "cooperatesWith", s.thing(f"n{number}", "Company", f"第{number}厂"), f"第{number}次合作。")
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html")
    screen.choose("青禾面粉厂")
    screen.click("关系与原句 20", "#panel .jumps")
    top = (
        "return [...document.querySelectorAll('#panel h3')].map((h) => Math.round(h.getBoundingClientRect().top - 55))"
    )
    assert abs(screen.run(top)[1]) < 40
    close = "return document.elementsFromPoint(innerWidth - 24, 75).some((e) => e.classList.contains('close'))"
    assert screen.run(close)
    screen.type("search", "第7次")
    names = screen.run("return [...document.querySelectorAll('#hits bdi')].map((name) => name.textContent)")
    for _ in range(names.index("青禾面粉厂") + 1):
        screen.press("search", "ArrowDown")
    screen.press("search", "Enter")
    mark = "const m = document.querySelector('#panel mark'); return [m.textContent, m.getBoundingClientRect().top]"
    text, at = screen.run(mark)
    assert text == "第7次"
    assert 0 < at < DESKTOP[1]


@pytest.mark.parametrize(
    ("unit", "told"), [("家", "12"), ("元", "12 yuan"), ("平方公里", "12 km²"), ("名", "12 people")]
)
def test_english_amounts_have_no_measure_words(screen: Screen, tmp_path: Path, unit: str, told: str) -> None:
    s = Sample()
    s.thing("mill", "Company", "青禾面粉厂")
    s.figure("mill", "数量", "12", "共12。", unit=unit, period="2020")
    (tmp_path / "graph.ttl").write_text(s.turtle(), "utf-8")
    write_view(tmp_path / "graph.ttl", tmp_path / "view.html")
    screen.open(tmp_path / "view.html", fragment="#lang=en")
    screen.choose("青禾面粉厂")
    assert screen.run("return document.querySelector('#panel td.number').textContent") == told
