"""The trained scorer: how likely each predicate joins each pair of things."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from wlgraph.claims.relations.context import hash_context, read_context
from wlgraph.claims.relations.features import describe
from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.posts import Posts
from wlgraph.claims.relations.rules import RuleHits
from wlgraph.claims.relations.scene import Scene
from wlgraph.claims.relations.signature import LEAF_INDEX, SCORED, SCORED_TABLES, SYMMETRIC
from wlgraph.inference import session
from wlgraph.model import Predicate, Record


class Setting(Record, frozen=True, kw_only=True):
    """How a predicate's raw score becomes a probability, and the probability from which a claim is made."""

    slope: float
    shift: float
    threshold: float


class Scorer:
    """Linear weights over context, boosted trees over everything, and each predicate's calibration."""

    def __init__(
        self, weights: NDArray[np.float32], trees: ort.InferenceSession, settings: dict[Predicate, Setting]
    ) -> None:
        self._weights = weights
        self._trees = trees
        self.settings = settings

    def score(
        self, scene: Scene, pairs: Pairs, hits: RuleHits, posts: Posts, heard: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """A table ``[pair, predicate]`` of probabilities; zero where a predicate cannot join the pair.

        ``heard`` are the encoder's logits, one a pair and predicate.
        """
        out = np.zeros((len(pairs), len(SCORED)), dtype=np.float32)
        if not len(pairs):
            return out
        linear = read_context(hash_context(scene, pairs), self._weights, pairs)
        rows = np.hstack([linear, heard, describe(scene, pairs, hits, posts)]).astype(np.float32)
        places = [np.flatnonzero(open_to) for open_to in possible(scene, pairs).T]
        feed = {f"in_{predicate}": rows[at] for predicate, at in zip(SCORED, places, strict=True)}
        answers = self._trees.run(list(SCORED), feed)
        for p, (predicate, at, raw) in enumerate(zip(SCORED, places, answers, strict=True)):
            setting = self.settings[predicate]
            out[at, p] = 1 / (1 + np.exp(-(setting.slope * raw[:, 0] + setting.shift)))
        return out


def possible(scene: Scene, pairs: Pairs) -> NDArray[np.bool_]:
    """Which pairs each scored predicate may join by their classes; of a symmetric one only the first-named order."""
    leaf = np.array([LEAF_INDEX[scene.referents[t].leaf] for t in pairs.things], dtype=np.int64)
    mask: NDArray[np.bool_] = SCORED_TABLES[leaf[pairs.subject], leaf[pairs.object]]
    for predicate in SYMMETRIC:
        mask[:, SCORED.index(predicate)] &= pairs.subject < pairs.object
    return mask


@cache
def load_scorer() -> Scorer:
    """The scorer shipped with the package."""
    data = files("wlgraph.claims.relations").joinpath("data")
    with data.joinpath("context.npz").open("rb") as stream:
        arrays = np.load(stream)
        weights = np.zeros((int(arrays["buckets"]), len(SCORED)), dtype=np.float32)
        weights[arrays["used"]] = arrays["weights"]
    trees = session(data.joinpath("trees.onnx").read_bytes())
    settings = msgspec.convert(json.loads(data.joinpath("settings.json").read_text("utf-8")), dict[Predicate, Setting])
    return Scorer(weights, trees, settings)
