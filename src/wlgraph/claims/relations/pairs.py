"""Which ordered pairs of things in an article may be related, and the places where both are spoken of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.scene import Scene
from wlgraph.claims.relations.signature import LEAF_INDEX, POSSIBLE

REACH = 8
"""Sentences between two mentions beyond which they are no meeting."""
MEETINGS = 3
"""How many meetings of a pair are looked at, nearest first."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """``subject[i]`` and ``object[i]`` index ``things``; meetings of pair i are rows ``first[i]`` up to ``first[i+1]``.

    ``left[r]`` and ``right[r]`` index the scene's actors: the subject's and the object's mention of meeting r.
    """

    things: tuple[str, ...]
    thing_of: Ints
    subject: Ints
    object: Ints
    first: Ints
    left: Ints
    right: Ints

    def __len__(self) -> int:
        return len(self.subject)

    def only(self, rows: NDArray[np.bool_]) -> Pairs:
        """Those of the pairs that a mask chooses, with all their meetings."""
        sizes = np.diff(self.first)
        meetings = np.repeat(rows, sizes)
        return Pairs(
            things=self.things,
            thing_of=self.thing_of,
            subject=self.subject[rows],
            object=self.object[rows],
            first=np.r_[0, np.cumsum(sizes[rows])].astype(np.int64),
            left=self.left[meetings],
            right=self.right[meetings],
        )


def pair_up(scene: Scene) -> Pairs:
    """All pairs of things that meet within ``REACH`` sentences (the home meets all) and that some predicate may join."""
    actors = scene.actors
    index: dict[str, int] = {}
    thing_of = np.array([index.setdefault(a.mention.referent, len(index)) for a in actors], dtype=np.int64)
    leaf_of = np.array([LEAF_INDEX[scene.referents[r].leaf] for r in index], dtype=np.int64)
    n = len(actors)
    empty = np.zeros(0, dtype=np.int64)
    if n < 2:
        return Pairs(tuple(index), thing_of, empty, empty, np.zeros(1, dtype=np.int64), empty, empty)
    sentence = np.array([a.sentence for a in actors], dtype=np.int64)
    position = np.array([a.position for a in actors], dtype=np.int64)
    distance = np.abs(sentence[:, None] - sentence[None, :])
    leaf = leaf_of[thing_of]
    home = np.array([a.mention.referent == scene.home for a in actors], dtype=np.bool_)
    close = (distance <= REACH) | home[:, None] | home[None, :]
    open_ = close & (thing_of[:, None] != thing_of[None, :]) & POSSIBLE[leaf[:, None], leaf[None, :]]
    left, right = np.nonzero(open_)
    key = thing_of[left] * len(index) + thing_of[right]
    gap = np.abs(position[left] - position[right])
    order = np.lexsort((right, left, gap, distance[left, right], key))
    left, right, key = left[order], right[order], key[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else empty
    rank = np.arange(len(key)) - np.repeat(starts, np.diff(np.r_[starts, len(key)]))
    keep = rank < MEETINGS
    left, right, key = left[keep], right[keep], key[keep]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]]) if len(key) else empty
    return Pairs(
        things=tuple(index),
        thing_of=thing_of,
        subject=thing_of[left[starts]],
        object=thing_of[right[starts]],
        first=np.r_[starts, len(key)].astype(np.int64),
        left=left,
        right=right,
    )
