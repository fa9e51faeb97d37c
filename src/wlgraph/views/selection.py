"""Take a part out of a graph, renumbered so that it stands alone."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from wlgraph.views.picture import is_containment
from wlgraph.views.records import Article, Claim, Content, Figure, Together

_LISTS = ("reporters", "correspondents", "photographers", "mentions")


def within(content: Content, centre: int, hops: int) -> set[int]:
    """The things at most ``hops`` claims away; containment of places leads only from the centre itself."""
    neighbours: dict[int, set[int]] = {}
    for claim in content.claims:
        contained = is_containment(content, (claim.s, claim.p, claim.o))
        if contained and centre not in (claim.s, claim.o):
            continue
        neighbours.setdefault(claim.s, set()).add(claim.o)
        neighbours.setdefault(claim.o, set()).add(claim.s)
    reached, edge = {centre}, {centre}
    for _ in range(hops):
        edge = {other for one in edge for other in neighbours.get(one, ())} - reached
        reached |= edge
    for pair in content.together if len(reached) == 1 else ():
        if centre in (pair.a, pair.b):
            reached |= {pair.a, pair.b}
    return reached


def restrict(content: Content, kept: set[int]) -> Content:
    """The part of a graph about some things: their claims, figures, and the articles and signers behind these."""
    return part(
        content,
        kept,
        [claim for claim in content.claims if claim.s in kept and claim.o in kept],
        [figure for figure in content.figures if figure.thing in kept],
        [pair for pair in content.together if pair.a in kept and pair.b in kept],
    )


def part(
    content: Content,
    kept: set[int],
    claims: list[Claim],
    figures: list[Figure],
    together: list[Together],
    *,
    articles: Iterable[int] = (),
) -> Content:
    """A graph of the given rows, the things ``kept`` and those that the rows need, and the articles that they cite.

    ``articles`` are kept whether cited or not.
    """
    cited = [row.quotes for row in claims] + [row.quotes for row in figures] + [row.quotes for row in together]
    quotes = sorted({quote for numbers in cited for quote in numbers})
    found = sorted(({content.quotes[q].article for q in quotes} | set(articles)) - {-1})
    pages = sorted({content.articles[a].page for a in found} - {-1})
    speakers = {claim.by for claim in claims if isinstance(claim.by, int)}
    things = sorted(kept | speakers | {p for a in found for p in signers(content.articles[a])})
    thing_no, quote_no, article_no, page_no = (
        {old: new for new, old in enumerate(olds)} for olds in (things, quotes, found, pages)
    )

    def kept_things(numbers: list[int]) -> list[int]:
        return [thing_no[number] for number in numbers if number in thing_no]

    def requote(numbers: list[int]) -> list[int]:
        return [quote_no[number] for number in numbers]

    cut = Content()
    cut.things = [replace(content.things[n], same=kept_things(content.things[n].same)) for n in things]
    cut.pages = [content.pages[n] for n in pages]
    for article in (content.articles[n] for n in found):
        lists = {name: kept_things(getattr(article, name)) for name in _LISTS}
        cut.articles.append(replace(article, page=page_no.get(article.page, -1), **lists))
    for quote in (content.quotes[n] for n in quotes):
        cut.quotes.append(replace(quote, article=article_no.get(quote.article, -1)))
    for claim in claims:
        by = thing_no[claim.by] if isinstance(claim.by, int) else claim.by
        ends = {"s": thing_no[claim.s], "o": thing_no[claim.o]}
        cut.claims.append(replace(claim, by=by, quotes=requote(claim.quotes), **ends))
    cut.figures = [replace(f, thing=thing_no[f.thing], quotes=requote(f.quotes)) for f in figures]
    cut.together = [replace(t, a=thing_no[t.a], b=thing_no[t.b], quotes=requote(t.quotes)) for t in together]
    return cut


def signers(article: Article) -> list[int]:
    """Everyone who signs an article."""
    return article.reporters + article.correspondents + article.photographers
