from __future__ import annotations

import pytest

from wlgraph.graph.make_namespace import TARGET, namespace_source
from wlgraph.graph.namespace import WL
from wlgraph.model import LEAVES


def test_the_namespace_is_what_the_ontology_says() -> None:
    assert TARGET.read_text("utf-8") == namespace_source(), "run python -m wlgraph.graph.make_namespace"


def test_the_namespace_refuses_a_typo() -> None:
    with pytest.raises(AttributeError):
        WL.locatedin  # noqa: B018


def test_every_leaf_class_is_a_term() -> None:
    assert all(WL[leaf] in WL for leaf in LEAVES)
