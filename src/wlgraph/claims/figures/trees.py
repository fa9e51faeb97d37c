"""Boosted trees and hashed text weights."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from wlgraph.inference import session

Floats = NDArray[np.float32]
BUCKETS = 1 << 14


class Forest:
    """An additive ensemble of binary trees with a logistic link, run by ONNX Runtime."""

    def __init__(self, path: Path) -> None:
        self._session = session(path.read_bytes())
        self._input = self._session.get_inputs()[0].name

    def logit(self, rows: Floats) -> Floats:
        """The summed leaf values of every row."""
        total: Floats = self._session.run(None, {self._input: rows})[0][:, 0]
        return total

    def probability(self, rows: Floats) -> Floats:
        """The probability of the positive class for every row."""
        result: Floats = (1 / (1 + np.exp(-self.logit(rows)))).astype(np.float32)
        return result


def buckets(features: Iterable[str]) -> NDArray[np.intp]:
    """The hash buckets of text features."""
    return np.fromiter(set(map(_bucket, features)), dtype=np.intp)


@lru_cache(maxsize=1 << 17)
def _bucket(feature: str) -> int:
    return crc32(feature.encode()) % BUCKETS


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
