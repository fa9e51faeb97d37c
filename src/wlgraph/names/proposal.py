"""What the recogniser proposes: a stretch of text that may be a name, its class and how sure the model is."""

from __future__ import annotations

from wlgraph.model import Leaf, Record


class Proposal(Record, frozen=True, kw_only=True):
    """A name that the recogniser sees in a text.

    ``start`` and ``end`` count code points of the text, the end exclusive. ``confidence`` is the model's probability
    (0 to 1) that exactly this stretch is a name of exactly this class. The ``best`` proposals of a text never
    overlap and are its reading of the text; the others are alternatives that another judge may prefer.
    """

    start: int
    end: int
    leaf: Leaf
    confidence: float
    best: bool = True
