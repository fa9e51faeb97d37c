"""Cut a graph down to what stands within some steps of one thing."""

from __future__ import annotations

from msgspec.structs import replace

from wlgraph.errors import SettingsError
from wlgraph.views.picture import is_containment
from wlgraph.views.records import Article, Content


def find(content: Content, name: str) -> int:
    """The thing that a name, alias, code or IRI means; the best linked one where several share it.

    Raises SettingsError where none does.
    """
    counts = [0] * len(content.things)
    for claim in content.claims:
        counts[claim.s] += 1
        counts[claim.o] += 1

    def best(numbers: list[int]) -> int:
        return max(numbers, key=lambda number: (counts[number], -number))

    tests = (
        lambda t: name in (t.name, t.iri) or (t.code and name == t.code),
        lambda t: name in t.aliases,
        lambda t: name in t.name,
    )
    for test in tests:
        found = [number for number, thing in enumerate(content.things) if test(thing)]
        if found:
            return best(found)
    raise SettingsError(f"The graph names nothing '{name}'; give a name or an alias that stands in it.")


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
    claims = [claim for claim in content.claims if claim.s in kept and claim.o in kept]
    figures = [figure for figure in content.figures if figure.thing in kept]
    together = [pair for pair in content.together if pair.a in kept and pair.b in kept]
    cited = [row.quotes for row in claims] + [row.quotes for row in figures] + [row.quotes for row in together]
    quotes = sorted({quote for numbers in cited for quote in numbers})
    articles = sorted({content.quotes[q].article for q in quotes} - {-1})
    pages = sorted({content.articles[a].page for a in articles} - {-1})
    speakers = {claim.by for claim in claims if isinstance(claim.by, int)}
    things = sorted(kept | speakers | {p for a in articles for p in signers(content.articles[a])})
    thing_no, quote_no, article_no, page_no = (
        {old: new for new, old in enumerate(olds)} for olds in (things, quotes, articles, pages)
    )

    def kept_things(numbers: list[int]) -> list[int]:
        return [thing_no[number] for number in numbers if number in thing_no]

    def requote(numbers: list[int]) -> list[int]:
        return [quote_no[number] for number in numbers]

    cut = Content()
    cut.things = [replace(content.things[n], same=kept_things(content.things[n].same)) for n in things]
    cut.pages = [content.pages[n] for n in pages]
    for article in (content.articles[n] for n in articles):
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


_LISTS = ("reporters", "correspondents", "photographers", "mentions")


def signers(article: Article) -> list[int]:
    """Everyone who signs an article."""
    return article.reporters + article.correspondents + article.photographers
