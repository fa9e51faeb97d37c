"""A candidate: one voice that says a stretch of an article is a name of a class."""

from __future__ import annotations

from wlgraph.model import Leaf, MentionSource, Record, Span


class Candidate(Record, frozen=True, kw_only=True):
    """One proposal for a name, from the model, a register, a form or the document.

    ``rule`` says what made it (``register:county``). ``confidence`` is the voice's own probability that exactly this
    stretch is a name of exactly this class. ``best`` marks the model's own reading.
    """

    span: Span
    leaf: Leaf
    source: MentionSource
    rule: str
    confidence: float
    best: bool = False
