"""Claims, figures and their evidence as triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.evidence import evidence_triples
from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import TYPE, decimal, integer, prefixed, term
from wlgraph.model import Claim, Figure, Shard

OPEN_ENDED = "9999"


class StatementWriter:
    """Turns a shard's claims and figures into triples; statements whose ends were rejected vanish."""

    def __init__(self, corpus: Corpus, shard: Shard, minter: Minter) -> None:
        self._corpus = corpus
        self._shard = shard
        self._minter = minter
        self._articles = {article.id: article for article in shard.reading.articles}

    def triples(self) -> Iterator[Triple]:
        for claim in self._shard.stating.claims:
            yield from self._claim(claim)
        for figure in self._shard.stating.figures:
            yield from self._figure(figure)

    def _claim(self, claim: Claim) -> Iterator[Triple]:
        subject = self._corpus.entity(self._shard, claim.subject)
        obj = self._corpus.entity(self._shard, claim.object)
        if not subject or not obj or subject == obj:
            return
        page = self._shard.reading.page
        as_of = claim.as_of or page.date
        content = (subject, claim.predicate, obj, claim.modality, claim.role, claim.year, claim.valid_from)
        node = self._minter.statement("claim", page.name, claim.article, *content, claim.valid_to, claim.said_by)
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
            speaker = self._corpus.entity(self._shard, claim.said_by)
            yield Triple(node, term(WL.saidBy), NamedNode(speaker) if speaker else Literal(claim.said_by))
        if claim.position:
            yield Triple(node, term(WL.position), integer(claim.position))
        yield from self._provenance(node, claim.rule, claim.confidence)
        article = self._articles[claim.article]
        yield from evidence_triples(node, page, article, claim.sentence, self._minter)
        if is_current(claim, as_of):
            yield Triple(*ends)

    def _figure(self, figure: Figure) -> Iterator[Triple]:
        observed = self._corpus.entity(self._shard, figure.observed)
        if not observed:
            return
        page = self._shard.reading.page
        content = (observed, figure.indicator, figure.value, figure.unit, figure.period, figure.modality)
        node = self._minter.statement("observation", page.name, figure.article, *content)
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
        yield from self._provenance(node, figure.rule, figure.confidence)
        article = self._articles[figure.article]
        yield from evidence_triples(node, page, article, figure.sentence, self._minter)

    def _words(self, node: NamedNode, **values: str) -> Iterator[Triple]:
        for name, value in values.items():
            if value:
                yield Triple(node, term(WL[name]), Literal(value))

    def _provenance(self, node: NamedNode, rule: str, confidence: float) -> Iterator[Triple]:
        yield Triple(node, term(WL.confidence), decimal(f"{confidence:.3f}"))
        if rule:
            yield Triple(node, term(WL.rule), Literal(rule))


def is_current(claim: Claim, as_of: str) -> bool:
    """Whether a claim may stand as a direct triple: stated, and not over by the day it speaks of."""
    return claim.modality == "stated" and not (claim.valid_to and claim.valid_to < (as_of or OPEN_ENDED))
