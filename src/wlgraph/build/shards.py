"""Shard files: what was extracted from each page, under a name that says from what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

import msgspec

from wlgraph.errors import GraphError
from wlgraph.model import Shard

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Shard)
_END = b"}\n"
SHARDS = "shards"
"""The folder of shards within a build folder."""


def encode(shard: Shard) -> bytes:
    """The content of a shard file. JSON breaks no line, so that only a whole one ends with a line feed."""
    return _ENCODER.encode(shard) + b"\n"


class ShardFolder:
    """The shards of a build folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def holds(self, key: str) -> bool:
        """Whether there is a whole shard with this key; one that was half-written is removed."""
        path = self._path(key)
        if not path.is_file():
            return False
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - len(_END)))
            whole = file.read() == _END
        if not whole:
            path.unlink()
        return whole

    def load(self, key: str) -> Shard:
        """The shard with this key. Raises GraphError where the file is damaged; the next build makes it anew."""
        path = self._path(key)
        try:
            return _DECODER.decode(path.read_bytes())
        except msgspec.DecodeError as error:
            path.unlink()
            raise GraphError(f"The shard {path} was damaged ({error}) and is removed; build again.") from error

    def save(self, key: str, content: bytes) -> None:
        aside = self._path(key).with_suffix(".new")
        try:
            aside.write_bytes(content)
            aside.replace(self._path(key))
        finally:
            aside.unlink(missing_ok=True)

    def __iter__(self) -> Iterator[Shard]:
        for path in sorted(self.folder.glob("*.json")):
            yield self.load(path.stem)

    def prune(self, kept: set[str]) -> None:
        """Remove the shards of pages that changed or are gone."""
        for path in self.folder.iterdir():
            if path.suffix == ".new" or path.stem not in kept:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


class StoredShards(Sequence[Shard]):
    """Shards that lie in a folder, in the order of their pages' names, each read when it is asked for."""

    def __init__(self, folder: ShardFolder, keys: Sequence[str]) -> None:
        """``keys`` are in the order of the pages' names."""
        self._folder = folder
        self.keys = tuple(keys)

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Shard]:
        return map(self._folder.load, self.keys)

    @overload
    def __getitem__(self, place: int) -> Shard: ...
    @overload
    def __getitem__(self, place: slice) -> StoredShards: ...
    def __getitem__(self, place: int | slice) -> Shard | StoredShards:
        if isinstance(place, slice):
            return StoredShards(self._folder, self.keys[place])
        return self._folder.load(self.keys[place])
