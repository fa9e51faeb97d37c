"""Marked pages as training samples: windows of article text with typed spans."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from wlgraph.evaluation.marked import read_marked
from wlgraph.model import LEAVES, Article, Record
from wlgraph.names.recogniser.tags import TypedSpan
from wlgraph.names.recogniser.windows import cut

_LEAF_INDEX = {leaf: i for i, leaf in enumerate(LEAVES)}


class Sample(Record, frozen=True, kw_only=True):
    """A text and the names in it."""

    text: str
    spans: tuple[TypedSpan, ...]


def read_samples(paths: Iterable[Path]) -> list[Sample]:
    """One sample an article, of the text that the recogniser sees at run time: everything but bylines."""
    samples: list[Sample] = []
    for path in paths:
        page = read_marked(path)
        for article in page.reading.articles:
            spans = [
                (m.span.start, m.span.end, _LEAF_INDEX[m.leaf])
                for m in page.naming.mentions
                if m.article == article.id and m.text.strip()
            ]
            samples.append(_without_bylines(article, spans))
    return samples


def windows(samples: Sequence[Sample], limit: int, rng: random.Random | None = None) -> list[Sample]:
    """Cut samples as the recogniser cuts texts. With ``rng``, limits vary, so that the model meets every length."""
    result: list[Sample] = []
    for sample in samples:
        chosen = rng.choice([limit // 4, limit // 2, limit, limit]) if rng else limit
        for window in cut(sample.text, chosen):
            inside = [(s - window.start, e - window.start, c) for s, e, c in sample.spans]
            kept = tuple(t for t in inside if t[0] >= 0 and t[1] <= len(window))
            result.append(Sample(text=sample.text[window.start : window.end], spans=kept))
    return result


def _without_bylines(article: Article, spans: Sequence[TypedSpan]) -> Sample:
    text, moved, position = "", [], 0
    for block in (*article.blocks, None):
        if block is not None and block.kind != "byline":
            continue
        stop = block.span.start if block else len(article.text)
        shift = len(text) - position
        moved += [(s + shift, e + shift, c) for s, e, c in spans if position <= s and e <= stop]
        text += article.text[position:stop]
        position = block.span.end if block else stop
    return Sample(text=text, spans=tuple(moved))
