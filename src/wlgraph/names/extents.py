"""Decided names that reach further: a list of honours has its year or batch and 名单 in its name (2023年度绿色工厂名单)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from wlgraph.model import Span
from wlgraph.names.decision import Choice

_YEAR = r"(?:(?:19|20)\d\d[—-])?(?:19|20)\d\d年度"
_BEFORE = re.compile(rf"{_YEAR}$")
_EDITION = re.compile(rf"{_YEAR}|(?:19|20)\d\d年|第[一二三四五六七八九十\d]+批|首批")
_LONGEST = 12
_LIST = "名单"


def extended(text: str, names: Sequence[Choice]) -> list[Choice]:
    """The names of a text, lists of honours from the year before them to the 名单 behind them."""
    return [_whole(text, name) for name in names]


def _whole(text: str, name: Choice) -> Choice:
    if name.leaf != "Recognition":
        return name
    start, end = name.span.start, name.span.end
    if text.startswith(_LIST, end) and _EDITION.match(text, start):
        end += len(_LIST)
    year = _BEFORE.search(text, max(0, start - _LONGEST), start)
    if year and text.endswith(_LIST, start, end):
        start = year.start()
    return msgspec.structs.replace(name, span=Span(start, end))
