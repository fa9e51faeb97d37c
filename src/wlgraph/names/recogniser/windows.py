"""Cut a text into windows that the model reads as one sequence: whole sentences, as many as fit."""

from __future__ import annotations

import re

from wlgraph.model import Span

_PIECE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]+[”’」』）)]*\n*|\n+|$)")
_BREATH = re.compile(r"[，、,：: ]")


def cut(text: str, limit: int = 256) -> list[Span]:
    """Consecutive spans that cover ``text``, each at most ``limit`` long and ending with a sentence where it can."""
    windows: list[Span] = []
    start = stop = 0
    for piece in _pieces(text, limit):
        if piece.end - start > limit and stop > start:
            windows.append(Span(start, stop))
            start = stop
        stop = piece.end
    if stop > start:
        windows.append(Span(start, stop))
    return windows


def _pieces(text: str, limit: int) -> list[Span]:
    pieces: list[Span] = []
    for m in _PIECE.finditer(text):
        start = m.start()
        while m.end() - start > limit:
            breaths = [b.end() for b in _BREATH.finditer(text, start + limit // 2, start + limit)]
            stop = breaths[-1] if breaths else start + limit
            pieces.append(Span(start, stop))
            start = stop
        if m.end() > start:
            pieces.append(Span(start, m.end()))
    return pieces
