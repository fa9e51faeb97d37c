"""Which media type answers a request: the form of the query, the Accept header, a parameter."""

from __future__ import annotations

import re

from wlgraph.serve.worker import RESULTS, TRIPLES

_SHORT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
}
_GENERAL = {"application/json": "application/sparql-results+json", "application/xml": "application/sparql-results+xml"}
_STRINGS_AND_COMMENTS = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|<[^>]*>|#[^\n]*')
_FORM = re.compile(r"\b(select|ask|construct|describe)\b(?!\s*:)", re.IGNORECASE)


def answers_in_triples(sparql: str) -> bool:
    """Whether the query is a CONSTRUCT or DESCRIBE."""
    form = _FORM.search(_STRINGS_AND_COMMENTS.sub(" ", sparql))
    return form is not None and form.group(1).lower() in ("construct", "describe")


def choose(accept: str, sparql: str, short: str = "") -> str | None:
    """The media type to answer in; None where the client accepts nothing that we can give."""
    offered = TRIPLES if answers_in_triples(sparql) else RESULTS
    if short:
        return _SHORT[short] if _SHORT.get(short) in offered else None
    for wanted in _by_quality(accept or "*/*"):
        if wanted in ("*/*", "application/*"):
            return next(iter(offered))
        if wanted == "text/*":
            return next(media for media in offered if media.startswith("text/"))
        if _GENERAL.get(wanted, wanted) in offered:
            return _GENERAL.get(wanted, wanted)
    return None


def _by_quality(accept: str) -> list[str]:
    weighted: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept.split(",")):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        try:
            weighted.append((-float(quality), place, media.lower()))
        except ValueError:
            weighted.append((0.0, place, media.lower()))
    return [media for weight, _, media in sorted(weighted) if weight < 0]
