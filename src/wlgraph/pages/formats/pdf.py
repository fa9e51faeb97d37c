"""PDF pages with a text layer, by pdfminer.six."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTPage, LTTextBox, LTTextLine

from wlgraph.pages.formats.flow import Box, page_text

_LAYOUT = LAParams(char_margin=1.5, line_margin=0.6, boxes_flow=None)


def text_of(path: Path) -> str:
    """The text of all pages of a PDF file, column by column; empty where it has no text layer."""
    return "\n".join(page_text(list(_boxes(page))) for page in extract_pages(path, laparams=_LAYOUT))


def _boxes(page: LTPage) -> Iterator[Box]:
    for box in page:
        if not isinstance(box, LTTextBox):
            continue
        lines = [line for line in box if isinstance(line, LTTextLine)]
        sizes = [c.size for line in lines for c in line if isinstance(c, LTChar)]
        if sizes:
            text = "".join(line.get_text().strip("\n ") for line in lines)
            yield Box(box.x0, page.height - box.y1, box.x1, page.height - box.y0, text, statistics.median(sizes))
