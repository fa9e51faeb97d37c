"""What a page states: its claims and its figures."""

from __future__ import annotations

import msgspec

from wlgraph.claims.figures import measure
from wlgraph.claims.relations import relate
from wlgraph.model import Naming, Reading, Stating


def state(reading: Reading, naming: Naming) -> Stating:
    """The claims and figures of a page, given its names; those within longer names state nothing by themselves."""
    outermost = tuple(m for m in naming.mentions if m.kind != "nested")
    naming = msgspec.structs.replace(naming, mentions=outermost)
    return Stating(claims=relate(reading, naming), figures=measure(reading, naming))
