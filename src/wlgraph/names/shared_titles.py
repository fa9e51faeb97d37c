"""Bodies that share a character with their head's title: 县公安局 in 县公安局长林则安, 泽国镇卫生院 in 泽国镇卫生院长."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wlgraph.model import GROUP_OF, Leaf
from wlgraph.names.candidate import Candidate
from wlgraph.names.decision import Choice

HEADED = "局院所队厅站部"
"""What bodies end in whose head's title is their last character and 长."""
_LEAVES: tuple[Leaf, ...] = ("PublicBody", "Organization", "ResearchBody")
_CONFIDENCE = 0.7
_LEAST = 0.1
"""How likely the model must hold a body that no form tells."""


def with_shared_titles(text: str, candidates: Sequence[Candidate], names: Sequence[Choice]) -> list[Choice]:
    """The names of a text, in order, with the bodies that end in the title of the person behind them."""
    found = [
        body for person in names if GROUP_OF[person.leaf] == "Person" for body in _headed(text, candidates, person)
    ]
    new = [body for body in found if all(_may_replace(text, body, n) for n in names)]
    if not new:
        return list(names)
    kept = [n for n in names if not any(body.span.covers(n.span) for body in new)]
    return sorted([*kept, *new], key=lambda n: n.span)


def _may_replace(text: str, body: Choice, name: Choice) -> bool:
    """Whether a name stands elsewhere, or within the body and is no clinic before 院长 (市一医院长)."""
    clinic = text[body.span.end - 1] == "院" and name.span.end == body.span.end - 1 and name.leaf in _LEAVES
    return not body.span.overlaps(name.span) or (body.span.covers(name.span) and not clinic)


def _headed(text: str, candidates: Sequence[Candidate], person: Choice) -> Iterator[Choice]:
    """The longest body that ends before the 长 in front of a person, if any."""
    end = person.span.start - 1
    if text[end : end + 1] != "长" or text[end - 1 : end] not in tuple(HEADED):
        return
    bodies = [c for c in candidates if c.span.end == end and c.leaf in _LEAVES and len(c.span) > 2]
    told = [c for c in bodies if c.source == "form" or c.confidence >= _LEAST]
    if told:
        body = min(told, key=lambda c: (c.span, _LEAVES.index(c.leaf)))
        yield Choice(span=body.span, leaf=body.leaf, confidence=_CONFIDENCE, source=body.source)
