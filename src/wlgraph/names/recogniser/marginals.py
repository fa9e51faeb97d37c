"""How probable each name is: exact span marginals of the conditional random field, by forward and backward passes.

All passes run over a whole batch in scaled probabilities, one small matrix product a character.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wlgraph.model import LEAVES
from wlgraph.names.recogniser.tags import TAG_COUNT, TypedSpan, allowed

Array = npt.NDArray[np.float64]

LONGEST = 48
"""No name is longer than this many characters."""


class Lattice(NamedTuple):
    """One text's forward and backward probabilities, scaled at each character, and what it takes to join them."""

    forward: Array
    backward: Array
    odds: Array
    scale: Array
    moves: Array


class MarginalDecoder:
    """Names and their probabilities from emissions."""

    def __init__(self, transitions: npt.NDArray[np.float32]) -> None:
        follow, first, last = allowed()
        moves = transitions.astype(np.float64)
        self._moves = np.exp(moves - moves.max()) * follow
        self._first, self._last = first.astype(np.float64), last.astype(np.float64)

    def lattices(self, emissions: npt.NDArray[np.float32], lengths: npt.NDArray[np.int64]) -> Iterator[Lattice]:
        """The lattices of a padded batch (batch, length, tags)."""
        odds = np.exp(emissions.astype(np.float64) - emissions.max(axis=2, keepdims=True))
        batch, longest, _ = odds.shape
        forward, scale = np.empty_like(odds), np.empty((batch, longest))
        alpha = odds[:, 0] * self._first
        for i in range(longest):
            if i:
                alpha = (forward[:, i - 1] @ self._moves) * odds[:, i]
            scale[:, i] = alpha.sum(axis=1)
            forward[:, i] = alpha / scale[:, i : i + 1]
        backward = np.empty_like(odds)
        ends = lengths - 1
        beta = np.broadcast_to(self._last, (batch, TAG_COUNT))
        for i in range(longest - 1, -1, -1):
            if i < longest - 1:
                ahead = backward[:, i + 1] * odds[:, i + 1] / scale[:, i + 1 : i + 2]
                beta = np.where((i >= ends)[:, None], self._last, ahead @ self._moves.T)
            backward[:, i] = beta
        for k, length in enumerate(lengths):
            yield Lattice(forward[k, :length], backward[k, :length], odds[k, :length], scale[k, :length], self._moves)


def span_probabilities(lattice: Lattice, least: float) -> dict[TypedSpan, float]:
    """Every span whose probability is at least ``least``.

    The probability of a span is at most that of its first tag and at most that of its last, which leaves few to try.
    """
    tags = lattice.forward * lattice.backward
    tags /= tags.sum(axis=1, keepdims=True)
    found: dict[TypedSpan, float] = {}
    columns = tags[:, 1:].reshape(len(tags), len(LEAVES), 4)
    for start, leaf in zip(*np.nonzero(columns[:, :, 0] >= least), strict=True):
        stops = np.nonzero(columns[start + 1 : start + LONGEST, leaf, 2] >= least)[0]
        if len(stops):
            probabilities = _lengthen(lattice, int(start), int(leaf), int(stops[-1]) + 1)
            found |= {
                (int(start), int(start + s + 2), int(leaf)): float(probabilities[s])
                for s in stops
                if probabilities[s] >= least
            }
    for at, leaf in zip(*np.nonzero(columns[:, :, 3] >= least), strict=True):
        found[(int(at), int(at) + 1, int(leaf))] = float(columns[at, leaf, 3])
    return found


def _lengthen(lattice: Lattice, start: int, leaf: int, steps: int) -> Array:
    """Probability that the span from ``start`` ends after 1, 2, … ``steps`` further characters."""
    b, i, e = 1 + 4 * leaf, 2 + 4 * leaf, 3 + 4 * leaf
    moves, odds = lattice.moves, lattice.odds
    first = lattice.forward[start, b]
    total = (lattice.forward[start] * lattice.backward[start]).sum()
    result = np.empty(steps)
    prefix, previous = first, b
    for step in range(steps):
        at = start + step + 1
        result[step] = prefix * moves[previous, e] * odds[at, e] / lattice.scale[at] * lattice.backward[at, e]
        prefix *= moves[previous, i] * odds[at, i] / lattice.scale[at]
        previous = i
    result /= total
    return result


def best_spans(probabilities: dict[TypedSpan, float], threshold: float) -> list[TypedSpan]:
    """The reading of a text: stretches that are more probably a name than ``threshold``, the most probable first.

    A stretch's probability is the sum over its classes, so that a name whose class is in doubt is still a name.
    """
    mass: dict[tuple[int, int], float] = {}
    for (start, stop, _), p in probabilities.items():
        mass[start, stop] = mass.get((start, stop), 0.0) + p
    chosen: list[TypedSpan] = []
    for (start, stop), p in sorted(mass.items(), key=lambda item: (-item[1], item[0])):
        if p < threshold:
            break
        if all(stop <= s or e <= start for s, e, _ in chosen):
            leaf = max(range(len(LEAVES)), key=lambda c: probabilities.get((start, stop, c), 0.0))
            chosen.append((start, stop, leaf))
    return sorted(chosen)
