"""Where extraction runs: in this process, in several on this machine, or on a cluster."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from pathlib import Path
from typing import Literal

from wlgraph.build.extract import BATCH, Stopwatch, extract
from wlgraph.build.shards import encode
from wlgraph.errors import PageError
from wlgraph.model import Record

Engine = Literal["auto", "inline", "processes"]
PAGES_WORTH_PROCESSES = 4 * BATCH
"""Below this many pages a second process costs more to start than it saves."""
Batch = list[tuple[Path, str]]


class Sealed(Record, frozen=True, kw_only=True):
    """A page's shard as its file has it, or the sentence that says why there is none."""

    path: str
    content: bytes = b""
    reason: str = ""


def run_engine(engine: Engine, pages: Batch, home: str, watch: Stopwatch, workers: int = 0) -> Iterator[Sealed]:
    """Extract pages given as (path, shard key), in their order; the result is the same whatever the engine.

    ``workers`` is the number of processes, 0 for one a core.
    """
    count = workers or os.cpu_count() or 1
    batches = [pages[i : i + BATCH] for i in range(0, len(pages), BATCH)]
    if engine == "processes" or (engine == "auto" and count > 1 and len(pages) >= PAGES_WORTH_PROCESSES):
        yield from _in_processes(batches, home, count)
        watch.lap("extract in processes")
        return
    for batch in batches:
        yield from seal(batch, home, watch)


def seal(batch: Batch, home: str, watch: Stopwatch | None = None) -> list[Sealed]:
    """Extract one batch: what each engine runs."""
    return [
        Sealed(path=done.path, content=encode(done.shard) if done.shard else b"", reason=done.reason)
        for done in extract(batch, home, watch)
    ]


def _in_processes(batches: list[Batch], home: str, count: int) -> Iterator[Sealed]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=count, mp_context=context, initializer=_end_with_parent) as pool:
        try:
            for sealed in pool.map(seal, batches, [home] * len(batches)):
                yield from sealed
        except BrokenProcessPool as error:
            raise PageError(
                "A process that extracts pages was ended from outside, perhaps for lack of memory; what was extracted "
                "is kept: build again, with fewer --workers."
            ) from error


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
