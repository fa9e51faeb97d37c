"""Foreign formats are parsed in a child process, so that a broken or hostile file costs a page and not the build."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from wlgraph.errors import PageError
from wlgraph.pages.decoding import MAX_BYTES
from wlgraph.pages.formats.plugins import readers

FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".png": "ocr",
    ".jpg": "ocr",
    ".jpeg": "ocr",
    ".tif": "ocr",
    ".tiff": "ocr",
    ".bmp": "ocr",
    ".webp": "ocr",
}
"""The reader of each file ending."""

MEMORY_BYTES = {"html": 2 << 30, "pdf": 2 << 30, "jsonl": 1 << 30, "ocr": 6 << 30}
"""Address space that a reader may take."""
SECONDS = {"html": 30, "pdf": 120, "jsonl": 30, "ocr": 300}
"""Time that a reader may take."""
PLUGIN_MEMORY_BYTES, PLUGIN_SECONDS = 2 << 30, 120
"""What a reader of another package may take."""

_MISSING, _REFUSED = 3, 4


def is_foreign(path: Path) -> bool:
    """Whether a file's ending says that it is no plain text."""
    return _kind(path) != ""


def page_endings() -> frozenset[str]:
    """Every file ending that some reader knows, those of other packages included."""
    return frozenset(FORMATS) | frozenset(readers())


def _kind(path: Path) -> str:
    """The reader of a file: a name of FORMATS' readers, else the ending of another package's, else empty."""
    ending = path.suffix.lower()
    return FORMATS.get(ending) or (ending if ending in readers() else "")


def made_text(path: Path) -> str:
    """The text of a page in a foreign format.

    Raises PageError where the file is too large or unreadable, its reader is not installed, or the reader ran past its
    memory or time.
    """
    kind = _kind(path)
    memory, seconds = MEMORY_BYTES.get(kind, PLUGIN_MEMORY_BYTES), SECONDS.get(kind, PLUGIN_SECONDS)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise PageError(f"{path} cannot be read ({error.strerror}); check the path and its permissions.") from error
    if size > MAX_BYTES:
        raise PageError(f"{path} is larger than {MAX_BYTES // 1024 // 1024} MB; split it into one file a page.")
    command = [sys.executable, "-m", "wlgraph.pages.formats.worker", kind, str(path), str(memory)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired as error:
        raise PageError(f"{path} took more than {seconds} seconds to read; simplify or split it.") from error
    text = done.stdout.decode("utf-8", "replace")
    if done.returncode == _MISSING:
        missing = f"a package that its {kind} reader lacks" if kind in readers() else f"the extra '{kind}'"
        remedy = "reinstall that reader" if kind in readers() else f"install wlgraph[{kind}]"
        raise PageError(f"{path} needs {missing}; {remedy}.")
    if done.returncode == _REFUSED:
        raise PageError(f"{path} cannot be read as {kind} ({_reason(done.stderr)}); repair it or give its text.")
    if done.returncode:
        raise PageError(f"{path} broke its reader or needed too much memory; repair it, split it or give its text.")
    if not text.strip():
        raise PageError(f"{path} holds no text that the {kind} reader finds; give the page's text.")
    return text


def _reason(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else "no reason given"
