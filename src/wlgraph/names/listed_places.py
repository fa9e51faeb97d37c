"""Towns and villages in lists that say what they are only at the end: 后岙、前山等村, 浦西、沙门两镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate

LISTED = "form:listed-place"
_NUMBER = r"[\d一二三四五六七八九十两]{1,3}"
_WORDS = r"[\u4e00-\u9fff]"
_LIST = re.compile(
    rf"(?P<items>{_WORDS}{{2,12}}?(?:、{_WORDS}{{2,9}}?){{1,40}})(?:等(?:{_NUMBER}个?|多个|几个)?|(?P<bare>{_NUMBER}个?))"
    r"(?P<unit>(?:行政|自然)?村（社区）|(?:行政|自然)?村|社区|镇（街道）|镇（乡、街道）|镇街|乡镇|镇|街道|乡)"
    rf"(?!{_WORDS}?[级庄务规容貌域区址府党委干长头史落民子口部院学])(?(bare)(?!、))"
)
"""The unit does not go on into another word (村级, 镇区, 村党组织), nor does the list go on behind a name like 三界八镇."""
_LAST = re.compile(rf"(?P<first>{_WORDS}{{2,}})(?:以及|[和与及])(?P<second>{_WORDS}{{2,}})")
_LEAD = re.compile(
    ".*(?:[在到由从对让与向的了是为辖将把被于给经及而仅]|涉及|包括|覆盖|走访|走遍|深入|选取|选择|前往|串起|串联|联合|辐射|带动|灌溉|"
    "横跨|其中|组织|实现|镇|街道|[省市县区旗])"
)
"""What may stand before the first name without a mark."""
_NO_NAME = re.compile(r".*[的局办委部院省市县区]|[\d一二三四五六七八九十百千零两]+")
_UNIT = re.compile(r".*(?:村|社区|镇|乡|街道)")
_SHORT, _LONG, _SURE = 2, 4, 3
"""Characters of a short name, and the most of a first one before which nothing tells where it begins."""


def propose_listed_places(text: str) -> Iterator[Candidate]:
    """The towns and villages of a text's lists that stand there without their unit."""
    for found in _LIST.finditer(text):
        leaf: Leaf = "Village" if re.search("村|社区", found["unit"]) else "Town"
        items = found["items"].split("、")
        if not any(map(_is_other, items[1:])):
            for span in _names(text, found.start("items"), items):
                yield Candidate(span=span, leaf=leaf, source="form", rule=LISTED, confidence=0.9)


def _is_other(item: str) -> bool:
    """Whether an item shows that the list is of something else (towns before 的八个村, bureaus, numbers)."""
    return _NO_NAME.fullmatch(item) is not None or len(item) > 2 * _LONG + 2


def _names(text: str, start: int, items: Sequence[str]) -> Iterator[Span]:
    at = start
    for place, item in enumerate(items):
        end = at + len(item)
        begin = at if place else _begin(text, at, item)
        for span in _parts(begin, text[begin:end]) if begin is not None else ():
            words = text[span.start : span.end]
            if _SHORT <= len(words) <= _LONG and not _UNIT.fullmatch(words) and not _is_other(words):
                yield span
        at = end + 1


def _begin(text: str, at: int, item: str) -> int | None:
    """Where the first name of a list begins: behind the words before it, else at a mark; None where nothing tells."""
    if (lead := _LEAD.match(item)) and lead.end() < len(item):
        return at + lead.end()
    at_mark = at == 0 or not "\u4e00" <= text[at - 1] <= "\u9fff"
    return at if at_mark and len(item) <= _SURE else None


def _parts(start: int, item: str) -> Iterator[Span]:
    """One name, or the two of a list's end (前山和后岙)."""
    if joined := _LAST.fullmatch(item):
        yield Span(start, start + joined.end("first"))
        yield Span(start + joined.start("second"), start + len(item))
    else:
        yield Span(start, start + len(item))
