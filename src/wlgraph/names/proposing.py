"""All candidates of a page: what the model, the registers, the forms and the document itself propose."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from ahocorasick_rs import AhoCorasick

from wlgraph.model import GROUP_OF, Article, Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.definitions import propose_defined
from wlgraph.names.forms import propose_forms
from wlgraph.names.listed_places import propose_listed_places
from wlgraph.names.organs import propose_organs
from wlgraph.names.persons import names_nobody, propose_persons, runs_on, starts_late
from wlgraph.names.places import propose_places, without_areas
from wlgraph.names.proposal import Proposal
from wlgraph.names.rosters import propose_rosters
from wlgraph.names.short_forms import company_core, short_forms
from wlgraph.names.transliterated import join_touching, propose_transliterated

_ESTABLISHED = 0.7
_LIST_END = re.compile("(?<![一二三四五特中高初甲乙丙平均同优劣上下《“])等(?![级奖功速专职先静离保待候])")
"""A 等 that belongs to no word within a name (一等奖, 高等专科学校, 等离子, 候车等候区)."""
_MEASURED = re.compile(r"[超近约逾共仅]\d")
_WORDS: dict[Leaf, re.Pattern[str]] = {
    "PublicBody": re.compile(".*[东南西北中]部"),
    "Town": re.compile(".*(?:富民|工业|经济|产业|旅游|文化|生态|农业|制造|人口|百|十)[强大名重]镇"),
}
"""A part of a country and no department, a kind of town."""
_ACROSS = re.compile("乡[贤亲愁]")
"""A word that begins with what might be a town's last character (金塘村乡贤)."""
_COMMITTEE_POST = re.compile("(?:组织|宣传|统战)部长")
"""A post of a party committee, which names no department."""
_TWO = re.compile(r"([\u4e00-\u9fff]{2,})[\u4e00-\u9fff]+[和与及、]\1")
"""Two names that begin alike."""
_SELDOM_REPEATED: frozenset[Leaf] = frozenset({"Product", "Industry"})


def propose(
    articles: Sequence[Article],
    proposals: Sequence[Sequence[Proposal]],
    home: str,
    heard: Sequence[Sequence[Candidate]] = (),
) -> list[list[Candidate]]:
    """The candidates of each article, bylines left out; ``heard`` are those of a further voice."""
    found = []
    for article, proposed, further in zip(articles, proposals, heard or [()] * len(articles), strict=True):
        candidates = [_from_model(p) for p in proposed]
        candidates += further
        candidates += propose_places(article.text, home)
        candidates += propose_listed_places(article.text)
        candidates += propose_forms(article.text)
        candidates += propose_persons(article.text)
        candidates += propose_transliterated(article.text)
        candidates += propose_rosters(article.text)
        candidates += propose_organs(article.text, candidates)
        candidates += join_touching(candidates)
        candidates += propose_defined(article.text, candidates)
        candidates = [_without_neighbours(article, c) for c in without_areas(article.text, candidates)]
        found.append([c for c in candidates if is_nameable(article, c.span) and not _is_no_name(article, c)])
    repeated = _repeated(articles, found)
    return [own + extra for own, extra in zip(found, repeated, strict=True)]


def _from_model(p: Proposal) -> Candidate:
    return Candidate(
        span=Span(p.start, p.end), leaf=p.leaf, source="model", rule="model", confidence=p.confidence, best=p.best
    )


def _without_neighbours(article: Article, c: Candidate) -> Candidate:
    """The candidate, without a character of the word before or behind a person's name, or of the number behind any (潜水泵|超250万台)."""
    start, end = c.span.start, c.span.end
    if GROUP_OF[c.leaf] == "Person":
        start, end = start + starts_late(article.text, c.span), end - runs_on(article.text, c.span)
    elif end - start > 2 and _MEASURED.match(article.text, end - 1):
        end -= 1
    return msgspec.structs.replace(c, span=Span(start, end)) if Span(start, end) != c.span else c


def _is_no_name(article: Article, c: Candidate) -> bool:
    """Whether a candidate is a word or ends within one, is two bodies (某县卫生局和某县医院), or runs on behind a list's 等."""
    text, start, end = article.text, c.span.start, c.span.end
    if GROUP_OF[c.leaf] == "Person" and names_nobody(text, c.span):
        return True
    if (words := _WORDS.get(c.leaf)) and words.fullmatch(text, start, end):
        return True
    if (c.leaf == "Town" and _ACROSS.match(text, end - 1)) or (
        c.leaf == "PublicBody" and _COMMITTEE_POST.match(text, start)
    ):
        return True
    if GROUP_OF[c.leaf] == "Organization" and _TWO.match(text, start, end):
        return True
    return _LIST_END.search(text, start + 1, end) is not None


def is_nameable(article: Article, span: Span) -> bool:
    """Whether a stretch lies within one block that is no byline."""
    return any(block.kind != "byline" and block.span.covers(span) for block in article.blocks)


def _repeated(articles: Sequence[Article], found: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """Every other place where a surface stands that the model or a strong form has established, or a short form of it."""
    surfaces: dict[tuple[str, Leaf], str] = {}
    for article, candidates in zip(articles, found, strict=True):
        for c in candidates:
            surface = article.text[c.span.start : c.span.end]
            if len(surface) >= 2 and c.source != "register" and (c.best or c.confidence >= _ESTABLISHED):
                if c.leaf not in _SELDOM_REPEATED:
                    surfaces.setdefault((surface, c.leaf), "document:repeated")
                core = company_core(surface)[0] if c.rule == "form:limited" else ""
                for short in sorted(short_forms(surface, c.leaf)):
                    rule = "document:core" if short == core else "document:short"
                    if surfaces.get((short, c.leaf)) != "document:core":
                        surfaces[(short, c.leaf)] = rule
    keys = list(surfaces)
    if not keys:
        return [[] for _ in articles]
    finder = AhoCorasick([surface for surface, _ in keys])
    return [
        [
            Candidate(
                span=Span(start, end),
                leaf=keys[i][1],
                source="document",
                rule=surfaces[keys[i]],
                confidence=0.5,
            )
            for i, start, end in finder.find_matches_as_indexes(article.text, overlapping=True)
            if is_nameable(article, Span(start, end))
        ]
        for article in articles
    ]
