"""Memory over a build: what goes back to the system between its steps, and the garbage collector's part."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


def give_back() -> None:
    """Return what is no longer used, as far as the system's C library lets one.

    The interpreter's free lists pin pages that are otherwise empty, and glibc keeps freed ones until ``malloc_trim``;
    other C libraries have no such call and need none.
    """
    gc.collect()
    with suppress(OSError, TypeError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Spare the collector's passes over millions of small lasting objects, for work that leaves no cycles to speak of."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
