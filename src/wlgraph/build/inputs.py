"""Which files a build reads: files, folders and patterns become a list of pages, each known by its file name."""

from __future__ import annotations

from collections.abc import Iterable
from glob import glob
from pathlib import Path

from wlgraph.build.report import SkippedPage
from wlgraph.pages.formats import page_endings

TEXT_SUFFIXES = frozenset({".txt", ".md"})
NOT_PAGES = frozenset({"README.md", "LICENSE.txt", "NOTICE.txt"})


def find_pages(paths: Iterable[str | Path]) -> tuple[list[Path], list[SkippedPage]]:
    """The page files that ``paths`` name, in the order of their names, and what cannot be taken, with the reason."""
    by_name: dict[str, Path] = {}
    skipped: list[SkippedPage] = []
    for given in map(str, paths):
        found = _expand(given)
        if not found:
            reason = f"There is no page at {given}; check the path."
            skipped.append(SkippedPage(path=given, reason=reason))
        for path in found:
            taken = by_name.setdefault(path.name, path)
            if taken.resolve() != path.resolve():
                reason = (
                    f"{path} has the same file name as {taken}; rename one, since a page is known by its file name."
                )
                skipped.append(SkippedPage(path=str(path), reason=reason))
    return [by_name[name] for name in sorted(by_name)], skipped


def _expand(given: str) -> list[Path]:
    path = Path(given)
    if path.is_file():
        return [path]
    candidates = path.rglob("*") if path.is_dir() else map(Path, glob(given, recursive=True))  # noqa: PTH207 - absolute patterns too
    return sorted(
        p
        for p in candidates
        if p.is_file() and p.suffix.lower() in TEXT_SUFFIXES | page_endings() and p.name not in NOT_PAGES
    )
