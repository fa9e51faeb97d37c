"""The shards and their resolution, with the look-ups that writing needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from wlgraph.graph.continuations import Continuations, Issues
from wlgraph.model import CORRECTION, Article, Entity, Mention, Resolution, Shard, in_page_order, referent_key


class Survey:
    """What one reading of all pages tells, before any is written."""

    def __init__(self) -> None:
        self.publications: set[str] = set()
        self.dates: set[str] = set()
        self.issues = Issues()
        self.corrected: dict[tuple[str, str, str], str] = {}
        """What corrections deny (subject, predicate, object), with the day of the last that does."""


class Corpus:
    """Every page's records, in the order of page names, and which entity each referent is."""

    def __init__(self, shards: Sequence[Shard], resolution: Resolution) -> None:
        self.shards = in_page_order(shards)
        self.resolution = resolution

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {entity.iri: entity for entity in self.resolution.entities}

    @cached_property
    def survey(self) -> Survey:
        survey = Survey()
        for place, shard in enumerate(self.shards):
            page = shard.reading.page
            survey.publications.add(page.publication)
            survey.dates.add(page.date)
            survey.issues.see(place, shard.reading)
            for denied in self._denied(shard):
                survey.corrected[denied] = max(survey.corrected.get(denied, ""), page.date)
        return survey

    @cached_property
    def continuations(self) -> Continuations:
        """Which articles go on upon another page, and the jump lines that lead nowhere."""
        return self.survey.issues.joined(self.shards)

    def _denied(self, shard: Shard) -> Iterator[tuple[str, str, str]]:
        for claim in shard.stating.claims:
            if claim.rule == CORRECTION and claim.modality == "denied":
                subject, obj = self.entity(shard, claim.subject), self.entity(shard, claim.object)
                if subject and obj:
                    yield subject, claim.predicate, obj

    def entity(self, shard: Shard, referent: str) -> str | None:
        """The IRI that a page's referent resolves to; None where it was rejected."""
        return self.resolution.entity_of.get(referent_key(shard.reading.page.name, referent))

    def mentions(self, shard: Shard, article: Article) -> list[tuple[Mention, str]]:
        """An article's mentions with the IRIs of what they mean, in the order of the text."""
        found = [
            (mention, iri)
            for mention in shard.naming.mentions
            if mention.article == article.id and (iri := self.entity(shard, mention.referent))
        ]
        return sorted(found, key=lambda pair: (pair[0].span, pair[1]))
