"""Periods that the words leave no doubt about: 2020年、2021年产值分别为403亿元和459亿元; 去年同期是35.2亿元."""

from __future__ import annotations

import re
from itertools import pairwise

from wlgraph.claims.figures.scene import Scene
from wlgraph.times import TimeExpression

_LINK = re.compile("[、，,和及与]|以及")
_EACH = re.compile("分别|依次")
_YEAR_AGO = re.compile("(?:是|为|则|只有|仅有|只|仅|有|的)*$")
_GAP = re.compile(r"[、，,和及与以]{1,3}(?:达|为|是)?")


def certain_periods(scene: Scene) -> dict[int, str]:
    """The period of each quantity (its place in the scene) that its words date beyond doubt."""
    return _of_a_year_ago(scene) | _paired(scene)


def _of_a_year_ago(scene: Scene) -> dict[int, str]:
    """去年同期 right before a number, and nothing that compares."""
    times = {t.span.end: t for t in scene.times if t.text.endswith("同期") and "/" in t.value}
    found: dict[int, str] = {}
    for i, q in enumerate(scene.quantities):
        start = scene.clause_start(q.span.start)
        end = next((e for e in times if start < e <= q.span.start), None)
        if end is None or q.kind in ("ratio", "rank"):
            continue
        before = scene.text[start : times[end].span.start]
        if before in ("", "而") and _YEAR_AGO.fullmatch(scene.text[end : q.span.start]):
            found[i] = times[end].value
    return found


def _paired(scene: Scene) -> dict[int, str]:
    """The period of each quantity (its place in the scene) that stands in a row told 分别 of as many times."""
    found: dict[int, str] = {}
    for each in _EACH.finditer(scene.text):
        sentence = scene.sentence_span(each.start())
        if sentence is None:
            continue
        times = _row([t for t in scene.times if sentence.start <= t.span.start < each.start() and t.value], scene.text)
        numbers = [i for i, q in enumerate(scene.quantities) if each.end() <= q.span.start < sentence.end]
        run = numbers[:1]
        for a, b in pairwise(numbers):
            if not _GAP.fullmatch(scene.text[scene.quantities[a].span.end : scene.quantities[b].span.start]):
                break
            run.append(b)
        if len(times) == len(run) > 1:
            found |= {i: t.value for i, t in zip(run, times, strict=True)}
    return found


def _row(times: list[TimeExpression], text: str) -> list[TimeExpression]:
    """The last times that follow each other with only a link between."""
    row = times[-1:]
    for a, b in reversed(list(pairwise(times))):
        if not _LINK.fullmatch(text[a.span.end : b.span.start]):
            break
        row.insert(0, a)
    return row
