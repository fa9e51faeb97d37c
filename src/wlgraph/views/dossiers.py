"""Dossiers: one static page for every company, official, town, park and programme, with an index to search.

They work from disk, link to each other, and need scripts only for the index's search field. Private persons are named
in the sentences that name them, and have neither page nor entry.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wlgraph.errors import OutputError
from wlgraph.model import GROUPS, Record
from wlgraph.views.page import environment, page_parts
from wlgraph.views.reading import Reader, Source, as_store
from wlgraph.views.records import Article, Claim, Content, Figure
from wlgraph.views.spelling import spellings
from wlgraph.views.terms import read_terms
from wlgraph.views.wording import Wording

SUBJECTS = ("Company", "Official", "Town", "IndustrialPark", *GROUPS["Programme"])
"""The classes that get dossiers, in the order of the index."""


class DossierReport(Record, frozen=True):
    """How many dossiers were written, and where their index is."""

    index: str
    dossiers: int


def write_dossiers(graph: Source, out_dir: Path, *, title: str = "", lang: str = "zh") -> DossierReport:
    """Write the dossiers of a graph and their index (``index.html``) into a folder.

    Raises GraphError where the graph cannot be read and OutputError where the folder cannot be written.
    """
    content = Reader(as_store(graph)).read()
    wording = Wording(lang, read_terms())
    told = _told(content)
    subjects = [number for number in told if content.things[number].cls in SUBJECTS]
    files = {number: file_name(content.things[number].iri) for number in subjects}
    folder = out_dir / "dossiers"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        template = environment().get_template("dossier.html")
        parts = page_parts(["dossier.css"], [], {})
        about = About(content)
        for number in subjects:
            sheet = Sheet(about, number, files, wording)
            text = template.render(sheet=sheet, words=wording, page=parts, title=content.things[number].name)
            (folder / files[number]).write_text(text, "utf-8", newline="\n")
        index = out_dir / "index.html"
        index.write_text(_index(content, subjects, files, wording, title), "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{out_dir} cannot be written ({error}); check the folder and its permissions.") from error
    return DossierReport(str(index), len(subjects))


def file_name(iri: str) -> str:
    """A thing's file, which stays the same as long as its IRI does."""
    return f"{hashlib.sha256(iri.encode()).hexdigest()[:16]}.html"


class About:
    """What a graph says of each thing: its claims, figures and articles."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.claims: dict[int, list[Claim]] = {}
        self.figures: dict[int, list[Figure]] = {}
        self.articles: dict[int, list[Article]] = {}
        for claim in content.claims:
            for end in {claim.s, claim.o}:
                self.claims.setdefault(end, []).append(claim)
        for figure in content.figures:
            self.figures.setdefault(figure.thing, []).append(figure)
        for article in content.articles:
            for thing in article.mentions:
                self.articles.setdefault(thing, []).append(article)


class Sheet:
    """What one dossier shows."""

    def __init__(self, about: About, number: int, files: dict[int, str], wording: Wording) -> None:
        content = about.content
        self._about = about
        self._content = content
        self._number = number
        self._files = files
        self._words = wording
        self.thing = content.things[number]
        figures = about.figures.get(number, [])
        self.actual = self._rows(figure for figure in figures if figure.modality == "actual")
        self.planned = self._rows(figure for figure in figures if figure.modality != "actual")

    @property
    def kind(self) -> str:
        return self._words.term(self.thing.cls)

    def relations(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """Claims by relation, as subject first, then as object; in each the newest first."""
        groups: dict[str, list[Claim]] = {}
        claims = self._about.claims.get(self._number, [])
        for claim in sorted(claims, key=lambda claim: (claim.s != self._number, claim.p)):
            back = "" if claim.s == self._number else " ←"
            groups.setdefault(self._words.term(claim.p) + back, []).append(claim)
        return [(name, [self._claim(claim) for claim in self._newest(group)]) for name, group in groups.items()]

    def articles(self) -> list[dict[str, str]]:
        """The articles that mention the thing, the newest first."""
        found = self._about.articles.get(self._number, [])
        return [self._source(article) for article in sorted(found, key=lambda a: (a.date, a.iri), reverse=True)]

    def _newest(self, claims: list[Claim]) -> list[Claim]:
        def day(claim: Claim) -> str:
            article = self._article(claim.quotes)
            return (article.date if article else "") or claim.as_of

        return sorted(claims, key=day, reverse=True)

    def _claim(self, claim: Claim) -> dict[str, Any]:
        other = claim.o if claim.s == self._number else claim.s
        thing = self._content.things[other]
        by = self._content.things[claim.by].name if isinstance(claim.by, int) else claim.by
        modality = "" if claim.modality == "stated" else self._words[claim.modality]
        said = f"{self._words['said by']} {by}" if by else ""
        notes = [modality, claim.role, claim.year, said, self._words["register"] if claim.rule == "register" else ""]
        return {
            "name": thing.name,
            "kind": self._words.term(thing.cls),
            "file": self._files.get(other, ""),
            "notes": [note for note in notes if note],
            "quotes": self._quotes(claim.quotes),
        }

    def _rows(self, figures: Iterable[Figure]) -> list[dict[str, Any]]:
        ordered = sorted(figures, key=lambda figure: (figure.indicator, figure.period, figure.value))
        return [
            {
                "indicator": figure.indicator,
                "value": self._words.amount(figure),
                "period": figure.period,
                "quotes": self._quotes(figure.quotes),
            }
            for figure in ordered
        ]

    def _quotes(self, numbers: list[int]) -> list[dict[str, Any]]:
        found = []
        for number in numbers:
            article = self._article([number])
            source = self._source(article) if article else {}
            found.append({"text": self._content.quotes[number].text, "source": source})
        return found

    def _article(self, quotes: list[int]) -> Article | None:
        number = self._content.quotes[quotes[0]].article if quotes else -1
        return self._content.articles[number] if number >= 0 else None

    def _source(self, article: Article) -> dict[str, str]:
        page = self._content.pages[article.page] if article.page >= 0 else None
        date = article.date
        if page and date and page.source == "inferred":
            date = self._words["about"] + date
        where = [date, page.paper, self._words.page_number(page.number), page.file] if page else [date]
        return {"headline": article.headline or self._words["no headline"], "where": " · ".join(filter(None, where))}


def _told(content: Content) -> list[int]:
    """The things of which something is told, by the pinyin of their names."""
    told = {end for claim in content.claims for end in (claim.s, claim.o)} | {f.thing for f in content.figures}

    def place(number: int) -> tuple[str, str, str]:
        thing = content.things[number]
        return (spellings(thing.name) or [thing.name.lower()])[-1], thing.name, thing.iri

    return sorted(told, key=place)


def _index(content: Content, subjects: list[int], files: dict[int, str], wording: Wording, title: str) -> str:
    title = title or wording["dossiers"]
    groups = [
        (wording.term(cls), [(content.things[n].name, files[n]) for n in subjects if content.things[n].cls == cls])
        for cls in SUBJECTS
    ]
    entries = []
    for number in subjects:
        thing = content.things[number]
        names = [thing.name, *thing.aliases]
        keys = list(dict.fromkeys(key for name in names for key in spellings(name)))
        entries.append([thing.name, wording.term(thing.cls), files[number], [*names, *keys, thing.code]])
    parts = page_parts(["dossier.css"], ["js/dossiers.js"], {"entries": entries, "nothing": wording["nothing found"]})
    template = environment().get_template("dossiers.html")
    return template.render(title=title, groups=[g for g in groups if g[1]], words=wording, page=parts)
