"""A small corpus of one page with an interleaved article, a planned claim and a target."""

from __future__ import annotations

from pathlib import Path

import pytest

from wlgraph.graph.store import GRAPH, build_store
from wlgraph.graph.write import write_graph
from wlgraph.model import (
    Article,
    Block,
    Claim,
    Entity,
    Figure,
    Mention,
    Naming,
    Page,
    Reading,
    Referent,
    Resolution,
    Shard,
    Span,
    Stating,
)

BASE = "https://w3id.org/wlgraph/id/"
PAGE_TEXT = (
    "海澜星入选绿色工厂\n浙江海澜星泵业有限公司位于大溪镇，入选绿\n【广告】\n色工厂。\n公司计划到2026年产值超2亿元。"
)
HEADLINE = "海澜星入选绿色工厂"
BODY = "浙江海澜星泵业有限公司位于大溪镇，入选绿色工厂。公司计划到2026年产值超2亿元。"


def _article() -> Article:
    text = f"{HEADLINE}\n{BODY}"
    offsets, place = [], 0
    for char in text:
        if char == "\n":
            offsets.append(-1)
            continue
        while PAGE_TEXT[place] != char or PAGE_TEXT.startswith("【广告】", PAGE_TEXT.rfind("\n", 0, place) + 1):
            place += 1
        offsets.append(place)
        place += 1
    head, first = len(HEADLINE), len(HEADLINE) + 1
    cut = text.index("。") + 1
    return Article(
        id="a1",
        text=text,
        offsets=tuple(offsets),
        blocks=(Block(kind="headline", span=Span(0, head)), Block(kind="body", span=Span(first, len(text)))),
        sentences=(Span(0, head), Span(first, cut), Span(cut, len(text))),
        headline=HEADLINE,
        reporters=("周亦然",),
    )


def _mention(article: Article, words: str, leaf: str, referent: str) -> Mention:
    start = article.text.index(words)
    span = Span(start, start + len(words))
    return Mention(article="a1", span=span, text=words, leaf=leaf, referent=referent)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def shard() -> Shard:
    article = _article()
    first, second = article.sentences[1], article.sentences[2]
    claims = (
        Claim(article="a1", subject="e1", predicate="locatedIn", object="e2", sentence=first, confidence=0.9),
        Claim(article="a1", subject="e1", predicate="received", object="e3", sentence=first, year="2024"),
        Claim(article="a1", subject="e1", predicate="tenantOf", object="e4", sentence=second, modality="planned"),
    )
    figure = Figure(
        article="a1", observed="e1", indicator="产值", value="200000000.0", unit="元", sentence=second,
        written="2亿元", period="2026", modality="target", precision="over",
    )  # fmt: skip
    naming = Naming(
        mentions=(
            _mention(article, "浙江海澜星泵业有限公司", "Company", "e1"),
            _mention(article, "大溪镇", "Town", "e2"),
            _mention(article, "绿色工厂", "Recognition", "e3"),
        ),
        referents=(
            Referent(id="e1", leaf="Company", name="浙江海澜星泵业有限公司", surfaces=("海澜星",)),
            Referent(id="e2", leaf="Town", name="大溪镇"),
            Referent(id="e3", leaf="Recognition", name="绿色工厂"),
            Referent(id="e4", leaf="IndustrialPark", name="大溪泵业园"),
            Referent(id="e5", leaf="AdministrativeArea", name="温岭市"),
        ),
    )
    page = Page(name="p1.txt", text=PAGE_TEXT, publication="温岭日报", date="2025-03-01", date_source="printed")
    return Shard(
        key="k",
        reading=Reading(page=page, articles=(article,)),
        naming=naming,
        stating=Stating(claims=claims, figures=(figure,)),
    )


@pytest.fixture(scope="session")
def resolution() -> Resolution:
    entities = (
        Entity(iri=f"{BASE}e1", leaf="Company", name="浙江海澜星泵业有限公司", aliases=("海澜星",)),
        Entity(
            iri=f"{BASE}division/331081101",
            leaf="Town",
            name="大溪镇",
            code="331081101",
            parent=f"{BASE}division/331081",
        ),
        Entity(iri=f"{BASE}e3", leaf="Recognition", name="绿色工厂"),
        Entity(iri=f"{BASE}e4", leaf="IndustrialPark", name="大溪泵业园"),
        Entity(iri=f"{BASE}division/331081", leaf="AdministrativeArea", name="温岭市", code="331081"),
    )
    iris = (entity.iri for entity in entities)
    return Resolution(entities=entities, entity_of={f"p1.txt#e{i}": iri for i, iri in enumerate(iris, start=1)})


@pytest.fixture(scope="session")
def folder(shard: Shard, resolution: Resolution, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder with graph, inferred triples and store."""
    path = tmp_path_factory.mktemp("graph")
    write_graph([shard], resolution, path / GRAPH)
    build_store(path)
    return path
