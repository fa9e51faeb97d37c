"""Shard files: what was extracted from each page, under a name that says from what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from wlgraph.model import Shard

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Shard)


class ShardFolder:
    """The shards of a build folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def load(self, key: str) -> Shard | None:
        """The shard with this key; None where there is none or it was half-written by an interrupted run."""
        path = self._path(key)
        if not path.is_file():
            return None
        try:
            return _DECODER.decode(path.read_bytes())
        except msgspec.DecodeError:
            path.unlink()
            return None

    def save(self, shard: Shard) -> None:
        aside = self._path(shard.key).with_suffix(".new")
        aside.write_bytes(_ENCODER.encode(shard))
        aside.replace(self._path(shard.key))

    def __iter__(self) -> Iterator[Shard]:
        for path in sorted(self.folder.glob("*.json")):
            yield _DECODER.decode(path.read_bytes())

    def prune(self, kept: set[str]) -> None:
        """Remove the shards of pages that changed or are gone."""
        for path in self.folder.iterdir():
            if path.suffix == ".new" or path.stem not in kept:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"
