"""Readings and namings out of marked sentences (【name|Class】), for the tables of the tests."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from wlgraph.claims.relations.scene import Scene, set_scenes
from wlgraph.evaluation.marked import MarkedPage, read_marked


def page_of(marked: str, *, home: str = "温岭市", date: str = "2024-05-06", headline: str = "要闻") -> MarkedPage:
    """A page of one article that holds the marked sentences."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        path.write_text(
            f"@page publication=日报 home={home} date={date}\n@article\n@headline {headline}\n{marked}\n", "utf-8"
        )
        return read_marked(path)


def scene_of(marked: str, *, headline: str = "要闻") -> Scene:
    """The scene of the article that holds the marked sentences."""
    page = page_of(marked, headline=headline)
    return set_scenes(page.reading, page.naming)[0]
