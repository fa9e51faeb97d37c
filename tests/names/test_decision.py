"""The choice of names that do not overlap."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import Span
from wlgraph.names.decision import decide
from wlgraph.names.evidence import Key


def test_one_long_name_beats_its_weaker_parts() -> None:
    odds: dict[Key, float] = {
        (Span(0, 6), "Company"): 3.0,
        (Span(0, 2), "AdministrativeArea"): 1.0,
        (Span(4, 6), "Person"): 1.5,
    }
    assert [c.span for c in decide(odds, {key: {} for key in odds}, threshold=0.0)] == [Span(0, 6)]


spans = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.dictionaries(spans, st.floats(-3, 5), max_size=8))
def test_the_choice_is_the_best_of_all_that_do_not_overlap(odds: dict[Span, float]) -> None:
    by_key: dict[Key, float] = {(span, "Company"): value for span, value in odds.items()}
    chosen = decide(by_key, {key: {} for key in by_key}, threshold=0.0)
    assert all(a.span.end <= b.span.start for a, b in pairwise(chosen))
    assert abs(sum(by_key[(c.span, c.leaf)] for c in chosen) - _best(list(odds.items()))) < 1e-6


def _best(odds: list[tuple[Span, float]], chosen: tuple[Span, ...] = ()) -> float:
    if not odds:
        return 0.0
    (span, value), *rest = odds
    without = _best(rest, chosen)
    if any(span.overlaps(other) for other in chosen):
        return without
    return max(without, value + _best(rest, (*chosen, span)))
