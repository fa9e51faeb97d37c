"""The room that reads what sentences state: relations between things, and figures about them."""

from wlgraph.claims.state import state, state_pages

__all__ = ["state", "state_pages"]
