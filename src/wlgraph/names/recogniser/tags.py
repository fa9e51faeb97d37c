"""The tag scheme: one tag a character, BIES over the leaf classes.

Tag 0 is outside every name. A class with index c owns the tags 1+4c (Begin), 2+4c (Inside), 3+4c (End) and
4+4c (Single).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from wlgraph.model import LEAVES

OUTSIDE = 0
TAG_COUNT = 1 + 4 * len(LEAVES)

TypedSpan = tuple[int, int, int]
"""Start, end (exclusive) and the class's index in LEAVES."""


def begin(leaf: int) -> int:
    return 1 + 4 * leaf


def inside(leaf: int) -> int:
    return 2 + 4 * leaf


def end(leaf: int) -> int:
    return 3 + 4 * leaf


def single(leaf: int) -> int:
    return 4 + 4 * leaf


def to_tags(length: int, spans: Iterable[TypedSpan]) -> list[int]:
    """The tags of a text of ``length`` characters. Raises ValueError where two spans overlap or one is empty."""
    tags = [OUTSIDE] * length
    for start, stop, leaf in spans:
        if not 0 <= start < stop <= length or any(tags[start:stop]):
            raise ValueError(f"The span {start}-{stop} is empty, out of the text, or overlaps another.")
        tags[start:stop] = [inside(leaf)] * (stop - start)
        tags[start], tags[stop - 1] = begin(leaf), end(leaf)
        if stop - start == 1:
            tags[start] = single(leaf)
    return tags


def allowed(classes: int = len(LEAVES)) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which tags of so many classes may follow each other (from, to), which may open a text, which may close it."""
    leaves, count = range(classes), 1 + 4 * classes
    opens = [OUTSIDE, *map(begin, leaves), *map(single, leaves)]
    closes = [OUTSIDE, *map(end, leaves), *map(single, leaves)]
    follow = np.zeros((count, count), dtype=np.bool_)
    follow[np.ix_(closes, opens)] = True
    for leaf in leaves:
        follow[np.ix_([begin(leaf), inside(leaf)], [inside(leaf), end(leaf)])] = True
    first, last = (np.isin(np.arange(count), tags) for tags in (opens, closes))
    return follow, first, last
