"""Names within names: 大溪镇 in 大溪镇党委, a university in its institute, a police bureau in its branch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wlgraph.model import GROUP_OF, Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.decision import Choice
from wlgraph.names.lexicon import load

_WHOLE_PLACES = frozenset({"register:town", "register:near-town", "register:village"})
_SHORT_TOWN = "register:town-short"
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
    heads = _Heads(text, candidates)
    result: list[Choice] = []
    for choice in chosen:
        result.append(choice)
        if GROUP_OF[choice.leaf] == "Person" or choice.leaf in ("Product", "Industry"):
            continue
        if places := heads.of(choice):
            result += places
        elif choice.leaf in _PARENTS:
            result += _parent(text, choice)
    return result


class _Heads:
    """The registered places that names begin with: a town or village, and the areas before it (温岭大溪镇党委)."""

    def __init__(self, text: str, candidates: Sequence[Candidate]) -> None:
        self._text = text
        registered = sorted((c for c in candidates if c.source == "register"), key=lambda c: c.span)
        self._places = {c.span.start: c for c in registered if c.rule in _WHOLE_PLACES and _is_whole(text, c.span)}
        self._short = {c.span.start: c for c in registered if c.rule == _SHORT_TOWN}
        self._areas = {c.span.start: c for c in registered if c.leaf == "AdministrativeArea"}

    def of(self, choice: Choice) -> list[Choice]:
        at, found = choice.span.start, []
        while not (place := self._places.get(at) or self._town_in_short(at, choice)) and (area := self._areas.get(at)):
            found.append(area)
            at = area.span.end
        if place is None or place.span.end >= choice.span.end or place.leaf == choice.leaf:
            return []
        confidence = min(choice.confidence, 0.9)
        return [Choice(span=c.span, leaf=c.leaf, confidence=confidence, source="register") for c in (*found, place)]

    def _town_in_short(self, at: int, choice: Choice) -> Candidate | None:
        """A town without its unit (城东党工委), where what follows is an organ that only towns have."""
        town = self._short.get(at)
        organs = load("forms")["body"]["town"]
        return town if town and self._text[town.span.end : choice.span.end] in organs else None


def _is_whole(text: str, span: Span) -> bool:
    return text[span.start : span.end].endswith(_UNITS)


def _parent(text: str, choice: Choice) -> list[Choice]:
    form, leaf = _PARENTS[choice.leaf]
    found = form.match(text, choice.span.start, choice.span.end)
    if not found:
        return []
    return [Choice(span=Span(*found.span()), leaf=leaf, confidence=choice.confidence, source="form")]
