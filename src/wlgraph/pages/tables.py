"""Tables that a page sets as text: lines of cells, each with its names first and its numbers behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wlgraph.model import Span, Table
from wlgraph.pages.lines import Line

LEAST_ROWS = 2
"""So many rows of one shape, one below the other, make a table."""
MOST_LABELS = 3
"""Cells before a row's first number, at most: a place in the list, a name, what it belongs to."""
_SEPARATORS = (r"\s*[|｜]\s*", r"[ \u3000\xa0]*\t\s*", r"[ \xa0]{2,}|\u3000+", r"[ \xa0]+")
"""What parts the cells of a line, the surest first; a line is cut by the first that it has."""
_SEPARATORS_FOUND = tuple(re.compile(pattern) for pattern in _SEPARATORS)
_NUMBER = re.compile(
    r"[-+−－＋]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?(?:[%％‰]|[十百千]?[万亿]?(?![年月日号时点])[\u4e00-\u9fff㎡]{0,3})?"
)
_NOTHING = re.compile(r"[-—–−－/／]+|")
_RULE = re.compile(r"[\s|｜:+=─━-]*[-─━=]{3}[\s|｜:+=─━-]*")
_NOTE = re.compile(r"[（(]?(?:计量)?单位[:：]\s*(?P<units>[^（）()]{1,30}?)[）)]?")
_SUM = re.compile(r"[|｜\s]*(?:[合总]\s*计|小计|全[市县区州旗镇乡])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LONGEST = 200
"""Characters of a row, at most."""


def cells_of(text: str) -> list[Span]:
    """The cells of a line, in its own offsets; a line without anything that parts cells is one."""
    left = len(text) - len(text.lstrip(" \t\u3000|｜"))
    right = len(text.rstrip(" \t\u3000|｜"))
    parts = next((p for p in _SEPARATORS_FOUND if p.search(text, left, right)), None)
    cells, start = [], left
    for gap in parts.finditer(text, left, right) if parts else ():
        cells.append(Span(start, gap.start()))
        start = gap.end()
    return [*cells, Span(start, max(start, right))]


def table_lines(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that belong to tables: rows, their header, the ruled line and the note of units over them.

    A row has one to three labels and numbers behind them. At least two rows of the same width make a table; where a row
    has one number only, the table needs a header.
    """
    shapes = [_shape(line) for line in lines]
    found: set[int] = set()
    i = 0
    while i < len(lines):
        end = _last_row(lines, shapes, i)
        if end - i >= LEAST_ROWS and (above := _above(lines, shapes, i)) is not None:
            found.update(range(above, end))
        i = max(end, i + 1)
    return found


def read_table(text: str, rows: Sequence[Span]) -> Table:
    """The table that some lines of an article's text are, as ``table_lines`` found them."""
    note = Span(rows[0].start, rows[0].start)
    header: tuple[Span, ...] = ()
    cells: list[tuple[Span, ...]] = []
    for row in rows:
        line = text[row.start : row.end]
        if _RULE.fullmatch(line):
            continue
        if noted := _NOTE.fullmatch(line):
            note = Span(row.start + noted.start("units"), row.start + noted.end("units"))
            continue
        cells.append(tuple(Span(row.start + c.start, row.start + c.end) for c in cells_of(line)))
    if cells and not any(is_number(text[c.start : c.end]) for c in cells[0]):
        header, cells = cells[0], cells[1:]
        corner = Span(header[0].start, header[0].start)
        header = (corner, *header) if cells and len(header) < len(cells[0]) else header
    return Table(note=note, header=header, rows=tuple(cells))


def is_number(cell: str) -> bool:
    """Whether a cell holds a number, perhaps with its unit."""
    return _NUMBER.fullmatch(cell) is not None


def _shape(line: Line) -> tuple[int, int]:
    """How many labels and how many further cells a row has; (0, 0) for what is no row."""
    cells = [] if line.level else _texts(line)
    placed = len(cells) > 1 and cells[0].isdigit()
    labels = next((i for i, cell in enumerate(cells) if is_number(cell) and not (placed and not i)), 0)
    return (labels, len(cells) - labels) if labels <= MOST_LABELS and _fits(cells, labels) else (0, 0)


def _fits(cells: Sequence[str], labels: int) -> bool:
    """Whether cells are so many labels, one of them in words, and numbers or nothing behind them."""
    named = any(_HAN.search(cell) for cell in cells[:labels])
    return named and all(is_number(cell) or _NOTHING.fullmatch(cell) for cell in cells[labels:])


def _last_row(lines: Sequence[Line], shapes: Sequence[tuple[int, int]], i: int) -> int:
    """The end of the run of rows that line ``i`` begins."""
    end = i
    while end < len(lines) and shapes[i] != (0, 0) and _goes_on(shapes[i], lines[end]):
        end += 1
    return end


def _goes_on(first: tuple[int, int], line: Line) -> bool:
    """Whether a line is a further row of a table: as wide, its numbers perhaps missing, or a sum with fewer cells."""
    if _is_rule(line):
        return True
    cells, labels = _texts(line), first[0]
    as_wide = len(cells) == sum(first) and _fits(cells, labels)
    return as_wide or (len(cells) < sum(first) and _SUM.match(line.text) is not None and _fits(cells, 1))


def _above(lines: Sequence[Line], shapes: Sequence[tuple[int, int]], i: int) -> int | None:
    """Where the table begins whose first row is line ``i``; None where nothing says that this is a table."""
    labels, values = shapes[i]
    start = i
    while start and _is_rule(lines[start - 1]):
        start -= 1
    if start and _is_header(lines[start - 1], labels + values):
        start -= 1
    elif values < 2:
        return None
    return start - 1 if start and _NOTE.fullmatch(lines[start - 1].text) else start


def _is_header(line: Line, width: int) -> bool:
    """Whether a line holds the names of so many columns; the corner over the labels may be empty."""
    cells = _texts(line)
    return not line.level and len(cells) in (width, width - 1) and len(cells) > 1 and not any(map(is_number, cells))


def _is_rule(line: Line) -> bool:
    return len(line.text) <= _LONGEST and _RULE.fullmatch(line.text) is not None


def _texts(line: Line) -> list[str]:
    """The cells of a line; none of one that is too long for a row, which patterns would take long to look through."""
    return [] if len(line.text) > _LONGEST else [line.text[c.start : c.end] for c in cells_of(line.text)]
