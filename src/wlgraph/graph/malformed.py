"""Why a query cannot be read: what is left open, how it begins, or where the parser stopped."""

from __future__ import annotations

import re

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|(?!"""|\'\'\')(?:"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\')|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*|\\.'
    r'|(?P<unclosed>"""|\'\'\'|["\']|<(?=\w+://))|(?P<open>[{(\[])|(?P<close>[})\]])',
    re.DOTALL,
)
_CLOSING = {"{": "}", "(": ")", "[": "]"}
_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*(?P<first>\S{0,20})", re.IGNORECASE)
_KEYWORD = re.compile(r"[A-Za-z]+")
_SHOWN = 20


def why_malformed(sparql: str, error: Exception) -> str:
    """What is wrong with a query that rdflib's parser refused with ``error``, as part of a sentence."""
    read = getattr(error, "pstr", sparql)  # with tabs expanded, which ``loc`` counts
    return _wrong_form(sparql) or _left_open(sparql) or _stopped(read, getattr(error, "loc", 0))


def _wrong_form(sparql: str) -> str:
    begun = _PROLOGUE.match(sparql)
    first = begun["first"] if begun else ""
    if not first:
        return "it is empty"
    keyword = _KEYWORD.match(first)
    if keyword and keyword[0].upper() in (*FORMS, "PREFIX", "BASE"):
        return ""
    return f"it begins with '{first}', and only {', '.join(FORMS[:-1])} and {FORMS[-1]} are answered"


def _left_open(sparql: str) -> str:
    """The first bracket, string or IRI that is opened and not closed, or closed and not opened; empty where all match."""
    opened: list[tuple[str, int]] = []
    for piece in _PIECE.finditer(sparql):
        if piece["open"]:
            opened.append((piece[0], piece.start()))
        elif piece["close"] and opened and _CLOSING[opened[-1][0]] == piece[0]:
            opened.pop()
        elif piece["close"] or piece["unclosed"]:
            return _misplaced(sparql, piece, dict(opened))
    if not opened:
        return ""
    mark, start = opened[-1]
    return f"the {mark} at {_place(sparql, start)} is not closed; a {_CLOSING[mark]} is missing"


def _misplaced(sparql: str, piece: re.Match[str], opened: dict[str, int]) -> str:
    """What is wrong with a closing bracket, or with a quote or < that nothing closes; ``opened`` are what brackets are open."""
    mark, where = piece[0], _place(sparql, piece.start())
    if mark == "<":
        return f"the IRI that begins at {where} is not closed by >, or has a character that no IRI may have"
    if piece["unclosed"]:
        return f"the string that begins with {mark} at {where} is not closed"
    if not any(_CLOSING[one] == mark for one in opened):
        return f"the {mark} at {where} closes nothing"
    last = max(opened, key=opened.__getitem__)
    return f"the {last} at {_place(sparql, opened[last])} is not closed before the {mark} at {where}"


def _stopped(sparql: str, stopped: int) -> str:
    rest = sparql[stopped:].strip()
    if not rest:
        return "it ends too early"
    shown = rest.splitlines()[0]
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return f"what begins with '{shown}' at {_place(sparql, stopped)} cannot be read"


def _place(sparql: str, at: int) -> str:
    return f"line {sparql.count(chr(10), 0, at) + 1}, column {at - sparql.rfind(chr(10), 0, at)}"
