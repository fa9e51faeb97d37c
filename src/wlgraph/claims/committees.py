"""Posts told behind a party committee's: in 双港镇党委委员、副镇长 the second is one of the town, not of the committee."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from wlgraph.model import Claim, Leaf, Mention, Naming, Referent, Span

_COMMITTEE = re.compile("(?:党工委|党委|党组|(?<=[市县区州旗盟])委)$")
_WITHIN = re.compile("(?:中共)?.+[市州盟](?=.+[市县区旗]$)|中共")
"""What stands before an area's own name: 广州市 before 天河区."""
_TWICE = re.compile(r"([市县区旗])\1$")
"""The unit that is said twice in 冠县县委."""
_OF_THE_PLACE: tuple[tuple[re.Pattern[str], re.Pattern[str], Leaf], ...] = (
    (re.compile("(?:镇|乡|街道)$"), re.compile("[镇乡]长(?:助理)?$|人大(?:副)?主席$|人大工委(?:副)?主任$|办事处(?:副)?主任$"), "Town"),
    (re.compile("(?:区|园)$"), re.compile("管委会(?:副)?主任$"), "IndustrialPark"),
    (re.compile("[市县区州旗盟]$"), re.compile("[市县区州旗盟]长(?:助理)?$"), "AdministrativeArea"),
)  # fmt: skip
"""How a place ends, the titles of its own posts, and its class."""
_LEAVES = tuple(leaf for _, _, leaf in _OF_THE_PLACE)


class Placed(NamedTuple):
    """Claims, the places that only their committees' names tell, and where these stand."""

    claims: tuple[Claim, ...]
    places: tuple[Referent, ...]
    references: tuple[Mention, ...]


def place_posts(claims: Sequence[Claim], naming: Naming) -> Placed:
    """The claims of a page, with posts in the place where the title is no committee's."""
    known = {r.id: r for r in naming.referents}
    bearing = {name: r.id for r in naming.referents if r.leaf in _LEAVES for name in _names(r)}
    placed: list[Claim] = []
    places: dict[str, Referent] = {}
    references: dict[tuple[str, Span], Mention] = {}
    for claim in claims:
        body = known.get(claim.object)
        found = _place(body, claim.role) if body and claim.predicate == "holdsPostIn" else None
        if not body or not found:
            placed.append(claim)
            continue
        name, leaf = found
        own = bearing.get(name)
        if own is None:
            made = places.setdefault(
                name, Referent(id=f"p{len(places) + 1}", leaf=leaf, name=name, confidence=body.confidence)
            )
            own = made.id
            for mention in _inside(naming.mentions, claim, name, made):
                references[mention.article, mention.span] = mention
        if not any((c.subject, c.object, c.role) == (claim.subject, own, claim.role) for c in claims):
            placed.append(msgspec.structs.replace(claim, object=own))
    return Placed(tuple(placed), tuple(places.values()), tuple(references.values()))


def _names(referent: Referent) -> tuple[str, ...]:
    return (referent.name, *referent.surfaces)


def _place(body: Referent, role: str) -> tuple[str, Leaf] | None:
    """The place that a committee is of, where the role is a post of the place."""
    name = _COMMITTEE.sub("", body.name)
    if name == body.name or len(name) < len("某镇"):
        return None
    name = _TWICE.sub(r"\1", _WITHIN.sub("", name, count=1))
    return next(((name, leaf) for unit, title, leaf in _OF_THE_PLACE if unit.search(name) and title.search(role)), None)


def _inside(mentions: Sequence[Mention], claim: Claim, name: str, place: Referent) -> list[Mention]:
    """The place's name within the committee's in the claim's sentence."""
    starts = {m: m.span.start + m.text.find(name) for m in mentions if name in m.text}
    return [
        Mention(
            article=m.article,
            span=Span(at, at + len(name)),
            text=name,
            leaf=place.leaf,
            referent=place.id,
            confidence=m.confidence,
            kind="reference",
        )
        for m, at in starts.items()
        if m.referent == claim.object
        and m.article == claim.article
        and claim.sentence.start <= m.span.start < claim.sentence.end
    ]
