"""The files of a build folder: all written aside, then swapped in as one set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from wlgraph.build.extract import Stopwatch
from wlgraph.build.mentions import mention_lines
from wlgraph.build.report import BuildReport, SkippedPage, Tally
from wlgraph.build.swap import Swap
from wlgraph.entities import Ledger
from wlgraph.graph.core import take_core
from wlgraph.graph.corpus import Corpus
from wlgraph.graph.store import GRAPH, INFERRED, STORE, build_store, open_store, reuse_store
from wlgraph.graph.turtle import write_turtle
from wlgraph.graph.write import corpus_triples
from wlgraph.model import Notice, Page
from wlgraph.views import write_view

LEDGER, MENTIONS, REPORT, VIEW = "ledger.jsonl", "mentions.jsonl", "report.json", "graph.html"
MOST_IN_VIEW, CORE = 5000, 1000
"""Above so many things a page that shows all is slow to draw and hard to read; then the best linked are shown."""
VIEW_SHORTENED = "view-shortened"
"""The code of the notice that the page holds only a part of the graph."""
TEXT_SUFFIXES = (".txt", ".md")
TIMINGS, TEXTS = "timings.json", "texts"
PRODUCTS = (LEDGER, GRAPH, INFERRED, MENTIONS, VIEW, REPORT, TIMINGS, STORE, TEXTS)


def outputs(folder: Path) -> Swap:
    """The outputs of a build folder, to be replaced as one set."""
    return Swap(folder, PRODUCTS)


class Products:
    """The products of one build, made aside while the old ones stay."""

    def __init__(self, folder: Path, base: str, *, begun: bool = False) -> None:
        """``begun`` says that another process made the folder for them, and is waiting."""
        self._base = base
        self._folder = folder
        self._swap = outputs(folder)
        self._aside = self._swap.new if begun else self._swap.begin()

    def write_graph(self, corpus: Corpus) -> int:
        """Write ``graph.ttl`` and return its number of triples."""
        return write_turtle(corpus_triples(corpus, self._base), self._aside / GRAPH, self._base)

    def write_store(self) -> int:
        """Write the store and ``inferred.ttl``, or take the old ones where the graph is as it was."""
        inferred = reuse_store(self._folder, self._aside)
        return build_store(self._aside, self._base) if inferred is None else inferred

    def write_companions(
        self, corpus: Corpus, ledger: Ledger, *, skipped: Sequence[SkippedPage], triples: int
    ) -> BuildReport:
        """Write what stands beside the graph: mentions, texts and ledger; returns the report, which lacks what follows."""
        tally, mentions = Tally(corpus), 0
        with (self._aside / MENTIONS).open("wb") as out:
            for shard in corpus.shards:
                tally.see(shard)
                self._write_text(shard.reading.page)
                lines = mention_lines(corpus, shard)
                mentions += len(lines)
                out.writelines(lines)
        ledger.save(self._aside / LEDGER)
        return tally.report(mentions=mentions, triples=triples, skipped=skipped, joining=corpus.continuations.notices)

    def write_report(self, report: BuildReport) -> None:
        """Write ``report.json``."""
        report.write(self._aside / REPORT)

    def _write_text(self, page: Page) -> None:
        """Save the text that the reader made of a page that is no text, since offsets refer to it."""
        if not page.name.lower().endswith(TEXT_SUFFIXES):
            texts = self._aside / TEXTS
            texts.mkdir(exist_ok=True)
            (texts / f"{page.name}.txt").write_bytes(page.text.encode())

    def write_view(self, things: int) -> Notice | None:
        """Write the interactive page; of a graph of more ``things`` than a page can show, its core, with a notice."""
        if things <= MOST_IN_VIEW:
            write_view(self._aside / GRAPH, self._aside / VIEW)
            return None
        core = take_core(open_store(self._aside), CORE)
        write_view(core.store, self._aside / VIEW, of=core.of)
        message = (
            f"{VIEW} shows the {core.things} best linked of {core.of} things; 'wlgraph view --focus NAME' draws others."
        )
        return Notice(code=VIEW_SHORTENED, message=message)

    def write_timings(self, watch: Stopwatch) -> None:
        """Write how long each stage took, by the clock ("seconds") and of the processor."""
        timings = {"seconds": watch.seconds, "processor": watch.processor}
        rounded = {kind: {stage: round(time, 3) for stage, time in laps.items()} for kind, laps in timings.items()}
        (self._aside / TIMINGS).write_bytes(msgspec.json.encode(rounded))

    def swap_in(self) -> None:
        """Replace the old products by these, all in one step."""
        self._swap.swap_in()
