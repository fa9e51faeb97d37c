"""Saved queries: one file a question, its title and a comment in Chinese and English."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from wlgraph.errors import QueryError
from wlgraph.model import Record

FOLDER = Path(__file__).with_name("queries")
_HEAD = re.compile(r"^# (zh|en|note-zh|note-en): (.+)$", re.MULTILINE)


_PAGE = re.compile(r"\n *LIMIT (\d+) # page$", re.MULTILINE)


class SavedQuery(Record, frozen=True, kw_only=True):
    """A question in both languages and the SPARQL that answers it.

    Where an answer grows with the graph, ``sparql`` gives its first page: the rows of the first things by name, as many
    as its line ``LIMIT n # page`` says.
    """

    name: str
    zh: str
    en: str
    note_zh: str = ""
    note_en: str = ""
    sparql: str

    @property
    def paged(self) -> bool:
        """Whether ``sparql`` gives a page of the answer only."""
        return _PAGE.search(self.sparql) is not None

    def page(self, number: int) -> str:
        """The query for a page of the answer, counted from 1; raises QueryError where there can be none."""
        if number < 1 or (number > 1 and not self.paged):
            known = "its pages begin with 1" if self.paged else "its answer is one page"
            raise QueryError(f"'{self.name}' has no page {number}; {known}.")
        return _PAGE.sub(
            lambda at: f"{at[0].removesuffix(' # page')} OFFSET {(number - 1) * int(at[1])} # page", self.sparql
        )

    def whole(self) -> str:
        """The query for the whole answer."""
        return _PAGE.sub("", self.sparql)


@cache
def saved_queries() -> dict[str, SavedQuery]:
    """All saved queries by name, in the order of their names."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.rq"), key=lambda path: path.stem)}


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
