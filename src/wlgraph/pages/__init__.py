"""The room that reads pages: encoding, sidecar, layout, articles, bylines, date."""

from __future__ import annotations

from wlgraph.pages.reading import read_page, read_text
from wlgraph.pages.sidecar import Sidecar

__all__ = ["Sidecar", "read_page", "read_text"]
