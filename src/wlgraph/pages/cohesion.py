"""How much two paragraphs speak of the same: the telling character pairs and longer strings that they share."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from wlgraph.pages.statistics import Statistics

_LENGTHS = (2, 3, 4)
_LEAST_SIZE = 12


def cohesion(texts: Sequence[str], statistics: Statistics, *, singly: float = 0.0) -> np.ndarray:
    """The likeness of every two texts: the summed rarity of what they share over the mean of their sizes.

    0 where they share nothing; two paragraphs of one story commonly reach 0.1 to 0.5. ``singly`` is the weight of rare
    characters that they share outside of longer strings, as a headline that plays on a word does (“氢”装上阵).
    """
    holders: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        for gram in sorted(_grams(text, _LENGTHS if not singly else (1, *_LENGTHS))):
            holders.setdefault(gram, []).append(i)
    shared = np.zeros((len(texts), len(texts)))
    for gram, where in holders.items():
        if len(where) > 1:
            weight = _weight(gram, statistics) if len(gram) > 1 else singly * statistics.rarity_alone(gram)
            for a, i in enumerate(where):
                for j in where[a + 1 :]:
                    shared[i, j] += weight
    shared += shared.T
    sizes = [math.sqrt(max(len(text), _LEAST_SIZE)) for text in texts]
    likeness: np.ndarray = shared / np.outer(sizes, sizes)
    return likeness


def _weight(gram: str, statistics: Statistics) -> float:
    pairs = len(gram) - 1
    return sum(statistics.rarity(gram[i : i + 2]) for i in range(pairs))


def _grams(text: str, lengths: tuple[int, ...]) -> set[str]:
    return {text[i : i + n] for n in lengths for i in range(len(text) - n + 1) if text[i : i + n].isalnum()}
