"""Bylines that stand on several lines, joined to the one that they are."""

from __future__ import annotations

import re
from dataclasses import replace

from wlgraph.model import Span
from wlgraph.pages import bylines
from wlgraph.pages.lines import Line

PIECE_SIZE = 14
_ROLE_LAST = re.compile(r"(?:记者|通讯员|评论员|报道员|作者)[:：]?$")
_BOTH_LAST = re.compile(r"(?:文\s*[/／并、]?\s*[图摄]|图\s*[/／]\s*文|图文|摄影报道)\W*$")
_REST_OF_NAME = re.compile(r"^[\u4e00-\u9fff](?:$|[ \u3000]+(?:[文图摄]|[\u4e00-\u9fff]{2,}))")


def join_bylines(lines: list[Line], page: str) -> list[Line]:
    """Join a byline with the line below where that only goes on with it.

    What goes on: names behind a role or behind other names, the rest of a name, and names of which a mark at the end
    (文/图) counts for all.
    """
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        whole = _whole(last, line, page) if last else None
        if last and whole:
            span = Span(last.span.start, line.span.end)
            joined[-1] = replace(last, span=span, text=whole, gap_after=line.gap_after)
        else:
            joined.append(line)
    return joined


def _whole(left: Line, right: Line, page: str) -> str | None:
    """The byline that two lines make together, None where they are two things."""
    if left.level or right.level or left.size > 3 * PIECE_SIZE or right.size > 3 * PIECE_SIZE:
        return None
    signed = bylines.standing(left.text)
    if not signed and not (_ROLE_LAST.search(left.text) and bylines.is_unsigned(left.text)):
        return None
    spaced = page[left.span.start : right.span.end]
    if signed and _REST_OF_NAME.match(right.text) and bylines.standing(left.text + right.text):
        return left.text + right.text
    goes_on = bylines.standing(right.text)
    if goes_on:
        for_all = _BOTH_LAST.search(right.text) and not set("（()）") & set(spaced)
        return spaced if for_all and bylines.standing(spaced) else None
    return spaced if right.size <= PIECE_SIZE and bylines.names_only(right.text) and bylines.standing(spaced) else None
