"""The reading order of text boxes on a page with columns (recursive XY cut)."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HEADING_RATIO = 1.35
"""How much larger than the page's prose a headline is set, at least."""
COLUMN_FAVOUR = 1.2
"""How much wider than a gutter the white above a headline has to be to cut first."""
_LEAST_GAP = 0.35
"""The least white space between two parts, in heights of prose."""


@dataclass(frozen=True, slots=True)
class Box:
    """A line or paragraph of text and where it stands; ``top`` grows downwards, ``size`` is the height of its type."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    size: float


def page_text(boxes: Sequence[Box]) -> str:
    """The boxes' text in reading order: headlines marked with ##, a blank line between parts."""
    boxes = [b for b in boxes if b.text.strip()]
    if not boxes:
        return ""
    prose = statistics.median(b.size for b in boxes for _ in b.text)
    parts: list[str] = []
    for box in _merged(ordered(boxes, prose * _LEAST_GAP)):
        text = box.text.strip()
        heading = box.size >= HEADING_RATIO * prose and len(text) <= 60
        parts.append(f"## {text}" if heading else text)
    return "\n\n".join(parts) + "\n"


def _merged(boxes: list[Box]) -> list[Box]:
    """Paragraphs: a line goes on with the line above it that fills the column, unless it is set in."""
    merged: list[Box] = []
    last: Box | None = None
    for box in boxes:
        if last and merged and _goes_on(last, box, max(merged[-1].right, last.right)):
            whole = merged[-1]
            merged[-1] = Box(
                min(whole.left, box.left),
                whole.top,
                max(whole.right, box.right),
                box.bottom,
                whole.text + box.text,
                whole.size,
            )
        else:
            merged.append(box)
        last = box
    return merged


def _goes_on(line: Box, below: Box, edge: float) -> bool:
    size = min(line.size, below.size)
    alike = max(line.size, below.size) < 1.25 * size
    near = -0.5 * size <= below.top - line.bottom < 0.9 * size
    return (
        alike
        and near
        and line.right > edge - 1.5 * size
        and abs(below.left - line.left) < 2.6 * size
        and (below.left < line.left + 1.2 * size)
    )


def ordered(boxes: Sequence[Box], gap: float) -> list[Box]:
    """Cut the page at its widest white bands, gutters before rows where they are about as wide, and read the parts in order.

    Where neither way has a band of at least ``gap``, the boxes are read from the top.
    """
    if len(boxes) < 2:
        return list(boxes)
    across = _bands([(b.top, b.bottom) for b in boxes], gap)
    down = _bands([(b.left, b.right) for b in boxes], gap)
    if down and (not across or max(down)[0] * COLUMN_FAVOUR >= max(across)[0]):
        cut = max(down)[1]
        halves = [b for b in boxes if b.right <= cut], [b for b in boxes if b.right > cut]
    elif across:
        cut = max(across)[1]
        halves = [b for b in boxes if b.bottom <= cut], [b for b in boxes if b.bottom > cut]
    else:
        return sorted(boxes, key=lambda b: (b.top, b.left))
    return ordered(halves[0], gap) + ordered(halves[1], gap)


def _bands(intervals: list[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """The white bands that no interval touches: width and middle."""
    bands: list[tuple[float, float]] = []
    reach = float("-inf")
    for start, end in sorted(intervals):
        if reach > float("-inf") and start - reach >= gap:
            bands.append((start - reach, (start + reach) / 2))
        reach = max(reach, end)
    return bands
