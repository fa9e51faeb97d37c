"""Marked pages as samples for the models of figures: each article's scene, and which quantity tells which figure."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher

from wlgraph.claims.encoder import Answers
from wlgraph.claims.figures.measure import period_logits
from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.ranking import split_by
from wlgraph.claims.figures.subjects import rows
from wlgraph.claims.figures.trees import buckets, context
from wlgraph.claims.figures.wording import pair_context
from wlgraph.model import Figure
from wlgraph.training.studies import Marked

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

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.thinned, self.writer, self.date = not marked.clean, marked.writer, marked.date
        self.figures = marked.figures
        around = marked.study.around
        self.scene = around.scene
        self.of: dict[int, list[Figure]] = defaultdict(list)
        self.repeats: set[int] = set()
        self._align()
        self.names = marked.study.candidates

    def describe(self) -> Sample:
        """This sample with the features of its candidates and words, which the encoder's training does not need."""
        scene, around = self.scene, self.marked.study.around
        self.rows = [rows(around, i, self.names[i]) for i in range(len(scene.quantities))]
        cache: dict[int, list[str]] = {}
        self.pairs = [
            [buckets(pair_context(around, i, name, cache)) for name in self.names[i]]
            for i in range(len(scene.quantities))
        ]
        self.context = [buckets(context(scene.text, q.span.start, q.span.end, q.unit)) for q in scene.quantities]
        return self

    def hear(self, answers: Answers) -> Sample:
        """This sample with what an encoder that had not seen its writer answers."""
        self.heard = answers
        self.said = split_by(answers.subjects, self.names) if self.names else []
        self.times = period_logits(self.scene, answers)
        return self

    def _align(self) -> None:
        text = self.scene.text
        for figure in self.figures:
            want = measure_of(figure.value.removeprefix("-"), figure.unit)  # a fall may be marked as negative growth
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
