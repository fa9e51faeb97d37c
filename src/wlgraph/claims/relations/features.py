"""What is measured of a pair of things: their places, the words between and about them, and their own names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.posts import Posts
from wlgraph.claims.relations.rules import RuleHits
from wlgraph.claims.relations.scene import Scene
from wlgraph.claims.relations.signature import LEAF_INDEX
from wlgraph.claims.relations.triggers import load_themes
from wlgraph.model import GROUP_OF, GROUPS

Floats = NDArray[np.float32]
_GROUPS = list(GROUPS)
_QUALIFYING = (
    "公司",
    "厂",
    "集团",
    "镇",
    "街道",
    "村",
    "市",
    "省",
    "县",
    "区",
    "园",
    "奖",
    "会",
    "工程",
    "项目",
    "局",
    "委",
)


def describe(scene: Scene, pairs: Pairs, hits: RuleHits, posts: Posts) -> Floats:
    """One row a pair; the columns' order is part of the trained scorer."""
    if not len(pairs):
        return np.zeros((0, 0), dtype=np.float32)
    meeting = _meetings(scene, pairs)
    first = pairs.first[:-1]
    best = np.maximum.reduceat(meeting[:, _OF_WORDS:], first, axis=0)
    return np.hstack([meeting[first], best, _things(scene, pairs), hits.table(pairs), posts.table(pairs)]).astype(
        np.float32
    )


_OF_WORDS = 33


def _meetings(scene: Scene, pairs: Pairs) -> Floats:
    """One row a meeting: order and distances, then for each theme its words between, before and after."""
    actors = scene.actors
    fields = np.array(
        [
            (a.position, a.sentence, a.clause, a.run, a.rank, a.run_length, a.heading, a.mention.kind == "reference")
            for a in actors
        ],
        dtype=np.float32,
    )
    group = np.array([_GROUPS.index(GROUP_OF[scene.referents[a.mention.referent].leaf]) for a in actors])
    n = len(actors)
    by_group = np.zeros((len(_GROUPS), n + 1), dtype=np.int32)
    for g in range(len(_GROUPS)):
        by_group[g, 1:] = np.cumsum(group == g)
    left, right = pairs.left, pairs.right
    s, o = fields[left], fields[right]
    low, high = np.minimum(left, right), np.maximum(left, right)
    position = fields[:, 0].astype(np.int64)
    start, end = position[low], position[high]
    sentence_first = np.array([i == 0 or a.sentence != actors[i - 1].sentence for i, a in enumerate(actors)])
    between_s = by_group[group[left], high] - by_group[group[left], low + 1]
    between_o = by_group[group[right], high] - by_group[group[right], low + 1]
    commas = np.cumsum([c in "，,：:" for c in scene.skeleton] + [False])
    links = np.cumsum([c in "、和与及" for c in scene.skeleton] + [False])
    sdist = o[:, 1] - s[:, 1]
    in_sentence = np.array(_frequency(fields[:, 1].astype(np.int64)))
    columns = [
        sdist, np.abs(sdist), o[:, 0] - s[:, 0], end - start, (left < right),
        np.abs(o[:, 2] - s[:, 2]), high - low - 1, between_s, between_o,
        commas[end] - commas[start], links[end] - links[start],
        s[:, 3] == o[:, 3], s[:, 4], s[:, 5], o[:, 4], o[:, 5], s[:, 6], o[:, 6], s[:, 7], o[:, 7],
        sentence_first[left], sentence_first[right], s[:, 1], o[:, 1], in_sentence[left], in_sentence[right],
        _edge(scene, position[left], -1), _edge(scene, position[left], 1),
        _edge(scene, position[right], -1), _edge(scene, position[right], 1),
        _shape(scene, position, start, end, 1), _shape(scene, position, start, end, 2), (end - start) <= 1,
    ]  # fmt: skip
    assert len(columns) == _OF_WORDS
    words = _words(scene, position, left, right)
    return np.hstack([np.stack(columns, axis=1).astype(np.float32), words])


def _frequency(values: NDArray[np.int64]) -> list[int]:
    counts = Counter(values.tolist())
    return [counts[v] for v in values.tolist()]


_EDGE_CLASSES = ("，。；：\n！？", "、", "与和同跟及", "由被经", "在于到", "的", "“《（", "”》）", "为是", "向给对")


def _edge(scene: Scene, positions: NDArray[np.int64], step: int) -> NDArray[np.float32]:
    """Which kind of character stands next to a mention."""
    kinds = {c: i + 1 for i, chars in enumerate(_EDGE_CLASSES) for c in chars}
    skeleton = scene.skeleton
    at = positions + step
    return np.array(
        [
            0 if not 0 <= p < len(skeleton) else kinds.get(skeleton[p], 11 + (skeleton[p] >= "\ue000"))
            for p in at.tolist()
        ],
        dtype=np.float32,
    )


def _shape(
    scene: Scene, position: NDArray[np.int64], start: NDArray[np.int64], end: NDArray[np.int64], step: int
) -> NDArray[np.float32]:
    """The distance from the pair's first mention to the step-th next one, capped: who stands right behind it?"""
    padded = np.r_[position, np.full(step, len(scene.skeleton) + 30)]
    at = np.searchsorted(position, start)
    gap: NDArray[np.int64] = np.minimum(padded[np.minimum(at + step, len(padded) - 1)] - start, 30)
    return (gap * (end > start)).astype(np.float32)


def _words(scene: Scene, position: NDArray[np.int64], left: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
    ends = load_themes().ends(scene.skeleton)
    total = np.cumsum(ends, axis=1)
    length = len(scene.skeleton)
    last = np.zeros_like(ends)
    index = np.arange(ends.shape[1])
    last = np.maximum.accumulate(np.where(ends > 0, index, -99), axis=1)
    following = np.where(ends > 0, index, length + 99)[:, ::-1]
    following = np.minimum.accumulate(following, axis=1)[:, ::-1]
    s, o = position[left], position[right]
    low, high = np.minimum(s, o), np.maximum(s, o)
    wide_low, wide_high = np.maximum(low - 12, 0), np.minimum(high + 12, length)
    near = high - low <= 60
    between = np.where(near, np.minimum(total[:, high] - total[:, np.minimum(low + 1, high)], 2), 0)
    around = np.minimum(total[:, wide_high] - total[:, high], 1) + 2 * np.minimum(total[:, low] - total[:, wide_low], 1)
    before_o = np.minimum(o - last[:, o], 12)
    after_o = np.minimum(following[:, np.minimum(o + 2, length)] - o, 12)
    before_s = np.minimum(s - last[:, s], 12)
    after_s = np.minimum(following[:, np.minimum(s + 2, length)] - s, 12)
    # Nearness, so that the greatest over all meetings is the nearest.
    return np.vstack([between, around, 12 - before_o, 12 - after_o, 12 - before_s, 12 - after_s]).T.astype(np.float32)


def _things(scene: Scene, pairs: Pairs) -> Floats:
    """What the article as a whole and the names themselves say of the two things."""
    count = np.bincount(pairs.thing_of, minlength=len(pairs.things))
    actors = scene.actors
    leaf = np.array([LEAF_INDEX[scene.referents[t].leaf] for t in pairs.things])
    first = np.full(len(pairs.things), len(actors))
    headed = np.zeros(len(pairs.things))
    for i, a in enumerate(actors):
        thing = pairs.thing_of[i]
        first[thing] = min(first[thing], i)
        headed[thing] += a.heading
    rivals = np.bincount(leaf, minlength=20)[leaf]
    rank = np.zeros(len(pairs.things))
    for kind in range(20):
        members = np.flatnonzero(leaf == kind)
        rank[members[np.lexsort((first[members], -count[members]))]] = np.arange(len(members))
    names = [scene.referents[t].name for t in pairs.things]
    suffix = np.array([next((i + 1 for i, w in enumerate(_QUALIFYING) if n.endswith(w)), 0) for n in names])
    length = np.array([len(n) for n in names])
    home = np.array([t == scene.home for t in pairs.things])
    per = np.stack([count, leaf, first, headed, rivals, rank, suffix, length, home], axis=1)
    s, o = per[pairs.subject], per[pairs.object]
    headed_by = _headed_by([(scene.referents[t].name, *scene.referents[t].surfaces) for t in pairs.things])
    shared = np.array(
        [
            (*_kinship(names[a], names[b]), b in headed_by[a], a in headed_by[b])
            for a, b in zip(pairs.subject.tolist(), pairs.object.tolist(), strict=True)
        ]
    )
    meetings = np.diff(pairs.first)
    size = np.full(len(pairs), len(actors))
    return np.hstack([s, o, shared, meetings[:, None], size[:, None], np.full((len(pairs), 1), len(pairs.things))])


def _kinship(a: str, b: str) -> tuple[float, float, float]:
    """Whether the names share their beginning, or one holds the other (温岭市, 温岭市经信局)."""
    head = a[:2] == b[:2]
    return (float(head), float(a[:2] in b), float(b[:2] in a))


def _headed_by(forms: Sequence[tuple[str, ...]]) -> list[set[int]]:
    """For each thing the ones of whose names one stands at the head of one of its own (大溪镇沈岙村, 大溪镇)."""
    heads: dict[str, set[int]] = {}
    for i, own in enumerate(forms):
        for form in own:
            heads.setdefault(form, set()).add(i)
    nobody: set[int] = set()
    return [
        {i for form in own for size in range(2, len(form) - 1) for i in heads.get(form[:size], nobody)} for own in forms
    ]
