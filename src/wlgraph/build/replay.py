"""A build folder's resolution again, from its shards, ledger and judgements, without writing anything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wlgraph.build.products import LEDGER
from wlgraph.build.shards import SHARDS, ShardFolder
from wlgraph.entities import Judgement, Ledger, read_judgements, resolve
from wlgraph.errors import GraphError
from wlgraph.model import Record, Resolution, Shard

JUDGEMENTS = "judgements.jsonl"
"""Decisions about identity that lie in a build folder are replayed at every build of it."""


class Replay(Record, frozen=True, kw_only=True):
    """What a build joined: shards, resolution and the judgements that it obeyed."""

    shards: tuple[Shard, ...]
    resolution: Resolution
    judgements: tuple[Judgement, ...]


def replay(folder: Path, judgements: Sequence[Judgement] | None = None) -> Replay:
    """Resolve a build folder's shards again; raises GraphError where there are none."""
    if folder.is_file():
        raise GraphError(f"{folder} is a file; name the build folder that it lies in.")
    if not folder.is_dir():
        raise GraphError(f"There is no folder {folder}; name a build folder.")
    shards = tuple(ShardFolder(folder / SHARDS)) if (folder / SHARDS).is_dir() else ()
    if not shards:
        raise GraphError(f"{folder} holds no shards; run 'wlgraph build PAGES --out {folder}' first.")
    decisions = tuple(read_judgements(folder / JUDGEMENTS) if judgements is None else judgements)
    resolution = resolve(shards, ledger=Ledger.load(folder / LEDGER), judgements=decisions)
    return Replay(shards=shards, resolution=resolution, judgements=decisions)
