"""Sentences of a block."""

from __future__ import annotations

import re
from itertools import pairwise

from wlgraph.model import Span

MAX_SENTENCE = 400
_END = re.compile(r"(?:[。！？!?；;]|…{2,}(?=[”’」』]|$))+[”’」』）)]*")
_COMMA = re.compile(r"[，,、：]")
_TITLE = re.compile(r"《[^》]{0,80}》|“[^”，。；]{1,16}[！？!?]”(?![。！？]?$)|‘[^’]{1,16}’|（[^（）]{0,60}）")


def split_sentences(text: str, span: Span) -> list[Span]:
    """Cut a block into sentences at 。！？； and their closing marks.

    Marks inside a title (《…》), brackets or a short quotation that the sentence goes on after do not cut. A sentence
    longer than ``MAX_SENTENCE`` characters is cut at its commas.
    """
    block = text[span.start : span.end]
    inside = [(m.start(), m.end()) for m in _TITLE.finditer(block)]
    cuts = [m.end() for m in _END.finditer(block) if not any(a < m.start() < b for a, b in inside)]
    edges = [0, *cuts, len(block)]
    spans = []
    for a, b in pairwise(edges):
        piece = block[a:b]
        if not piece.strip():
            continue
        start = a + len(piece) - len(piece.lstrip())
        end = a + len(piece.rstrip())
        spans += _shortened(block, start, end)
    return [Span(span.start + a, span.start + b) for a, b in spans]


def _shortened(block: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_SENTENCE:
        commas = [m.end() for m in _COMMA.finditer(block, start, start + MAX_SENTENCE)]
        cut = commas[-1] if commas else start + MAX_SENTENCE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]
