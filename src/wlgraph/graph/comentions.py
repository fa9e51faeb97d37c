"""Which things stand together more often than chance: co-mentions over the corpus's sentences.

Strength is normalised pointwise mutual information (G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation
Extraction", GSCL 2009); a pair is kept where Dunning's log-likelihood ratio (T. Dunning, "Accurate Methods for the
Statistics of Surprise and Coincidence", Computational Linguistics 19, 1993) passes the 0.1 % point of chi-squared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, groupby
from math import log
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.evidence import EvidenceWriter
from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.sorting import sort_lines
from wlgraph.graph.terms import TYPE, decimal, integer, term
from wlgraph.model import Article, Shard

SIGNIFICANT = 10.83
MOST_IN_SENTENCE = 30
"""A sentence that lists more things than this says nothing about any pair of them."""


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Dunning's ratio for a pair that shares ``both`` of ``total`` sentences."""
    cells = (
        (both, first * second),
        (first - both, first * (total - second)),
        (second - both, (total - first) * second),
        (total - first - second + both, (total - first) * (total - second)),
    )
    return 2 * sum(seen * log(seen * total / expected) for seen, expected in cells if seen > 0)


def association(both: int, first: int, second: int, total: int) -> float:
    """Normalised pointwise mutual information, from -1 (never together) to 1 (always together)."""
    if both == total:
        return 1.0
    return log(both * total / (first * second)) / -log(both / total)


def comention_triples(corpus: Corpus, minter: Minter) -> Iterator[Triple]:
    """The co-mentions that are significant, each with the first sentence that holds both.

    The corpus's pairs are many; they are sorted on disk, and only the significant ones held in memory.
    """
    kept: defaultdict[int, list[_CoMention]] = defaultdict(list)
    for found in _significant(*_counted(corpus)):
        kept[found.page].append(found)
    for number, comentions in sorted(kept.items()):
        reading = corpus.shards[number].reading
        evidence = EvidenceWriter(reading.page, minter)
        for found in comentions:
            node = minter.statement("comention", found.first, found.second)
            article = reading.articles[found.article]
            yield from _triples(node, found)
            yield from evidence.triples(node, article, article.sentences[found.sentence])


class _CoMention(NamedTuple):
    """Two entities, how often they stand together, how strongly, and where first (numbers in the corpus's order)."""

    first: str
    second: str
    both: int
    weight: float
    page: int
    article: int
    sentence: int


def _counted(corpus: Corpus) -> tuple[Counter[str], Iterator[bytes]]:
    """How many sentences name each entity (the empty name: any), and all pairs with their places, sorted.

    The counts are whole once the first pair has come: sorting reads all pairs before.
    """
    single: Counter[str] = Counter()

    def pairs() -> Iterator[bytes]:
        for number, shard in enumerate(corpus.shards):
            for place, article in enumerate(shard.reading.articles):
                for sentence, named in _sentences(corpus, shard, article):
                    single.update(("", *named))
                    for first, second in combinations(named, 2):
                        yield f"{first}\t{second}\t{number:08}\t{place:05}\t{sentence:06}\n".encode()

    return single, sort_lines(pairs())


def _sentences(corpus: Corpus, shard: Shard, article: Article) -> Iterator[tuple[int, list[str]]]:
    """Each sentence's number with the entities named in it."""
    mentions = corpus.mentions(shard, article)
    for number, sentence in enumerate(article.sentences):
        named = {iri for mention, iri in mentions if sentence.covers(mention.span) and mention.kind == "name"}
        if 0 < len(named) <= MOST_IN_SENTENCE:
            yield number, sorted(named)


def _significant(single: Counter[str], ordered: Iterator[bytes]) -> Iterator[_CoMention]:
    for pair, lines in groupby(ordered, key=lambda line: line.rsplit(b"\t", 3)[0]):
        places = list(lines)
        if len(places) < 2:
            continue
        first, second = pair.decode().split("\t")
        counts = len(places), single[first], single[second], single[""]
        weight = association(*counts)
        if weight > 0 and log_likelihood(*counts) >= SIGNIFICANT:
            page, article, sentence = map(int, places[0].split(b"\t")[2:])
            yield _CoMention(first, second, len(places), weight, page, article, sentence)


def _triples(node: NamedNode, found: _CoMention) -> Iterator[Triple]:
    yield Triple(node, TYPE, term(WL.CoMention))
    yield Triple(node, term(WL.between), NamedNode(found.first))
    yield Triple(node, term(WL.between), NamedNode(found.second))
    yield Triple(node, term(WL.count), integer(found.both))
    yield Triple(node, term(WL.weight), decimal(f"{found.weight:.3f}"))
