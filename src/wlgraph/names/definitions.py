"""Short names that an article defines: …有限公司（以下简称“海澜星”）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate

_DEFINITION = re.compile(
    r"[”》]?[（(](?:以下)?(?:统称|简称|下称)(?:为)?[：:]?[“《]?([^“”《》（）()，。\s]{2,12})[”》]?[)）]"
)


def definitions(text: str) -> Iterator[tuple[int, Span]]:
    """Where each defined name's full form ends, and where the short form stands."""
    for match in _DEFINITION.finditer(text):
        yield match.start(), Span(*match.span(1))


def propose_defined(text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The short form as a name of the class that the full form before it is read as."""
    for end, span in definitions(text):
        leaves: dict[Leaf, None] = {
            c.leaf: None for c in candidates if c.span.end == end and (c.best or c.source == "form")
        }
        for leaf in leaves:
            yield Candidate(span=span, leaf=leaf, source="document", rule="document:defined", confidence=0.9)
