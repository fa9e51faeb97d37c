"""A linear reader of the words around a pair: hashed character pairs and triples of the skeleton, zone by zone."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.scene import Scene
from wlgraph.claims.relations.signature import LEAF_INDEX

BUCKETS = 1 << 15
_REACH = 7
_PRIME = np.uint64(0x9E3779B97F4A7C15)


def _mix(*parts: NDArray[np.uint64]) -> NDArray[np.int64]:
    value: NDArray[np.uint64] = np.zeros(1, dtype=np.uint64)
    for part in parts:
        value = (value ^ part) * _PRIME
        value ^= value >> np.uint64(29)
    return (value & np.uint64(BUCKETS - 1)).astype(np.int64)


def hash_context(scene: Scene, pairs: Pairs) -> NDArray[np.int64]:
    """One row of bucket numbers a meeting: characters before and after each mention, classes, names' endings."""
    rows = len(pairs.left)
    if not rows:
        return np.zeros((0, 1), dtype=np.int64)
    pad = 2 * _REACH
    codes = np.pad(np.frombuffer(scene.skeleton.encode("utf-32-le"), dtype="<u4").astype(np.uint64), pad)
    two = codes[:-1] * np.uint64(70001) + codes[1:]
    three = np.r_[two[:-1] * np.uint64(70003) + codes[2:], np.zeros(1, dtype=np.uint64)]
    position = np.array([a.position for a in scene.actors], dtype=np.int64) + pad
    sentence = np.array([a.sentence for a in scene.actors], dtype=np.int64)
    s, o = position[pairs.left], position[pairs.right]
    near = np.minimum(np.abs(sentence[pairs.left] - sentence[pairs.right]), 2)
    order = (2 * near + (s < o)).astype(np.uint64)
    blocks = []
    for which, at in enumerate((s, o)):
        for zone, offsets in enumerate((np.arange(-_REACH, 0), np.arange(_REACH))):
            tag = np.uint64(1 + 2 * which + zone) * np.uint64(8) + order
            blocks += [_mix(tag[:, None], grams[at[:, None] + offsets]) for grams in (two, three)]
    leaves = np.array([LEAF_INDEX[scene.referents[a.mention.referent].leaf] for a in scene.actors], dtype=np.uint64)
    classes = leaves[pairs.left] * np.uint64(32) + leaves[pairs.right]
    columns = [_mix(classes + np.uint64(7_000_000)), _mix(classes, order)]
    endings = np.array([_ending(scene.referents[a.mention.referent].name) for a in scene.actors], dtype=np.uint64)
    columns += [_mix(endings[pairs.left] + np.uint64(11)), _mix(endings[pairs.right] + np.uint64(17))]
    gaps = _gaps(scene, pairs)
    columns += [_mix(gaps, classes), _mix(gaps + np.uint64(3))]
    return np.hstack([*blocks, np.stack(columns, axis=1)])


def _ending(name: str) -> int:
    return zlib.crc32(name[-2:].encode())


def _gaps(scene: Scene, pairs: Pairs) -> NDArray[np.uint64]:
    """The whole stretch between two mentions where it is short."""
    position = [a.position for a in scene.actors]
    gaps: dict[tuple[int, int], int] = {}
    out = np.zeros(len(pairs.left), dtype=np.uint64)
    for r, (a, b) in enumerate(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)):
        low, high = min(position[a], position[b]), max(position[a], position[b])
        if high - low > 9:
            out[r] = 1 + (a < b)
            continue
        key = (low, high)
        if key not in gaps:
            gaps[key] = zlib.crc32(scene.skeleton[low + 1 : high].encode())
        out[r] = gaps[key] * 2 + (a < b)
    return out


def read_context(buckets: NDArray[np.int64], weights: NDArray[np.float32], pairs: Pairs) -> NDArray[np.float32]:
    """For each pair and predicate the linear score of its nearest meeting and the best of all its meetings."""
    scores = weights[buckets].sum(axis=1, dtype=np.float32)
    first = pairs.first[:-1]
    return np.hstack([scores[first], np.maximum.reduceat(scores, first, axis=0)])
