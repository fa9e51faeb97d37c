"""The judge of names: what it reads of a page, and that its answers hang on nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wlgraph.model import LEAVES, Span
from wlgraph.names.evidence import Features, Key
from wlgraph.names.judge import columns, lay_out, load_judge, table
from wlgraph.names.recogniser import STATE_WIDTH, States, load_recogniser

TEXTS = ("禾苗泵业在新河镇投产。", "新河镇的禾苗泵业招工。", "记者昨日从会上获悉。")
FEATURES: Features = {"bias": 1.0, "class:Company": 1.0, "model:confidence": 1.2, "stand:length": 4.0}


def asked(text: str) -> Mapping[Key, Features]:
    """The company of a text as a candidate, where it stands there."""
    start = text.find("禾苗泵业")
    return {(Span(start, start + 4), "Company"): FEATURES} if start >= 0 else {}


def odds(*texts: str) -> dict[str, list[float]]:
    heard = [load_recogniser().states(text) for text in texts]
    judged = load_judge().odds(texts, heard, [asked(text) for text in texts])
    return {text: list(found.values()) for text, found in zip(texts, judged, strict=True)}


@given(st.lists(st.text("甲乙丙", max_size=6), min_size=1, max_size=4), st.data())
def test_places_lead_to_the_states_of_a_candidates_characters(texts: list[str], data: st.DataObject) -> None:
    heard: list[States] = [np.full((len(text), STATE_WIDTH), n + 1, np.float16) for n, text in enumerate(texts)]
    standing: list[dict[Key, Features]] = []
    for text in texts:
        spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
        chosen = data.draw(st.lists(spans, max_size=3)) if text else []
        standing.append({(Span(*pair), "Town"): {"a": 1.0} for pair in chosen})
    laid = lay_out(texts, heard, standing, columns(["a"]))
    whole, at = laid["heard"], 0
    for number, found in enumerate(standing):
        for span, leaf in found:
            start, end = laid["starts"][at], laid["ends"][at]
            assert end - start == span.end - span.start
            assert (whole[start:end] == number + 1).all()
            assert not span.start or (whole[start - 1] == number + 1).all()
            assert span.start or not whole[start - 1].any()
            assert span.end < len(texts[number]) or not whole[end].any()
            assert laid["classes"][at] == LEAVES.index(leaf)
            at += 1
    assert at == len(laid["starts"]) == len(laid["features"])


def test_equal_words_share_a_number() -> None:
    heard = [load_recogniser().states(text) for text in TEXTS[:2]]
    laid = lay_out(TEXTS[:2], heard, [{**asked(TEXTS[0]), (Span(5, 8), "Town"): FEATURES}, asked(TEXTS[1])], {})
    assert laid["words"].tolist() == [0, 1, 0]


def test_a_feature_without_a_column_counts_nothing() -> None:
    assert table([{"a": 2.0, "c": 9.0}, {"b": 1.0}], columns(["a", "b"])).tolist() == [[2.0, 0.0], [0.0, 1.0]]


def test_the_order_of_articles_and_articles_without_candidates_change_nothing() -> None:
    first, second, other = TEXTS
    alone = odds(first, second)
    assert odds(second, other, first)[first] == pytest.approx(alone[first], abs=1e-4)


def test_the_same_words_elsewhere_on_the_page_are_heard() -> None:
    assert odds(*TEXTS)[TEXTS[0]] != pytest.approx(odds(TEXTS[0])[TEXTS[0]], abs=1e-4)


def test_a_page_without_candidates_has_no_odds() -> None:
    assert odds(TEXTS[2]) == {TEXTS[2]: []}
