"""JSON Lines of articles: one object a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from wlgraph.pages.decoding import decode

_KICKERS = ("kicker", "intro_title", "引题", "pretitle")
_TITLES = ("title", "headline", "标题")
_SUBTITLES = ("subtitle", "subhead", "副题")
_AUTHORS = ("byline", "author", "authors", "作者")
_PROSE = ("content", "text", "body", "正文", "article")


def text_of(path: Path) -> str:
    """The articles one below the other: kicker, headline, byline, prose.

    Raises ValueError where a line is no JSON object or holds neither headline nor prose.
    """
    parts: list[str] = []
    for number, line in enumerate(decode(path.read_bytes(), path.name).splitlines(), 1):
        if not line.strip():
            continue
        article = msgspec.json.decode(line)
        if not isinstance(article, dict) or not (_field(article, _TITLES) or _field(article, _PROSE)):
            raise ValueError(f"line {number} is no article with title and content")
        parts += [_field(article, _KICKERS), _heading(article), _field(article, _SUBTITLES), _author(article)]
        parts += _field(article, _PROSE).splitlines()
    return "\n\n".join(p.strip() for p in parts if p.strip()) + "\n"


def _field(article: dict[str, Any], names: tuple[str, ...]) -> str:
    value = next((article[n] for n in names if article.get(n)), "")
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _heading(article: dict[str, Any]) -> str:
    title = _field(article, _TITLES)
    return f"## {title}" if title else ""


def _author(article: dict[str, Any]) -> str:
    author = _field(article, _AUTHORS)
    return author if not author or "记者" in author or "通讯员" in author else f"记者 {author}"
