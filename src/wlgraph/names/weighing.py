"""The log-odds of every candidate: the mean of a logistic regression over its evidence and of boosted trees.

The regression sees what each voice says of a class; the trees see the same without the classes' names, and how the
candidate stands among the others of its page (``standing``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wlgraph.inference import session
from wlgraph.model import LEAVES
from wlgraph.names.evidence import Features, Key
from wlgraph.names.standing import stand

Weights = Mapping[str, float]
Odds = dict[Key, float]

SETTLING: Weights = {"form:titled:Recognition": 3.0, **{f"form:plugin:{leaf}": 6.0 for leaf in LEAVES}}
"""Forms that settle a class by themselves (“…”称号, a component of another package) and that marked pages show too seldom
to weigh."""
HOPELESS = -3.0
"""A candidate against which the regression speaks so much is not looked at further; the trees save none of them."""
OUTPUT = "evidence"
"""The name of the trees' output in their file; their columns stand in its metadata, in order, under ``columns``."""


class Trees:
    """Boosted trees over named features."""

    def __init__(self, model: bytes) -> None:
        self._session = session(model)
        self._columns = columns(self._session.get_modelmeta().custom_metadata_map["columns"].split())

    def odds(self, rows: Sequence[Features]) -> list[float]:
        """The log-odds of each candidate."""
        if not rows:
            return []
        found = self._session.run([OUTPUT], {f"in_{OUTPUT}": table(rows, self._columns)})[0]
        return [float(value) for value in found[:, 0]]


def columns(names: Sequence[str]) -> dict[str, int]:
    """The place of each feature in a table."""
    return {name: place for place, name in enumerate(names)}


def table(rows: Sequence[Features], places: Mapping[str, int]) -> NDArray[np.float32]:
    """Features as a table [row, column]; those without a column are left out."""
    filled = np.zeros((len(rows), len(places)), dtype=np.float32)
    for row, features in enumerate(rows):
        for name, value in features.items():
            place = places.get(name)
            if place is not None:
                filled[row, place] = value
    return filled


class Weigher:
    """Weighs the evidence of a page's candidates."""

    def __init__(self, weights: Weights, trees: Trees) -> None:
        self._weights = weights
        self._trees = trees

    def weigh(self, texts: Sequence[str], evidence: Sequence[Mapping[Key, Features]]) -> list[Odds]:
        """For each article of a page the log-odds that a stretch is a name of a class."""
        first = [{key: linear(features, self._weights) for key, features in found.items()} for found in evidence]
        settled = [{key: linear(features, SETTLING) for key, features in found.items()} for found in evidence]
        asked = [
            [key for key, odds in found.items() if odds + own[key] >= HOPELESS]
            for found, own in zip(first, settled, strict=True)
        ]
        standing = stand(texts, evidence, asked)
        by_trees = iter(self._trees.odds([features for found in standing for features in found.values()]))
        for odds, keys in zip(first, asked, strict=True):
            for key in keys:
                odds[key] = (odds[key] + next(by_trees)) / 2
        return [{key: odds[key] + own[key] for key in odds} for odds, own in zip(first, settled, strict=True)]


def linear(features: Features, weights: Weights) -> float:
    """The sum of weighted features; those without a weight count nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


@cache
def trained_weights() -> Weights:
    """The weights of the regression, fitted on marked pages (``wlgraph.names.fit``)."""
    weights: Weights = json.loads((files(__package__) / "data" / "decision.json").read_text("utf-8"))["weights"]
    return weights


@cache
def load_weigher() -> Weigher:
    """The weigher with the shipped weights and trees (``wlgraph.training.evidence``)."""
    return Weigher(trained_weights(), Trees((files(__package__) / "data" / "evidence.onnx").read_bytes()))
