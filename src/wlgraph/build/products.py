"""The files of a build folder: written aside, then swapped in."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wlgraph.build.mentions import write_mentions
from wlgraph.build.report import BuildReport, SkippedPage, count_leaves, find_conflicts, gather_notices
from wlgraph.entities import Ledger
from wlgraph.graph.corpus import Corpus
from wlgraph.graph.infer import write_inferred
from wlgraph.graph.store import GRAPH, INFERRED
from wlgraph.graph.turtle import write_turtle
from wlgraph.graph.write import corpus_triples
from wlgraph.views import write_view

LEDGER, MENTIONS, REPORT, VIEW = "ledger.jsonl", "mentions.jsonl", "report.json", "graph.html"
TEXT_SUFFIXES = (".txt", ".md")
PRODUCTS = (LEDGER, GRAPH, INFERRED, MENTIONS, VIEW, REPORT)


class Products:
    """The products of one build, made in a folder beside the old ones."""

    def __init__(self, folder: Path, base: str) -> None:
        self._folder = folder
        self._base = base
        self._aside = folder / ".next"
        shutil.rmtree(self._aside, ignore_errors=True)
        self._aside.mkdir()

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
                texts = self._folder / "texts"
                texts.mkdir(exist_ok=True)
                (texts / f"{page.name}.txt").write_bytes(page.text.encode())

    def write_view(self) -> None:
        write_view(self._aside / GRAPH, self._aside / VIEW)

    def swap_in(self) -> None:
        """Replace the old products, each in one step, the report last."""
        for name in PRODUCTS:
            os.replace(self._aside / name, self._folder / name)  # noqa: PTH105 - overwrites, which Path.rename may not
        self._aside.rmdir()


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
