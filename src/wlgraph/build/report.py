"""What a build did: counts, what was seen and not placed, and which pages were left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec.structs import replace

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.iris import Minter
from wlgraph.graph.statements import StatementWriter
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.model import Notice, Record, Resolution, Shard, referent_key

RENAMED = "文中写明更名"
"""How a match begins its reason where a text says that one name took the place of another."""


class SkippedPage(Record, frozen=True, kw_only=True):
    """A page that could not be read, and the sentence that says why."""

    path: str
    reason: str


class FigureConflict(Record, frozen=True, kw_only=True):
    """Figures of the same kind for the same thing and period on which articles disagree; all are kept in the graph.

    What one article alone says of several things under one name (建成27个，今年建成16个) is no disagreement.
    """

    entity: str
    indicator: str
    period: str
    values: tuple[str, ...]


class BuildReport(Record, frozen=True, kw_only=True):
    """The counts and notices of one build, as ``report.json`` has them.

    ``version`` is that of the software, ``base`` begins every IRI, and ``judgements`` is the file of decisions about
    identity where it is not the folder's own.
    """

    version: str = ""
    base: str = DEFAULT_BASE
    judgements: str = ""
    pages: int
    articles: int
    mentions: int
    entities: int
    claims: int
    figures: int
    triples: int
    inferred: int = 0
    entities_by_class: dict[str, int]
    claims_by_predicate: dict[str, int]
    claims_by_modality: dict[str, int]
    skipped: tuple[SkippedPage, ...]
    notices: dict[str, list[str]]
    conflicts: tuple[FigureConflict, ...]

    def completed(self, inferred: int, notice: Notice | None, *, base: str, judgements: str) -> BuildReport:
        """The report with what the store and the view add, and what the build was told."""
        more = {notice.code: [notice.message]} if notice else {}
        notices = dict(sorted({**self.notices, **more}.items()))
        told = {"version": version("wlgraph"), "base": base, "judgements": judgements}
        return replace(self, inferred=inferred, notices=notices, **told)

    def write(self, path: Path) -> None:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")


class Tally:
    """Counts what the graph has of a corpus's shards, seen one after another in the order of their pages' names."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._resolution = corpus.resolution
        self._totals: Counter[str] = Counter()
        self._predicates: Counter[str] = Counter()
        self._modalities: Counter[str] = Counter()
        self._notices: dict[str, list[str]] = {}
        self._values: dict[tuple[str, str, str, str], dict[str, set[str]]] = {}

    def see(self, shard: Shard) -> None:
        """Count one page."""
        page, writer = shard.reading.page.name, StatementWriter(self._corpus, shard, Minter())
        claims = [same[0] for same in writer.claims().values()]
        figures = [same[0] for same in writer.figures().values()]
        self._totals.update(pages=1, articles=len(shard.reading.articles), claims=len(claims), figures=len(figures))
        self._predicates.update(claim.predicate for claim in claims)
        self._modalities.update(claim.modality for claim in claims)
        for notice in (*shard.reading.notices, *shard.naming.notices, *shard.stating.notices):
            self._note(notice, f"{page} {notice.article}".strip())
        names = {r.id: r.name for r in (*shard.naming.referents, *shard.stating.implied)}
        for claim in writer.misfits():
            told = f"{names[claim.subject]} {claim.predicate} {names[claim.object]} joins classes that it cannot."
            self._note(Notice(code="claim-left-out", message=told), f"{page} {claim.article}")
        for figure in figures:
            iri = self._resolution.entity_of.get(referent_key(page, figure.observed))
            if iri and figure.period and figure.modality == "actual":
                key = (iri, figure.indicator, figure.unit, figure.period)
                said = self._values.setdefault(key, {}).setdefault(f"{page}#{figure.article}", set())
                said.add(f"{figure.value} {figure.unit}")

    def report(
        self,
        *,
        mentions: int,
        triples: int,
        skipped: Sequence[SkippedPage],
        joining: Iterable[Notice],
    ) -> BuildReport:
        """The report on all that was seen; notices of ``joining`` pages name their place themselves."""
        for notice in (*self._resolution.notices, *_merged_by_one_sentence(self._resolution), *joining):
            self._note(notice, notice.article)
        found = Counter(entity.leaf for entity in self._resolution.entities if not entity.from_register)
        return BuildReport(
            pages=self._totals["pages"],
            articles=self._totals["articles"],
            mentions=mentions,
            entities=found.total(),
            claims=self._totals["claims"],
            figures=self._totals["figures"],
            triples=triples,
            entities_by_class=dict(sorted(found.items())),
            claims_by_predicate=dict(sorted(self._predicates.items())),
            claims_by_modality=dict(sorted(self._modalities.items())),
            skipped=tuple(skipped),
            notices=dict(sorted(self._notices.items())),
            conflicts=tuple(self._conflicts()),
        )

    def _note(self, notice: Notice, where: str) -> None:
        words = f"{where}: {notice.message}" if where else notice.message
        self._notices.setdefault(notice.code, []).append(words)

    def _conflicts(self) -> Iterator[FigureConflict]:
        """Actual figures with one thing, indicator, unit and period, of which articles give different values."""
        names = {entity.iri: entity.name for entity in self._resolution.entities}
        for (iri, indicator, _, period), by_article in sorted(self._values.items()):
            found = {value for values in by_article.values() if len(values) == 1 for value in values}
            if len(found) > 1:
                values = tuple(sorted(found))
                yield FigureConflict(entity=names[iri], indicator=indicator, period=period, values=values)


def _merged_by_one_sentence(resolution: Resolution) -> Iterator[Notice]:
    """Things of different names that are one because a single sentence says so: the first place to look after a hoax."""
    for match in resolution.matches:
        words = next((reason for reason in match.reasons if reason.startswith(RENAMED)), "")
        if match.verdict == "same" and words:
            message = f"{match.first} and {match.second} are one thing, since a page says so ({words})."
            yield Notice(code="merged-by-one-sentence", message=message)
