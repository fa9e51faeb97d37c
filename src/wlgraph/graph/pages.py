"""Pages and articles as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import PREF_LABEL, TYPE, chinese, date, prefixed, term
from wlgraph.model import Article, Page, Shard


def page_triples(page: Page, home: str | None, minter: Minter) -> Iterator[Triple]:
    """A page: its file name, publication, date and home."""
    node = minter.page(page.name)
    yield Triple(node, TYPE, term(WL.Page))
    yield Triple(node, prefixed("schema:identifier"), Literal(page.name))
    if page.publication:
        yield Triple(node, prefixed("schema:publisher"), chinese(page.publication))
    if page.date:
        yield Triple(node, prefixed("schema:datePublished"), date(page.date))
        yield Triple(node, term(WL.dateSource), Literal(page.date_source))
    if page.number:
        yield Triple(node, prefixed("schema:pageStart"), Literal(page.number))
    if home:
        yield Triple(node, term(WL.home), NamedNode(home))


def heading(article: Article) -> str:
    """An article's headline; a caption that stands alone is known by its first sentence."""
    if article.headline or not article.sentences:
        return article.headline
    first = article.sentences[0]
    return article.text[first.start : first.end].strip()


def article_triples(corpus: Corpus, shard: Shard, article: Article, minter: Minter) -> Iterator[Triple]:
    """An article: headline, date, signers and what it mentions."""
    page = shard.reading.page
    node = minter.article(page.name, article.id)
    yield Triple(node, TYPE, term(WL.Article))
    if headline := heading(article):
        yield Triple(node, prefixed("schema:headline"), chinese(headline))
    if page.date:
        yield Triple(node, prefixed("schema:datePublished"), date(page.date))
    yield Triple(node, term(WL.onPage), minter.page(page.name))
    signers = (
        (WL.reporter, article.reporters),
        (WL.correspondent, article.correspondents),
        (WL.photographer, article.photographers),
    )
    for predicate, names in signers:
        for name in names:
            signer = minter.signer(page.publication, name)
            yield Triple(node, term(predicate), signer)
            yield Triple(signer, TYPE, term(WL.Person))
            yield Triple(signer, PREF_LABEL, chinese(name))
    for iri in sorted({iri for _, iri in corpus.mentions(shard, article)}):
        yield Triple(node, term(WL.mentions), NamedNode(iri))


def continuation_triples(corpus: Corpus, minter: Minter) -> Iterator[Triple]:
    """Which article goes on in which."""
    for link in corpus.continuations.links:
        after = minter.article(link.next_page, link.next_article)
        yield Triple(minter.article(link.page, link.article), term(WL.continuesIn), after)
