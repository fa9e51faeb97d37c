"""Who is appointed and who removed in the lists of a notice: lines of posts under 任命： and 免去：."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from wlgraph.model import Article, Claim, Predicate, Span

RULE = "notice"
_VERBS: tuple[tuple[re.Pattern[str], Predicate], ...] = (
    (re.compile(r"(?:任命|聘任)(?:下列|以下)?(?:同志|人员)?[：:]$"), "appointedTo"),
    (re.compile(r"免去(?:下列|以下)?(?:同志|人员)?[：:]$"), "removedFrom"),
)
_OTHER = re.compile(r"[：:]$|。.*。")
"""What ends a list: another line that announces something, or prose."""


def decided(articles: Sequence[Article], claims: Iterable[Claim]) -> Iterator[Claim]:
    """A claim of an appointment or a removal for each post that is listed under such a line.

    A line that ends a post itself is a removal under any of them (任命： / 接受林则安辞去副县长职务的请求).
    """
    lists = {a.id: list(_lists(a)) for a in articles}
    for claim in claims:
        if claim.predicate != "holdsPostIn" or claim.rule != "post":
            continue
        found = lists[claim.article]
        place = bisect_right(found, claim.sentence.start, key=lambda one: one[0].start) - 1
        if place >= 0 and claim.sentence.start < found[place][0].end:
            told: Predicate = "removedFrom" if claim.modality == "ended" else found[place][1]
            yield msgspec.structs.replace(claim, predicate=told, modality="stated", rule=RULE)


def _lists(article: Article) -> Iterator[tuple[Span, Predicate]]:
    """Where the lists of appointments and removals stand in an article."""
    current: Predicate | None = None
    start = end = 0
    for block in article.blocks:
        text = article.text[block.span.start : block.span.end]
        verb = next((predicate for pattern, predicate in _VERBS if pattern.search(text)), None)
        if verb or _OTHER.search(text):
            if current and end > start:
                yield Span(start, end), current
            current, start = verb, block.span.end
        end = block.span.end
    if current and end > start:
        yield Span(start, end), current
