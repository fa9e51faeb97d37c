"""Entities: which referents of all the pages are one thing, and under which IRI."""

from wlgraph.entities.explain import Apart, Explanation, Seen, explain
from wlgraph.entities.judgements import Judgement, read_judgements
from wlgraph.entities.ledger import Ledger, Minted
from wlgraph.entities.resolve import resolve

__all__ = [
    "Apart", "Explanation", "Judgement", "Ledger", "Minted", "Seen", "explain", "read_judgements", "resolve",
]  # fmt: skip
