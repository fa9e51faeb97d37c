"""The child process of ``child``: reads one file and writes its text to standard output."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from wlgraph.pages.formats.plugins import load

MISSING, REFUSED = 3, 4


def _limited(memory: int) -> None:
    """Bound the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main(kind: str, path: str, memory: str) -> int:
    """Read the file; the exit code says whether its reader is missing or refused it."""
    _limited(int(memory))
    try:
        text_of = (
            load(kind) if kind.startswith(".") else importlib.import_module(f"wlgraph.pages.formats.{kind}").text_of
        )
    except ModuleNotFoundError:
        return MISSING
    try:
        text = text_of(Path(path))
    except MemoryError:
        return 1
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return REFUSED
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
