from __future__ import annotations

import pytest

from wlgraph.graph.comentions import association, log_likelihood


@pytest.mark.parametrize(
    ("both", "first", "second", "total", "expected"),
    [(5, 5, 5, 100, 1.0), (1, 10, 10, 100, 0.0), (100, 100, 100, 100, 1.0)],
)
def test_association(both: int, first: int, second: int, total: int, expected: float) -> None:
    assert association(both, first, second, total) == pytest.approx(expected, abs=1e-9)


def test_log_likelihood_is_zero_for_independence_and_grows() -> None:
    assert log_likelihood(1, 10, 10, 100) == pytest.approx(0)
    assert log_likelihood(10, 10, 10, 100) > log_likelihood(5, 10, 10, 100) > log_likelihood(2, 10, 10, 100)
