"""What one dossier shows of a thing, put in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from wlgraph.views.chart import Chart, charts
from wlgraph.views.homes import homes
from wlgraph.views.records import Article, Claim, Content, Figure
from wlgraph.views.tree import Tree, trees
from wlgraph.views.wording import Wording


class About:
    """What a graph says of each thing: its claims, figures and articles."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.claims: dict[int, list[Claim]] = {}
        self.figures: dict[int, list[Figure]] = {}
        self.articles: dict[int, list[Article]] = {}
        self.homes = homes(content)
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

    @property
    def charts(self) -> list[Chart]:
        """Charts of what has figures for two periods or more."""
        return charts(self._about.figures.get(self._number, []), self._words)

    @property
    def trees(self) -> list[Tree]:
        """The neighbours: what the thing does, and what is done to it."""
        claims = self._about.claims.get(self._number, [])
        return trees(self._content, self._number, claims, self._files, self._words)

    @property
    def homes(self) -> list[tuple[str, str]]:
        """The towns or areas that the thing belongs to, with their dossiers."""
        found = [home for home in self._about.homes[self._number] if home != self._number]
        return [(self._content.things[home].name, self._files.get(home, "")) for home in found]

    def relations(self) -> list[tuple[str, str, list[dict[str, Any]]]]:
        """Claims by relation, as subject first, then as object, with how many there are; in each the facts first."""
        groups: dict[str, list[Claim]] = {}
        claims = self._about.claims.get(self._number, [])
        for claim in sorted(claims, key=lambda claim: (claim.s != self._number, claim.p)):
            back = "" if claim.s == self._number else " ←"
            groups.setdefault(self._words.term(claim.p) + back, []).append(claim)
        return [
            (name, self._counts(group), [*map(self._claim, self._ordered(group))]) for name, group in groups.items()
        ]

    def articles(self) -> list[dict[str, str]]:
        """The articles that mention the thing, the newest first."""
        found = self._about.articles.get(self._number, [])
        return [self._source(article) for article in sorted(found, key=lambda a: (a.date, a.iri), reverse=True)]

    def _counts(self, claims: list[Claim]) -> str:
        """How many facts there are, and how many claims of every other standing."""
        counts = Counter(self._words.standing(claim) for claim in claims)
        facts = [str(counts.pop(""))] if "" in counts else []
        return self._words["comma"].join(facts + [f"{word} {count}" for word, count in sorted(counts.items())])

    def _ordered(self, claims: list[Claim]) -> list[Claim]:
        """Facts before all else, and the newest first."""

        def day(claim: Claim) -> str:
            article = self._article(claim.quotes)
            return (article.date if article else "") or claim.as_of

        return sorted(sorted(claims, key=day, reverse=True), key=lambda claim: bool(claim.standing))

    def _claim(self, claim: Claim) -> dict[str, Any]:
        other = claim.o if claim.s == self._number else claim.s
        thing = self._content.things[other]
        by = self._content.things[claim.by].name if isinstance(claim.by, int) else claim.by
        said = f"{self._words['said by']} {by}" if by else ""
        notes = [claim.role, claim.year, said, self._words["register"] if claim.rule == "register" else ""]
        return {
            "name": thing.name,
            "kind": self._words.term(thing.cls),
            "file": self._files.get(other, ""),
            "standing": claim.standing,
            "told": self._words.standing(claim),
            "notes": [note for note in notes if note],
            "quotes": self._quotes(claim.quotes),
        }

    def _rows(self, figures: Iterable[Figure]) -> list[dict[str, Any]]:
        ordered = sorted(figures, key=lambda figure: (figure.indicator, figure.period, figure.value))
        return [
            {
                "indicator": figure.indicator,
                "value": self._words.told_amount(figure),
                "period": figure.period.replace("/", " – "),
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
        date = self._words.day(article.date, page.source if page else "")
        where = [date, page.paper, self._words.page_number(page.number), page.file] if page else [date]
        return {"headline": article.headline or self._words["no headline"], "where": " · ".join(filter(None, where))}
