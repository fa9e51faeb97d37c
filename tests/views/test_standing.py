"""What is planned, proposed, denied, ended or corrected never looks like a fact: in dossiers, view, timeline, routes, stills."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.views.conftest import FIND, Screen
from tests.views.sample import Sample
from wlgraph.graph.store import open_store
from wlgraph.views import write_dossiers, write_view
from wlgraph.views.dossiers import file_name
from wlgraph.views.picture import draw
from wlgraph.views.reading import Reader
from wlgraph.views.still import render_still

PUMP = file_name("https://w3id.org/wlgraph/id/pump")
MAYOR, FORMER, COMING = "陆明舟", "顾远舟", "庄小满"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A firm and an area with a claim of every standing, as view, timeline and dossiers."""
    s = Sample()
    s.thing("pump", "Company", "青禾泵业")
    s.thing("motor", "Company", "长汀电机厂")
    s.thing("city", "AdministrativeArea", "山前市")
    s.thing("prize", "Recognition", "省级绿色车间")
    s.thing("park", "IndustrialPark", "城北泵业园")
    s.thing("old", "IndustrialPark", "城南泵业园")
    for key, name in (("mayor", MAYOR), ("former", FORMER), ("coming", COMING)):
        s.thing(key, "Official", name)
    s.claim("mayor", "holdsPostIn", "city", "市长陆明舟到场。", role="市长")
    s.claim("former", "holdsPostIn", "city", "原市长顾远舟也来了。", role="市长", modality="ended")
    s.claim("coming", "holdsPostIn", "city", "庄小满拟任副市长。", role="副市长", modality="proposed")
    s.claim("pump", "locatedIn", "city", "青禾泵业在山前市。")
    s.claim("pump", "received", "prize", "青禾泵业明年将申报省级绿色车间。", modality="planned")
    s.claim("pump", "cooperatesWith", "motor", "青禾泵业否认与长汀电机厂合作。", modality="denied")
    s.claim("pump", "tenantOf", "park", "青禾泵业入驻城北泵业园。")
    s.claim("pump", "tenantOf", "park", "更正：青禾泵业没有入驻城北泵业园。", modality="denied", rule="correction")
    s.claim("pump", "tenantOf", "old", "青禾泵业2015年至2018年在城南泵业园。", validTo="2018")
    s.claim("motor", "locatedIn", "city", "长汀电机厂在山前市。")
    s.figure("pump", "年产值", "120000000", "2019年产值1.2亿元。", unit="元", period="2019")
    s.figure("pump", "年产值", "200000000", "今年目标2亿元。", unit="元", period="2021", modality="target")
    out = tmp_path_factory.mktemp("standing")
    graph = out / "graph.ttl"
    graph.write_text(s.turtle(), "utf-8")
    write_view(graph, out / "view.html")
    write_view(graph, out / "timeline.html", kind="timeline")
    write_dossiers(graph, out)
    write_dossiers(graph, out / "en", lang="en")
    return out


STANDINGS = {
    "青禾泵业在山前市。": ("", "", ""),
    "青禾泵业明年将申报省级绿色车间。": ("planned", "计划中", "planned"),
    "庄小满拟任副市长。": ("proposed", "拟议", "proposed"),
    "原市长顾远舟也来了。": ("ended", "已卸任", "former"),
    "青禾泵业2015年至2018年在城南泵业园。": ("ended", "已结束", "ended"),
    "青禾泵业否认与长汀电机厂合作。": ("denied", "否认", "denied"),
    "青禾泵业入驻城北泵业园。": ("corrected", "已被更正", "corrected"),
    "更正：青禾泵业没有入驻城北泵业园。": ("denied", "否认", "denied"),
}
"""The standing of a sentence's claim with its words in both languages."""


def test_the_reader_knows_how_a_claim_stands(folder: Path) -> None:
    content = Reader(open_store(folder / "graph.ttl")).read()
    told = {content.quotes[claim.quotes[0]].text: claim.standing for claim in content.claims}
    assert {sentence: told[sentence] for sentence in STANDINGS} == {s: words[0] for s, words in STANDINGS.items()}


CHIP = """
const quote = [...document.querySelectorAll('blockquote')].find((q) => q.textContent.includes(arguments[0]));
const chip = quote.parentElement.querySelector('.relation');
const struck = getComputedStyle(chip.querySelector('span')).textDecorationLine === 'line-through';
return [chip.className.replace('relation', '').trim(), (chip.querySelector('b') || { textContent: '' }).textContent, chip.title !== '', struck];
"""


@pytest.mark.parametrize("sentence", STANDINGS)
@pytest.mark.parametrize(("page", "lang"), [("view", "zh"), ("view", "en"), ("timeline", "zh"), ("timeline", "en")])
def test_a_relation_tells_its_standing_in_words_and_look(
    screen: Screen, folder: Path, page: str, lang: str, sentence: str
) -> None:
    screen.open(folder / f"{page}.html", fragment=f"#lang={lang}")
    if page == "view":
        screen.choose("青禾泵业" if "青禾" in sentence else "山前市")
    standing, *words = STANDINGS[sentence]
    struck = standing in ("denied", "corrected")
    assert screen.run(CHIP, sentence) == [standing, words[lang == "en"], bool(standing), struck]


@pytest.mark.parametrize(("name", "label"), [("省级绿色车间", "计划中：获得"), ("长汀电机厂", "否认：合作")])
def test_a_line_and_its_words_tell_the_standing(screen: Screen, folder: Path, name: str, label: str) -> None:
    screen.open(folder / "view.html")
    solid = "return wlgraphView.scene.edgeSet.get().filter((e) => !e.dashes).length"
    assert screen.run(solid) == 3
    edge = screen.run(
        f"const [one, two] = [{FIND}('青禾泵业'), {FIND}(arguments[0])];"
        "return wlgraphView.scene.edges.find((e) => e.from === one && e.to === two).id",
        name,
    )
    screen.run("wlgraphView.scene.network.body.emitter.emit('hoverEdge', { edge: arguments[0] })", edge)
    screen.wait(f"wlgraphView.labels().some((l) => l.text === '{label}')")
    screen.run("wlgraphView.choose(null, arguments[0])", edge)
    assert screen.run("return document.querySelector('#panel h2').textContent") == label


def test_what_is_denied_leads_no_further(screen: Screen, folder: Path) -> None:
    screen.open(folder / "view.html")
    routes = f"return wlgraphView.findRoutes({FIND}('青禾泵业'), {FIND}(arguments[0])).map((route) => route.length)"
    assert screen.run(routes, "长汀电机厂") == [3], "by way of the city, not by the denied claim"
    assert screen.run(routes, "城北泵业园") == []
    assert screen.run(routes, "省级绿色车间") == [2]


def test_moments_without_a_fact_have_a_mark_of_their_own(screen: Screen, folder: Path) -> None:
    screen.open(folder / "timeline.html")
    assert screen.run("return getComputedStyle(document.querySelector('.key.doubt')).fontWeight") == "400"
    kinds = screen.run(
        "return [...document.querySelectorAll('.moment')]"
        ".map((m) => [m.querySelector('blockquote p').textContent, m.classList.contains('has-doubt')])"
    )
    assert {sentence for sentence, doubt in kinds if not doubt} == {
        "市长陆明舟到场。",
        "青禾泵业在山前市。",
        "长汀电机厂在山前市。",
        "2019年产值1.2亿元。",
        "今年目标2亿元。",
    }


@pytest.mark.parametrize(
    ("site", "counts", "told"),
    [
        (
            ".",
            {"位于": "1", "获得": "计划中 1", "合作": "否认 1", "入驻": "否认 1，已结束 1，已被更正 1"},
            "2亿元（目标）",
        ),
        ("en", {"cooperates with": "denied 1", "received": "planned 1"}, "200m yuan (target)"),
    ],
)
def test_a_dossier_counts_facts_apart(folder: Path, site: str, counts: dict[str, str], told: str) -> None:
    text = (folder / site / "dossiers" / PUMP).read_text("utf-8")
    found = dict(re.findall(r"<h2>([^<]+) <small>([^<]+)</small></h2>", text))
    assert {name: found[name] for name in counts} == counts
    title = re.search(r"<title>(2019[^<]+)</title>", text)
    assert title
    assert title[1].endswith(told)


def test_a_dossier_marks_what_is_no_fact(folder: Path, screen: Screen) -> None:
    screen.driver.get((folder / "dossiers" / PUMP).as_uri())
    words = screen.run("return [...document.querySelectorAll('.tree .relation')].map((t) => t.textContent)")
    assert words == ["位于", "否认·入驻", "已结束·入驻", "否认·合作", "计划中·获得"]
    struck = screen.run(
        "return [...document.querySelectorAll('li.doubtful > bdi, li.doubtful > a')]"
        ".filter((e) => getComputedStyle(e).textDecorationLine.includes('line-through')).map((e) => e.textContent)"
    )
    assert sorted(set(struck)) == ["城北泵业园", "长汀电机厂"]
    assert screen.complaints() == []


def test_a_still_picture_has_whole_lines_for_facts_alone(folder: Path) -> None:
    content = Reader(open_store(folder / "graph.ttl")).read()
    lines = re.findall(r"<line [^>]+>", render_still(content, draw(content)))
    assert len([line for line in lines if "dasharray" not in line]) == 3
