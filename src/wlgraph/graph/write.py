"""Everything that the graph says of a corpus, as triples and as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from wlgraph.graph.comentions import comention_triples
from wlgraph.graph.corpus import Corpus
from wlgraph.graph.dataset import dataset_triples
from wlgraph.graph.iris import Minter
from wlgraph.graph.pages import article_triples, continuation_triples, page_triples
from wlgraph.graph.statements import StatementWriter
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.graph.things import entity_triples, register_triples
from wlgraph.graph.turtle import write_turtle
from wlgraph.model import Resolution, Shard


def corpus_triples(corpus: Corpus, base: str = DEFAULT_BASE) -> Iterator[ox.Triple]:
    """Everything the graph says of a corpus, in no particular order; a triple may come twice."""
    minter = Minter(base)
    yield from dataset_triples(corpus, base)
    yield from register_triples(base)
    for entity in corpus.resolution.entities:
        yield from entity_triples(entity, base)
    for shard in corpus.shards:
        home = next((r.id for r in shard.naming.referents if r.name == shard.reading.page.home), None)
        home_iri = corpus.entity(shard, home) if home else None
        yield from page_triples(shard.reading.page, home_iri, minter)
        for article in shard.reading.articles:
            yield from article_triples(corpus, shard, article, minter)
        yield from StatementWriter(corpus, shard, minter).triples()
    yield from continuation_triples(corpus, minter)
    yield from comention_triples(corpus, minter)


def write_graph(shards: Iterable[Shard], resolution: Resolution, path: Path, base: str = DEFAULT_BASE) -> int:
    """Write ``graph.ttl`` for a resolved corpus and return its number of triples."""
    return write_turtle(corpus_triples(Corpus(list(shards), resolution), base), path, base)
