"""Claims, figures and their evidence as triples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.ends import fits
from wlgraph.graph.evidence import EvidenceWriter
from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import TYPE, decimal, integer, prefixed, term
from wlgraph.model import Claim, Figure, Predicate, Shard

OPEN_ENDED = "9999"
S = TypeVar("S", Claim, Figure)


class StatementWriter:
    """Turns a shard's claims and figures into triples; statements whose ends were rejected vanish."""

    def __init__(self, corpus: Corpus, shard: Shard, minter: Minter) -> None:
        self._corpus = corpus
        self._shard = shard
        self._minter = minter
        self._articles = {article.id: article for article in shard.reading.articles}
        self._written = EvidenceWriter(shard.reading.page, minter)

    def triples(self) -> Iterator[Triple]:
        for node, claims in self.claims().items():
            yield from self._claim(node, claims[0])
            yield from self._evidence(node, claims)
        for node, figures in self.figures().items():
            yield from self._figure(node, figures[0])
            yield from self._evidence(node, figures)

    def claims(self) -> dict[NamedNode, list[Claim]]:
        """The claims that the graph has of the page: by node those of one content, the surest first."""
        return self._by_node(self._shard.stating.claims, self._claim_node)

    def figures(self) -> dict[NamedNode, list[Figure]]:
        """The figures that the graph has of the page, in the same way."""
        return self._by_node(self._shard.stating.figures, self._figure_node)

    def _by_node(self, statements: Iterable[S], name: Callable[[S], NamedNode | None]) -> dict[NamedNode, list[S]]:
        """What an article says more than once is one node with several sentences; the surest comes first."""
        found: dict[NamedNode, list[S]] = {}
        for statement in statements:
            if node := name(statement):
                found.setdefault(node, []).append(statement)
        return {node: sorted(same, key=lambda s: (-s.confidence, s.rule)) for node, same in found.items()}

    def _claim_node(self, claim: Claim) -> NamedNode | None:
        subject, obj = self._entity(claim.subject), self._entity(claim.object)
        if not subject or not obj or subject == obj or not self._fits(subject, claim.predicate, obj):
            return None
        content = (subject, claim.predicate, obj, claim.modality, claim.role, claim.year, claim.valid_from)
        page = self._shard.reading.page.name
        return self._minter.statement("claim", page, claim.article, *content, claim.valid_to, claim.said_by)

    def _fits(self, subject: str, predicate: Predicate, obj: str) -> bool:
        """Whether the predicate may still join its ends: other pages may have shown that one is of another class."""
        ends = self._corpus.entities.get(subject), self._corpus.entities.get(obj)
        return not (ends[0] and ends[1]) or fits(ends[0].leaf, predicate, ends[1].leaf)

    def misfits(self) -> list[Claim]:
        """The claims that the graph leaves out since their ends turned out to be of classes that they cannot join."""
        return [
            claim
            for claim in self._shard.stating.claims
            if (subject := self._entity(claim.subject))
            and (obj := self._entity(claim.object))
            and not self._fits(subject, claim.predicate, obj)
        ]

    def _figure_node(self, figure: Figure) -> NamedNode | None:
        observed = self._entity(figure.observed)
        content = (observed, figure.indicator, figure.value, figure.unit, figure.period, figure.modality)
        page = self._shard.reading.page.name
        return self._minter.statement("observation", page, figure.article, *content) if observed else None

    def _claim(self, node: NamedNode, claim: Claim) -> Iterator[Triple]:
        as_of = claim.as_of or self._shard.reading.page.date
        subject, obj = self._entity(claim.subject), self._entity(claim.object)
        assert subject
        assert obj
        ends = NamedNode(subject), term(WL[claim.predicate]), NamedNode(obj)
        yield Triple(node, TYPE, term(WL.Claim))
        yield Triple(node, prefixed("rdf:subject"), ends[0])
        yield Triple(node, prefixed("rdf:predicate"), ends[1])
        yield Triple(node, prefixed("rdf:object"), ends[2])
        yield Triple(node, term(WL.modality), Literal(claim.modality))
        yield from self._words(
            node, role=claim.role, year=claim.year, validFrom=claim.valid_from, validTo=claim.valid_to, asOf=as_of
        )
        if claim.said_by:
            speaker = self._entity(claim.said_by)
            yield Triple(node, term(WL.saidBy), NamedNode(speaker) if speaker else Literal(claim.said_by))
        if claim.position:
            yield Triple(node, term(WL.position), integer(claim.position))
        yield from self._provenance(node, claim)
        if is_current(claim, as_of) and not self._is_corrected(subject, claim.predicate, obj):
            yield Triple(*ends)

    def _is_corrected(self, subject: str, predicate: str, obj: str) -> bool:
        """Whether a page of the same day or a later one takes the claim back."""
        return self._corpus.survey.corrected.get((subject, predicate, obj), "") >= (
            self._shard.reading.page.date or OPEN_ENDED
        )

    def _figure(self, node: NamedNode, figure: Figure) -> Iterator[Triple]:
        observed = self._entity(figure.observed)
        assert observed
        yield Triple(node, TYPE, term(WL.Observation))
        yield Triple(node, term(WL.observed), NamedNode(observed))
        yield Triple(node, term(WL.value), decimal(figure.value))
        yield from self._words(
            node,
            indicator=figure.indicator,
            unit=figure.unit,
            written=figure.written,
            period=figure.period,
            modality=figure.modality,
            precision=figure.precision,
        )
        for predicate, bound in ((WL.lower, figure.lower), (WL.upper, figure.upper)):
            if bound:
                yield Triple(node, term(predicate), decimal(bound))
        yield from self._provenance(node, figure)

    def _entity(self, referent: str) -> str | None:
        return self._corpus.entity(self._shard, referent)

    def _evidence(self, node: NamedNode, same: Iterable[Claim | Figure]) -> Iterator[Triple]:
        for statement in same:
            yield from self._written.triples(node, self._articles[statement.article], statement.sentence)

    def _words(self, node: NamedNode, **values: str) -> Iterator[Triple]:
        for name, value in values.items():
            if value:
                yield Triple(node, term(WL[name]), Literal(value))

    def _provenance(self, node: NamedNode, statement: Claim | Figure) -> Iterator[Triple]:
        yield Triple(node, term(WL.confidence), decimal(f"{statement.confidence:.3f}"))
        if statement.rule:
            yield Triple(node, term(WL.rule), Literal(statement.rule))


def is_current(claim: Claim, as_of: str) -> bool:
    """Whether a claim may stand as a direct triple: stated, and not over by the day it speaks of."""
    return claim.modality == "stated" and not (claim.valid_to and claim.valid_to < (as_of or OPEN_ENDED))
