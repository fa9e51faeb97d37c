"""What a page states: its claims and its figures."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from wlgraph.claims.above import areas_told, with_areas_above
from wlgraph.claims.appointments import decided
from wlgraph.claims.committees import place_posts
from wlgraph.claims.corrections import correct_claims
from wlgraph.claims.encoder import Answers, load_encoder
from wlgraph.claims.figures import measure, read_forms, tabulate, without_formed
from wlgraph.claims.honours import read_rolls
from wlgraph.claims.printing import in_normalised, in_print
from wlgraph.claims.relations import relate
from wlgraph.claims.rosters import announced
from wlgraph.claims.seats import seat_heads
from wlgraph.claims.study import Study, home_of, study
from wlgraph.model import Naming, Reading, Stating


def state(reading: Reading, naming: Naming) -> Stating:
    """The claims and figures of a page, given its names; those within longer names state nothing by themselves."""
    return state_pages([(reading, naming)])[0]


def state_pages(pages: Sequence[tuple[Reading, Naming]]) -> list[Stating]:
    """The claims and figures of each page; the encoder reads the articles of all pages together."""
    outer = [in_normalised(reading, with_areas_above(reading, _outermost(naming))) for reading, naming in pages]
    studies = [study(reading, naming) for reading, naming in outer]
    answers = iter(load_encoder().answer([s.asked for several in studies for s in several]))
    stated = [
        _state(*page, [(s, next(answers)) for s in several]) for page, several in zip(outer, studies, strict=True)
    ]
    return [
        in_print(stating, simple, printed)
        for stating, (simple, _), (printed, _) in zip(stated, outer, pages, strict=True)
    ]


def _outermost(naming: Naming) -> Naming:
    mentions = tuple(m for m in naming.mentions if m.kind != "nested")
    return msgspec.structs.replace(naming, mentions=mentions)


def _state(reading: Reading, naming: Naming, heard: Sequence[tuple[Study, Answers]]) -> Stating:
    date = reading.page.date
    related = [c for s, answers in heard for c in relate(s.scene, s.pairs, answers, date)]
    honours = read_rolls(reading, naming)
    listed = [*honours.claims, *announced(reading, naming)]
    told = {(c.article, c.subject, c.predicate, c.object) for c in listed}
    related = [c for c in related if (c.article, c.subject, c.predicate, c.object) not in told] + listed
    known = {(c.subject, c.predicate, c.object) for c in related}
    related += [c for c in decided(reading.articles, related) if (c.subject, c.predicate, c.object) not in known]
    placed = place_posts(correct_claims(related, reading, naming.mentions), naming)
    claims = placed.claims
    measured = [
        figure
        for s, answers in heard
        for figure in measure(s.around, s.candidates, s.texts, answers, states=s.asked.heard, date=date)
    ]
    formed = read_forms(reading, naming)
    figures = (*without_formed(measured, formed), *formed)
    seats = seat_heads(reading, (*naming.referents, *placed.places), claims)
    return Stating(
        claims=(*claims, *seats.claims),
        figures=(*figures, *tabulate(reading, naming, home_of(reading, naming))),
        implied=(*areas_told(naming, claims), *placed.places, *seats.bodies, *honours.awards),
        references=(*placed.references, *seats.references, *honours.references),
    )
