"""A sentence as evidence: its words, its article, and where it stands in the page's text."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import TYPE, integer, term
from wlgraph.model import Article, Page, Span


def evidence_triples(
    backed: NamedNode, page: Page, article: Article, sentence: Span, minter: Minter
) -> Iterator[Triple]:
    """The evidence node of a sentence, and its link from the statement that it backs.

    A sentence that stands in one piece carries its offsets; one in pieces carries a segment for each, in reading order.
    """
    quote = article.text[sentence.start : sentence.end].strip()
    pieces = article.locate(sentence, page.text)
    node = minter.statement("evidence", page.name, article.id, quote, *pieces)
    yield Triple(backed, term(WL.evidence), node)
    yield Triple(node, TYPE, term(WL.Evidence))
    yield Triple(node, term(WL.quote), Literal(quote))
    yield Triple(node, term(WL.inArticle), minter.article(page.name, article.id))
    if len(pieces) == 1:
        yield from _offsets(node, pieces[0])
        return
    for number, piece in enumerate(pieces, start=1):
        segment = NamedNode(f"{node.value}/{number}")
        yield Triple(node, term(WL.segment), segment)
        yield Triple(segment, TYPE, term(WL.Segment))
        yield from _offsets(segment, piece)


def _offsets(node: NamedNode, piece: Span) -> Iterator[Triple]:
    yield Triple(node, term(WL.start), integer(piece.start))
    yield Triple(node, term(WL.end), integer(piece.end))
