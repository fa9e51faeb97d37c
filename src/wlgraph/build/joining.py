"""The steps that hold the whole corpus: names resolved over all pages, the graph and its companions written.

Of a large archive they run in a process of their own, since what Python has once taken it hardly gives back, and the
store that is made next needs as much again.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

from wlgraph import errors
from wlgraph.build.extract import Stopwatch
from wlgraph.build.products import LEDGER, Products
from wlgraph.build.report import BuildReport, SkippedPage
from wlgraph.build.shards import SHARDS, ShardFolder, StoredShards
from wlgraph.entities import Judgement, Ledger, resolve
from wlgraph.graph.corpus import Corpus
from wlgraph.memory import collector_paused
from wlgraph.model import Record

WORTH_A_PROCESS = 2000
"""So many pages, and what they take is worth the second that another process needs to start."""


class Joining(Record, frozen=True, kw_only=True):
    """What the steps work on: the build's folder, the keys of its shards in order, what was left out and what was judged."""

    folder: str
    keys: tuple[str, ...]
    skipped: tuple[SkippedPage, ...]
    judgements: tuple[Judgement, ...]
    base: str


class Joined(Record, frozen=True, kw_only=True):
    """What came of it: the report, which lacks what follows, and each step's seconds by the clock and of the processor."""

    report: BuildReport
    seconds: dict[str, float]
    processor: dict[str, float]


class _Told(Record, frozen=True, kw_only=True):
    """One line from the process: the step that begins, or the end, good or with an error of the package or system."""

    step: str = ""
    joined: Joined | None = None
    error: str = ""
    kind: str = ""


def join_corpus(work: Joining, products: Products, watch: Stopwatch, begin: Callable[[str], None]) -> BuildReport:
    """Do the steps, ``begin`` told of each; apart from this process where the corpus is large.

    Raises what the steps raise, OutputError where their process was ended from outside.
    """
    if len(work.keys) < WORTH_A_PROCESS:
        with collector_paused():
            return _join(work, products, watch, begin)
    joined = _join_apart(work, begin)
    watch.add(joined.seconds, joined.processor)
    return joined.report


def _join(work: Joining, products: Products, watch: Stopwatch, begin: Callable[[str], None]) -> BuildReport:
    begin("resolve")
    folder = Path(work.folder)
    shards = StoredShards(ShardFolder(folder / SHARDS), work.keys)
    ledger = Ledger.load(folder / LEDGER)
    resolution = resolve(shards, ledger=ledger, judgements=work.judgements, base=work.base)
    watch.lap("resolve")
    begin("write")
    corpus = Corpus(shards, resolution)
    triples = products.write_graph(corpus)
    watch.lap("write")
    report = products.write_companions(corpus, ledger, skipped=work.skipped, triples=triples)
    watch.lap("companions")
    return report


def _join_apart(work: Joining, begin: Callable[[str], None]) -> Joined:
    command = [sys.executable, "-c", f"from {__name__} import main; main()"]
    searched = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=searched) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        hand_over(work, process.stdin)
        for line in process.stdout:
            told = msgspec.json.decode(line, type=_Told)
            if told.joined:
                return told.joined
            if told.error:
                raise _error(told)
            begin(told.step)
    raise errors.OutputError(
        "The process that joins the pages was ended from outside, perhaps for lack of memory; the pages are kept: "
        "build again on a machine with more, or in parts."
    )


def hand_over(work: Joining, to: IO[bytes]) -> None:
    """Write the work; a process that has ended already takes none, and what is left of it must not be written later."""
    try:
        to.write(msgspec.json.encode(work) + b"\n")
        to.flush()
    except BrokenPipeError:
        with suppress(BrokenPipeError):
            to.close()


def _error(told: _Told) -> Exception:
    kind = getattr(errors, told.kind, OSError)
    return kind(told.error)


def main() -> None:
    """The process: one line of work comes in, lines of ``_Told`` go out. It ends with the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    work = msgspec.json.decode(stdin.readline(), type=Joining)
    threading.Thread(target=_end_with_parent, args=(stdin.fileno(),), daemon=True).start()

    def tell(told: _Told) -> None:
        stdout.write(msgspec.json.encode(told) + b"\n")
        stdout.flush()

    watch = Stopwatch()
    try:
        products = Products(Path(work.folder), work.base, begun=True)
        with collector_paused():
            report = _join(work, products, watch, lambda step: tell(_Told(step=step)))
    except (errors.WlgraphError, OSError) as error:
        tell(_Told(error=str(error), kind=type(error).__name__))
    else:
        tell(_Told(joined=Joined(report=report, seconds=watch.seconds, processor=watch.processor)))


def _end_with_parent(descriptor: int) -> None:
    """Wait for the end of what comes in, which is that of the process that wrote it.

    The file itself is not asked: a thread that waits in it would hold its lock when the interpreter ends.
    """
    while os.read(descriptor, 4096):
        pass
    os._exit(1)
