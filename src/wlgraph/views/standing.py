"""Whether a claim may be shown as a fact, and else what it is: planned, proposed, denied, ended or corrected."""

from __future__ import annotations

from wlgraph.model import CORRECTION
from wlgraph.views.records import Claim, Content

_OPEN_ENDED = "9999"


def mark_standings(content: Content) -> None:
    """Set every claim's ``standing`` by the rules for direct triples: empty for what is stated, current and not taken back."""
    denied: dict[tuple[int, str, int], str] = {}
    for claim in content.claims:
        if claim.rule == CORRECTION and claim.modality == "denied":
            key = claim.s, claim.p, claim.o
            denied[key] = max(denied.get(key, ""), _day(content, claim))
    for claim in content.claims:
        day = _day(content, claim) or _OPEN_ENDED
        if claim.modality != "stated":
            claim.standing = claim.modality
        elif denied.get((claim.s, claim.p, claim.o), "") >= day:
            claim.standing = "corrected"
        elif claim.end and claim.end < (claim.as_of or day):
            claim.standing = "ended"


def _day(content: Content, claim: Claim) -> str:
    article = content.quotes[claim.quotes[0]].article if claim.quotes else -1
    return content.articles[article].date if article >= 0 else ""
