"""The folder of a build: held by one build at a time, and left with nothing that a later one cannot use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

from wlgraph.build.products import outputs
from wlgraph.build.shards import SHARDS

LOCK = ".lock"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made where it is missing. However the build ends, its lock and half-made outputs go.

    The lock file is removed while it is still held: who opened it before finds that it is gone, and takes no lock of it.
    Raises Timeout where another build holds the folder, OSError where it cannot be written.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=0):
            try:
                outputs(folder).settle()
                yield
            finally:
                outputs(folder).settle()
                _remove_empty(folder / SHARDS)
                (folder / LOCK).unlink(missing_ok=True)
    finally:
        if made:
            _remove_empty(folder)


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
