"""The key of a page's shard: a hash of everything its extraction depends on."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wlgraph.names import plugins as name_components
from wlgraph.pages.formats import plugins as page_formats

PACKAGE = Path(__file__).resolve().parents[1]
EXTRACTING_ROOMS = (
    "model.py", "characters.py", "inference.py", "pages", "names", "claims", "registers", "times", "build/extract.py",
)  # fmt: skip
RUNTIME = ("msgspec", "numpy", "onnxruntime", "opencc", "ahocorasick-rs", "spacy")
READERS = ("trafilatura", "pdfminer.six", "rapidocr-onnxruntime")
"""What reads formats other than text; the extras that bring it may be missing."""
IGNORED_SUFFIXES = frozenset({".pyc", ".md"})


@cache
def extractor_fingerprint() -> str:
    """A hash of the code, data, models, run-time versions and plug-ins that extract."""
    digest = hashlib.sha256()
    for path in sorted(_files()):
        digest.update(path.relative_to(PACKAGE).as_posix().encode())
        digest.update(path.read_bytes())
    for name in (*RUNTIME, *READERS):
        digest.update(f"{name} {_version(name)}".encode())
    for plugin in (*page_formats.versions(), *name_components.versions()):
        digest.update(plugin.encode())
    digest.update(platform.python_version().encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _files() -> list[Path]:
    files: list[Path] = []
    for room in EXTRACTING_ROOMS:
        place = PACKAGE / room
        files += [place] if place.is_file() else [p for p in place.rglob("*") if p.is_file()]
    return [p for p in files if p.suffix not in IGNORED_SUFFIXES]


def shard_key(page: Path, home: str) -> str:
    """The key of a page: its bytes, its sidecar, the setting, and what extracts."""
    digest = hashlib.sha256()
    sidecar = page.with_name(f"{page.stem}.meta.json")
    parts = (page.name.encode(), page.read_bytes(), sidecar.read_bytes() if sidecar.is_file() else b"")
    for part in (*parts, home.encode(), extractor_fingerprint().encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:32]
