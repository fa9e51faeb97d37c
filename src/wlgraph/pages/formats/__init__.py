"""Pages that are no plain text: HTML, PDF, pictures and JSON Lines, each made into a page's text."""

from __future__ import annotations

from wlgraph.pages.formats.child import FORMATS, is_foreign, made_text, page_endings

__all__ = ["FORMATS", "is_foreign", "made_text", "page_endings"]
