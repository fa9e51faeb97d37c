"""Boosted trees and hashed text weights, read from a compact file and evaluated with numpy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
BUCKETS = 1 << 14


class Forest:
    """An additive ensemble of binary trees with a logistic link.

    The trees are stored as rectangles (one row a tree): the feature and the threshold of each inner node, its two
    children, and the value of each leaf. A leaf points to itself, so every row is walked to the same depth.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], name: str) -> None:
        self.feature = np.asarray(arrays[f"{name}.feature"], dtype=np.intp)
        self.threshold = np.asarray(arrays[f"{name}.threshold"], dtype=np.float32)
        self.left = np.asarray(arrays[f"{name}.left"], dtype=np.intp)
        self.right = np.asarray(arrays[f"{name}.right"], dtype=np.intp)
        self.value = np.asarray(arrays[f"{name}.value"], dtype=np.float32)
        self.base = float(np.asarray(arrays[f"{name}.base"]))
        self.depth = int(np.asarray(arrays[f"{name}.depth"]))
        trees, width = self.feature.shape
        self._offset = (np.arange(trees) * width)[None, :]
        self._nodes = self.feature.ravel(), self.threshold.ravel(), self.value.ravel()
        self._children = np.stack([self.right + self._offset.T, self.left + self._offset.T], axis=-1).ravel()

    def logit(self, rows: Floats) -> Floats:
        """The summed leaf values of every row."""
        feature, threshold, value = self._nodes
        cells = np.ascontiguousarray(rows).ravel()
        row = (np.arange(len(rows)) * rows.shape[1])[:, None]
        at = np.broadcast_to(self._offset, (len(rows), self._offset.shape[1]))
        for _ in range(self.depth):
            goes_left = cells.take(feature.take(at) + row) <= threshold.take(at)
            at = self._children.take(2 * at + goes_left)
        total: Floats = value.take(at).sum(axis=1) + np.float32(self.base)
        return total

    def probability(self, rows: Floats) -> Floats:
        """The probability of the positive class for every row."""
        result: Floats = (1 / (1 + np.exp(-self.logit(rows)))).astype(np.float32)
        return result


def buckets(features: Iterable[str]) -> NDArray[np.intp]:
    """The hash buckets of text features."""
    return np.fromiter({crc32(f.encode()) % BUCKETS for f in features}, dtype=np.intp)


def context(text: str, start: int, end: int, unit: str) -> list[str]:
    """Text features of the place ``text[start:end]``: character n-grams before and after, with their side and unit."""
    before = re.sub(r"[0-9０-９]+", "0", text[max(0, start - 12) : start])
    after = re.sub(r"[0-9０-９]+", "0", text[end : end + 8])
    features = [f"u{unit}"]
    for n in (1, 2, 3):
        features += [
            f"<{len(before) - i if len(before) - i <= 3 else ''}{before[i : i + n]}" for i in range(len(before) - n + 1)
        ]
        features += [f">{i if i <= 1 else ''}{after[i : i + n]}" for i in range(len(after) - n + 1)]
    features += [f"u{unit}<{before[-1:]}", f"u{unit}>{after[:1]}", f"u{unit}>>{after[:2]}", f"u{unit}<<{before[-2:]}"]
    features.append(f"#{text[start:end]}" if end - start <= 4 else "#long")
    return features
