"""Where extraction runs: in this process, or in several on this machine."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Literal

from wlgraph.build.extract import BATCH, Extracted, Stopwatch, extract

Engine = Literal["auto", "inline", "processes"]
PAGES_WORTH_PROCESSES = 4 * BATCH
"""Below this many pages a second process costs more to start than it saves."""


def run_engine(
    engine: Engine, pages: list[tuple[Path, str]], home: str, watch: Stopwatch, workers: int = 0
) -> Iterator[Extracted]:
    """Extract ``pages`` in their order; the result is the same whatever the engine.

    ``workers`` is the number of processes, 0 for one a core.
    """
    count = workers or os.cpu_count() or 1
    wanted = engine == "processes" or (engine == "auto" and count > 1 and len(pages) >= PAGES_WORTH_PROCESSES)
    if not wanted:
        yield from extract(pages, home, watch)
        return
    batches = [pages[i : i + BATCH] for i in range(0, len(pages), BATCH)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=count, mp_context=context) as pool:
        for found in pool.map(_extract_batch, batches, [home] * len(batches)):
            yield from found
    watch.lap("extract in processes")


def _extract_batch(batch: list[tuple[Path, str]], home: str) -> list[Extracted]:
    return list(extract(batch, home))
