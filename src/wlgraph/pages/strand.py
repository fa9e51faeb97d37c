"""A strand: text that knows where on the page each of its characters stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wlgraph.model import Span


@dataclass(frozen=True, slots=True)
class Strand:
    """A stretch of text with the page offset of every character (-1 for one that the page does not have there).

    Cutting and joining keep the offsets right, so every repair of the layout is made on strands, never on bare text.
    """

    text: str = ""
    offsets: tuple[int, ...] = ()

    @classmethod
    def of(cls, page: str, span: Span) -> Strand:
        """The page's own text between two offsets."""
        return cls(page[span.start : span.end], tuple(range(span.start, span.end)))

    @classmethod
    def made(cls, text: str) -> Strand:
        """Text that the page does not have."""
        return cls(text, (-1,) * len(text))

    def __add__(self, other: Strand) -> Strand:
        return Strand(self.text + other.text, self.offsets + other.offsets)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Strand:
        """The part from ``start`` to ``end``, indices as in a slice."""
        return Strand(self.text[start:end], self.offsets[start:end])

    def without(self, pattern: re.Pattern[str]) -> Strand:
        """What is left when all that the pattern finds is taken out."""
        kept, position = Strand(), 0
        for m in pattern.finditer(self.text):
            kept, position = kept + self.cut(position, m.start()), m.end()
        return kept + self.cut(position)

    def strip(self) -> Strand:
        """Without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, left + len(self.text.strip()))
