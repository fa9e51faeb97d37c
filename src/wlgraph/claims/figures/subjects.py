"""What speaks for each candidate of a quantity being what the quantity is about."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.figures.quantities import KINDS, Quantity
from wlgraph.claims.figures.scene import HEADS, ROLES, SPEECH, Scene, Sight, fits_reference
from wlgraph.claims.figures.surroundings import Surroundings
from wlgraph.model import GROUP_OF

Rows = NDArray[np.float32]

FAR = 600.0
_START = attrgetter("start")
_SUM, _TOWARDS = re.compile("[占总共达超]"), re.compile("[给向对到在为]")
_BEFORE = ("^", "在位于到", "由据被", "对向给为让", "的", "、和与及", "“《", "从自", "了")
_AFTER = ("的", "，", "、和与", "”》", "共已现将", "说称表介透坦告", "有拥", "投占总规建", "在", "（")


def rows(around: Surroundings, index: int, names: list[str]) -> Rows:
    """One row of features for each candidate of a quantity."""
    scene = around.scene
    q = scene.quantities[index]
    shared = _shared(around, q)
    reference = _reference(scene, q)
    order = _recency(around, q)
    spot = _Spot(around, q, reference)
    table = [[*around.fixed[name], *shared, *_relative(around, q, index, name, spot), *order(name)] for name in names]
    return np.asarray(table, dtype=np.float32).reshape(len(names), -1)


def _shared(around: Surroundings, q: Quantity) -> list[float]:
    scene, text = around.scene, around.scene.text
    here = scene.place(q.span.start)
    clause = scene.clause_start(q.span.start)
    sentence = scene.sentence_span(q.span.start)
    start = sentence.start if sentence else clause
    before = [s for s in scene.sights[: bisect_left(around.starts, q.span.start)] if s.place.sentence == here.sentence]
    block = scene.blocks[here.block] if here.block >= 0 else None
    cue = max((c for c in scene.home_cues if c < q.span.start), default=-1)
    upto = text[clause : q.span.start]
    quote = text.rfind("“", max(0, start - 200), q.span.start) > text.rfind("”", max(0, start - 200), q.span.start)
    return [
        *[float(q.kind == k) for k in KINDS],
        math.log10(float(q.value) + 1),
        float(len(before)),
        float(block is not None and block.kind in HEADS),
        float(cue >= clause),
        float(cue >= start),
        float(q.span.start - cue) if cue >= start else FAR,
        float(before[-1].end <= cue) if before else float(cue >= start),
        float("其中" in upto),
        float("增" in upto or "降" in upto or "减" in upto),
        float("投" in upto),
        float(bool(_SUM.search(upto))),
        float(quote),
        float(q.span.start - start),
        float(q.span.start - clause),
        float(here.block - scene.first_body),
    ]


def _reference(scene: Scene, q: Quantity) -> tuple[int, int, str] | None:
    sentence = scene.sentence_span(q.span.start)
    low = max(sentence.start if sentence else 0, q.span.start - 80)
    best = None
    for start, end, group in scene.references:
        if low <= start and end <= q.span.start:
            best = (start, end, group)
        if start >= q.span.start:
            break
    return best


def _recency(around: Surroundings, q: Quantity) -> Callable[[str], list[float]]:
    """How recently each referent was named before a quantity, over all and in each role, counted in referents."""
    scene = around.scene
    cut = bisect_left(around.starts, q.span.start)
    seen = scene.sights[max(0, cut - 40) : cut]
    latest = list(dict.fromkeys(s.referent for s in reversed(seen)))
    subjects = list(dict.fromkeys(s.referent for s in reversed(seen) if s.role == "subject"))
    roles = {s.referent: s.role for s in seen}

    def order(name: str) -> list[float]:
        return [
            float(latest.index(name)) if name in latest else 20.0,
            float(subjects.index(name)) if name in subjects else 20.0,
            *[float(roles.get(name) == role) for role in ROLES],
        ]

    return order


class _Spot:
    """What stands around a quantity, the same for all its candidates."""

    def __init__(self, around: Surroundings, q: Quantity, reference: tuple[int, int, str] | None) -> None:
        scene, text = around.scene, around.scene.text
        self.here = scene.place(q.span.start)
        self.before = bisect_left(around.starts, q.span.start)
        self.others = _distinct_from([s.referent for s in scene.sights[: self.before]])
        self.reference = reference
        self.meant = ""
        if reference is not None:
            sights = scene.sights[: bisect_left(around.starts, reference[0])]
            self.meant = next((s.referent for s in reversed(sights) if fits_reference(s.leaf, reference[2])), "")
        clause = scene.clause_start(q.span.start)
        sentence = scene.sentence_span(q.span.start)
        self.clause = text[clause : q.span.start]
        self.earlier = text[sentence.start if sentence else 0 : clause]
        self.later = text[q.span.end : scene.clause_end(q.span.end)]
        number = self.here.sentence
        self.topic = scene.topics[number] if 0 <= number < len(scene.topics) else ""
        self.past = scene.topics[number - 1] if number > 0 else ""


def _distinct_from(referents: Sequence[str]) -> list[int]:
    """For each place, and for the end, how many different referents are named from there on."""
    seen: set[str] = set()
    counts = [0]
    for referent in reversed(referents):
        seen.add(referent)
        counts.append(len(seen))
    return counts[::-1]


def _kinds(classes: Sequence[str]) -> Mapping[str, list[float]]:
    """For each character of some classes which of these it belongs to."""
    return {c: [float(c in chars) for chars in classes] for c in "".join(classes)}


_BEFORE_KINDS, _AFTER_KINDS = _kinds(_BEFORE), _kinds(_AFTER)
_NO_BEFORE, _NO_AFTER = [0.0] * len(_BEFORE), [0.0] * len(_AFTER)


def _edges(scene: Scene, sight: Sight) -> list[float]:
    """What stands at the two edges of a mention."""
    text = scene.text
    return [
        *_BEFORE_KINDS.get(text[sight.start - 1 : sight.start], _NO_BEFORE),
        float(sight.start == scene.clause_start(sight.start)),
        *_AFTER_KINDS.get(text[sight.end : sight.end + 1], _NO_AFTER),
        float(bool(SPEECH.match(text, sight.end, sight.end + 24))),
    ]


def _relative(around: Surroundings, q: Quantity, index: int, name: str, spot: _Spot) -> list[float]:
    scene, text, here = around.scene, around.scene.text, spot.here
    own = scene.by_referent.get(name, [])
    cut = bisect_left(own, q.span.start, key=_START)
    last = own[cut - 1] if cut else None
    following = own[cut] if cut < len(own) else None
    leaf = scene.leaf_of[name]
    of_group = around.of_group[GROUP_OF[leaf]]
    paired = around.pairs.get(index)
    row = [
        0.0 if paired is None else 1.0 if name in paired else -1.0,
        float(around.first_of_sentence.get(here.sentence) == name),
        float(around.first_of_block.get(here.block) == name),
        float(here.block in around.blocks_of.get(name, ())),
    ]
    if last is not None:
        low = bisect_left(around.starts, last.end)
        gap = text[last.end : q.span.start]
        edges = around.edges.get(last.start)
        if edges is None:
            edges = around.edges[last.start] = _edges(scene, last)
        row += [
            min(FAR, q.span.start - last.end),
            float(min(10, here.sentence - last.place.sentence)),
            float(min(12, here.clause - last.place.clause)) if here.sentence == last.place.sentence else 13.0,
            float(max(0, spot.before - low)),
            float(spot.others[min(low, spot.before)]),
            float(max(0, of_group[spot.before] - of_group[low])),
            float(around.first_of_sentence.get(last.place.sentence) == name),
            float(last.start - scene.clause_start(last.start)),
            float(last.place.clause == here.clause),
            float(last.place.block == here.block),
            *edges,
            float(gap.count("。")),
            float("的" in gap[:12]),
            float(last.name),
        ]
    else:
        row += [FAR * 2, 20.0, 20.0, *[-1.0] * (7 + len(_BEFORE) + 1 + len(_AFTER) + 4)]
    if following is not None and following.place.sentence == here.sentence:
        gap = text[q.span.end : following.start]
        low, high = bisect_left(around.starts, q.span.end), bisect_left(around.starts, following.start)
        row += [
            min(FAR, float(len(gap))),
            float(high - low),
            float(following.place.clause == here.clause),
            float("的" in gap),
            float(gap in ("的", "的“", "")),
            float("，" in gap),
            float(bool(_TOWARDS.search(gap))),
        ]
    else:
        row += [FAR, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    if spot.reference is None:
        row += [-1.0, -1.0, FAR]
    else:
        _, end, kind = spot.reference
        row += [float(fits_reference(leaf, kind)), float(spot.meant == name), float(q.span.start - end)]
    inside = any(s.place.clause == here.clause and s.end <= q.span.start for s in own)
    row += [
        -1.0 if inside else _echo(scene, name, spot.clause),
        _echo(scene, name, spot.earlier),
        _echo(scene, name, spot.later),
        float(spot.topic == name),
        float(spot.past == name),
    ]
    return row


def _echo(scene: Scene, name: str, words: str) -> float:
    """How much of the name's words comes back in the text: 航道 of a 航道工程, 园区 of an industrial park."""
    written = scene.names_of.get(name, ())
    if not written or len(words) < 2:
        return 0.0
    ends = tuple(one[-8:] for one in written)
    longest = 0.0
    for size in (2, 3, 4):
        if _grams(words, size).isdisjoint(_all_grams(ends, size)):
            break
        longest = float(size)
    return longest


@lru_cache(maxsize=4096)
def _grams(words: str, size: int) -> frozenset[str]:
    return frozenset(map("".join, zip(*(words[i:] for i in range(size)), strict=False)))


@lru_cache(maxsize=4096)
def _all_grams(several: tuple[str, ...], size: int) -> frozenset[str]:
    return frozenset().union(*(_grams(words, size) for words in several))


class Neighbours:
    """What the first pass says of the quantities before and after one in the same block."""

    def __init__(self, first: Mapping[int, Mapping[str, float]], scene: Scene) -> None:
        self._first = first
        self._places = {i: scene.place(scene.quantities[i].span.start) for i in first}
        self._best = {i: max(scores.values()) for i, scores in first.items()}
        self._sums: dict[int, defaultdict[str, float]] = {}
        self._sizes = Counter(place.block for place in self._places.values())
        for i, scores in first.items():
            sums = self._sums.setdefault(self._places[i].block, defaultdict(float))
            for name, score in scores.items():
                sums[name] += score

    def rows(self, index: int, names: list[str]) -> Rows:
        """One row for each candidate of a quantity."""
        own, here = self._first[index], self._places[index]
        order = sorted(own.values(), reverse=True)
        total = sum(order) or 1.0
        near = [(i, self._places.get(i)) for i in (index - 2, index - 1, index + 1)]
        table = []
        for name in names:
            score = own[name]
            row = [score, score / total, float(order.index(score)), order[0] - score]
            for i, place in near:
                same = place is not None and place.block == here.block
                row += [
                    self._first[i].get(name, 0.0) if same else -1.0,
                    float(self._first[i].get(name) == self._best[i]) if same else -1.0,
                    float(place.sentence == here.sentence) if place is not None else -1.0,
                ]
            row.append(self._sums[here.block][name] / self._sizes[here.block])
            table.append(row)
        return np.asarray(table, dtype=np.float32).reshape(len(names), -1)
