"""Pages that keep the line breaks of their columns: lines joined to the paragraphs that they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from wlgraph.model import Span
from wlgraph.pages import bylines
from wlgraph.pages.lines import Line
from wlgraph.pages.listing import is_row
from wlgraph.pages.tables import table_lines

LEAST_LINES, LEAST_SHARE, LEAST_WIDTH = 12, 0.4, 8
"""A page is wrapped where it has so many lines, and so many of them are as long as a column is wide."""
LONG_SHARE = 0.05
INDENT = 2
LEAST_BLOCK = 3
"""So many lines of one paragraph show that it is wrapped, whatever the rest of the page does."""


def unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of wrapped paragraphs; paragraphs that stand on one line each are returned as they are."""
    widths = column_widths([line for line in lines if not is_row(line)])
    if not widths:
        return [line for block in _blocks(lines) for line in ([_joined(block)] if is_column(block) else block)]
    indented = 3 * sum(line.indent for line in lines) > sum(not line.gap_before for line in lines)
    tabled = table_lines(lines) | {i for i, line in enumerate(lines) if is_row(line)}
    joined: list[Line] = []
    for i, line in enumerate(lines):
        if i and tabled.isdisjoint((i - 1, i)) and _goes_on(lines[i - 1], line, widths, indented):
            joined[-1] = _joined([joined[-1], line])
        else:
            joined.append(line)
    return joined


def is_column(block: list[Line]) -> bool:
    """Whether lines that touch are one paragraph set in a narrow column: equally long but for the last, in mid-sentence."""
    if len(block) < LEAST_BLOCK or any(line.level for line in block):
        return False
    *full, last = (line.size + (INDENT if line.indent else 0) for line in block)
    if min(full) < LEAST_WIDTH or max(full) - min(full) > 2 or last > max(full) + 1:
        return False
    prose = sum(line.text.count("，") + line.text.count("。") for line in block)
    return 2 * prose >= len(block) and 2 * sum(line.closed for line in block[:-1]) < len(block)


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them; an indented line begins its own."""
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or lines[i].gap_before or lines[i].indent:
            yield lines[start:i]
            start = i


def _joined(pieces: list[Line]) -> Line:
    first, last = pieces[0], pieces[-1]
    text = "".join(piece.text for piece in pieces)
    return replace(first, span=Span(first.span.start, last.span.end), text=text, gap_after=last.gap_after)


def column_widths(lines: list[Line]) -> set[int]:
    """The widths in characters to which a page's prose is broken, empty where it is not wrapped."""
    sizes = Counter(line.size for line in lines)
    if len(lines) < LEAST_LINES:
        return set()
    common = {n for n, count in sizes.items() if count >= max(3, 0.1 * len(lines)) and n >= LEAST_WIDTH}
    if not common or sum(line.size > 2 * max(common) for line in lines) > LONG_SHARE * len(lines):
        return set()
    widths = {n for n in common if n + 1 not in common}
    full = sum(count for n, count in sizes.items() if any(w - INDENT <= n <= w + 1 for w in widths))
    return widths if full > LEAST_SHARE * len(lines) else set()


def _goes_on(line: Line, below: Line, widths: set[int], indented: bool) -> bool:
    """Whether a line fills its column, so that the one below is the same paragraph's."""
    if line.gap_after or line.level or below.level or (below.indent and indented):
        return False
    if bylines.standing(line.text) or bylines.standing(below.text) or bylines.leading(below.text):
        return False
    size = line.size + (INDENT if line.indent else 0)
    filled = any(w - 1 <= size <= w + 1 for w in widths)
    return filled and (indented or not line.closed)
