"""What a page states: its claims and its figures."""

from __future__ import annotations

import msgspec

from wlgraph.claims.figures import measure
from wlgraph.claims.relations import relate
from wlgraph.claims.seats import seat_heads
from wlgraph.model import Naming, Reading, Stating


def state(reading: Reading, naming: Naming) -> Stating:
    """The claims and figures of a page, given its names; those within longer names state nothing by themselves."""
    outermost = tuple(m for m in naming.mentions if m.kind != "nested")
    naming = msgspec.structs.replace(naming, mentions=outermost)
    claims = relate(reading, naming)
    seats = seat_heads(reading, naming.referents, claims)
    return Stating(
        claims=(*claims, *seats.claims),
        figures=measure(reading, naming),
        implied=seats.bodies,
        references=seats.references,
    )
