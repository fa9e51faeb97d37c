"""A build folder's resolution again, from its shards, ledger and judgements, without writing anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from wlgraph.build.products import LEDGER, REPORT
from wlgraph.build.report import BuildReport
from wlgraph.build.shards import SHARDS, ShardFolder
from wlgraph.entities import Judgement, Ledger, read_judgements, resolve
from wlgraph.errors import GraphError
from wlgraph.graph.terms import DEFAULT_BASE
from wlgraph.model import Record, Resolution, Shard

JUDGEMENTS = "judgements.jsonl"
"""Decisions about identity that lie in a build folder are replayed at every build of it."""


class Replay(Record, frozen=True, kw_only=True):
    """What a build joined: shards, resolution and the judgements that it obeyed."""

    shards: tuple[Shard, ...]
    resolution: Resolution
    judgements: tuple[Judgement, ...]


def judged_in(folder: Path) -> Path:
    """The file of decisions that the last build of a folder obeyed."""
    report = _report(folder)
    return Path(report.judgements) if report and report.judgements else folder / JUDGEMENTS


def _report(folder: Path) -> BuildReport | None:
    try:
        return msgspec.json.decode((folder / REPORT).read_bytes(), type=BuildReport)
    except (OSError, msgspec.DecodeError):
        return None


def replay(folder: Path, judgements: Sequence[Judgement] | None = None) -> Replay:
    """Resolve a build folder's shards again; raises GraphError where there are none."""
    if folder.is_file():
        raise GraphError(f"{folder} is a file; name the build folder that it lies in.")
    if not folder.is_dir():
        raise GraphError(f"There is no folder {folder}; name a build folder.")
    shards = tuple(ShardFolder(folder / SHARDS)) if (folder / SHARDS).is_dir() else ()
    if not shards:
        raise GraphError(f"{folder} holds no shards; run 'wlgraph build PAGES --out {folder}' first.")
    decisions = tuple(read_judgements(judged_in(folder)) if judgements is None else judgements)
    ledger = Ledger.load(folder / LEDGER)
    report = _report(folder)
    base = report.base if report else DEFAULT_BASE
    resolution = resolve(shards, ledger=ledger, judgements=decisions, base=base)
    return Replay(shards=shards, resolution=resolution, judgements=decisions)
