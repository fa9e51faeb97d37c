"""The dealing of paragraphs to articles that explains a page best.

Paragraphs stay with the article that they stand in unless an unfinished sentence, what they share with headline and
paragraphs, and how they begin say otherwise. All dealings are weighed together, by beam search over the page's order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wlgraph.pages import bylines, repair
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.drafts import Draft, Part
from wlgraph.pages.lines import Line, breaks_off, is_closed
from wlgraph.pages.statistics import load_statistics
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
class Item:
    """A paragraph of some draft in the page's order, and the draft that it stands in; ``first`` ones stay there."""

    part: Part
    home: int
    first: bool


@dataclass(frozen=True, slots=True)
class Dealing:
    """A dealing of paragraphs: each one's draft, the last paragraph of each draft, and how well that explains the page."""

    score: float
    labels: tuple[int, ...]
    last: tuple[int, ...]


class Likeness:
    """What every headline and paragraph of some drafts share with every paragraph."""

    def __init__(self, heads: Sequence[Line], texts: list[str]) -> None:
        self.place = {id(head): i for i, head in enumerate(heads)}
        matrix = cohesion([*(h.text for h in heads), *texts], load_statistics(), singly=1.0)
        self.heads, self.texts = matrix[: len(heads), len(heads) :], matrix[len(heads) :, len(heads) :]

    def of(self, heads: list[Line]) -> np.ndarray:
        """What headlines together share with each paragraph."""
        size = sum(len(h.text) for h in heads)
        rows = [self.heads[self.place[id(h)]] * math.sqrt(len(h.text) / size) for h in heads]
        return np.sum(rows, axis=0) if rows else np.zeros(len(self.texts))


def items_of(drafts: list[Draft]) -> list[Item]:
    """All paragraphs of some drafts that may be dealt."""
    return [
        Item(part, home, first=i == 0 and (_leads(part) or not (home and waits(drafts, home - 1))))
        for home, draft in enumerate(drafts)
        for i, part in enumerate(draft.bodies)
    ]


def waits(drafts: list[Draft], number: int) -> bool:
    """Whether an article has a headline and no text, which must stand in an article behind it."""
    draft = drafts[number]
    return bool(draft.heads) and not draft.bodies and draft.stacked and number + 1 < len(drafts)


def is_known_seam(left: str, right: str, page: str) -> bool:
    """Whether the page has the two characters on each side of a seam together elsewhere."""
    seam = left[-2:] + right[:2]
    return len(seam) == 4 and seam.isalnum() and seam in page


def prose(part: Part) -> str:
    """A paragraph's text without the byline at its beginning."""
    text = part.line.text
    lead = bylines.leading(text)
    return text[lead[0] :] or text if lead else text


def best_dealing(drafts: list[Draft], items: list[Item], likeness: Likeness, *, beam: int = BEAM) -> Dealing:
    """The best-scoring dealing of paragraphs to drafts, in the page's order."""
    return _Search(drafts, items, likeness).best(beam)


def _leads(part: Part) -> bool:
    """Whether a paragraph opens with its sender, as an article's first does."""
    return bylines.leading(part.line.text) is not None


class _Search:
    def __init__(self, drafts: list[Draft], items: list[Item], likeness: Likeness) -> None:
        self.drafts = drafts
        self.items = items
        self.statistics = load_statistics()
        self.waiting = [waits(drafts, i) for i in range(len(drafts))]
        self.texts = [prose(i.part) for i in items]
        self.whole = "\n".join([*(" ".join(h.text for h in d.heads) for d in drafts), *self.texts])
        self.heads = [likeness.of(d.heads) for d in drafts]
        self.likeness = likeness.texts

    def best(self, beam: int) -> Dealing:
        paths = [Dealing(0.0, (), (-1,) * len(self.drafts))]
        for i in range(len(self.items)):
            grown = [g for p in paths for g in self._grown(p, i)]
            best: dict[tuple[int, ...], Dealing] = {}
            for g in grown:
                key = (*g.last, g.labels[-1])
                if key not in best or g.score > best[key].score:
                    best[key] = g
            paths = sorted(best.values(), key=lambda p: (-p.score, p.labels))[:beam]
        ended = [Dealing(p.score - self._unfinished(p), p.labels, p.last) for p in paths]
        return max(ended, key=lambda p: (p.score, p.labels))

    def _grown(self, path: Dealing, i: int) -> list[Dealing]:
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

    def _may_go_on(self, draft: int, item: Item, last: int) -> bool:
        """Whether a paragraph may stand in a draft that is not its own: a near one, or one in mid-sentence."""
        return draft >= item.home - 1 or self.waiting[draft] or not is_closed(self.texts[last])

    def _topic(self, path: Dealing, i: int, draft: int) -> float:
        """Likeness of a paragraph with a draft's headline and the paragraphs dealt to it so far, the best two."""
        row = self.likeness[i]
        own = sorted([self.heads[draft][i], *(row[j] for j, label in enumerate(path.labels) if label == draft)])
        return float(sum(own[-2:])) / 2

    def _seam(self, path: Dealing, i: int, draft: int) -> float:
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

    def _unfinished(self, path: Dealing) -> float:
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

    def _extended(self, path: Dealing, i: int, draft: int, gain: float) -> Dealing:
        last = (*path.last[:draft], i, *path.last[draft + 1 :])
        return Dealing(path.score + gain, (*path.labels, draft), last)
