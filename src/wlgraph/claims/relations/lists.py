"""Lists distribute: what most members of a list are said to do, all of them do (甲、乙、丙和丁获得称号)."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.scene import Scene
from wlgraph.model import GROUP_OF

LEAST_LIST, MOST = 3, 0.5
"""A list has so many members at least, and more than this share of them must be believed by themselves."""


Listed = list[tuple[list[int], int]]
"""The rows of pairs that join one thing with the members of one list, and the length of the list; for every list."""


def distribute(lists: Listed, scores: NDArray[np.float32], threshold: float) -> NDArray[np.float32]:
    """The scores of one predicate, a list's missed members raised to the threshold where most of the list reach it."""
    result = scores.copy()
    for rows, length in lists:
        believed = [row for row in rows if scores[row] >= threshold]
        if len(believed) > MOST * length:
            result[[row for row in rows if scores[row] < threshold]] = threshold
    return result


def lists_of(scene: Scene, pairs: Pairs) -> Listed:
    """The lists of an article. Members are of one group of classes; the other end of the pair is the same for all."""
    found: defaultdict[tuple[bool, int, int, str], list[int]] = defaultdict(list)
    lengths: dict[tuple[bool, int, int, str], int] = {}
    for row in range(len(pairs)):
        meeting = int(pairs.first[row])
        subject, obj = scene.actors[int(pairs.left[meeting])], scene.actors[int(pairs.right[meeting])]
        for is_subject, listed, other in ((True, subject, pairs.object[row]), (False, obj, pairs.subject[row])):
            if listed.run_length >= LEAST_LIST and subject.run != obj.run:
                group = GROUP_OF[scene.referents[listed.mention.referent].leaf]
                key = (is_subject, listed.run, int(other), group)
                found[key].append(row)
                lengths[key] = listed.run_length
    return [(rows, lengths[key]) for key, rows in found.items()]
