"""Saved queries: one file a question, its title and a comment in Chinese and English."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from wlgraph.errors import QueryError
from wlgraph.model import Record

FOLDER = Path(__file__).with_name("queries")
_HEAD = re.compile(r"^# (zh|en|note-zh|note-en): (.+)$", re.MULTILINE)


class SavedQuery(Record, frozen=True, kw_only=True):
    """A question in both languages and the SPARQL that answers it."""

    name: str
    zh: str
    en: str
    note_zh: str = ""
    note_en: str = ""
    sparql: str


@cache
def saved_queries() -> dict[str, SavedQuery]:
    """All saved queries by name, in the order of their names."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.rq"))}


def saved_query(name: str) -> SavedQuery:
    """One saved query; raises QueryError that lists the names where there is none."""
    try:
        return saved_queries()[name]
    except KeyError:
        raise QueryError(f"No saved query is called '{name}'; there are {', '.join(saved_queries())}.") from None


def _read(path: Path) -> SavedQuery:
    sparql = path.read_text("utf-8")
    head = {key.replace("-", "_"): words for key, words in _HEAD.findall(sparql)}
    return SavedQuery(name=path.stem, sparql=sparql, **head)
