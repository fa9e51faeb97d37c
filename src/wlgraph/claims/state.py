"""What a page states: its claims and its figures."""

from __future__ import annotations

import msgspec

from wlgraph.claims.encoder import load_encoder
from wlgraph.claims.figures import measure
from wlgraph.claims.relations import relate
from wlgraph.claims.seats import seat_heads
from wlgraph.claims.study import study
from wlgraph.model import Claim, Figure, Naming, Reading, Stating


def state(reading: Reading, naming: Naming) -> Stating:
    """The claims and figures of a page, given its names; those within longer names state nothing by themselves."""
    outermost = tuple(m for m in naming.mentions if m.kind != "nested")
    naming = msgspec.structs.replace(naming, mentions=outermost)
    studies = study(reading, naming)
    answers = load_encoder().answer([s.asked for s in studies])
    date = reading.page.date
    claims: list[Claim] = []
    figures: list[Figure] = []
    for s, heard in zip(studies, answers, strict=True):
        claims += relate(s.scene, s.pairs, heard, date)
        figures += measure(s.around, s.candidates, s.texts, heard, date)
    seats = seat_heads(reading, naming.referents, tuple(claims))
    return Stating(
        claims=(*claims, *seats.claims),
        figures=tuple(figures),
        implied=seats.bodies,
        references=seats.references,
    )
