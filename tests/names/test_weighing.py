"""The log-odds of candidates."""

from __future__ import annotations

from wlgraph.model import Span
from wlgraph.names.evidence import Features, Key, logit
from wlgraph.names.recogniser import load_recogniser
from wlgraph.names.weighing import SETTLING, linear, load_weigher

TEXT = "新河镇的禾苗泵业有限公司投产。"
NAME: Key = (Span(4, 12), "Company")


def odds(features: Features) -> float:
    return load_weigher().weigh([TEXT], [load_recogniser().states(TEXT)], [{NAME: features}])[0][NAME]


def test_more_confidence_of_the_model_weighs_more() -> None:
    features = {"bias": 1.0, "class:Company": 1.0, "model:best": 1.0, "model:class:Company": 1.0}
    assert odds(features | {"model:confidence": logit(0.98)}) > odds(features | {"model:confidence": logit(0.2)})


def test_a_form_that_settles_a_class_counts_whole() -> None:
    features = {"bias": 1.0, "class:Company": 1.0}
    assert odds(features | {"form:plugin:Company": 1.0}) > odds(features) + SETTLING["form:plugin:Company"] / 2


def test_what_has_no_weight_counts_nothing() -> None:
    assert linear({"a": 2.0, "b": 1.0}, {"a": 0.5}) == 1.0


def test_a_page_without_candidates_has_no_odds() -> None:
    heard = [load_recogniser().states(text) for text in (TEXT, "")]
    assert load_weigher().weigh([TEXT, ""], heard, [{}, {}]) == [{}, {}]
