import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import LEAVES
from wlgraph.names.recogniser.tags import OUTSIDE, TypedSpan, allowed, begin, end, inside, single, to_tags


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[int, list[TypedSpan]]:
    pieces = draw(
        st.lists(st.tuples(st.integers(0, 3), st.integers(1, 6), st.integers(0, len(LEAVES) - 1)), max_size=8)
    )
    spans, position = [], 0
    for gap, length, leaf in pieces:
        spans.append((position + gap, position + gap + length, leaf))
        position += gap + length
    return position + draw(st.integers(0, 3)), spans


def test_each_character_has_the_tag_of_its_place_in_a_name() -> None:
    tags = [single(3), begin(2), inside(2), end(2), OUTSIDE, begin(2), end(2), OUTSIDE]
    assert to_tags(8, [(0, 1, 3), (1, 4, 2), (5, 7, 2)]) == tags


@given(texts_with_spans())
def test_tags_of_spans_are_allowed(case: tuple[int, list[TypedSpan]]) -> None:
    length, spans = case
    tags = to_tags(length, spans)
    follow, first, last = allowed()
    assert all(follow[a, b] for a, b in itertools.pairwise(tags))
    assert not tags or (first[tags[0]] and last[tags[-1]])


@pytest.mark.parametrize("spans", [[(0, 0, 1)], [(0, 3, 1), (2, 4, 1)], [(3, 9, 0)], [(-1, 2, 0)]])
def test_impossible_spans_are_refused(spans: list[TypedSpan]) -> None:
    with pytest.raises(ValueError, match="empty, out of the text, or overlaps"):
        to_tags(5, spans)
