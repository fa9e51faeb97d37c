"""Terms that a query asks for and the ontology does not have: no error in SPARQL, only an empty answer."""

from __future__ import annotations

import re
from difflib import get_close_matches

from wlgraph.graph.namespace import WL

_ASIDE = re.compile(r"<[^<>\s]*>|\"[^\"]*\"|'[^']*'|#.*")
_TERM = re.compile(r"(?<![\w:?$-])wl:(\w+)")


def misspelt(sparql: str) -> dict[str, str]:
    """The names after ``wl:`` that the ontology lacks, each with the nearest that it has, empty where none is near."""
    known = [name for name in WL.__annotations__ if not name.startswith("_")]
    asked = dict.fromkeys(_TERM.findall(_ASIDE.sub(" ", sparql)))
    return {name: next(iter(get_close_matches(name, known, n=1)), "") for name in asked if name not in known}
