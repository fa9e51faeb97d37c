"""When a quantity holds, and whether it is a fact, a target or a forecast."""

from __future__ import annotations

import re

from wlgraph.claims.figures.quantities import Quantity
from wlgraph.claims.figures.scene import Scene
from wlgraph.model import FigureModality
from wlgraph.times import TimeExpression

_TARGET = re.compile(
    r"目标|力争|争取|确保|要求|计划(?!生育)|规划(?:建设|到)|拟|将(?!.{0,3}从)|要(?:完成|达到|实现|新增|新建|建成|培育|增长|在)|新建.{0,6}不少于|"
    r"任务|届时|设计(?:年|日|能力|产能)|提出|预留|准备|打算|可(?:新增|容纳|停|供|住|安置|年产|形成)|年产能"
)
_FORECAST = re.compile(
    r"预计|预期|有望|估计|可望|据测算|测算|达产后|投产后|建成后|投用后|满产后|可实现|将(?:达|超|突破|增)"
)


def period_of(scene: Scene, q: Quantity, date: str) -> str:
    """The ISO period of a quantity, empty where nothing dates it."""
    if q.kind == "age":
        return date[:4]
    chosen = _nearest(scene, q)
    if chosen is not None and chosen.value:
        return chosen.value
    if chosen is not None and chosen.now:
        return date[:7]
    return _inherited(scene, q) or date[:4]


def _nearest(scene: Scene, q: Quantity) -> TimeExpression | None:
    """The last time expression before the quantity in its sentence, or one after it in its clause."""
    sentence = scene.sentence_span(q.span.start)
    if sentence is None:
        return None
    before = [t for t in scene.times if sentence.start <= t.span.start and t.span.end <= q.span.start]
    told = [
        t
        for t in before
        if not scene.text.startswith("的", t.span.end) or scene.text[t.span.end + 1 : q.span.start] == ""
    ]
    told = [
        t for t in told if re.search(r"(?:比|较|与|超过)$", scene.text[max(0, t.span.start - 2) : t.span.start]) is None
    ]
    if told:
        return told[-1]
    end = scene.clause_end(q.span.end)
    after = [t for t in scene.times if q.span.end <= t.span.start < end]
    return after[0] if after else None


def _inherited(scene: Scene, q: Quantity) -> str:
    """The time of the sentence before in the same block."""
    here = scene.place(q.span.start)
    earlier = [
        t
        for t in scene.times
        if t.value and t.span.start < q.span.start and scene.place(t.span.start).block == here.block
        and scene.place(t.span.start).sentence == here.sentence - 1
    ]  # fmt: skip
    return earlier[-1].value if earlier else ""


def modality_of(scene: Scene, q: Quantity, date: str, period: str) -> FigureModality:
    """A target where the sentence wants or plans it, a forecast where it expects it, else a fact."""
    sentence = scene.sentence_span(q.span.start)
    start = sentence.start if sentence else scene.clause_start(q.span.start)
    near = scene.text[max(start, q.span.start - 22) : q.span.start]
    if _FORECAST.search(near):
        return "forecast"
    if _TARGET.search(near):
        return "target"
    return "target" if period and date and period.split("/")[0] > date[: len(period.split("/")[0])] else "actual"
