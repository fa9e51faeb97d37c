"""The sentences of an article by their places, for those who ask for very many."""

from __future__ import annotations

from bisect import bisect_right

from wlgraph.model import Article, Span


class Sentences:
    """Finds the sentence that holds a character in logarithmic time."""

    def __init__(self, article: Article) -> None:
        self._spans = sorted(article.sentences)
        self._starts = [s.start for s in self._spans]

    def at(self, offset: int) -> Span | None:
        """The sentence that holds the character at an offset of the article's text."""
        i = bisect_right(self._starts, offset) - 1
        return self._spans[i] if i >= 0 and offset < self._spans[i].end else None
