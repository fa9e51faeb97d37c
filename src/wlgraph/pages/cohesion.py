"""How much two stretches of a page speak of the same: shared rare character pairs and triples."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

Profile = dict[str, float]


class Cohesion:
    """Weighs character n-grams by their rarity among a page's paragraphs, and compares texts by them."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        self._size = 0
        for paragraph in paragraphs:
            self._size += 1
            counts.update(set(_grams(paragraph)))
        self._counts = counts

    def profile(self, text: str) -> Profile:
        """The text's n-grams, each with its weight; what only one paragraph of the page has weighs nothing."""
        weights: Profile = {}
        for gram in _grams(text):
            spread = self._counts.get(gram, 0)
            if gram not in weights and spread > 1:
                weights[gram] = math.log((self._size + 1) / spread) * (len(gram) - 1) ** 2
        return weights

    def similarity(self, text: str, other: str) -> float:
        """From 0 (nothing in common) upwards: the weight of what both share, eased by the texts' sizes."""
        a, b = self.profile(text), self.profile(other)
        shared = sum(w for gram, w in a.items() if gram in b)
        return shared / (math.sqrt(len(text) * len(other)) + 1) if shared else 0.0


def _grams(text: str) -> list[str]:
    grams = []
    for n in (2, 3, 4):
        for i in range(len(text) - n + 1):
            gram = text[i : i + n]
            if all(_is_word(c) for c in gram):
                grams.append(gram)
    return grams


def _is_word(c: str) -> bool:
    return c.isalnum()
