"""Posts that rosters announce: a line says the post, then who holds it; the seat stands over the lines or in the headline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wlgraph.claims.relations.titles import is_area_title
from wlgraph.model import GROUP_OF, Article, Claim, ClaimModality, Mention, Naming, Reading, Referent, Span
from wlgraph.names.rosters import Roster, read_rosters

RULE, CONFIDENCE = "roster", 0.9
_TO_COME = re.compile("候选人|拟任|推荐|提名|建议")
_SEATS = ("Organization", "Place")
_NEAR = 20
"""Among so many mentions before a roster its body is looked for, where no head names it."""
_AREAS = ("AdministrativeArea", "Town", "Village")


def announced(reading: Reading, naming: Naming) -> list[Claim]:
    """The posts of all rosters of a page."""
    known = {r.id: r for r in naming.referents}
    claims: list[Claim] = []
    for article in reading.articles:
        if rosters := read_rosters(article.text):
            mentions = sorted((m for m in naming.mentions if m.article == article.id), key=lambda m: m.span)
            claims += _of_article(article, mentions, known, rosters)
    return claims


def _of_article(
    article: Article, mentions: Sequence[Mention], known: dict[str, Referent], rosters: Sequence[Roster]
) -> Iterator[Claim]:
    persons = {m.span.start: m.referent for m in mentions if GROUP_OF[m.leaf] == "Person"}
    modality: ClaimModality = "proposed" if _TO_COME.search(article.headline) else "stated"
    for roster in rosters:
        seat = _seat(article, mentions, known, roster)
        for span in roster.names:
            if not seat or span.start not in persons:
                continue
            for sentence in _telling(article, (span, roster.label, roster.head)):
                yield Claim(
                    article=article.id,
                    subject=persons[span.start],
                    predicate="holdsPostIn",
                    object=seat,
                    role=roster.title,
                    sentence=sentence,
                    modality=modality,
                    confidence=CONFIDENCE,
                    rule=RULE,
                )


def _telling(article: Article, spans: Sequence[Span]) -> list[Span]:
    """The sentences that tell a post together: the name's own, that of the title and that of the body."""
    found = (article.sentence_at(x.start) for x in spans if x.end)
    return list(dict.fromkeys(s for s in found if s))


def _seat(article: Article, mentions: Sequence[Mention], known: dict[str, Referent], roster: Roster) -> str:
    """The body that a roster is of: named by the head above, else by the headline, else last before the roster."""
    own = _within(mentions, roster.head)
    if not own:
        heads = [b.span for b in article.blocks if b.kind in ("headline", "kicker")]
        own = [m for head in heads for m in _within(mentions, head)][:1]
    if not own:
        before = mentions[: bisect_left(mentions, roster.label.start, key=lambda m: m.span.start)]
        own = [m for m in before[-_NEAR:] if GROUP_OF[m.leaf] in _SEATS][-1:]
    seat = next((_body(m, known) for m in own if _body(m, known)), "")
    if seat and is_area_title(roster.title):
        name = known[seat].name
        areas = (r for r in known.values() if r.leaf in _AREAS and name.startswith(r.name))
        return max(areas, key=lambda r: len(r.name), default=known[seat]).id
    return seat


def _body(mention: Mention, known: dict[str, Referent]) -> str:
    """The body that a mention names, or whose meeting it names (某县政协十一届一次会议)."""
    if GROUP_OF[mention.leaf] in _SEATS:
        return mention.referent
    name = known[mention.referent].name
    bodies = (r for r in known.values() if r.leaf == "PublicBody" and name.startswith(r.name))
    return next((r.id for r in bodies), "") if mention.leaf == "Event" else ""


def _within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    low, high = (bisect_left(mentions, at, key=lambda m: m.span.start) for at in (span.start, span.end))
    inside = (m for m in mentions[low:high] if m.span.end <= span.end)
    return [m for m in inside if GROUP_OF[m.leaf] in _SEATS or m.leaf == "Event"]
