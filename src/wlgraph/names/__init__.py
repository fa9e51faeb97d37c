"""The room that names: which stretches of a page are names, of which class, and which mean the same thing."""

from __future__ import annotations

from wlgraph.names.namer import Namer, load_namer
from wlgraph.names.proposal import Proposal

__all__ = ["Namer", "Proposal", "load_namer"]
