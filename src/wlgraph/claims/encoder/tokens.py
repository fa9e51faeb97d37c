"""An article as the network reads it: a token for each character, one for each whole mention and each quantity."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wlgraph.model import LEAVES, Article, Leaf, Span

Ints = NDArray[np.int64]

CHARACTER, NAME, REFERENCE, QUANTITY = range(4)
"""What a token stands for."""

_LEAF = {leaf: i + 1 for i, leaf in enumerate(LEAVES)}
_HEADS = ("kicker", "headline", "subhead")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention that becomes one token."""

    span: Span
    leaf: Leaf
    reference: bool


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an article in order, as arrays of one length.

    ``starts`` and ``ends`` are offsets into ``text``; ``leaves`` number the classes from one, zero is none;
    ``sentences`` number the sentences. ``mentions`` and ``quantities`` say which token each mark and each quantity
    became, -1 where another mark covers it; ``at`` gives the token of each character.
    """

    text: str
    starts: Ints
    ends: Ints
    kinds: Ints
    leaves: Ints
    headings: Ints
    sentences: Ints
    mentions: list[int]
    quantities: list[int]
    at: Ints

    def __len__(self) -> int:
        return len(self.starts)


def leaf_number(leaf: Leaf) -> int:
    """A class's number in ``Tokens.leaves``."""
    return _LEAF[leaf]


def fold(article: Article, marks: Sequence[Mark], quantities: Sequence[Span]) -> Tokens:
    """Fold an article's mentions and quantities. Marks do not overlap; an empty one (a home told nowhere) is kept."""
    text = article.text
    spans = [(m.span.start, m.span.end, NAME + m.reference, i) for i, m in enumerate(marks)]
    marked = bytearray(len(text))
    for m in marks:
        marked[m.span.start : m.span.end] = b"\x01" * (m.span.end - m.span.start)
    spans += [(q.start, q.end, QUANTITY, i) for i, q in enumerate(quantities) if not any(marked[q.start : q.end])]
    rows: list[tuple[int, int, int, int]] = []
    mentions, found = [-1] * len(marks), [-1] * len(quantities)
    done = 0
    for start, end, kind, i in sorted(spans):
        if start < done:
            continue
        rows += [(c, c + 1, CHARACTER, 0) for c in range(done, start)]
        if kind == QUANTITY:
            found[i] = len(rows)
        else:
            mentions[i] = len(rows)
        rows.append((start, end, kind, 0 if kind == QUANTITY else _LEAF[marks[i].leaf]))
        done = end
    rows += [(c, c + 1, CHARACTER, 0) for c in range(done, len(text))]
    table = np.asarray(rows, dtype=np.int64).reshape(-1, 4)
    starts, ends = table[:, 0], table[:, 1]
    heads = np.zeros(len(text) + 1, dtype=np.int64)
    for block in article.blocks:
        if block.kind in _HEADS:
            heads[block.span.start : block.span.end] = 1
    begins = [s.start for s in article.sentences]
    at = np.repeat(np.arange(len(table)), ends - starts)
    sentences = np.asarray([bisect_right(begins, s) for s in starts.tolist()], dtype=np.int64)
    return Tokens(text, starts, ends, table[:, 2], table[:, 3], heads[starts], sentences, mentions, found, at)
