"""What a build did: counts, what was seen and not placed, and which pages were left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec

from wlgraph.model import Notice, Record, Resolution, Shard


class SkippedPage(Record, frozen=True, kw_only=True):
    """A page that could not be read, and the sentence that says why."""

    path: str
    reason: str


class FigureConflict(Record, frozen=True, kw_only=True):
    """Figures of the same kind for the same thing and period that disagree; all are kept in the graph."""

    entity: str
    indicator: str
    period: str
    values: tuple[str, ...]


class BuildReport(Record, frozen=True, kw_only=True):
    """The counts and notices of one build, as ``report.json`` has them."""

    pages: int
    articles: int
    mentions: int
    entities: int
    claims: int
    figures: int
    triples: int
    inferred: int
    entities_by_class: dict[str, int]
    claims_by_predicate: dict[str, int]
    claims_by_modality: dict[str, int]
    skipped: tuple[SkippedPage, ...]
    notices: dict[str, list[str]]
    conflicts: tuple[FigureConflict, ...]

    def write(self, path: Path) -> None:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n")


def gather_notices(shards: list[Shard], joining: Iterable[Notice]) -> dict[str, list[str]]:
    """All notices by code, each naming its page and article; those of ``joining`` name their place themselves."""
    found: dict[str, list[str]] = {}

    def note(notice: Notice, where: str) -> None:
        found.setdefault(notice.code, []).append(f"{where}: {notice.message}" if where else notice.message)

    for shard in shards:
        for notice in (*shard.reading.notices, *shard.naming.notices, *shard.stating.notices):
            note(notice, f"{shard.reading.page.name} {notice.article}".strip())
    for notice in joining:
        note(notice, notice.article)
    return dict(sorted(found.items()))


def count_leaves(resolution: Resolution) -> dict[str, int]:
    return dict(sorted(Counter(entity.leaf for entity in resolution.entities if not entity.from_register).items()))


def find_conflicts(shards: list[Shard], resolution: Resolution) -> tuple[FigureConflict, ...]:
    """Actual figures with one thing, indicator, unit and period but different values."""
    names = {entity.iri: entity.name for entity in resolution.entities}
    values: dict[tuple[str, str, str, str], set[str]] = {}
    for shard in shards:
        for figure in shard.stating.figures:
            iri = resolution.entity_of.get(f"{shard.reading.page.name}#{figure.observed}")
            if iri and figure.period and figure.modality == "actual":
                key = (iri, figure.indicator, figure.unit, figure.period)
                values.setdefault(key, set()).add(f"{figure.value} {figure.unit}")
    return tuple(
        FigureConflict(entity=names[iri], indicator=indicator, period=period, values=tuple(sorted(found)))
        for (iri, indicator, _, period), found in sorted(values.items())
        if len(found) > 1
    )
