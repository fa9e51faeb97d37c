"""Headlines that stand away from their article.

Where a lead has no headline over it, and a headline elsewhere on the page says what that lead says, the two belong
together.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, permutations, takewhile

from wlgraph.pages import bylines
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.drafts import Draft
from wlgraph.pages.lines import Line
from wlgraph.pages.runs import is_rubric
from wlgraph.pages.statistics import load_statistics

LEAST_SHARED = 4
"""Characters in a row that a headline and its article have in common at least."""
LEAST_LIKENESS = 0.05
MOST_STACKED = 8


def give_headlines(drafts: list[Draft]) -> list[Draft]:
    """Move headlines from articles that have several to articles that have none but a rubric (曙光时评)."""
    for i, draft in enumerate(drafts):
        behind = list(takewhile(lambda d: d.bodies and not d.heads and d.signed and not d.picture, drafts[i + 1 :]))
        if behind and draft.bodies and len(behind) < len(draft.heads) <= MOST_STACKED:
            _deal_stacked([draft, *behind])
    bare = [d for d in drafts if d.bodies and not d.picture and all(is_rubric(h.text) for h in d.heads)]
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


def _deal_stacked(drafts: list[Draft]) -> None:
    """Deal the headlines that stand together over the first of some articles out to all of them.

    Lines of one headline stay together; the dealing in which headlines and openings share most is taken, where every
    article but one shares something with its own.
    """
    heads = drafts[0].heads
    texts = [*(h.text for h in heads), *(_opening(d) for d in drafts)]
    shared = cohesion(texts, load_statistics())[: len(heads), len(heads) :]

    def worth(owners: tuple[int, ...]) -> tuple[float, int]:
        """What the headlines share with their openings; among equals, evenly dealt ones are likelier."""
        return sum(shared[i, o] for i, o in enumerate(owners)), -max(owners.count(o) for o in owners)

    best = max(_dealings(len(heads), len(drafts)), key=worth)
    told = {o for i, o in enumerate(best) if shared[i, o] >= LEAST_LIKENESS}
    if len(told) >= len(drafts) - 1:
        for number, draft in enumerate(drafts):
            draft.heads = [h for h, owner in zip(heads, best, strict=True) if owner == number]


def _dealings(heads: int, drafts: int) -> Iterator[tuple[int, ...]]:
    """Every way to cut so many headlines, in their order, into one run for each article: the owner of each."""
    for cuts in combinations(range(1, heads), drafts - 1):
        runs = [b - a for a, b in zip((0, *cuts), (*cuts, heads), strict=True)]
        for order in permutations(range(drafts)):
            yield tuple(owner for owner, size in zip(order, runs, strict=True) for _ in range(size))


def _shared(head: Line, draft: Draft) -> int:
    """The length of the longest string that a headline shares with an article's opening and headlines."""
    return _longest(head, _opening(draft) + " ".join(h.text for h in draft.heads if h is not head))


def _opening(draft: Draft) -> str:
    text = draft.bodies[0].line.text if draft.bodies else ""
    lead = bylines.leading(text)
    return (text[lead[0] :] if lead else text)[:400]


def _longest(head: Line, text: str) -> int:
    return SequenceMatcher(None, head.text, text, autojunk=False).find_longest_match().size
