"""How often characters follow one another, begin paragraphs and share paragraphs in newspaper prose.

``data/adjacency.tsv`` holds the counts; run this module with marked pages to make them anew.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from wlgraph.pages.lines import is_closed

_DISCOUNT = 0.75
_CHARACTERS = 3000
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts over many paragraphs: characters, pairs, first characters, and paragraphs that hold a pair.

    ``followers`` gives for a character the sum and the number of the pairs that it begins.
    """

    characters: dict[str, int]
    pairs: dict[str, int]
    starts: dict[str, int]
    spread: dict[str, int]
    followers: dict[str, tuple[int, int]]
    paragraphs: int
    size: int

    def continuation(self, left: str, right: str) -> float:
        """How much likelier ``right`` goes on behind ``left`` than it begins a paragraph; log odds, about -6 to 6."""
        return self.following(left, right) - self.beginning(right) if left and right else 0.0

    def following(self, left: str, right: str) -> float:
        """How much likelier the first character of ``right`` is behind ``left`` than anywhere; log ratio."""
        a, b = left[-1], right[0]
        seen, kept, kinds = self.characters.get(a, 0) + 1, *self.followers.get(a, (0, 0))
        left_over = (seen - kept + _DISCOUNT * kinds) / seen
        return math.log(max(0.0, self.pairs.get(a + b, 0) - _DISCOUNT) / seen / self._base(b) + left_over)

    def beginning(self, text: str) -> float:
        """How much likelier a text's first character is to begin a paragraph than to stand anywhere; log ratio."""
        b = text[0]
        left_over = _DISCOUNT * len(self.starts) / self.paragraphs
        return math.log(max(0.0, self.starts.get(b, 0) - _DISCOUNT) / self.paragraphs / self._base(b) + left_over)

    def _base(self, character: str) -> float:
        return (self.characters.get(character, 0) + 0.5) / (self.size + _CHARACTERS)

    def rarity(self, pair: str) -> float:
        """How telling it is that two paragraphs share a pair: 0 for a common one, up to about 4."""
        return max(0.0, math.log((self.paragraphs + 1) / (self.spread.get(pair, 0) + 0.5)) - 3.0)

    def rarity_alone(self, character: str) -> float:
        """How telling it is that two texts share a character: 0 for one in a twentieth of all paragraphs, up to about 5."""
        return max(0.0, math.log((self.paragraphs + 1) / (self.characters.get(character, 0) + 0.5)) - 3.0)


@cache
def load_statistics() -> Statistics:
    """The counts that the package carries."""
    return parse(files("wlgraph.pages").joinpath("data/adjacency.tsv").read_text("utf-8"))


def parse(table: str) -> Statistics:
    """Statistics out of the table that ``count`` writes."""
    parts: dict[str, dict[str, int]] = {"character": {}, "pair": {}, "start": {}, "spread": {}, "total": {}}
    for line in table.splitlines():
        if not line.startswith("#"):
            part, key, number = line.split("\t")
            parts[part][key] = int(number)
    followers: dict[str, tuple[int, int]] = {}
    for pair, times in parts["pair"].items():
        kept, kinds = followers.get(pair[0], (0, 0))
        followers[pair[0]] = kept + times, kinds + 1
    return Statistics(
        characters=parts["character"],
        pairs=parts["pair"],
        starts=parts["start"],
        spread=parts["spread"],
        followers=followers,
        paragraphs=parts["total"]["paragraphs"],
        size=parts["total"]["characters"],
    )


def count(paragraphs: Iterable[str]) -> str:
    """The table for ``data/adjacency.tsv``; pairs seen too seldom to tell are left out."""
    characters: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    number = 0
    for paragraph in paragraphs:
        number += 1
        characters.update(paragraph)
        found = [paragraph[i : i + 2] for i in range(len(paragraph) - 1)]
        pairs.update(found)
        spread.update({pair for pair in found if pair.isalnum()})
        starts[paragraph[0]] += 1
    lines = [
        "# Counted over the marked pages of the project's training split (Apache-2.0) by wlgraph.pages.statistics.",
        f"total\tparagraphs\t{number}",
        f"total\tcharacters\t{sum(characters.values())}",
    ]
    for part, table, least in (
        ("character", characters, 1),
        ("start", starts, 1),
        ("pair", pairs, _LEAST),
        ("spread", spread, _LEAST),
    ):
        kept = sorted((k, n) for k, n in table.items() if n >= least and k.isprintable() and "\t" not in k)
        lines += [f"{part}\t{key}\t{n}" for key, n in kept]
    return "\n".join(lines) + "\n"


def _main(marked: list[str]) -> None:
    from wlgraph.evaluation.marked import read_marked

    paragraphs: list[str] = []
    for path in marked:
        for article in read_marked(Path(path)).reading.articles:
            bodies = [article.text[b.span.start : b.span.end] for b in article.blocks if b.kind == "body"]
            for i, body in enumerate(bodies):
                if i and not is_closed(bodies[i - 1]):
                    paragraphs[-1] += body
                else:
                    paragraphs.append(body)
    sys.stdout.write(count(paragraphs))


if __name__ == "__main__":
    _main(sys.argv[1:])
