"""Marked pages as samples for the models of figures: each article's scene, and which quantity tells which figure."""

from __future__ import annotations

import random
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import msgspec

from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.scene import Scene
from wlgraph.claims.figures.subjects import rows
from wlgraph.claims.figures.surroundings import Surroundings, candidates
from wlgraph.claims.figures.trees import buckets, context
from wlgraph.claims.figures.wording import pair_context
from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.model import Figure, Naming
from wlgraph.names.references import refer

UNITS = {
    "公里": ("米", 1000.0), "平方公里": ("平方米", 1e6), "公顷": ("平方米", 1e4), "公斤": ("千克", 1.0),
    "吨": ("千克", 1000.0), "兆瓦": ("千瓦", 1000.0), "度": ("千瓦时", 1.0), "家次": ("家", 1.0), "名": ("人", 1.0),
    "位": ("人", 1.0), "间": ("个", 1.0), "车道": ("条", 1.0),
}  # fmt: skip


def measure_of(value: str, unit: str) -> tuple[float, str]:
    """Value and unit on one scale, so that 4.2 公里 equals 4200 米."""
    base, factor = UNITS.get(unit, (unit, 1.0))
    return round(float(value) * factor, 6), base


class Sample:
    """One article: its scene, its figures, and which quantity tells which figure."""

    def __init__(self, writer: str, scene: Scene, figures: list[Figure], date: str, thinned: bool = False) -> None:
        self.thinned, self.writer, self.scene, self.figures, self.date = thinned, writer, scene, figures, date
        self.of: dict[int, list[Figure]] = defaultdict(list)
        self.repeats: set[int] = set()
        self._align()
        around = Surroundings(scene)
        self.names = [candidates(around, i) for i in range(len(scene.quantities))]
        self.rows = [rows(around, i, self.names[i]) for i in range(len(scene.quantities))]
        cache: dict[int, list[str]] = {}
        self.pairs = [
            [buckets(pair_context(around, i, name, cache)) for name in self.names[i]]
            for i in range(len(scene.quantities))
        ]
        self.context = [buckets(context(scene.text, q.span.start, q.span.end, q.unit)) for q in scene.quantities]

    def _align(self) -> None:
        text = self.scene.text
        for figure in self.figures:
            want = measure_of(figure.value, figure.unit)
            fitting = [
                i
                for i, q in enumerate(self.scene.quantities)
                if measure_of(q.value, q.unit) == want or (q.upper and measure_of(q.upper, q.unit) == want)
            ]
            if not fitting:
                continue

            def closeness(i: int, figure: Figure = figure) -> float:
                q: Quantity = self.scene.quantities[i]
                window = text[max(0, q.span.start - 25) : q.span.end + 12]
                overlap = sum(
                    b.size
                    for b in SequenceMatcher(None, figure.indicator, window, autojunk=False).get_matching_blocks()
                )
                near = min(
                    (abs(s.start - q.span.start) for s in self.scene.by_referent.get(figure.observed, [])), default=300
                )
                head = self.scene.place(q.span.start).block < self.scene.first_body
                return overlap / max(1, len(figure.indicator)) - near / 400 - head * 0.5 - (i in self.of) * 0.6

            chosen = max(fitting, key=closeness)
            self.of[chosen].append(figure)
            if want[0] >= 10 and want[0] % 10:
                self.repeats |= {i for i in fitting if i != chosen}
        self.repeats -= set(self.of)


def thin(naming: Naming, share: float, seed: int) -> Naming:
    """A naming with a share of its mentions dropped, as a recogniser would miss them."""
    rng = random.Random(seed)
    return msgspec.structs.replace(naming, mentions=tuple(m for m in naming.mentions if rng.random() >= share))


def with_references(page: MarkedPage, naming: Naming) -> Naming:
    """A naming with the references (我市, 该公司) that the names room would add."""
    home = next((r for r in naming.referents if r.id == home_of(page)), None)
    if home is None:
        return naming
    found = refer(page.reading.articles, naming.mentions, naming.referents, home)
    return msgspec.structs.replace(naming, mentions=naming.mentions + tuple(found))


def home_of(page: MarkedPage) -> str:
    """The referent of the page's home."""
    return next((r.id for r in page.naming.referents if r.name == page.reading.page.home), "")


def load(pages: list[Path], drop: float = 0.0, seed: int = 0) -> list[Sample]:
    """The articles of marked pages as samples."""
    samples: list[Sample] = []
    for path in pages:
        page = read_marked(path)
        naming = thin(page.naming, drop, seed + len(samples)) if drop else page.naming
        naming = with_references(page, naming)
        for article in page.reading.articles:
            figures = [f for f in page.stating.figures if f.article == article.id]
            scene = Scene(article, page.reading.page, naming, home_of(page))
            samples.append(Sample(path.name[0], scene, figures, page.reading.page.date, drop > 0))
    return samples
