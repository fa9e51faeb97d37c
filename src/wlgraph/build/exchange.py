"""Let two entries of a file system trade places in one step, so that neither name is ever without its content."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange(first: Path, second: Path) -> None:
    """Swap what two names of one file system mean; both must exist.

    One system call on Linux (``renameat2``) and macOS (``renamex_np``). Elsewhere, and on a file system that cannot,
    two renames, between which ``first`` is missing. Raises OSError.
    """
    if _at_once(os.fsencode(first), os.fsencode(second)):
        return
    spare = second.with_name(f"{second.name}.spare")
    first.replace(spare)
    second.replace(first)
    spare.replace(second)


def _at_once(first: bytes, second: bytes) -> bool:
    library = _library()
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return bool(library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, _RENAME_SWAP) == 0)
    return False


@cache
def _library() -> Any:
    return None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)
