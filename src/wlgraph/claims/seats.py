"""Heads of places as heads of bodies: the 市长 of a city leads its government, a 村党支部书记 the village's branch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from wlgraph.model import CORRECTION, Claim, Mention, Reading, Referent, Span

RULE = "seat"
_HEAD = re.compile(r"([省市县区州旗镇乡])长(?:助理)?$")
_OF_VILLAGE = re.compile(r"^(?:村|社区)?(党支部|党总支|党委|村委会|居委会|村民委员会|居民委员会)")


class Seats(NamedTuple):
    """Claims of posts in bodies that only their heads' titles name, these bodies, and the titles that point to them."""

    claims: tuple[Claim, ...]
    bodies: tuple[Referent, ...]
    references: tuple[Mention, ...]


def seat_heads(reading: Reading, referents: Sequence[Referent], claims: Sequence[Claim]) -> Seats:
    """A claim in the body for each claim of a head's post in a place, with the body and the title.

    A body is a thing of its own on the page, under its full name; the entities room joins it with one that the page
    names (市政府).
    """
    places = {r.id: r for r in referents if r.leaf in ("AdministrativeArea", "Town", "Village")}
    texts = {a.id: a.text for a in reading.articles}
    bodies: dict[str, Referent] = {}
    seated: list[Claim] = []
    references: dict[tuple[str, Span], Mention] = {}
    for claim in claims:
        place = places.get(claim.object)
        name = _body_of(place, claim.role) if place and claim.predicate == "holdsPostIn" else ""
        if not place or not name:
            continue
        body = bodies.setdefault(
            name, Referent(id=f"b{len(bodies) + 1}", leaf="PublicBody", name=name, confidence=place.confidence)
        )
        rule = claim.rule if claim.rule == CORRECTION else RULE
        seated.append(msgspec.structs.replace(claim, object=body.id, rule=rule))
        title = _title(texts[claim.article], claim)
        references[claim.article, title] = Mention(
            article=claim.article,
            span=title,
            text=texts[claim.article][title.start : title.end],
            leaf="PublicBody",
            referent=body.id,
            confidence=claim.confidence,
            kind="reference",
        )
    return Seats(tuple(seated), tuple(bodies.values()), tuple(references.values()))


def _body_of(place: Referent, role: str) -> str:
    """Name of the body that a place's post leads; empty where the title names none."""
    if place.leaf == "Village":
        body = _OF_VILLAGE.match(role)
        return place.name + body[1] if body else ""
    head = _HEAD.search(role)
    return f"{place.name}人民政府" if head and place.name.endswith(head[1]) else ""


def _title(text: str, claim: Claim) -> Span:
    """Where the post's title stands in its sentence; the whole sentence where it is not printed in one piece."""
    at = text.find(claim.role, claim.sentence.start, claim.sentence.end)
    return Span(at, at + len(claim.role)) if at >= 0 else claim.sentence
