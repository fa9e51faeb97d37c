"""Repairs of paragraphs that columns and page breaks have cut."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wlgraph.pages.lines import CLOSERS, TERMINALS, is_closed
from wlgraph.pages.strand import Strand

_MARK = "，、；。：,"
_REDUPLICATED = (
    "人年天月日家个种处层多慢渐常刚仅纷频屡层样件处村户步时刻代星谢看想说试走一二三四五六七八九十百千万亿零〇"
)
ORPHAN_SIZE = 6
BARE_SIZE = 24
"""Two lines up to this size without any mark (the signatures under a notice) are paragraphs of their own."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Two pieces of a paragraph joined, and the characters that stood on both sides of the break."""

    strand: Strand
    repeated: str = ""


def join(left: Strand, right: Strand) -> Joint:
    """Join the two sides of a break, leaving out characters that the page prints on both."""
    return _repaired(left, right) or Joint(left + _seam(left, right) + right)


def continues(left: Strand, right: Strand) -> bool:
    """Whether the right piece goes on with the left one's paragraph rather than beginning its own."""
    if len(left) <= BARE_SIZE and not any(mark in left.text + right.text for mark in _MARK):
        return False
    return not is_closed(left.text) or right.text[:1] in "，、。；：？！”’）》" or repeats(left, right)


def repeats(left: Strand, right: Strand) -> bool:
    """Whether both sides of a break print the same characters."""
    return _repaired(left, right) is not None


def _seam(left: Strand, right: Strand) -> Strand:
    """A blank between two Latin words; nothing between Chinese characters."""
    a, b = left.text[-1:], right.text[:1]
    spaced = (
        a.isascii() and b.isascii() and (a.isalpha() or a in ",.") and b.isalpha() and b.isupper() and a != b.lower()
    )
    return Strand.made(" ") if spaced and a.islower() else Strand()


def _repaired(left: Strand, right: Strand) -> Joint | None:
    """The two pieces without the repetition across their break, None where nothing is repeated."""
    if right.text and len(right) >= 3 and left.text.endswith(right.text):
        return Joint(left, right.text)
    core = left.text.rstrip(CLOSERS + TERMINALS)
    dropped = len(left) - len(core)
    for size in range(min(24, len(core), len(right)), 0, -1):
        twice = right.text[:size]
        if not dropped and size < len(right) and core.endswith(twice):
            if size > 1 and re.search(r"[\u4e00-\u9fff]", twice):
                return Joint(left + right.cut(size), twice)
            if size == 1 and "\u4e00" <= twice <= "\u9fff" and twice not in _REDUPLICATED:
                return Joint(left + right.cut(size), twice)
        if dropped == 1 and core.endswith(twice) and right.text[size : size + 1] in tuple(_MARK):
            return Joint(left.cut(0, len(core)) + right.cut(size), twice)
    return None
