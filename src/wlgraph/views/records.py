"""What a view shows, as plain records that encode to the page's JSON.

Things, articles, pages and quotes are named by their place in their list, so that the page stays small.
"""

from __future__ import annotations

import msgspec


class Row(msgspec.Struct, omit_defaults=True):
    """Base of all records of a view."""


class Thing(Row):
    """An entity: ``keys`` are what a person may type to find it besides its names (pinyin and pinyin initials)."""

    iri: str
    name: str
    cls: str
    aliases: list[str] = []
    keys: list[str] = []
    code: str = ""
    same: list[int] = []
    community: int = -1


class Page(Row):
    """A newspaper page; ``source`` says where the date comes from."""

    file: str
    paper: str = ""
    date: str = ""
    source: str = ""
    number: str = ""


class Article(Row):
    """An article with its signers and what it mentions."""

    iri: str
    headline: str
    page: int = -1
    date: str = ""
    reporters: list[int] = []
    correspondents: list[int] = []
    photographers: list[int] = []
    mentions: list[int] = []


class Quote(Row):
    """One sentence of an article and where it stands in the page's text."""

    text: str
    article: int = -1
    spans: list[tuple[int, int]] = []


class Claim(Row):
    """A claim: ``edge`` is the edge of the picture that it belongs to, ``by`` a thing's number or the words.

    ``standing`` is empty for what may be shown as a fact, else says what it is (see :mod:`wlgraph.views.standing`).
    """

    s: int
    p: str
    o: int
    edge: int = -1
    modality: str = "stated"
    standing: str = ""
    role: str = ""
    year: str = ""
    start: str = ""
    end: str = ""
    as_of: str = ""
    by: int | str = ""
    confidence: float = 1.0
    rule: str = ""
    quotes: list[int] = []


class Figure(Row):
    """A number that a sentence gives for an indicator of a thing."""

    thing: int
    indicator: str
    value: float
    unit: str = ""
    written: str = ""
    period: str = ""
    modality: str = "actual"
    precision: str = "exact"
    lower: float | None = None
    upper: float | None = None
    confidence: float = 1.0
    rule: str = ""
    quotes: list[int] = []


class Together(Row):
    """Two things that stand in the same sentences more often than chance."""

    a: int
    b: int
    count: int
    weight: float
    quotes: list[int] = []


class Community(Row):
    """A densely linked part of a large graph, and the disc that it fills in the picture.

    ``label`` is the name of its best linked member; empty for the one that gathers all small parts.
    """

    label: str
    size: int
    x: float
    y: float
    radius: float


class Connector(Row):
    """A thing that connects others: the share of shortest chains through it, its ties, the groups that these reach."""

    thing: int
    share: float
    ties: int
    groups: int


class Group(Row):
    """Things that belong together, the best tied first; ``size`` counts those too that are not shown."""

    size: int
    members: list[int]


class Pair(Row):
    """Two firms and the parks, programmes and officials that claims tie to both."""

    a: int
    b: int
    things: list[int]


class Connections(Row):
    """The measures of a graph, each list with the strongest first."""

    connectors: list[Connector] = []
    groups: list[Group] = []
    pairs: list[Pair] = []


class Term(Row):
    """A class or relation of the ontology with its names in both languages."""

    zh: str
    en: str
    parent: str = ""


class Content(Row):
    """Everything a view reads from a graph."""

    things: list[Thing] = []
    pages: list[Page] = []
    articles: list[Article] = []
    quotes: list[Quote] = []
    claims: list[Claim] = []
    figures: list[Figure] = []
    together: list[Together] = []
