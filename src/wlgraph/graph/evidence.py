"""A sentence as evidence: its words, its article, and where it stands in the page's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import TYPE, integer, term
from wlgraph.model import Article, Page, Span

_CLASS, _SEGMENT_CLASS = term(WL.Evidence), term(WL.Segment)
_EVIDENCE, _QUOTE, _IN_ARTICLE, _SEGMENT, _START, _END = map(
    term, (WL.evidence, WL.quote, WL.inArticle, WL.segment, WL.start, WL.end)
)


class EvidenceWriter:
    """Turns sentences of one page into triples, each sentence once."""

    def __init__(self, page: Page, minter: Minter) -> None:
        self._page = page
        self._minter = minter
        self._written: dict[tuple[str, Span], NamedNode] = {}

    def triples(self, backed: NamedNode, article: Article, sentence: Span) -> Iterator[Triple]:
        """The link from a statement to the sentence that backs it, with the sentence where it was not written yet.

        A sentence that stands in one piece carries its offsets; one in pieces carries a segment for each, in reading
        order.
        """
        place = article.id, sentence
        node = self._written.get(place)
        if node is None:
            quote = article.text[sentence.start : sentence.end].strip()
            pieces = article.locate(sentence, self._page.text)
            node = self._written[place] = self._minter.statement(
                "evidence", self._page.name, article.id, quote, *pieces
            )
            yield Triple(node, TYPE, _CLASS)
            yield Triple(node, _QUOTE, Literal(quote))
            yield Triple(node, _IN_ARTICLE, self._minter.article(self._page.name, article.id))
            yield from _places(node, pieces)
        yield Triple(backed, _EVIDENCE, node)


def _places(node: NamedNode, pieces: Sequence[Span]) -> Iterator[Triple]:
    if len(pieces) == 1:
        yield from _offsets(node, pieces[0])
        return
    for number, piece in enumerate(pieces, start=1):
        segment = NamedNode(f"{node.value}/{number}")
        yield Triple(node, _SEGMENT, segment)
        yield Triple(segment, TYPE, _SEGMENT_CLASS)
        yield from _offsets(segment, piece)


def _offsets(node: NamedNode, piece: Span) -> Iterator[Triple]:
    yield Triple(node, _START, integer(piece.start))
    yield Triple(node, _END, integer(piece.end))
