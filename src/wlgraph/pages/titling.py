"""How much a line reads like a headline rather than like prose, and like a kicker rather than like the headline itself.

``data/headings.tsv`` holds the counts; run this module with marked pages to make them anew.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

_LEAST = 2
_PIECE = 24
"""Characters of a sentence's beginning that are counted, as a column's foot may leave them."""
_EVEN = 0.5
"""Added to every count, so that what was never seen proves little."""


@dataclass(frozen=True, slots=True)
class Titling:
    """Log odds of characters in headlines against prose, and counts of the traits of kickers and of main headlines."""

    reading: dict[str, float]
    unseen: float
    kickers: dict[str, int]
    mains: dict[str, int]

    def headline_odds(self, text: str) -> float:
        """How much likelier a line's characters are in a headline than in prose; log odds."""
        return sum(self.reading.get(c, self.unseen) for c in text if not c.isspace())

    def kicker_odds(self, text: str) -> float:
        """How much likelier a headline's line is a kicker than the last line of the headline; log odds."""
        even = math.log((self.mains["all"] + 1) / (self.kickers["all"] + 1))
        return sum(
            math.log((self.kickers.get(t, 0) + _EVEN) / (self.mains.get(t, 0) + _EVEN)) + even for t in traits(text)
        )


def traits(text: str) -> list[str]:
    """What a kicker is known by: length, first and last characters, quotation, commas, figures."""
    size = sum(not c.isspace() for c in text)
    marks = [name for name, there in (("“", "“"), ("，", "，"), ("·", "·")) if there in text]
    marks += ["blank"] if re.search(r"\S\s+\S", text) else []
    marks += ["figure"] if re.search(r"\d", text) else []
    return [f"size {min(size, 24) // 3}", f"begins {text[:2]}", f"ends {text[-2:]}", f"ends {text[-1:]}", *marks]


@cache
def load_titling() -> Titling:
    """The counts that the package carries."""
    return parse(files("wlgraph.pages").joinpath("data/headings.tsv").read_text("utf-8"))


def parse(table: str) -> Titling:
    """Titling out of the table that ``count`` writes."""
    parts: dict[str, dict[str, int]] = {"headline": {}, "prose": {}, "kicker": {}, "main": {}}
    for line in table.splitlines():
        if not line.startswith("#"):
            part, key, number = line.split("\t")
            parts[part][key] = int(number)
    headline, prose = parts["headline"], parts["prose"]
    kinds = _EVEN * len(prose)
    even = math.log((sum(prose.values()) + kinds) / (sum(headline.values()) + kinds))
    reading = {
        c: math.log((headline.get(c, 0) + _EVEN) / (prose.get(c, 0) + _EVEN)) + even
        for c in sorted(headline.keys() | prose.keys())
    }
    return Titling(reading, even, parts["kicker"], parts["main"])


def count(headings: Iterable[list[str]], paragraphs: Iterable[str]) -> str:
    """The table for ``data/headings.tsv`` out of the headline lines and the paragraphs of many articles."""
    characters: Counter[str] = Counter()
    prose: Counter[str] = Counter()
    for sentence in (s for p in paragraphs for s in re.split("(?<=[。！？；])", p)):
        prose.update(c for c in sentence[:_PIECE] if c not in "。！？；" and not c.isspace())
    kickers: Counter[str] = Counter()
    mains: Counter[str] = Counter()
    for lines in headings:
        characters.update(c for line in lines for c in line if not c.isspace())
        for line in lines[:-1]:
            kickers.update(["all", *traits(line)])
        for line in lines[-1:]:
            mains.update(["all", *traits(line)])
    rows = ["# Counted over the marked pages of the project's training split (Apache-2.0) by wlgraph.pages.titling."]
    for part, table in (("headline", characters), ("prose", prose), ("kicker", kickers), ("main", mains)):
        rows += [f"{part}\t{k}\t{n}" for k, n in sorted(table.items()) if n >= _LEAST and "\t" not in k]
    return "\n".join(rows) + "\n"


def _main(marked: list[str]) -> None:
    from wlgraph.evaluation.marked import read_marked

    articles = [article for path in marked for article in read_marked(Path(path)).reading.articles]
    lines = [[(b.kind, a.text[b.span.start : b.span.end].strip()) for b in a.blocks] for a in articles]
    headings = [[text for kind, text in ls if kind in ("kicker", "headline")] for ls in lines]
    paragraphs = [text for ls in lines for kind, text in ls if kind == "body"]
    sys.stdout.write(count(headings, paragraphs))


if __name__ == "__main__":
    _main(sys.argv[1:])
