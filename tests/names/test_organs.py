"""市委市政府 and its like are two bodies."""

from __future__ import annotations

import pytest

from wlgraph.names.organs import propose_organs
from wlgraph.names.places import propose_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("这体现了新一届市委市政府的决心。", ["市委", "市政府"]),
        ("昨日，台州市委市政府召开大会。", ["台州市委", "市政府"]),
        ("县委县人民政府发文。", ["县委", "县人民政府"]),
        ("市委、市政府发文。", []),
        ("市委市政府农村工作办公室牵头。", []),
        ("市委县政府", []),
    ],
)
def test_both_bodies_are_named(text: str, names: list[str]) -> None:
    candidates = propose_places(text, "温岭市")
    assert [text[c.span.start : c.span.end] for c in propose_organs(text, candidates)] == names
