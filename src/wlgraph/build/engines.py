"""Where extraction runs: in this process, in several on this machine, or on a cluster; the bytes are the same."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Literal

from wlgraph.build.cluster import dask_executor
from wlgraph.build.extract import BATCH, Stopwatch, extract
from wlgraph.build.fingerprint import extractor_fingerprint
from wlgraph.build.processes import process_executor
from wlgraph.build.shards import encode
from wlgraph.errors import OutputError, SettingsError
from wlgraph.model import Record

EngineName = Literal["auto", "inline", "processes", "dask"]
PAGES_WORTH_PROCESSES = 4 * BATCH
"""Below this many pages a second process costs more to start than it saves."""
AHEAD = 4
"""Batches a worker that are handed out before their turn; what comes back early waits in memory."""
Batch = list[tuple[Path, str]]


class Engine(Record, frozen=True, kw_only=True):
    """Where to extract. ``workers`` counts processes, 0 for one a core; ``scheduler`` is the address of a Dask one."""

    name: EngineName = "auto"
    workers: int = 0
    scheduler: str = ""


class Sealed(Record, frozen=True, kw_only=True):
    """A page's shard as its file has it, or the sentence that says why there is none."""

    path: str
    content: bytes = b""
    reason: str = ""


def run_engine(engine: Engine, pages: Batch, home: str, watch: Stopwatch) -> Iterator[Sealed]:
    """Extract pages given as (path, shard key), in their order.

    Raises SettingsError where the cluster cannot be reached or runs another version, OutputError where a process was
    ended from outside; what was yielded before is good.
    """
    batches = [pages[i : i + BATCH] for i in range(0, len(pages), BATCH)]
    count = engine.workers or os.cpu_count() or 1
    if engine.name == "dask" and batches:
        with dask_executor(engine.scheduler) as (executor, workers):
            yield from _in_order(executor, batches, home, AHEAD * workers)
        watch.lap("extract on the cluster")
    elif engine.name == "processes" or (engine.name == "auto" and count > 1 and len(pages) >= PAGES_WORTH_PROCESSES):
        with process_executor(count) as executor:
            yield from _in_order(executor, batches, home, AHEAD * count)
        watch.lap("extract in processes")
    else:
        for batch in batches:
            yield from _sealed(batch, home, watch)


def seal(batch: Batch, home: str, made_by: str) -> list[Sealed]:
    """Extract one batch where the executor runs it. Raises SettingsError where ``made_by`` is not what extracts here."""
    if extractor_fingerprint() != made_by:
        raise SettingsError(
            "A worker of the cluster has another version of wlgraph or of a package that extracts; "
            "install the same versions on all machines."
        )
    return list(_sealed(batch, home))


def _sealed(batch: Batch, home: str, watch: Stopwatch | None = None) -> Iterator[Sealed]:
    for done in extract(batch, home, watch):
        yield Sealed(path=done.path, content=encode(done.shard) if done.shard else b"", reason=done.reason)


def _in_order(executor: Executor, batches: list[Batch], home: str, ahead: int) -> Iterator[Sealed]:
    """The batches' results in their order, with no more than ``ahead`` batches handed out at a time."""
    waiting: deque[tuple[Batch, Future[list[Sealed]]]] = deque()
    try:
        for batch in batches:
            absolute = [(path.absolute(), key) for path, key in batch]
            waiting.append((batch, executor.submit(seal, absolute, home, extractor_fingerprint())))
            if len(waiting) > ahead:
                yield from _named_as_given(*waiting.popleft())
        while waiting:
            yield from _named_as_given(*waiting.popleft())
    except BrokenProcessPool as error:
        raise OutputError(
            "A process that extracts pages was ended from outside, perhaps for lack of memory; what was extracted is "
            "kept: build again, with fewer --workers."
        ) from error
    finally:
        for _, future in waiting:
            future.cancel()


def _named_as_given(batch: Batch, future: Future[list[Sealed]]) -> Iterator[Sealed]:
    for (path, _), sealed in zip(batch, future.result(), strict=True):
        yield Sealed(path=str(path), content=sealed.content, reason=sealed.reason)
