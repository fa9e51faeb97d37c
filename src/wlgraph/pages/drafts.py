"""Drafts: the lines of a page dealt out to articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wlgraph.pages.furniture import JumpMark
from wlgraph.pages.lines import Line

PartKind = Literal["byline", "subhead", "body", "entry", "caption", "table"]


@dataclass(slots=True)
class Part:
    """A line of an article behind its headline, with what it is there."""

    kind: PartKind
    line: Line


@dataclass(slots=True)
class Draft:
    """An article under construction: its headline's lines and all that follows, in the page's order.

    ``stacked`` says that another headline follows upon this one, so that its text stands behind that. ``picture`` says
    that it is a picture's story, which has no headline.
    """

    heads: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    jumps: list[JumpMark] = field(default_factory=list)
    signed: bool = False
    stacked: bool = False
    picture: bool = False

    @property
    def bodies(self) -> list[Part]:
        return [p for p in self.parts if p.kind == "body"]

    @property
    def last_body(self) -> Part | None:
        """The last paragraph or entry of a list, which is asked for at every line."""
        return next((p for p in reversed(self.parts) if p.kind in ("body", "entry")), None)

    @property
    def ended(self) -> bool:
        """Whether what it tells has come to an end: its last paragraph is closed; an entry is complete by itself."""
        last = self.last_body
        return last is None or last.kind == "entry" or last.line.closed

    @property
    def start(self) -> int:
        """Where the article's text begins on the page."""
        return min((p.line.span.start for p in self.parts), default=self.heads[0].span.start if self.heads else 0)

    def add(self, kind: PartKind, line: Line) -> None:
        self.parts.append(Part(kind, line))
