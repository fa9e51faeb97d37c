"""The passes over the lattice against all paths, counted one by one, over three tags' worth of classes."""

from collections import defaultdict
from itertools import pairwise, product

import numpy as np
import pytest

from wlgraph.names.recogniser.marginals import Lattice, MarginalDecoder, best_spans, span_probabilities
from wlgraph.names.recogniser.tags import OUTSIDE, TAG_COUNT, TypedSpan, allowed, begin, end, inside, single

USED = [OUTSIDE, begin(2), inside(2), end(2), single(2), begin(7), inside(7), end(7), single(7)]
NEVER = -60.0


def random_case(seed: int, length: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    emissions = np.full((length, TAG_COUNT), NEVER, dtype=np.float32)
    emissions[:, USED] = rng.normal(scale=1.5, size=(length, len(USED)))
    return emissions, rng.normal(size=(TAG_COUNT, TAG_COUNT)).astype(np.float32)


def spelled(path: tuple[int, ...]) -> list[TypedSpan]:
    """The spans of a well-formed path over the used tags."""
    starts = [i for i, tag in enumerate(path) if tag in (begin(2), single(2), begin(7), single(7))]
    stops = [i + 1 for i, tag in enumerate(path) if tag in (end(2), single(2), end(7), single(7))]
    return [(start, stop, (path[start] - 1) // 4) for start, stop in zip(starts, stops, strict=True)]


def count_paths(emissions: np.ndarray, transitions: np.ndarray) -> dict[TypedSpan, float]:
    follow, first, last = allowed()
    total, mass = 0.0, defaultdict[TypedSpan, float](float)
    for path in product(USED, repeat=len(emissions)):
        steps = list(pairwise(path))
        if not (first[path[0]] and last[path[-1]] and all(follow[a, b] for a, b in steps)):
            continue
        weight = float(
            np.exp(sum(emissions[i, t] for i, t in enumerate(path)) + sum(transitions[a, b] for a, b in steps))
        )
        total += weight
        for span in spelled(path):
            mass[span] += weight
    return {span: weight / total for span, weight in mass.items()}


def lattices(emissions: list[np.ndarray], transitions: np.ndarray) -> list[Lattice]:
    lengths = np.array([len(e) for e in emissions])
    padded = np.full((len(emissions), lengths.max(), TAG_COUNT), 3.0, dtype=np.float32)
    for row, e in zip(padded, emissions, strict=True):
        row[: len(e)] = e
    return list(MarginalDecoder(transitions).lattices(padded, lengths))


@pytest.mark.parametrize(("seed", "length"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)])
def test_span_probabilities_agree_with_counting_all_paths(seed: int, length: int) -> None:
    emissions, transitions = random_case(seed, length)
    expected = count_paths(emissions, transitions)
    found = span_probabilities(lattices([emissions], transitions)[0], 0.0)
    for span, probability in expected.items():
        assert found[span] == pytest.approx(probability, rel=1e-5, abs=1e-12)
    assert sum(found.values()) == pytest.approx(sum(expected.values()), rel=1e-5)


def test_padding_changes_nothing() -> None:
    cases = [random_case(seed, length)[0] for seed, length in [(1, 4), (2, 9), (3, 1), (4, 6)]]
    transitions = random_case(9, 1)[1]
    together = lattices(cases, transitions)
    for emissions, lattice in zip(cases, together, strict=True):
        alone = lattices([emissions], transitions)[0]
        assert span_probabilities(lattice, 0.01) == pytest.approx(span_probabilities(alone, 0.01))


def test_a_least_probability_keeps_all_that_reach_it() -> None:
    emissions, transitions = random_case(6, 6)
    lattice = lattices([emissions], transitions)[0]
    every = span_probabilities(lattice, 0.0)
    kept = {s: p for s, p in every.items() if p >= 0.1}
    assert kept
    assert span_probabilities(lattice, 0.1) == pytest.approx(kept)


@pytest.mark.parametrize(
    ("probabilities", "best"),
    [
        ({(0, 3, 0): 0.9}, [(0, 3, 0)]),
        ({(0, 3, 0): 0.3, (0, 3, 1): 0.35}, [(0, 3, 1)]),
        ({(0, 3, 0): 0.45, (2, 5, 1): 0.5}, [(2, 5, 1)]),
        ({(0, 3, 0): 0.45, (3, 5, 1): 0.5}, [(0, 3, 0), (3, 5, 1)]),
        ({(0, 3, 0): 0.39}, []),
        ({(4, 6, 3): 0.5, (0, 2, 3): 0.6}, [(0, 2, 3), (4, 6, 3)]),
    ],
)
def test_best_spans_never_overlap(probabilities: dict[TypedSpan, float], best: list[TypedSpan]) -> None:
    assert best_spans(probabilities, 0.4) == best
