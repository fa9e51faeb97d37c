"""Articles in two parts: begun before their headline, or with their second half printed above the first."""

from __future__ import annotations

from wlgraph.pages import bylines
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.dealing import prose
from wlgraph.pages.drafts import Draft
from wlgraph.pages.lines import breaks_off
from wlgraph.pages.runs import KINDRED
from wlgraph.pages.statistics import load_statistics

LEAST_ODDS = -3.0
"""Log odds from which the page's first paragraph may go on with the sentence that another article breaks off."""


def join_openings(drafts: list[Draft]) -> list[Draft]:
    """Give an article that has no headline to the one behind, where that has its headline but not its beginning."""
    joined: list[Draft] = []
    for draft in drafts:
        last = next((d for d in reversed(joined) if not d.picture), None)
        if last and not draft.picture and _is_begun_by(draft, last):
            draft.parts = [*last.parts, *draft.parts]
            draft.jumps = [*last.jumps, *draft.jumps]
            draft.signed |= last.signed
            joined = [d for d in joined if d is not last]
        joined.append(draft)
    return joined


def join_ends(drafts: list[Draft]) -> list[Draft]:
    """Give a second half that opens the page to the article behind that breaks off."""
    if len(drafts) < 2 or not _is_bare(drafts[0]) or drafts[0].signed:
        return drafts
    rest = drafts[0]
    opening = prose(rest.bodies[0])
    odds = {
        number: load_statistics().continuation(prose(draft.bodies[-1]), opening)
        for number, draft in enumerate(drafts)
        if number and draft.heads and draft.bodies and breaks_off(prose(draft.bodies[-1])) and not draft.jumps
    }
    best = max(odds, key=lambda number: odds[number], default=0)
    if not best or odds[best] < LEAST_ODDS:
        return drafts
    drafts[best].parts = [*drafts[best].parts, *rest.parts]
    return drafts[1:]


def _is_bare(draft: Draft) -> bool:
    """Whether an article has text but no headline, and neither is a picture's story nor came from another page."""
    return (
        bool(draft.bodies) and not draft.heads and not draft.picture and all(j.direction == "to" for j in draft.jumps)
    )


def _is_begun_by(draft: Draft, opening: Draft) -> bool:
    """Whether a bare article is the beginning of the one behind: that has no lead of its own, and tells of the same."""
    if not _is_bare(opening) or not draft.heads or not draft.bodies or (opening.signed and draft.signed):
        return False
    if bylines.leading(draft.bodies[0].line.text) is not None:
        return False
    texts = ["".join(map(prose, opening.bodies)), "".join(h.text for h in draft.heads)]
    texts.append(texts[1] + "".join(map(prose, draft.bodies)))
    likeness = cohesion(texts, load_statistics())[0]
    return bool(likeness[1:].min() > KINDRED)
