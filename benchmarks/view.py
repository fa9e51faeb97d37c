"""Size of the interactive page, time to its first stable picture, and frames a second while it moves.

Headless Chromium opens each page from disk, three times; the middle time counts. Frames are counted by the page's own
requestAnimationFrame while the picture is dragged and zoomed for two seconds each.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from selenium.webdriver import Chrome

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import chromium  # noqa: E402
from wlgraph.views import write_view  # noqa: E402

HEADER = """@prefix wl: <https://w3id.org/wlgraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://w3id.org/wlgraph/id/> .
"""
HAN = "青禾山海云石松竹川岭江河湖泉林峰金银铜铁东南西北新华民安"
TAILS = {"Company": "机电有限公司", "Town": "镇", "Official": "", "Recognition": "示范企业", "Industry": "产业"}
CLASSES = ("Company",) * 6 + ("Town", "Official", "Recognition", "Industry")
PREDICATES = ("cooperatesWith", "locatedIn", "received", "inIndustry", "suppliesTo")
GROUP = 40
MOVES = """
const done = arguments[arguments.length - 1];
const network = wlgraphView.scene.network;
const [scale, middle] = [network.getScale(), network.getViewPosition()];
const run = (move, finish) => {
  const start = performance.now();
  let frames = 0;
  const step = (now) => {
    const passed = now - start;
    if (passed > 2000) { finish((frames * 1000) / passed); return; }
    frames += 1;
    move(passed / 2000);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
const pan = (t) => network.moveTo({ position: { x: middle.x + 400 * Math.sin(6 * t), y: middle.y } });
const zoom = (t) => network.moveTo({ scale: scale * (1 + 2 * t) });
run(pan, (panned) => run(zoom, (zoomed) => done([panned, zoomed])));
"""


def crowd(nodes: int, edges: int) -> Iterator[str]:
    """A graph with invented names: groups of things, most claims within a group, ten claims an article."""
    rng = random.Random(5)
    yield HEADER
    for page in range(max(1, edges // 100)):
        yield (
            f':p{page} a wl:Page ; schema:identifier "p{page:05}.txt" ; schema:publisher "山前日报" ;'
            f' schema:pageStart "1" ; wl:dateSource "printed" .'
        )
    for article in range(max(1, edges // 10)):
        day = f"{2015 + article % 9}-{1 + article % 12:02}-{1 + article % 28:02}"
        headline = "".join(rng.choices(HAN, k=14))
        yield (
            f':a{article} a wl:Article ; schema:headline "{headline}" ; wl:onPage :p{article // 10} ;'
            f' schema:datePublished "{day}"^^xsd:date .'
        )
    for node in range(nodes):
        cls = CLASSES[node % len(CLASSES)]
        name = "".join(rng.choices(HAN, k=4)) + TAILS[cls]
        yield f':n{node} a wl:{cls} ; skos:prefLabel "{name}"@zh ; skos:altLabel "{name[:3]}"@zh .'
    for edge in range(edges):
        one = rng.randrange(nodes)
        group = one - one % GROUP
        other = rng.randrange(nodes) if rng.random() < 0.06 else min(nodes - 1, group + int(GROUP * rng.random() ** 2))
        quote = "".join(rng.choices(HAN, k=rng.randint(20, 60))) + "。"
        yield (
            f":c{edge} a wl:Claim ; rdf:subject :n{one} ; rdf:predicate wl:{PREDICATES[edge % 5]} ; rdf:object :n{other} ;"
            f' wl:modality "stated" ; wl:confidence {0.5 + edge % 50 / 100} ; wl:rule "sample" ; wl:evidence :e{edge} .\n'
            f':e{edge} a wl:Evidence ; wl:quote "{quote}" ; wl:start {edge} ; wl:end {edge + len(quote)} ;'
            f" wl:inArticle :a{edge // 10} ."
        )


def seconds_to_picture(driver: Chrome, page: Path) -> float:
    driver.get("about:blank")
    started = time.perf_counter()
    driver.get(page.as_uri())
    while not driver.execute_script("return document.documentElement.dataset.ready"):
        assert time.perf_counter() - started < 120, f"{page.name} never got ready"
        time.sleep(0.01)
    return time.perf_counter() - started


def report(driver: Chrome, name: str, graph: Path, page: Path) -> None:
    started = time.perf_counter()
    write_view(graph, page)
    written = time.perf_counter() - started
    opened = median(seconds_to_picture(driver, page) for _ in range(3))
    driver.set_script_timeout(60)
    panned, zoomed = driver.execute_async_script(MOVES)
    print(
        f"{name:28} {page.stat().st_size / 1e6:6.2f} MB  picture {opened:5.2f} s  pan {panned:4.0f} frames/s"
        f"  zoom {zoomed:4.0f} frames/s  (written in {written:.1f} s)",
        flush=True,
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, chromium() as driver:
        page = Path(folder) / "view.html"
        report(driver, "seeds", ROOT / "graphs" / "graph.ttl", page)
        for nodes, edges in ((1_000, 3_000), (10_000, 40_000)):
            graph = Path(folder) / f"{nodes}.ttl"
            graph.write_text("\n".join(crowd(nodes, edges)), "utf-8")
            report(driver, f"{nodes} nodes, {edges} edges", graph, page)


if __name__ == "__main__":
    main()
