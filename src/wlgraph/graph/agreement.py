"""How far two articles agree in their words: pairs of neighbouring Chinese characters, the rare ones weighing more.

Cosine of tf-idf vectors (C. D. Manning, P. Raghavan, H. Schütze, "Introduction to Information Retrieval", 2008,
chapter 6) over the articles of one issue.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from wlgraph.model import Article

_HAN = re.compile(r"[\u4e00-\u9fff]+")


def bigrams(text: str) -> Counter[str]:
    """The pairs of neighbouring Chinese characters."""
    return Counter(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))


def title_agreement(first: str, second: str) -> float:
    """The share of the shorter headline's pairs that the longer one has too; 0 where one is empty."""
    a, b = set(bigrams(first)), set(bigrams(second))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


class Wording:
    """The words of an issue's articles, headlines left out."""

    def __init__(self, articles: Sequence[Article]) -> None:
        counts = [bigrams(_body(article)) for article in articles]
        self._seen = Counter(pair for count in counts for pair in count)
        self._many = len(counts)

    def agreement(self, first: Article, second: Article) -> float:
        """The cosine of two articles of the issue, from 0 to 1."""
        a, b = self._vector(first), self._vector(second)
        shared = sum(weight * b.get(pair, 0.0) for pair, weight in a.items())
        length = math.hypot(*a.values()) * math.hypot(*b.values())
        return shared / length if length else 0.0

    def _vector(self, article: Article) -> dict[str, float]:
        return {
            pair: (1 + math.log(count)) * math.log(1 + self._many / self._seen[pair])
            for pair, count in bigrams(_body(article)).items()
        }


def _body(article: Article) -> str:
    heads = ("headline", "kicker", "subhead")
    return "\n".join(article.text[b.span.start : b.span.end] for b in article.blocks if b.kind not in heads)
