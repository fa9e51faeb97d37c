"""Articles of e-paper and news sites, by trafilatura."""

from __future__ import annotations

import re
from pathlib import Path

import trafilatura
from trafilatura.settings import use_config

from wlgraph.pages import bylines
from wlgraph.pages.decoding import decode

_SITE = re.compile(r"\s*[-_—|｜–]+\s*[^-_—|｜–]{2,14}(?:网|报|客户端|融媒|日报|晚报|新闻|频道|中心)$")
_DATE = re.compile(r"((?:19|20)\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})(?!\d)")
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "25")
"""Of a text with fewer characters trafilatura would take all words of the page, without its tables; its own limit is for
European languages."""
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def text_of(path: Path) -> str:
    """Headline, byline and prose of an HTML page, without the site's menus and links."""
    html = _decoded(path)
    document = trafilatura.bare_extraction(
        html, favor_recall=True, include_comments=False, include_tables=True, with_metadata=True, config=_CONFIG
    )
    if document is None or isinstance(document, dict):
        return ""
    title = _SITE.sub("", (document.title or "").strip())
    prose = [line.strip() for line in (document.text or "").splitlines() if line.strip()]
    prose = [line for line in prose if line.lstrip("# ") not in (title, document.title)]
    parts = [_printed_date(html, prose), f"## {title}" if title else ""]
    parts += ["" if _signed(prose) else _author(document.author or ""), *prose]
    return "\n\n".join(p for p in parts if p) + "\n"


def _signed(prose: list[str]) -> bool:
    """Whether the prose brings its byline itself."""
    return any(bylines.leading(line) or bylines.standing(line) or bylines.trailing(line) for line in prose)


def _author(names: str) -> str:
    """A byline of the author that the site declares, empty where that is no list of Chinese names."""
    byline = "记者 " + " ".join(re.split(r"[;,、；，\s]+", names.strip()))
    return byline if bylines.standing(byline) else ""


def _printed_date(html: str, prose: list[str]) -> str:
    """The first whole date that the page's source holds, unless the prose prints one itself."""
    if any(_DATE.search(line) for line in prose):
        return ""
    m = _DATE.search(html)
    return f"{m.group(1)}年{int(m.group(2))}月{int(m.group(3))}日" if m else ""


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    declared = _CHARSET.search(data[:4096])
    if declared:
        codec = declared.group(1).decode("ascii").lower()
        try:
            return data.decode("gb18030" if codec in ("gb2312", "gbk") else codec)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, path.name)
