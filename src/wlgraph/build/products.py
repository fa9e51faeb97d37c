"""The files of a build folder: all written aside, then swapped in as one set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from wlgraph.build.mentions import write_mentions
from wlgraph.build.report import BuildReport, SkippedPage, count_leaves, find_conflicts, gather_notices
from wlgraph.build.swap import Swap
from wlgraph.entities import Ledger
from wlgraph.graph.corpus import Corpus
from wlgraph.graph.infer import write_inferred
from wlgraph.graph.store import GRAPH, INFERRED, STORE, build_store
from wlgraph.graph.turtle import write_turtle
from wlgraph.graph.write import corpus_triples
from wlgraph.views import write_view

LEDGER, MENTIONS, REPORT, VIEW = "ledger.jsonl", "mentions.jsonl", "report.json", "graph.html"
TEXT_SUFFIXES = (".txt", ".md")
TIMINGS, TEXTS = "timings.json", "texts"
PRODUCTS = (LEDGER, GRAPH, INFERRED, MENTIONS, VIEW, REPORT, TIMINGS, STORE, TEXTS)


def outputs(folder: Path) -> Swap:
    """The outputs of a build folder, to be replaced as one set."""
    return Swap(folder, PRODUCTS)


class Products:
    """The products of one build, made aside while the old ones stay."""

    def __init__(self, folder: Path, base: str) -> None:
        self._base = base
        self._swap = outputs(folder)
        self._aside = self._swap.begin()

    def write_graph(self, corpus: Corpus, ledger: Ledger, skipped: Sequence[SkippedPage]) -> BuildReport:
        """Write everything but the view, and say what there is."""
        aside = self._aside
        triples = write_turtle(corpus_triples(corpus, self._base), aside / GRAPH, self._base)
        inferred = write_inferred(aside / GRAPH, aside / INFERRED, self._base)
        mentions = write_mentions(corpus, aside / MENTIONS)
        self.write_texts(corpus)
        ledger.save(aside / LEDGER)
        report = _report(corpus, skipped, mentions=mentions, triples=triples, inferred=inferred)
        report.write(aside / REPORT)
        return report

    def write_texts(self, corpus: Corpus) -> None:
        """Save the text that the reader made of pages that are no text, since offsets refer to it."""
        for page in (shard.reading.page for shard in corpus.shards):
            if not page.name.lower().endswith(TEXT_SUFFIXES):
                texts = self._aside / TEXTS
                texts.mkdir(exist_ok=True)
                (texts / f"{page.name}.txt").write_bytes(page.text.encode())

    def write_view(self) -> None:
        write_view(self._aside / GRAPH, self._aside / VIEW)

    def write_store(self) -> None:
        build_store(self._aside)

    def write_timings(self, seconds: Mapping[str, float]) -> None:
        rounded = {stage: round(time, 3) for stage, time in seconds.items()}
        (self._aside / TIMINGS).write_bytes(msgspec.json.encode(rounded))

    def swap_in(self) -> None:
        """Replace the old products by these, all in one step."""
        self._swap.swap_in()


def _report(
    corpus: Corpus, skipped: Sequence[SkippedPage], *, mentions: int, triples: int, inferred: int
) -> BuildReport:
    shards, resolution = corpus.shards, corpus.resolution
    claims = [claim for shard in shards for claim in shard.stating.claims]
    return BuildReport(
        pages=len(shards),
        articles=sum(len(shard.reading.articles) for shard in shards),
        mentions=mentions,
        entities=sum(not entity.from_register for entity in resolution.entities),
        claims=len(claims),
        figures=sum(len(shard.stating.figures) for shard in shards),
        triples=triples,
        inferred=inferred,
        entities_by_class=count_leaves(resolution),
        claims_by_predicate=dict(sorted(Counter(claim.predicate for claim in claims).items())),
        claims_by_modality=dict(sorted(Counter(claim.modality for claim in claims).items())),
        skipped=tuple(skipped),
        notices=gather_notices(shards, (*resolution.notices, *corpus.continuations.notices)),
        conflicts=find_conflicts(shards, resolution),
    )
