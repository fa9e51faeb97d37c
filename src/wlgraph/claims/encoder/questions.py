"""What the network is asked of an article, and what it answers.

Every question is a set of rows, each about two tokens; rows of one thing (a pair's meetings, a candidate's mentions)
are pooled by the logarithm of the sum of their exponentials.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.encoder.tokens import Tokens
from wlgraph.model import ClaimModality, FigureModality

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

ABSENT = -1
"""In place of a token: a candidate that stands nowhere, the article's own day."""
_FAR_SENTENCE = 9
_NEAR = 8
_BUCKETS = 24
DISTANCES = 2 * _BUCKETS + 1
"""How many distances are told apart; the last one is of a token that is absent."""
GAPS = 2 * _FAR_SENTENCE + 2


MODALITIES: tuple[ClaimModality, ...] = ("stated", "planned", "proposed", "denied", "ended")
"""The order of the modalities of claims in the answers."""
AIMS: tuple[FigureModality, ...] = ("actual", "target", "forecast")
"""The order of the modalities of figures in the answers."""


@dataclass(frozen=True, slots=True)
class PairRows:
    """Meetings of pairs of things: tokens and classes of subject and object; pair i's rows begin at ``first[i]``."""

    left: Ints
    right: Ints
    left_leaf: Ints
    right_leaf: Ints
    first: Ints


@dataclass(frozen=True, slots=True)
class SubjectRows:
    """Mentions of the candidates of quantities: tokens, class, whether the home; candidate i's begin at ``first[i]``."""

    quantity: Ints
    mention: Ints
    leaf: Ints
    home: Ints
    first: Ints


@dataclass(frozen=True, slots=True)
class PeriodRows:
    """Times that may hold for quantities: tokens (absent: the article's own day), and the time's bound as a number."""

    quantity: Ints
    time: Ints
    bound: Ints


@dataclass(frozen=True, slots=True)
class Asked:
    """All questions about an article; ``quantities`` are the tokens of those that may tell a figure.

    ``heard`` is what the recogniser makes of each character [character, STATE_WIDTH].
    """

    tokens: Tokens
    heard: NDArray[np.float16]
    pairs: PairRows
    quantities: Ints
    subjects: SubjectRows
    periods: PeriodRows


@dataclass(frozen=True, slots=True)
class Answers:
    """Logits. ``relations`` [pair, predicate], ``modality`` [pair, modality], ``figures`` [quantity],
    ``aims`` [quantity, figure modality], ``subjects`` [candidate], ``periods`` [row]."""

    relations: Floats
    modality: Floats
    figures: Floats
    aims: Floats
    subjects: Floats
    periods: Floats


def distances(frm: Ints, to: Ints) -> Ints:
    """Signed distances in tokens, exact when small and by half powers of two when not; absent tokens apart."""
    gap = to - frm
    size = np.minimum(np.abs(gap), 511)
    rough = (np.log2(np.maximum(size, 1)) * 2 + 2).astype(np.int64)
    bucket = np.where(size < _NEAR, size, np.minimum(rough, _BUCKETS - 1))
    signed = np.where(gap < 0, bucket, bucket + _BUCKETS)
    return np.where(to == ABSENT, DISTANCES - 1, signed).astype(np.int64)


def gaps(tokens: Tokens, frm: Ints, to: Ints) -> Ints:
    """Signed numbers of sentences between tokens, from zero; absent tokens apart."""
    told = np.clip(tokens.sentences[to] - tokens.sentences[frm], -_FAR_SENTENCE, _FAR_SENTENCE) + _FAR_SENTENCE
    return np.where(to == ABSENT, GAPS - 1, told).astype(np.int64)


def pooled(rows: Floats, first: Ints) -> Floats:
    """Rows pooled by the logarithm of the sum of exponentials over consecutive groups that begin at ``first``."""
    if not len(first):
        return np.zeros((0, *rows.shape[1:]), dtype=np.float32)
    return np.asarray(np.logaddexp.reduceat(rows, first, axis=0), dtype=np.float32)


def shares(logits: Floats) -> Floats:
    """Probabilities of the answers of which one holds, from the logits of each."""
    odds = np.exp(logits - logits.max())
    return np.asarray(odds / odds.sum(), dtype=np.float32)
