"""Two organs of one area printed as one word: 市委市政府 is 市委 and 市政府."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wlgraph.model import Span
from wlgraph.names.candidate import Candidate

TWINS = "form:twin-organs"
_TWINS = re.compile(
    r"(?P<committee>(?P<level>[省市县区州旗盟])委)(?P<government>(?P=level)(?:人民)?政府)"
    r"(?![\u4e00-\u9fff]{0,8}(?:办公室|督查室|领导小组|工作组|指挥部|局))"
)


def propose_organs(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Both bodies of such a word; the first with the area whose registered name ends with its level (台州市委市政府)."""
    areas = {c.span.end: c.span.start for c in candidates if c.rule in ("register:county", "register:prefecture")}
    for twins in _TWINS.finditer(text):
        start, end = twins.span("committee")
        for span in (Span(areas.get(start + 1, start), end), Span(*twins.span("government"))):
            yield Candidate(span=span, leaf="PublicBody", source="form", rule=TWINS, confidence=0.9)
