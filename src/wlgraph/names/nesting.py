"""Names within names: 大溪镇 in 大溪镇党委, a university in its institute, a police bureau in its branch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wlgraph.model import GROUP_OF, Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.decision import Choice

_WHOLE_PLACES = frozenset({"register:town", "register:near-town", "register:village"})
_UNITS = ("镇", "乡", "街道", "村", "社区")
_PARENTS: dict[Leaf, tuple[re.Pattern[str], Leaf]] = {
    **dict.fromkeys(
        ("ResearchBody", "Organization"),
        (
            re.compile(
                r"[一-龥]{2,8}?(?:大学|科学院|工程院)"
                r"(?=.*(?:研究院|研究所|学院|系|分院|分校|医院|中心|基地|实验室|工作站|[一-龥]所)$)"
            ),
            "ResearchBody",
        ),
    ),
    "PublicBody": (
        re.compile(
            r"[一-龥]{2,12}?(?:[安事务化理]局|海关|人民法院|人民检察院)"
            r"(?=[一-龥]{1,12}(?:分局|支局|海关|派出所|[监管]所|[支大中]队|[^法]庭)$)"
        ),
        "PublicBody",
    ),
    "Company": (re.compile(r"[一-龥]{4,20}?有限公司(?=[一-龥]{2,8}分公司$)"), "Company"),
}
"""By the class of a name: the body that its head names where its end names a part, and that body's class."""


def with_nested(text: str, candidates: Sequence[Candidate], chosen: Sequence[Choice]) -> list[Choice]:
    """The chosen names of a text, each followed by those that stand at its head: registered places, bodies
    of which the name's is a part."""
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
        elif choice.leaf in _PARENTS:
            result += _parent(text, choice)
    return result


def _is_whole(text: str, span: Span) -> bool:
    return text[span.start : span.end].endswith(_UNITS)


def _parent(text: str, choice: Choice) -> list[Choice]:
    form, leaf = _PARENTS[choice.leaf]
    found = form.match(text, choice.span.start, choice.span.end)
    if not found:
        return []
    return [Choice(span=Span(*found.span()), leaf=leaf, confidence=choice.confidence, source="form")]
