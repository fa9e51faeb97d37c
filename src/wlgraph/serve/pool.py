"""Queries in processes of their own: at the deadline the process is killed, since Oxigraph's query has no time limit."""

from __future__ import annotations

import multiprocessing
import queue
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from wlgraph.errors import QueryError
from wlgraph.graph.query import Dataset
from wlgraph.model import Record
from wlgraph.serve.worker import serve_queries

START_SECONDS = 60.0


class LimitError(QueryError):
    """A query was stopped at a limit, or waited for too long."""


class Limits(Record, frozen=True, kw_only=True):
    """What one query may take: seconds, bytes of memory for its process, bytes of answer."""

    seconds: float = 20.0
    memory: int = 2_000_000_000
    answer: int = 50_000_000
    workers: int = 2


class _Worker:
    """One process and the pipe to it; started again after a kill."""

    def __init__(self, location: Path, limits: Limits) -> None:
        self._location = location
        self._limits = limits
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        arguments = (self._location, theirs, self._limits.memory, self._limits.answer)
        self._process = context.Process(target=serve_queries, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(START_SECONDS):
            self.stop()
            raise QueryError("The query process did not start; look at the graph with 'wlgraph check'.")
        self._pipe.recv()
        return self._pipe

    def ask(self, sparql: str, media: str, dataset: Dataset | None) -> bytes:
        try:
            pipe = self.start()
            pipe.send((sparql, media, dataset))
            if not pipe.poll(self._limits.seconds):
                self.stop()
                raise LimitError(
                    f"The query ran longer than {self._limits.seconds:g} seconds and was stopped; narrow it."
                )
            outcome, content = pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            self.stop()
            raise LimitError("The query took more memory than is allowed and was stopped; ask for less.") from None
        if outcome == "refused":
            raise QueryError(str(content))
        return bytes(content)

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


class QueryPool:
    """A few query processes over one graph; ``ask`` may be called from several threads."""

    def __init__(self, location: Path, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._workers = [_Worker(location, self.limits) for _ in range(self.limits.workers)]
        for worker in self._workers:
            self._idle.put(worker)

    def ask(self, sparql: str, media: str, dataset: Dataset | None = None) -> bytes:
        """The answer to a query in a media type; raises QueryError where it is refused or ran past a limit.

        Without a dataset it is asked of all graphs together.
        """
        try:
            worker = self._idle.get(timeout=self.limits.seconds)
        except queue.Empty:
            raise LimitError("All query processes are busy; try again in a moment.") from None
        try:
            return worker.ask(sparql, media, dataset)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        for worker in self._workers:
            worker.stop()
