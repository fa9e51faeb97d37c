"""The part of a graph that a view shows: around a thing, of a page or an article, or between two classes."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from wlgraph.errors import SettingsError
from wlgraph.views.finding import find, find_articles, find_classes, find_pages
from wlgraph.views.picture import is_containment
from wlgraph.views.records import Content, Term
from wlgraph.views.selection import part, restrict, within


@dataclass(frozen=True)
class Cut:
    """What is left of a graph: its content, the thing in the middle (-1 for none), and its name in both languages."""

    content: Content
    centre: int
    names: tuple[str, str]


def cut(
    content: Content,
    terms: dict[str, Term],
    *,
    focus: str = "",
    hops: int = 2,
    page: str = "",
    article: str = "",
    between: str = "",
) -> Cut:
    """The part that at most one of the wishes asks for, or the whole; raises SettingsError where it finds nothing."""
    wishes = [wish for wish in (focus, page, article, between) if wish]
    if len(wishes) > 1:
        raise SettingsError("A view has one subject; give only one of focus, page, article and between.")
    if focus:
        return _around(content, focus, hops)
    if page:
        pages = find_pages(content, page)
        articles = {number for number, one in enumerate(content.articles) if one.page in pages}
        name = "、".join(content.pages[number].file for number in sorted(pages)[:3])
        return Cut(_told_by(content, articles), -1, (f"版面 {name}", f"Page {name}"))
    if article:
        articles = find_articles(content, article)
        name = content.articles[min(articles)].headline or article
        return Cut(_told_by(content, articles), -1, (name, name))
    return _between(content, between, terms) if between else Cut(content, -1, ("知识图谱", "Knowledge graph"))


def _around(content: Content, focus: str, hops: int) -> Cut:
    middle = find(content, focus)
    iri, name = content.things[middle].iri, content.things[middle].name
    near = restrict(content, within(content, middle, hops))
    centre = next(number for number, thing in enumerate(near.things) if thing.iri == iri)
    steps = "step" if hops == 1 else "steps"
    return Cut(near, centre, (f"{name}：{hops}步之内", f"{name}: within {hops} {steps}"))


def _told_by(content: Content, articles: set[int]) -> Content:
    """What some articles say and name; of a claim that others say too, only their sentences."""
    own = {number for number, quote in enumerate(content.quotes) if quote.article in articles}

    def here(quotes: list[int]) -> list[int]:
        return [quote for quote in quotes if quote in own]

    claims = [replace(claim, quotes=here(claim.quotes)) for claim in content.claims if here(claim.quotes)]
    figures = [replace(figure, quotes=here(figure.quotes)) for figure in content.figures if here(figure.quotes)]
    together = [replace(pair, quotes=here(pair.quotes)) for pair in content.together if here(pair.quotes)]
    kept = {thing for number in articles for thing in content.articles[number].mentions}
    kept |= {end for claim in claims for end in (claim.s, claim.o)} | {figure.thing for figure in figures}
    kept |= {end for pair in together for end in (pair.a, pair.b)}
    for claim in content.claims:
        if not claim.quotes and {claim.s, claim.o} <= kept and is_containment(content, (claim.s, claim.p, claim.o)):
            claims.append(claim)
    return part(content, kept, claims, figures, together, articles=articles)


def _between(content: Content, wish: str, terms: dict[str, Term]) -> Cut:
    one, two = find_classes(wish, terms)

    def joined(a: int, b: int) -> bool:
        first, second = content.things[a].cls, content.things[b].cls
        return (first in one and second in two) or (first in two and second in one)

    claims = [claim for claim in content.claims if joined(claim.s, claim.o)]
    together = [pair for pair in content.together if joined(pair.a, pair.b)]
    kept = {end for claim in claims for end in (claim.s, claim.o)} | {end for p in together for end in (p.a, p.b)}
    if not kept:
        raise SettingsError(f"No claim links the classes '{wish}'; choose two others.")
    figures = [figure for figure in content.figures if figure.thing in kept]
    first, second = (name.strip() for name in wish.replace("，", ",").split(","))

    def called(name: str, english: bool) -> str:
        term = terms.get(name)
        return name if term is None else term.en if english else term.zh

    names = (f"{called(first, False)} — {called(second, False)}", f"{called(first, True)} — {called(second, True)}")
    return Cut(part(content, kept, claims, figures, together), -1, names)
