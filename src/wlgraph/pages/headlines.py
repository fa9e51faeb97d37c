"""Headlines that stand away from their article.

Where several headlines stand together over several articles, they are dealt out so that each says what its article
says. Where a lead has no headline over it, and a headline elsewhere on the page says what that lead says, the two belong
together.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations, pairwise, permutations

import numpy as np

from wlgraph.pages import bylines
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.dealing import UNTOLD, Likeness, best_dealing, items_of, prose
from wlgraph.pages.drafts import Draft
from wlgraph.pages.lines import Line
from wlgraph.pages.runs import is_rubric
from wlgraph.pages.statistics import load_statistics
from wlgraph.pages.titling import load_titling

LEAST_SHARED = 4
"""Characters in a row that a headline and its article have in common at least."""
LEAST_LIKENESS = 0.05
MOST_STACKED, MOST_STORIES = 8, 5
MOST_WEIGHED, NARROW = 8, 8
"""How many dealings of headlines are tried on the whole text, and how wide the search for that is."""
SIZES = (0.1, 0.0, 0.1, 0.3)
"""Likeness that must be gained for an article with one headline line, two, three and more."""
KICKER, MOST_ODDS = 0.06, 4.0
"""Likeness that must be gained to part a kicker from what follows, for each unit of log odds that it is one."""
SAID = 0.1
"""How much it weighs that an article's whole text says what its headlines say, against its opening."""
TOUCHING, TWO_LEVELS, DASHED, SET_APART = 0.3, 0.3, 2.0, 1.0
"""Likeness that must be gained to part lines that touch, to join two of one level, to part —— from what it explains and 某村： from what it opens, and
to part headlines elsewhere than their levels do."""


def give_headlines(drafts: list[Draft]) -> list[Draft]:
    """Deal headlines that stand together out to their articles, and give one to articles that have but a rubric."""
    drafts = list(drafts)
    for stack in [s for i in range(len(drafts)) if (s := _stack(drafts, i))]:
        for waiting in _deal_stacked(stack):
            drafts.insert(drafts.index(stack.stories[0]), waiting)
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


@dataclass(frozen=True, slots=True)
class _Stack:
    """Headlines that stand together, the articles that begin behind them, and how many articles sign there."""

    heads: list[Line]
    stories: list[Draft]
    signings: int


def _stack(drafts: list[Draft], i: int) -> _Stack | None:
    """The stack that begins with a draft, None where its headlines are its own."""
    first = drafts[i]
    if len(first.heads) < 2 or len(first.heads) > MOST_STACKED or not first.bodies:
        return None
    stories = [first]
    for draft in drafts[i + 1 :]:
        if draft.heads or not (draft.bodies and (draft.signed or draft.picture)):
            break
        if not draft.picture:
            stories.append(draft)
    signings = min(len(first.heads), MOST_STORIES, sum(_signings(s) for s in stories))
    return _Stack(first.heads, stories, signings) if len(stories) <= signings and signings > 1 else None


def _signings(draft: Draft) -> int:
    """How many articles sign in a draft: leads, bylines by themselves and bylines at a paragraph's end."""
    number, last = 0, ""
    for part in draft.parts:
        if part.kind == "byline":
            people = bylines.standing(part.line.text)
            number += bool(people and (people.reporters or people.correspondents)) and last != "byline"
        elif part.kind == "body":
            lead, tail = bylines.leading(part.line.text), bylines.trailing(part.line.text)
            number += lead is not None and bool(lead[1])
            number += tail is not None and bool(tail[1].reporters or tail[1].correspondents)
        last = part.kind
    return max(1, number)


def _deal_stacked(stack: _Stack) -> list[Draft]:
    """Deal the headlines of a stack out to its articles; returned are those whose text must stand behind.

    Lines of one headline stay together; the dealing in which headlines and openings share most is taken, where every
    article but one shares something with its own.
    """
    heads, stories = stack.heads, stack.stories
    told = _likeness(stack)
    likeness = Likeness(heads, [prose(b) for s in stories for b in s.bodies])

    def worth(owners: tuple[int, ...]) -> tuple[float, int]:
        """What the headlines share with their openings; among equals, evenly dealt ones are likelier."""
        gain = sum(told[i, o] for i, o in enumerate(owners)) - _cost(heads, owners)
        return gain, -max(owners.count(o) for o in owners)

    ranked = sorted(_dealings(len(heads), stack.signings, len(stories)), key=worth, reverse=True)[:MOST_WEIGHED]
    best = max(ranked, key=lambda owners: worth(owners)[0] + SAID * _said(stack, owners, likeness))
    if len({o for i, o in enumerate(best) if told[i, o] >= LEAST_LIKENESS}) < stack.signings - (len(heads) > 2):
        return []
    if any(_is_tied(a, b) and p != q for (a, b), (p, q) in zip(pairwise(heads), pairwise(best), strict=True)):
        return []
    dealt = _owned(stack, best)
    for story, own in zip(stories, dealt, strict=False):
        story.heads = own
    return [Draft(heads=own, stacked=True) for own in dealt[len(stories) :]]


def _owned(stack: _Stack, owners: tuple[int, ...]) -> list[list[Line]]:
    """The headlines of each owner."""
    return [[h for h, own in zip(stack.heads, owners, strict=True) if own == o] for o in range(stack.signings)]


def _said(stack: _Stack, owners: tuple[int, ...], likeness: Likeness) -> float:
    """How well the paragraphs that would be dealt to articles with such headlines say what those say."""
    owned = _owned(stack, owners)
    waiting = [Draft(heads=own, stacked=True) for own in owned[len(stack.stories) :]]
    drafts = [*waiting, *(replace(s, heads=own) for s, own in zip(stack.stories, owned, strict=False))]
    items = items_of(drafts)
    labels = np.array(best_dealing(drafts, items, likeness, beam=NARROW).labels)
    said = 0.0
    for number, draft in enumerate(drafts):
        for head in draft.heads:
            shared = np.sort(likeness.of([head])[labels == number])[-2:]
            said += math.log(float(shared.sum()) / 2 + UNTOLD)
    return said


def _likeness(stack: _Stack) -> np.ndarray:
    """What each headline shares with each article's opening, and with the best of the other paragraphs for the rest."""
    others = [b.line.text for s in stack.stories for b in s.bodies[1:]]
    texts = [*(h.text for h in stack.heads), *(_opening(s) for s in stack.stories), *others]
    shared = cohesion(texts, load_statistics(), singly=1.0)[: len(stack.heads), len(stack.heads) :]
    openings, rest = shared[:, : len(stack.stories)], shared[:, len(stack.stories) :]
    most = rest.max(axis=1, keepdims=True) if others else np.zeros((len(stack.heads), 1))
    return np.hstack([openings, np.repeat(most, max(0, stack.signings - len(stack.stories)), axis=1)])


def _cost(heads: list[Line], owners: tuple[int, ...]) -> float:
    """What speaks against a dealing in how the headlines are set."""
    cost = sum(SIZES[min(owners.count(o), len(SIZES)) - 1] for o in set(owners))
    led = bool(heads[0].level) and sum(bool(h.level) for h in heads) > 1
    for i in range(1, len(heads)):
        if owners[i] == owners[i - 1]:
            cost += (SET_APART if led else TWO_LEVELS) * bool(heads[i].level and (led or heads[i - 1].level))
        else:
            cost += TOUCHING * (not heads[i].gap_before) + DASHED * _is_tied(heads[i - 1], heads[i])
            cost += SET_APART * ((led and not heads[i].level) or is_rubric(heads[i - 1].text))
            cost += KICKER * max(-MOST_ODDS, min(MOST_ODDS, load_titling().kicker_odds(heads[i - 1].text)))
    return cost


def _is_tied(above: Line, line: Line) -> bool:
    """Whether a headline's line explains the one above it (——) or ends the sentence that that one opens (某村：)."""
    return line.text.startswith(("—", "－")) or above.text[-1] in "：:，、"


def _dealings(heads: int, owners: int, stories: int) -> Iterator[tuple[int, ...]]:
    """Every way to cut so many headlines, in their order, into one run for each owner: the owner of each.

    Owners beyond the stories are alike, so that only one order of them is given.
    """
    for cuts in combinations(range(1, heads), owners - 1):
        runs = [b - a for a, b in zip((0, *cuts), (*cuts, heads), strict=True)]
        for order in permutations(range(owners)):
            rest = [o for o in order if o >= stories]
            if rest == sorted(rest):
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
