"""Claims and figures of marked pages."""

from __future__ import annotations

from wlgraph.claims import state
from wlgraph.claims.seats import RULE as SEAT
from wlgraph.evaluation.marked import MarkedPage
from wlgraph.model import Claim, Figure


def claims_of(marked: MarkedPage) -> tuple[Claim, ...]:
    """The claims of a page but those of seats in bodies."""
    return tuple(c for c in state(marked.reading, marked.naming).claims if c.rule != SEAT)


def figures_of(marked: MarkedPage) -> tuple[Figure, ...]:
    return state(marked.reading, marked.naming).figures
