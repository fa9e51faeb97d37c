"""Headlines that stand away from their article.

Where a lead has no headline over it, and a headline elsewhere on the page says what that lead says, the two belong
together.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from wlgraph.pages import bylines
from wlgraph.pages.drafts import Draft
from wlgraph.pages.lines import Line
from wlgraph.pages.sections import is_rubric

LEAST_SHARED = 4
"""Characters in a row that a headline and its article have in common at least."""


def give_headlines(drafts: list[Draft]) -> list[Draft]:
    """Move headlines from articles that have several to articles that have none but a rubric (曙光时评)."""
    bare = [d for d in drafts if d.bodies and all(is_rubric(h.text) for h in d.heads)]
    for draft in bare:
        best: tuple[int, Draft, Line] | None = None
        for other in drafts:
            if other in bare or len(other.heads) < 2:
                continue
            for head in other.heads:
                gain = _shared(head, draft) - max(_shared(head, other), LEAST_SHARED - 1)
                if gain > 0 and (best is None or gain > best[0]):
                    best = gain, other, head
        if best:
            _, other, head = best
            other.heads = [h for h in other.heads if h is not head]
            draft.heads = [*draft.heads, head]
    return drafts


def _shared(head: Line, draft: Draft) -> int:
    """The length of the longest string that a headline shares with an article's opening and headlines."""
    opening = draft.bodies[0].line.text if draft.bodies else ""
    lead = bylines.leading(opening)
    text = opening[lead[0] :] if lead else opening
    text = text[:400] + " ".join(h.text for h in draft.heads if h is not head)
    return SequenceMatcher(None, head.text, text, autojunk=False).find_longest_match().size
