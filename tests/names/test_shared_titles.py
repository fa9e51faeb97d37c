"""Bodies that share a character with their head's title."""

from __future__ import annotations

import pytest

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.decision import Choice
from wlgraph.names.shared_titles import with_shared_titles


@pytest.mark.parametrize(
    ("text", "bodies", "decided", "names"),
    [
        ("县公安局长林则安到场", ["县公安局", "公安局"], [], ["县公安局", "林则安"]),
        ("泽国镇卫生院长林则安到场", ["泽国镇卫生院"], ["泽国镇"], ["泽国镇卫生院", "林则安"]),
        ("县武装部长林则安到场", ["县武装部"], ["县武装"], ["县武装部", "林则安"]),
        ("市一医院长林则安到场", ["市一医院"], ["市一医"], ["市一医", "林则安"]),
        ("县公安局局长林则安到场", ["县公安局"], [], ["林则安"]),
        ("副局长林则安到场", ["副局"], [], ["林则安"]),
        ("温岭县公安局长林则安到场", ["县公安局"], ["温岭县公安局长"], ["温岭县公安局长", "林则安"]),
    ],
)
def test_a_body_ends_in_its_heads_title(text: str, bodies: list[str], decided: list[str], names: list[str]) -> None:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def leaf(words: str) -> Leaf:
        return "Official" if words == "林则安" else "PublicBody"

    candidates = [
        Candidate(span=span(w), leaf="PublicBody", source="form", rule="form:bureau", confidence=0.8) for w in bodies
    ]
    chosen = [Choice(span=span(w), leaf=leaf(w), confidence=0.9) for w in [*decided, "林则安"]]
    assert [text[c.span.start : c.span.end] for c in with_shared_titles(text, candidates, chosen)] == names
