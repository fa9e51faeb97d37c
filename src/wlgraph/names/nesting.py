"""Names within names: 大溪镇 in 大溪镇党委, a university in its institute."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wlgraph.model import GROUP_OF, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.decision import Choice

_WHOLE_PLACES = frozenset({"register:town", "register:near-town", "register:village"})
_UNITS = ("镇", "乡", "街道", "村", "社区")
_UNIVERSITY = re.compile(
    r"[一-龥]{2,8}?(?:大学|科学院|工程院)(?=.*(?:研究院|研究所|学院|系|分院|分校|医院|中心|基地|实验室|工作站|[一-龥]所)$)"
)


def with_nested(text: str, candidates: Sequence[Candidate], chosen: Sequence[Choice]) -> list[Choice]:
    """The chosen names of a text, each followed by those that stand at its head: registered places, universities."""
    places = {c.span.start: c for c in candidates if c.rule in _WHOLE_PLACES and _is_whole(text, c.span)}
    result: list[Choice] = []
    for choice in chosen:
        result.append(choice)
        if GROUP_OF[choice.leaf] == "Person" or choice.leaf in ("Product", "Industry"):
            continue
        place = places.get(choice.span.start)
        if place and place.span.end < choice.span.end and place.leaf != choice.leaf:
            result.append(
                Choice(span=place.span, leaf=place.leaf, confidence=min(choice.confidence, 0.9), source="register")
            )
        elif choice.leaf in ("ResearchBody", "Organization"):
            result += _university(text, choice)
    return result


def _is_whole(text: str, span: Span) -> bool:
    return text[span.start : span.end].endswith(_UNITS)


def _university(text: str, choice: Choice) -> list[Choice]:
    found = _UNIVERSITY.match(text, choice.span.start, choice.span.end)
    if not found:
        return []
    return [Choice(span=Span(*found.span()), leaf="ResearchBody", confidence=choice.confidence, source="form")]
