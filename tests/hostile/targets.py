"""The readers of bad input, each as a function of bytes that either returns or raises what it promises."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from wlgraph.errors import PageError, QueryError, WlgraphError
from wlgraph.evaluation.marked import read_marked
from wlgraph.graph.query import serialize
from wlgraph.model import UNSEEN
from wlgraph.pages import read_page
from wlgraph.times import find_numerals, find_times


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="wlgraph-fuzz-"))


def read_text(content: bytes) -> None:
    """A page."""
    path = _folder() / "page.txt"
    path.write_bytes(content)
    check_page(path)


def check_page(path: Path) -> None:
    """Read a page or refuse it: every offset leads to its character, every sentence to its words."""
    try:
        reading = read_page(path)
    except PageError:
        return
    text = reading.page.text
    for article in reading.articles:
        assert len(article.offsets) == len(article.text)
        for block in article.blocks:
            assert 0 <= block.span.start < block.span.end <= len(article.text)
        for sentence in article.sentences:
            spelled = "".join(text[p.start : p.end] for p in article.locate(sentence, text))
            assert UNSEEN.sub("", spelled) == UNSEEN.sub("", article.text[sentence.start : sentence.end])


def read_sidecar(content: bytes) -> None:
    """What stands beside a page."""
    path = _folder() / "beside.txt"
    path.write_text("小微园里起新楼\n\n本报讯（记者陈可）小微园建成厂房8幢。", "utf-8")
    path.with_suffix(".meta.json").write_bytes(content)
    with suppress(PageError):
        read_page(path)


def read_annotated(content: bytes) -> None:
    """A marked page."""
    path = _folder() / "marked.txt"
    path.write_bytes(content)
    with suppress(WlgraphError):
        read_marked(path)


def read_time(content: bytes) -> None:
    """Times and numerals: they stand where they say, in order."""
    text = content.decode("utf-8", "replace")
    for found in (find_times(text, "2021-03-04"), find_numerals(text)):
        spans = [x.span for x in found]
        assert spans == sorted(spans)
        assert all(0 <= s.start < s.end <= len(text) for s in spans)


@cache
def _store() -> ox.Store:
    made = ox.Store()
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    for number in range(20):
        made.add(ox.Quad(ox.NamedNode(f"urn:{number}"), label, ox.Literal("甲" * number, language="zh")))
    return made


def ask(content: bytes) -> None:
    """A query: answered or refused, nothing written."""
    with suppress(QueryError):
        serialize(_store(), content.decode("utf-8", "replace"), "json")
    assert len(_store()) == 20


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": read_text,
    "sidecar": read_sidecar,
    "marked": read_annotated,
    "times": read_time,
    "query": ask,
}
SEEDS: dict[str, tuple[str, ...]] = {
    "text": (
        "# 小微园里起新楼\n\n本报讯（记者 周亦然 通讯员 郑晓）3月11日，大溪镇开会。（下转第三版）\n\n（上接第一版）记者 周亦然 摄",
        "责任编辑 林敏 第1版\n2023年6月26日 星期一\n水清了\n■记者 陈可\n花溪清了，“水清了",
    ),
    "sidecar": ('{"home": "慈溪市", "date": "2021-03-04", "page": "A1", "publication": "慈溪日报"}',),
    "marked": (
        "@page publication=海州日报 home=海州市 date=2021-03-04\n@article\n@headline 【苍屿镇|Town】办起新厂\n"
        "【海州远帆泵业有限公司|Company】投资3亿元。\n@rel 海州远帆泵业有限公司 | locatedIn | 苍屿镇\n"
        "@fig 海州远帆泵业有限公司 | 投资 | 300000000 | 元 | 2021 | target\n",
    ),
    "times": (
        "去年以来，今年1至9月、“十四五”末、上世纪八九十年代、3月5日至7日，近三年，年底前。",
        "三千二百万零五、2.5万、三四成、½、廿三",
    ),
    "query": (
        "SELECT * WHERE { ?s ?p ?o FILTER(REGEX(?o, '甲+')) } ORDER BY ?s LIMIT 3",
        "ASK { GRAPH ?g { ?s a ?o } }",
    ),
}
"""Good input of each target, which a fuzzer varies."""
