"""The trained judges: who a quantity is about, and whether it is worth stating."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from wlgraph.claims.figures.keeping import keep_rows
from wlgraph.claims.figures.scene import Scene
from wlgraph.claims.figures.subjects import Rows, Surroundings, candidates, neighbours, pair_context, rows
from wlgraph.claims.figures.trees import Forest, buckets, context
from wlgraph.model import Record

WEIGHTS = Path(__file__).parent / "weights.npz"


class Judgement(Record, frozen=True, kw_only=True):
    """Of one quantity: the referent that it observes, how likely, and how likely it is a figure at all."""

    observed: str
    subject: float
    keep: float


class Judge:
    """Reads the weights once and judges the quantities of scenes."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        with np.load(path) as stored:
            arrays = {name: stored[name] for name in stored.files}
        self.text = np.asarray(arrays["text.weight"], dtype=np.float32), float(arrays["text.base"])
        self.pair = np.asarray(arrays["pair.weight"], dtype=np.float32), float(arrays["pair.base"])
        self.subject, self.second, self.keep = (Forest(arrays, n) for n in ("subject", "second", "keep"))

    def judge(self, scene: Scene) -> list[Judgement]:
        """One judgement for each quantity of the scene, in order."""
        if not scene.quantities or not scene.leaf_of:
            return []
        names = candidates(scene, scene.quantities[0])
        scores = self._subjects(scene, names)
        texts = [
            float(self.text[0][buckets(context(scene.text, q.span.start, q.span.end, q.unit))].sum()) + self.text[1]
            for q in scene.quantities
        ]
        keep = self.keep.probability(keep_rows(scene, texts, scores))
        best = [max(s, key=lambda name: s[name]) for s in scores]
        return [
            Judgement(observed=name, subject=s[name], keep=float(k))
            for name, s, k in zip(best, scores, keep, strict=True)
        ]

    def _subjects(self, scene: Scene, names: list[str]) -> list[dict[str, float]]:
        around, size, cache_ = Surroundings(scene), len(names), {}
        first_rows: list[Rows] = []
        plain: list[Rows] = []
        words: dict[int, list[str]] = cache_
        for i in range(len(scene.quantities)):
            own = np.asarray(
                [float(self.pair[0][buckets(pair_context(around, i, name, words))].sum()) for name in names],
                dtype=np.float32,
            ) + np.float32(self.pair[1])
            plain.append(rows(around, i, names))
            first_rows.append(np.concatenate([plain[i], own[:, None], (own.max() - own)[:, None]], axis=1))
        flat = self.subject.probability(np.concatenate(first_rows)).reshape(-1, size)
        first = {i: dict(zip(names, map(float, row), strict=True)) for i, row in enumerate(flat)}
        second = np.concatenate(
            [np.concatenate([plain[i], neighbours(first, scene, i, names)], axis=1) for i in range(len(plain))]
        )
        scores = self.second.probability(second).reshape(-1, size)
        scores = scores / np.maximum(1.0, scores.sum(axis=1, keepdims=True))
        return [dict(zip(names, map(float, row), strict=True)) for row in scores]


@cache
def load_judge() -> Judge:
    """The judge with the shipped weights."""
    return Judge()
