"""Whether a quantity is a figure worth stating: what speaks for and against it."""

from __future__ import annotations

import math
import re

import numpy as np

from wlgraph.claims.figures.quantities import KINDS
from wlgraph.claims.figures.scene import HEADS, Scene
from wlgraph.claims.figures.subjects import Rows
from wlgraph.model import LEAVES

_SPOKEN = re.compile(r"(?:每|一|半|几|多)$")


def keep_rows(scene: Scene, text_scores: list[float], scores: list[dict[str, float]], heard: Rows) -> Rows:
    """One row of features for each quantity.

    ``scores`` are its candidates' chances to be the subject, ``heard`` the encoder's logit of its being a figure.
    """
    table = [[float(heard[i]), *_row(scene, i, text_scores[i], scores[i])] for i in range(len(scene.quantities))]
    return np.asarray(table, dtype=np.float32).reshape(len(scene.quantities), -1)


def _row(scene: Scene, index: int, text_score: float, scores: dict[str, float]) -> list[float]:
    q, text = scene.quantities[index], scene.text
    order = sorted(scores, key=lambda r: -scores[r]) or [""]
    best = scores.get(order[0], 0.0)
    second = scores.get(order[1], 0.0) if len(order) > 1 else 0.0
    block = scene.block_at(q.span.start)
    sentence = scene.sentence_span(q.span.start)
    start, end = (sentence.start, sentence.end) if sentence else (q.span.start, q.span.end)
    here = [p for p in scene.quantities if start <= p.span.start < end]
    numeral = text[q.numeral.start : q.numeral.end]
    quoted = text.rfind("“", max(0, start - 200), q.span.start) > text.rfind("”", max(0, start - 200), q.span.start)
    same = sum(p.value == q.value and p.unit == q.unit for p in scene.quantities)
    clause = text[scene.clause_start(q.span.start) : q.span.start]
    return [
        text_score,
        best,
        second,
        best - second,
        *[float(q.kind == k) for k in KINDS],
        *[float(scene.leaf_of.get(order[0]) == leaf) for leaf in LEAVES],
        math.log10(float(q.value) + 1),
        float(numeral[0].isdigit()),
        float(len(numeral)),
        float(q.value == "1"),
        float(q.precision != "exact"),
        float(bool(q.lower)),
        float(block is not None and block.kind in HEADS),
        float(quoted),
        float(len(here)),
        float(here.index(q)) if q in here else 0.0,
        float(end - start),
        float(q.span.start - start),
        float(same),
        float(any(p.value == q.value and p.unit == q.unit for p in scene.quantities[:index])),
        float(len(scene.quantities)),
        float(len(scene.text)),
        float(len(clause)),
        float("每" in clause),
        float(bool(_SPOKEN.search(text[max(0, q.span.start - 1) : q.span.start]))),
        float(sum(s.start >= start and s.end <= q.span.start for s in scene.sights)),
        float(text[q.span.end : q.span.end + 1] in "，。；、"),
        float(text[q.span.end : q.span.end + 1] == "的"),
    ]
