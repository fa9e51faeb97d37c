"""How rows about two tokens are described and pooled."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.claims.encoder.questions import ABSENT, DISTANCES, distances, pooled


@pytest.mark.parametrize(("frm", "to"), [(10, 12), (10, 8), (0, 500), (3, 3)])
def test_distances_tell_direction_and_size(frm: int, to: int) -> None:
    there, back = (int(distances(np.array([a]), np.array([b]))[0]) for a, b in ((frm, to), (to, frm)))
    assert (there != back) == (frm != to)
    assert all(0 <= d < DISTANCES - 1 for d in (there, back))


def test_an_absent_token_has_a_distance_of_its_own() -> None:
    assert distances(np.array([4]), np.array([ABSENT])).tolist() == [DISTANCES - 1]


@given(st.integers(0, 2000), st.integers(1, 600), st.integers(1, 600))
def test_farther_is_never_nearer(start: int, near: int, more: int) -> None:
    one, two = (int(distances(np.array([start]), np.array([start + n]))[0]) for n in (near, near + more))
    assert one <= two


def test_pooled_is_the_logarithm_of_summed_exponentials() -> None:
    rows = np.array([[0.0], [0.0], [3.0]], dtype=np.float32)
    assert pooled(rows, np.array([0, 2])) == pytest.approx(np.array([[np.log(2)], [3.0]]))
    assert pooled(rows[:0], np.array([], dtype=np.int64)).shape == (0, 1)
