"""When a quantity holds, and whether it is a fact, a target or a forecast."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from wlgraph.claims.figures.quantities import KINDS, Quantity
from wlgraph.claims.figures.scene import Scene, Times
from wlgraph.claims.figures.subjects import Rows
from wlgraph.model import FigureModality
from wlgraph.times import TimeExpression

_TARGET = re.compile(
    r"目标|力争|争取|确保|要求|计划(?!生育)|规划(?:建设|到)|拟|将(?!.{0,3}从)|要(?:完成|达到|实现|新增|新建|建成|培育|增长|在)|新建.{0,6}不少于|"
    r"任务|届时|设计(?:年|日|能力|产能)|提出|预留|准备|打算|有意(?![思见义向识])|可(?:新增|容纳|停|供|住|安置|年产|形成)|年产能"
)
_FORECAST = re.compile(
    r"预计|预期|有望|估计|可望|据测算|测算|达产后|投产后|建成后|投用后|满产后|可实现|将(?:达|超|突破|增)"
)


_PRESENT = re.compile("现有|现已|目前|眼下|如今|现在|当前|拥有|仍有|已有|现(?=[一-龥]{0,3}$)|共有|还有|至今")
_REACHED = re.compile(
    "(?:增加|扩大|提高|提升|发展|降|涨|增|扩|铺|压|升|减|缩小|上升|下降)(?:到|至|为)[^，。]{0,4}$|达到?[^，。]{0,3}$"
)
_WHOLE_YEAR = re.compile("全年|年度|一年|年末|年底")
_FREQUENT = 2
"""So many of the periods that an article tells most often are looked at wherever the quantity stands."""


BOUNDS = {"at": 0, "until": 1, "since": 2, "before": 3}
"""Numbers of how a time limits what is told."""
DAY = 4
"""In place of a bound's number: the article's own day."""


def times_near(scene: Scene, q: Quantity) -> Times:
    """The times of an article that may hold for a quantity; asked for by several, so remembered in the scene."""
    known = scene.times_of.get(q.span.start)
    if known is None:
        known = scene.times_of[q.span.start] = _times_near(scene, q)
    return known


def _times_near(scene: Scene, q: Quantity) -> Times:
    sentence = scene.sentence_span(q.span.start)
    start, end = (sentence.start, sentence.end) if sentence else (q.span.start, q.span.end)
    here = scene.place(q.span.start)
    times = scene.times[bisect_left(scene.time_starts, start - 400) : bisect_left(scene.time_starts, end)]
    times = [t for t in times if scene.place(t.span.start).block >= min(here.block, scene.first_body)]
    own = [t for t in times if t.span.start >= start]
    return Times(
        own=own,
        ahead=[t for t in own if t.span.end <= q.span.start and t.value],
        after=[t for t in own if t.span.start >= q.span.end and t.value],
        past=[t for t in times if t.value and t.span.start < start][-3:],
    )


def period_rows(
    scene: Scene, q: Quantity, date: str, before: str = "", heard: Sequence[float] = ()
) -> tuple[list[str], Rows]:
    """The periods that may hold for a quantity, and what speaks for each: times told near it, the article's own day.

    ``before`` is the period of the article's last figure before this one, empty where there is none; ``heard`` are
    the encoder's logits of ``times_near`` and of the article's day.
    """
    sentence = scene.sentence_span(q.span.start)
    start = sentence.start if sentence else q.span.start
    near = times_near(scene, q)
    own, ahead, past = near.own, near.ahead, near.past
    now = any(t.now for t in own)
    words = scene.text[start : q.span.start]
    shared = [
        *[float(q.kind == k) for k in KINDS],
        float(now),
        float(len(ahead)),
        float(len(own)),
        float(bool(past)),
        float(bool(_PRESENT.search(words[-30:]))),
        float(bool(_REACHED.search(words[-10:]))),
        float("其中" in words),
        float(bool(_WHOLE_YEAR.search(words))),
        float(q.unit == "岁"),
        float(bool(before)),
        float(bool(_FORECAST.search(words[-22:]))),
        float(bool(_TARGET.search(words[-22:]))),
        float(bool(re.search("增长|下降|同比|环比", words[-12:]))),
        float(bool(re.search("投资|占地|面积|全长", words[-8:]))),
        float(bool(re.search("累计|已|共", words[-10:]))),
    ]
    values: dict[str, list[float]] = {}
    told = _Told(scene, q)
    spoken = _spoken(near, date, heard)

    def offer(value: str, features: list[float]) -> None:
        for shorter in (value, *(value[:n] for n in (7, 4) if "/" not in value and len(value) > n)):
            if shorter in values:
                continue
            cut = float(shorter != value)
            later = float(bool(date) and shorter[:4] > date[:4]) - float(bool(date) and shorter[:4] < date[:4])
            kind = [
                float("/" in shorter),
                float(len(shorter) == 4),
                float(len(shorter) == 7),
                float(len(shorter) == 10),
            ]
            values[shorter] = [*features, cut, *kind, later, *told.of(shorter, before), *spoken(shorter), *shared]

    for rank, t in enumerate(reversed(ahead)):
        offer(t.value, _told(scene, q, t, 0.0, rank))
    for rank, t in enumerate(near.after):
        offer(t.value, _told(scene, q, t, 1.0, rank))
    for rank, t in enumerate(reversed(past)):
        offer(t.value, _told(scene, q, t, 2.0, rank))
    if date:
        offer(date, [3.0, *[0.0] * _TOLD])
    for value in told.frequent:
        offer(value, [4.0, *[0.0] * _TOLD])
    names = list(values)
    if not names:
        return [], np.empty((0, 0), dtype=np.float32)
    return names, np.asarray([values[v] for v in names], dtype=np.float32)


def _spoken(near: Times, date: str, heard: Sequence[float]) -> Callable[[str], list[float]]:
    """What the encoder says of a value: the best logit of the times that tell it, and how far behind the best of all."""
    best: dict[str, float] = {}
    values = [*(t.value for t in near.all), date]
    for value, logit in zip(values, heard or [0.0] * len(values), strict=True):
        for shorter in (value, value[:7], value[:4]) if "/" not in value else (value,):
            best[shorter] = max(best.get(shorter, _UNHEARD), logit)
    top = max(best.values())
    return lambda value: [best.get(value, _UNHEARD), top - best.get(value, _UNHEARD)]


_UNHEARD = -20.0


class _Told:
    """The periods that an article has told before a quantity: how often, and whether first or in the headline."""

    def __init__(self, scene: Scene, q: Quantity) -> None:
        past = [t for t in scene.times[: bisect_left(scene.time_starts, q.span.start)] if t.value]
        body = [t.value for t in past if scene.place(t.span.start).block >= scene.first_body]
        self._heads = {t.value for t in past if scene.place(t.span.start).block < scene.first_body}
        self._first = body[0] if body else ""
        self._counts, self._total = Counter(body), len(body)
        self.frequent = [value for value, _ in self._counts.most_common(_FREQUENT)]

    def of(self, value: str, before: str) -> list[float]:
        within = sum(n for told, n in self._counts.items() if told.startswith(value))
        return [
            float(value == before),
            float(bool(before) and value[:4] == before[:4]),
            self._counts[value] / self._total if self._total else 0.0,
            within / self._total if self._total else 0.0,
            float(value == self._first),
            float(value in self._heads),
        ]


_TOLD = 10


def _told(scene: Scene, q: Quantity, t: TimeExpression, source: float, rank: int) -> list[float]:
    text = scene.text
    place, here = scene.place(t.span.start), scene.place(q.span.start)
    return [
        source,
        float(rank),
        float(min(200, abs(q.span.start - t.span.end))),
        float(here.clause - place.clause),
        float(here.sentence - place.sentence),
        float(here.block - place.block),
        float(text.startswith("的", t.span.end)),
        float(text[max(0, t.span.start - 1) : t.span.start] in ("比", "较", "与", "到")),
        float(t.bound == "until") + 2 * float(t.bound == "since") + 3 * float(t.bound == "before"),
        float(text.startswith("，", t.span.end)),
        float(scene.clause_start(t.span.start) == t.span.start),
    ]


def modality_of(scene: Scene, q: Quantity, date: str, period: str) -> FigureModality:
    """A target where the sentence wants or plans it, a forecast where it expects it, else a fact."""
    sentence = scene.sentence_span(q.span.start)
    start = sentence.start if sentence else scene.clause_start(q.span.start)
    near = scene.text[max(start, q.span.start - 22) : q.span.start]
    if _FORECAST.search(near):
        return "forecast"
    if _TARGET.search(near):
        return "target"
    first = period[: period.find("/")] if "/" in period else period
    return "target" if date and first > date[: len(first)] else "actual"
