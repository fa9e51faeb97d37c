"""Corrections: what a notice (更正, 勘误) calls wrong is denied, and what it puts in its place is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from wlgraph.model import CORRECTION, Claim, Mention, Reading, Span

_NOTICE = re.compile("更正|勘误|刊误|订正|致歉|有误|差错|误刊|笔误")
_SAID = "“(?P<{}>[^“”\n]{{2,80}})”"
_PLAIN = "(?P<{}>[^“”，。；：、\n]{{2,40}})"
_WORDING = "(?:一句|一词|字样|的表述|这一表述)?(?:有误|不准确|不实|系笔误|为笔误)?，?(?:现)?"
_SHOULD = "应(?:更正|改|当)?(?:为|是|作)[：:]?"
_MISTAKEN = "(?:被|原文|文中|此前|报道|原稿)?(?:误|错)(?:为|作|写[为成作]?|印[为成作]?|刊[为成作]?|植为|登[为成]?|发为|标[为成]?)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        f"{_SHOULD}{_SAID.format('right')}，{_MISTAKEN}{_SAID.format('wrong')}",
        f"{_SHOULD}{_PLAIN.format('right')}，{_MISTAKEN}{_PLAIN.format('wrong')}",
        f"{_SAID.format('wrong')}{_WORDING}{_SHOULD}{_SAID.format('right')}",
        f"{_SAID.format('wrong')}{_WORDING}{_SHOULD}{_PLAIN.format('right')}",
        f"{_SAID.format('right')}{_MISTAKEN}{_SAID.format('wrong')}",
        f"{_SAID.format('wrong')}(?:系|为|是){_SAID.format('right')}之误",
    )
)


class Correction(NamedTuple):
    """Two stretches of a text: what an earlier page said, and what it should have said."""

    wrong: Span
    right: Span


def find_corrections(text: str) -> tuple[Correction, ...]:
    """The corrections of a text that says of itself that it corrects something, in its order."""
    if not _NOTICE.search(text):
        return ()
    found: dict[int, Correction] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            correction = Correction(Span(*match.span("wrong")), Span(*match.span("right")))
            found.setdefault(min(correction.wrong.start, correction.right.start), correction)
    return tuple(found[start] for start in sorted(found))


def within(inner: Span, outer: Span) -> bool:
    """Whether a stretch lies in another one."""
    return outer.start <= inner.start and inner.end <= outer.end


def correct_claims(claims: Iterable[Claim], reading: Reading, mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """The claims of a page; those of what a correction calls wrong are denied, those that join it with the right left
    out."""
    corrections = {a.id: found for a in reading.articles if (found := find_corrections(a.text))}
    if not corrections:
        return tuple(claims)
    kept = []
    for claim in claims:
        sides = _sides(claim, corrections.get(claim.article, ()), mentions)
        if sides >= {"wrong", "right"}:
            continue
        wrong = "wrong" in sides
        kept.append(msgspec.structs.replace(claim, modality="denied", rule=CORRECTION) if wrong else claim)
    return tuple(kept)


def _sides(claim: Claim, corrections: Sequence[Correction], mentions: Sequence[Mention]) -> set[str]:
    """On which side of the corrections the ends of a claim are named in its sentence, where it is one side only."""
    sides = set()
    for end in (claim.subject, claim.object):
        spans = [
            m.span
            for m in mentions
            if m.article == claim.article and m.referent == end and within(m.span, claim.sentence)
        ]
        for side, stretches in (("wrong", [c.wrong for c in corrections]), ("right", [c.right for c in corrections])):
            if spans and all(any(within(span, stretch) for stretch in stretches) for span in spans):
                sides.add(side)
    return sides
