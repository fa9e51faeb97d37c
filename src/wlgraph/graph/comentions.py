"""Which things stand together more often than chance: co-mentions over the corpus's sentences.

Strength is normalised pointwise mutual information (G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation
Extraction", GSCL 2009); a pair is kept where Dunning's log-likelihood ratio (T. Dunning, "Accurate Methods for the
Statistics of Surprise and Coincidence", Computational Linguistics 19, 1993) passes the 0.1 % point of chi-squared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import log

from pyoxigraph import NamedNode, Triple

from wlgraph.graph.corpus import Corpus
from wlgraph.graph.evidence import evidence_triples
from wlgraph.graph.iris import Minter
from wlgraph.graph.namespace import WL
from wlgraph.graph.terms import TYPE, decimal, integer, term
from wlgraph.model import Article, Page, Span

SIGNIFICANT = 10.83
MOST_IN_SENTENCE = 30
"""A sentence that lists more things than this says nothing about any pair of them."""


def sentence_sets(corpus: Corpus) -> Iterator[tuple[Page, Article, Span, list[str]]]:
    """Each sentence with the entities named in it."""
    for shard, article in corpus.articles():
        mentions = corpus.mentions(shard, article)
        for sentence in article.sentences:
            named = {iri for mention, iri in mentions if sentence.covers(mention.span) and mention.kind == "name"}
            if 0 < len(named) <= MOST_IN_SENTENCE:
                yield shard.reading.page, article, sentence, sorted(named)


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
    """The co-mentions that are significant, each with the first sentence that holds both."""
    single: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    first_seen: dict[tuple[str, str], tuple[Page, Article, Span]] = {}
    total = 0
    for page, article, sentence, named in sentence_sets(corpus):
        total += 1
        single.update(named)
        for pair in combinations(named, 2):
            shared[pair] += 1
            first_seen.setdefault(pair, (page, article, sentence))
    for (first, second), both in sorted(shared.items()):
        counts = both, single[first], single[second], total
        weight = association(*counts)
        if both < 2 or weight <= 0 or log_likelihood(*counts) < SIGNIFICANT:
            continue
        node = minter.statement("comention", first, second)
        yield Triple(node, TYPE, term(WL.CoMention))
        yield Triple(node, term(WL.between), NamedNode(first))
        yield Triple(node, term(WL.between), NamedNode(second))
        yield Triple(node, term(WL.count), integer(both))
        yield Triple(node, term(WL.weight), decimal(f"{weight:.3f}"))
        yield from evidence_triples(node, *first_seen[first, second], minter)
