"""The lines of a page, with what a line shows by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wlgraph.model import UNSEEN, Span
from wlgraph.pages.strand import Strand

CLOSERS = "”’」』）)》〉】]\"'"
TERMINALS = "。！？!?；;：:…"
_LINE = re.compile(r"[^\r\n\u2028\x0b\x0c]+")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_BREAK = re.compile(r"[ \t\u3000\xa0]*[\r\n\u2028\x0b\x0c]+[ \t\u3000\xa0]*")
_INVISIBLE = " \t\u3000\xa0\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its place in the page without surrounding blanks and Markdown's #.

    ``level`` is the number of #, 0 for none. ``gap_before`` and ``gap_after`` tell whether a blank line (or the page's
    edge) borders it. ``indent`` tells whether it was set in, as the first line of a paragraph is.
    """

    span: Span
    text: str
    level: int
    gap_before: bool
    gap_after: bool
    indent: bool

    @property
    def size(self) -> int:
        """Characters other than blanks."""
        return sum(not c.isspace() for c in self.text)

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence or a paragraph ends."""
        return is_closed(self.text)

    def strand(self, page: str) -> Strand:
        """The line's characters on the page, without line breaks inside it."""
        whole = Strand.of(page, self.span)
        return whole if len(whole) == len(self.text) else whole.without(_BREAK)


def is_closed(text: str) -> bool:
    """Whether a paragraph may end here: at a final mark, closing quotes and brackets apart.

    A closing quotation mark without a final mark inside ends a paragraph too, unless a title or short quotation closes
    there (《…》, 被称为“…” at a column's foot).
    """
    core = text.rstrip(CLOSERS)
    if core and core[-1] in TERMINALS:
        return True
    return text[-1:] in "）)" and "（" in text[-40:]


def breaks_off(text: str) -> bool:
    """Whether a paragraph's prose ends in mid-sentence; a line without any mark (a signature, a title) does not."""
    return not is_closed(text) and any(mark in text for mark in "，。、；：")


def split_lines(page: str) -> list[Line]:
    """All lines of the page that are not blank."""
    found: list[tuple[Span, int, bool]] = []
    for m in _LINE.finditer(page):
        raw = m.group()
        text = raw.strip(_INVISIBLE)
        if not UNSEEN.sub("", text):
            continue
        left = m.start() + len(raw) - len(raw.lstrip(_INVISIBLE))
        hashes = _HASHES.match(text)
        start = left + (hashes.end() if hashes else 0)
        level = len(hashes.group(1)) if hashes else 0
        found.append((Span(start, left + len(text)), level, left > m.start()))
    lines = []
    for i, (span, level, indent) in enumerate(found):
        before = page[found[i - 1][0].end : span.start] if i else "\n\n"
        after = page[span.end : found[i + 1][0].start] if i + 1 < len(found) else "\n\n"
        gaps = _is_gap(before), _is_gap(after)
        lines.append(Line(span, page[span.start : span.end], level, *gaps, indent))
    return lines


def _is_gap(between: str) -> bool:
    return len(re.findall(r"\r\n|[\r\n\u2028\x0b\x0c]", between)) > 1
