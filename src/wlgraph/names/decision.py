"""One decision for each stretch of text: which names stand there.

Every stretch and class gets a probability from a logistic model over its evidence; of all ways to choose names that do
not overlap, the one with the highest total log-odds is taken.
"""

from __future__ import annotations

import bisect
import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from wlgraph.model import LEAVES, Leaf, MentionSource, Record, Span
from wlgraph.names.evidence import Features, Key, main_source

Weights = Mapping[str, float]

THRESHOLD = -0.7
"""Log-odds that a name must exceed: below even odds, since half of the expected F1 is where a guess begins to pay."""

SETTLING: Weights = {"form:titled:Recognition": 3.0, **{f"form:plugin:{leaf}": 6.0 for leaf in LEAVES}}
"""Forms that settle a class by themselves (“…”称号, a component of another package) and that marked pages show too seldom
to weigh."""


class Choice(Record, frozen=True, kw_only=True):
    """A name that was decided on, with its probability."""

    span: Span
    leaf: Leaf
    confidence: float
    source: MentionSource = "model"


@cache
def trained_weights() -> Weights:
    """The weights of the evidence, fitted on marked pages (``wlgraph.names.fit``)."""
    weights: Weights = json.loads((files(__package__) / "data" / "decision.json").read_text("utf-8"))["weights"]
    return weights


def score(features: Features, weights: Weights) -> float:
    """Log-odds that the stretch is a name of the class."""
    return sum(value * (weights.get(name, 0.0) + SETTLING.get(name, 0.0)) for name, value in features.items())


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(log_odds, -30.0), 30.0)))


def decide(evidence: Mapping[Key, Features], weights: Weights, *, threshold: float = THRESHOLD) -> list[Choice]:
    """The names of a text, in order, that do not overlap and together have the highest log-odds over ``threshold``."""
    scored = [(score(features, weights), key) for key, features in evidence.items()]
    kept = sorted((k[0].end, k[0].start, k[1], s) for s, k in scored if s > threshold)
    ends = [end for end, *_ in kept]
    best: list[float] = [0.0]
    step: list[int] = [0]
    for i, (_, start, _, odds) in enumerate(kept):
        before = bisect.bisect_right(ends, start, 0, i)
        gain = best[before] + odds - threshold
        better = gain > best[i]
        best.append(gain if better else best[i])
        step.append(before if better else -1)
    chosen, i = [], len(kept)
    while i > 0:
        if step[i] < 0:
            i -= 1
            continue
        end, start, leaf, odds = kept[i - 1]
        key = (Span(start, end), leaf)
        confidence = round(probability(odds), 4)
        chosen.append(Choice(span=key[0], leaf=leaf, confidence=confidence, source=main_source(evidence[key])))
        i = step[i]
    return chosen[::-1]
