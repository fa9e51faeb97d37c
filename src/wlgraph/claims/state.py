"""What a page states: its claims and its figures."""

from __future__ import annotations

from wlgraph.claims.figures import measure
from wlgraph.claims.relations import relate
from wlgraph.model import Naming, Reading, Stating


def state(reading: Reading, naming: Naming) -> Stating:
    """The claims and figures of a page, given its names."""
    return Stating(claims=relate(reading, naming), figures=measure(reading, naming))
