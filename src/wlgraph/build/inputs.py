"""Which files a build reads: files, folders and patterns become a list of pages, each known by its file name.

What an archive from elsewhere may hold is judged before a byte of it is read: links that lead out of the folder, names
that no graph can carry, files too large for a page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from glob import glob
from pathlib import Path

from wlgraph.build.products import LEDGER, PRODUCTS
from wlgraph.build.replay import JUDGEMENTS
from wlgraph.build.report import SkippedPage
from wlgraph.build.shards import SHARDS
from wlgraph.graph.store import GRAPH
from wlgraph.pages.decoding import MAX_BYTES
from wlgraph.pages.formats import page_endings

TEXT_SUFFIXES = frozenset({".txt", ".md"})
NOT_PAGES = frozenset({"README.md", "LICENSE.txt", "NOTICE.txt"})
MOST_SIDECAR_BYTES = 1 << 20
LONGEST_NAME = 200
"""Characters of a file name; the text made of a page is saved under it with an ending more."""
_OWN = frozenset({*PRODUCTS, JUDGEMENTS, SHARDS})


def find_pages(paths: Iterable[str | Path]) -> tuple[list[Path], list[SkippedPage]]:
    """The page files that ``paths`` name, in the order of their names, and what cannot be taken, with the reason."""
    by_name: dict[str, Path] = {}
    skipped: list[SkippedPage] = []
    for given in map(str, paths):
        found = _expand(given)
        if not found:
            skipped.append(SkippedPage(path=given, reason=_nothing_at(Path(given))))
        for path in found:
            taken = by_name.get(path.name, path)
            reason = _refusal(path, Path(given))
            if not reason and taken.resolve() != path.resolve():
                reason = (
                    f"{path} has the same file name as {taken}; rename one, since a page is known by its file name."
                )
            if reason:
                skipped.append(SkippedPage(path=_shown(path), reason=reason))
            else:
                by_name[path.name] = taken
    return [by_name[name] for name in sorted(by_name)], skipped


def _expand(given: str) -> list[Path]:
    path = Path(given)
    if path.is_file():
        return [path]
    candidates = path.rglob("*") if path.is_dir() else map(Path, glob(given, recursive=True))  # noqa: PTH207 - absolute patterns too
    return sorted(
        p
        for p in candidates
        if not p.is_dir()
        and p.suffix.lower() in TEXT_SUFFIXES | page_endings()
        and p.name not in NOT_PAGES
        and not _is_product(p)
    )


def _nothing_at(given: Path) -> str:
    if given.is_dir() and not os.access(given, os.R_OK | os.X_OK):
        return f"{given} cannot be read; check its permissions."
    if given.is_dir():
        return f"{given} holds no page; put pages there, as text, HTML, PDF, JSON Lines or pictures."
    return f"There is no page at {given}; check the path."


def _is_product(path: Path) -> bool:
    """Whether a build wrote the file into its folder, or into a folder there."""
    return any(
        part in _OWN and (folder / GRAPH).is_file() and (folder / LEDGER).is_file()
        for part, folder in ((path.name, path.parent), (path.parent.name, path.parent.parent))
    )


def _refusal(path: Path, given: Path) -> str:
    """Why a file is not read; empty where it may be."""
    shown, sidecar = _shown(path), path.with_name(f"{path.stem}.meta.json")
    if not path.name.isprintable() or len(path.name) > LONGEST_NAME:
        return f"{shown} has a file name that is too long or holds characters that cannot be printed; rename it."
    if _is_product(path):
        return f"{shown} was written by a build and is no page; name newspaper pages."
    if not path.is_file():
        return f"{shown} is no file that can be read, or a link to none; put the page itself there."
    home = (given if given.is_dir() else path.parent).resolve()
    return next(filter(None, (_locked_away(file, home, given) for file in (path, sidecar))), "") or _too_large(
        path, sidecar
    )


def _locked_away(file: Path, home: Path, given: Path) -> str:
    if file.is_symlink() and file != given and not file.resolve().is_relative_to(home):
        return f"{_shown(file)} is a link that leads out of {home}; put the file itself there."
    if file.exists() and not os.access(file, os.R_OK):
        return f"{_shown(file)} cannot be read; check its permissions."
    return ""


def _too_large(path: Path, sidecar: Path) -> str:
    if path.stat().st_size > MAX_BYTES:
        return f"{_shown(path)} is larger than {MAX_BYTES >> 20} MB; split it into one file a page."
    if sidecar.is_file() and sidecar.stat().st_size > MOST_SIDECAR_BYTES:
        return f"{_shown(sidecar)} is larger than {MOST_SIDECAR_BYTES >> 20} MB, which no sidecar is; remove it."
    return ""


def _shown(path: Path) -> str:
    """A path as text that can be printed and stored."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(path))
