import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import LEAVES
from wlgraph.names.recogniser.tags import OUTSIDE, TypedSpan, allowed, begin, end, inside, single, to_spans, to_tags


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


@given(texts_with_spans())
def test_tags_give_their_spans_back(case: tuple[int, list[TypedSpan]]) -> None:
    length, spans = case
    assert to_spans(to_tags(length, spans)) == spans


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


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([begin(1), OUTSIDE, end(1)], []),
        ([begin(1), end(2)], []),
        ([inside(1), end(1)], []),
        ([begin(1), begin(1), end(1)], [(1, 3, 1)]),
        ([single(19), single(0)], [(0, 1, 19), (1, 2, 0)]),
    ],
)
def test_ill_formed_tags_give_no_name(tags: list[int], spans: list[TypedSpan]) -> None:
    assert to_spans(tags) == spans
