"""One decision for each stretch of text: which names stand there.

Every stretch and class has log-odds from its evidence; of all ways to choose names that do not overlap, the one with the
highest total is taken.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Mapping

from wlgraph.model import Leaf, MentionSource, Record, Span
from wlgraph.names.evidence import Features, Key, main_source

THRESHOLD = -0.7
"""Log-odds that a name must exceed: below even odds, since half of the expected F1 is where a guess begins to pay."""


class Choice(Record, frozen=True, kw_only=True):
    """A name that was decided on, with its probability."""

    span: Span
    leaf: Leaf
    confidence: float
    source: MentionSource = "model"


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(log_odds, -30.0), 30.0)))


def decide(
    odds: Mapping[Key, float], evidence: Mapping[Key, Features], *, threshold: float = THRESHOLD
) -> list[Choice]:
    """The names of a text, in order, that do not overlap and together have the highest log-odds over ``threshold``."""
    kept = sorted((k[0].end, k[0].start, k[1], s) for k, s in odds.items() if s > threshold)
    ends = [end for end, *_ in kept]
    best: list[float] = [0.0]
    step: list[int] = [0]
    for i, (_, start, _, gained) in enumerate(kept):
        before = bisect.bisect_right(ends, start, 0, i)
        gain = best[before] + gained - threshold
        better = gain > best[i]
        best.append(gain if better else best[i])
        step.append(before if better else -1)
    chosen, i = [], len(kept)
    while i > 0:
        if step[i] < 0:
            i -= 1
            continue
        end, start, leaf, own = kept[i - 1]
        key = (Span(start, end), leaf)
        confidence = round(probability(own), 4)
        chosen.append(Choice(span=key[0], leaf=leaf, confidence=confidence, source=main_source(evidence[key])))
        i = step[i]
    return chosen[::-1]
