"""Blanks that typesetters put between characters, and that are no part of the text: 12 月 25 日, 温 岭 市."""

from __future__ import annotations

import re

from wlgraph.pages.strand import Strand

_BLANK = "[ \\t\\u00a0\\u2002-\\u200a\\u202f]"
_HAN = "⺀-鿿"
_NO_WIDTH = re.compile("[\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]")
_BESIDE_LATIN = re.compile(
    rf"(?<=[{_HAN}，。、；：（“《]){_BLANK}+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％℃]){_BLANK}+(?=[{_HAN}，。、；：）”》])"
)
_BETWEEN = re.compile(rf"(?<=[{_HAN}，。、；：“”《》（）0-9]){_BLANK}(?=[{_HAN}，。、；：“”《》（）0-9])")
_CHARACTER = re.compile(f"[{_HAN}]")
_SPACED_OUT = 0.6
"""From this share of blanks to characters on, a line is spaced out as a whole."""


def seen(strand: Strand) -> Strand:
    """A line without characters of no width (joiners, soft hyphens, marks of direction), which text out of web pages has."""
    return strand.without(_NO_WIDTH)


def tightened(strand: Strand) -> Strand:
    """A line of prose without blanks between Chinese characters and numbers or Latin words, and, where it is spaced out
    as a whole, without those between Chinese characters; other blanks part words and stay."""
    if not re.search(_BLANK, strand.text):
        return strand
    strand = strand.without(_BESIDE_LATIN)
    blanks, characters = len(_BETWEEN.findall(strand.text)), len(_CHARACTER.findall(strand.text))
    return strand.without(_BETWEEN) if blanks > _SPACED_OUT * characters else strand
