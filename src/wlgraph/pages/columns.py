"""Columns that run into each other: every paragraph to its own article.

Where a page's columns were read across, paragraphs of one article stand within another, and sentences break off and go
on elsewhere. The dealing that explains the page best is searched for: paragraphs stay with the article that they stand
in unless an unfinished sentence, what they share with headline and paragraphs, and how they begin say otherwise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from wlgraph.pages import bylines, repair
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.drafts import Draft, Part
from wlgraph.pages.lines import breaks_off, is_closed
from wlgraph.pages.statistics import Statistics, load_statistics
from wlgraph.pages.strand import Strand

BEAM = 48
REACH = 4
"""How many articles before the one that it stands in may a paragraph belong to that goes on with a sentence there.

A paragraph of its own belongs to the article that it stands in or to the one before that.
"""

STAY = 0.4
LEAVE_OPEN = 0.5
LEAVE_CLOSED = 0.5
BACK = 2.5
NEVER_FINISHED = 16.0
TOPIC = 3.0
UNTOLD = 0.02
SEAM = 0.7
KNOWN_SEAM = 3.0
OLDEST = 0.7
SHORT_REST = 1.5


@dataclass(slots=True)
class _Item:
    """A part of some draft in the page's order, and the draft that it stands in."""

    part: Part
    home: int
    first: bool


@dataclass(frozen=True, slots=True)
class _Path:
    """A dealing so far: each paragraph's draft, and the last paragraph of each draft."""

    score: float
    labels: tuple[int, ...]
    last: tuple[int, ...]


def is_tangled(drafts: list[Draft]) -> bool:
    """Whether prose breaks off where the next article begins, or goes on elsewhere in words that the page has."""
    if any(_waits(drafts, i) for i in range(len(drafts) - 1)):
        return True
    texts = [[_prose(part) for part in draft.bodies] for draft in drafts]
    for draft, prose in zip(drafts[:-1], texts, strict=False):
        if prose and breaks_off(prose[-1]) and not draft.jumps:
            return True
    whole = "\n".join([h.text for d in drafts for h in d.heads] + [t for prose in texts for t in prose])
    flat = [t for prose in texts for t in prose]
    rests = [b for a, b in pairwise(flat) if is_closed(a)]
    return any(
        breaks_off(a) and not is_known_seam(a, b, whole) and any(is_known_seam(a, rest, whole) for rest in rests)
        for a, b in pairwise(flat)
    )


def _waits(drafts: list[Draft], number: int) -> bool:
    """Whether an article has a headline and no text, which must stand in an article behind it."""
    draft = drafts[number]
    return bool(draft.heads) and not draft.bodies and draft.stacked and number + 1 < len(drafts)


def is_known_seam(left: str, right: str, page: str) -> bool:
    """Whether the page has the two characters on each side of a seam together elsewhere."""
    seam = left[-2:] + right[:2]
    return len(seam) == 4 and seam.isalnum() and seam in page


def untangle(drafts: list[Draft]) -> list[Draft]:
    """Give every paragraph to its own article; drafts whose columns are straight are returned as they are."""
    if len(drafts) < 2 or not is_tangled(drafts):
        return drafts
    items = [
        _Item(part, home, first=i == 0 and (_leads(part) or not (home and _waits(drafts, home - 1))))
        for home, draft in enumerate(drafts)
        for i, part in enumerate(draft.bodies)
    ]
    labels = _Search(drafts, items, load_statistics()).best()
    return _dealt(drafts, items, labels)


class _Search:
    def __init__(self, drafts: list[Draft], items: list[_Item], statistics: Statistics) -> None:
        self.drafts = drafts
        self.items = items
        self.statistics = statistics
        self.waiting = [_waits(drafts, i) for i in range(len(drafts))]
        self.texts = [_prose(i.part) for i in items]
        heads = [" ".join(h.text for h in d.heads) for d in drafts]
        self.whole = "\n".join([*heads, *self.texts])
        self.likeness = cohesion([*heads, *self.texts], statistics, singly=1.0)

    def best(self) -> tuple[int, ...]:
        """The best-scoring dealing of all paragraphs, in the page's order."""
        paths = [_Path(0.0, (), (-1,) * len(self.drafts))]
        for i in range(len(self.items)):
            grown = [g for p in paths for g in self._grown(p, i)]
            best: dict[tuple[int, ...], _Path] = {}
            for g in grown:
                key = (*g.last, g.labels[-1])
                if key not in best or g.score > best[key].score:
                    best[key] = g
            paths = sorted(best.values(), key=lambda p: (-p.score, p.labels))[:BEAM]
        return max(paths, key=lambda p: (p.score - self._unfinished(p), p.labels)).labels

    def _grown(self, path: _Path, i: int) -> list[_Path]:
        item = self.items[i]
        if item.first:
            return [self._extended(path, i, item.home, 0.0)]
        low = max(0, item.home - REACH)
        begun = [c for c in range(low, item.home + 1) if path.last[c] >= 0]
        choices = [c for c in begun if self._may_go_on(c, item, path.last[c])]
        choices += [c for c in range(low, item.home + 1) if path.last[c] < 0 and (self.waiting[c] or c == item.home)]
        topics = {c: self._topic(path, i, c) for c in choices}
        most = max(topics.values())
        grown = []
        for c in choices:
            gain = TOPIC * math.log((topics[c] + UNTOLD) / (most + UNTOLD))
            gain += self._seam(path, i, c)
            gain += STAY if path.labels and c == path.labels[-1] else 0.0
            grown.append(self._extended(path, i, c, gain))
        return grown

    def _may_go_on(self, draft: int, item: _Item, last: int) -> bool:
        """Whether a paragraph may stand in a draft that is not its own: a near one, or one in mid-sentence."""
        return draft >= item.home - 1 or self.waiting[draft] or not is_closed(self.texts[last])

    def _topic(self, path: _Path, i: int, draft: int) -> float:
        """Likeness of a paragraph with a draft's headline and the paragraphs dealt to it so far, the best two."""
        row = self.likeness[i + len(self.drafts)]
        own = [row[draft]] + [row[j + len(self.drafts)] for j, label in enumerate(path.labels) if label == draft]
        return float(np.sum(np.sort(np.array(own))[-2:])) / 2

    def _seam(self, path: _Path, i: int, draft: int) -> float:
        """How well a paragraph follows the draft's last one, as the rest of its sentence or as a new paragraph."""
        if path.last[draft] < 0:
            return SEAM * self.statistics.beginning(self.texts[i])
        left, right = self.texts[path.last[draft]], self.texts[i]
        here = path.labels[-1]
        if not is_closed(left):
            gain = SEAM * self.statistics.following(left, right)
            gain += SHORT_REST if len(right) <= 2 * repair.ORPHAN_SIZE else 0.0
            gain += KNOWN_SEAM if is_known_seam(left, right, self.whole) else 0.0
            return gain + (OLDEST if draft != here else 0.0)
        if repair.repeats(Strand.made(left), Strand.made(right)):
            return 2.0
        gain = SEAM * self.statistics.beginning(right)
        if draft != here:
            gain -= BACK * (self.items[i].home - draft)
            gain -= LEAVE_OPEN if not is_closed(self.texts[path.last[here]]) else LEAVE_CLOSED
        return gain

    def _unfinished(self, path: _Path) -> float:
        """The price of articles that never begin or end; the page's last paragraph may be cut off."""
        empty = sum(NEVER_FINISHED for draft, last in enumerate(path.last) if last < 0 and self.waiting[draft])
        return empty + sum(
            NEVER_FINISHED
            for draft, last in enumerate(path.last)
            if last >= 0
            and last + 1 < len(self.items)
            and breaks_off(self.texts[last])
            and not self.drafts[draft].jumps
        )

    def _extended(self, path: _Path, i: int, draft: int, gain: float) -> _Path:
        last = (*path.last[:draft], i, *path.last[draft + 1 :])
        return _Path(path.score + gain, (*path.labels, draft), last)


def _dealt(drafts: list[Draft], items: list[_Item], labels: tuple[int, ...]) -> list[Draft]:
    """New drafts with the parts dealt out; captions and subheads go with the paragraph that they stand at."""
    of_part = {id(item.part): label for item, label in zip(items, labels, strict=True)}
    dealt = [Draft(heads=d.heads, jumps=d.jumps, signed=d.signed, stacked=d.stacked, picture=d.picture) for d in drafts]
    for home, draft in enumerate(drafts):
        for n, part in enumerate(draft.parts):
            label = of_part.get(id(part))
            if label is None:
                label = _neighbour(draft, n, home, of_part)
            dealt[label].parts.append(part)
    return dealt


def _neighbour(draft: Draft, n: int, home: int, of_part: dict[int, int]) -> int:
    """The article of the paragraph behind a subhead, and of the paragraph before anything else."""
    part = draft.parts[n]
    if part.kind == "caption":
        return home
    around = draft.parts[n + 1 :] if part.kind == "subhead" else draft.parts[:n][::-1]
    return next((of_part[id(p)] for p in around if id(p) in of_part), home)


def _leads(part: Part) -> bool:
    """Whether a paragraph opens with its sender, as an article's first does."""
    return bylines.leading(part.line.text) is not None


def _prose(part: Part) -> str:
    """A paragraph's text without the byline and jump lines at its ends."""
    text = part.line.text
    lead = bylines.leading(text)
    return text[lead[0] :] if lead else text
