"""Decided names that reach further: a list of honours has its year or batch and 名单 in its name (2023年度绿色工厂名单), a
meeting what is told behind 暨 (集中开工暨水泵产业园奠基仪式)."""

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
_BESIDES = "暨"
_SECOND_HALF = re.compile(
    r"[^，。；：！？、\n]{2,28}?(?:仪式|大会|会议|动员会|推进会|现场会|座谈会|论坛|博览会|展览会|峰会|年会|大赛|活动|节)"
)


def extended(text: str, names: Sequence[Choice]) -> list[Choice]:
    """The names of a text as far as they reach; names within such a longer one are left out."""
    wholes: list[Choice] = []
    for name in names:
        if not wholes or not wholes[-1].span.overlaps(name.span):
            wholes.append(_whole(text, name))
    return wholes


def _whole(text: str, name: Choice) -> Choice:
    if name.leaf == "Event":
        return _with_second_half(text, name)
    return _list_of_honours(text, name) if name.leaf == "Recognition" else name


def _with_second_half(text: str, name: Choice) -> Choice:
    """A meeting with what it is besides, where it was cut behind the 暨 between."""
    found = _SECOND_HALF.match(text, name.span.end) if text[name.span.end - 1] == _BESIDES else None
    return msgspec.structs.replace(name, span=Span(name.span.start, found.end())) if found else name


def _list_of_honours(text: str, name: Choice) -> Choice:
    start, end = name.span.start, name.span.end
    if text.startswith(_LIST, end) and _EDITION.match(text, start):
        end += len(_LIST)
    year = _BEFORE.search(text, max(0, start - _LONGEST), start)
    if year and text.endswith(_LIST, start, end):
        start = year.start()
    return msgspec.structs.replace(name, span=Span(start, end))
