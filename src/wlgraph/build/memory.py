"""Memory that goes back to the system between the steps of a build."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress


def give_back() -> None:
    """Return what is no longer used, as far as the system's C library lets one.

    The interpreter's free lists pin pages that are otherwise empty, and glibc keeps freed ones until ``malloc_trim``;
    other C libraries have no such call and need none.
    """
    gc.collect()
    with suppress(OSError, TypeError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
