"""Rosters: lines that say a post and then who holds it, as elections, boards and committees are announced.

主　任：林则安 / 副主任（以得票多少为序）： / 何　曼（女）　周亦然 / 委　员：高云树、陈阿土
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import alternatives, load
from wlgraph.names.persons import ROW, name_pattern
from wlgraph.names.transliterated import SOUND

_BLANKS = " \u3000\t"
_OFFICE_END = re.compile(
    r"(?:长|书记|主任|主席|经理|[董监理]事|委员|成员|秘书|总监|顾问|教练|指挥|总裁|代表|主委|总工程师)$"
)
"""How the titles of offices end, which rosters announce; those of callings and kin (记者, 村民, 女儿) head other lines."""
_MARK = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])"
_LABEL = re.compile(
    rf"[{_BLANKS}]*{_MARK}?[{_BLANKS}]*(?P<label>[\u4e00-\u9fff{_BLANKS}]{{2,14}})(?:[（(][^（）()]*[）)])?[：:][{_BLANKS}]*"
)
_PIECE = re.compile(r"(?:[\u4e00-\u9fff·•](?:[（(][^（）()]*[）)])?)+")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_HEAD = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_CELL = re.compile(
    rf"(?:(?P<seat>[\u4e00-\u9fff]{{2,16}})[{_BLANKS}]+)?(?P<label>[\u4e00-\u9fff]{{2,8}})[{_BLANKS}]+(?=\S)"
)
"""A post in a cell of its own, perhaps behind its body (某某镇　镇长　林则安)."""
_BODY = re.compile(
    r"[\u4e00-\u9fff]{4,30}(?:政府|委员会|常委会|法院|检察院|政协|人大|党委|公司|集团|协会|商会|联合会|[学医]院|大学)(?:[（(][^（）()]*[）)])?"
)
_PUBLIC_SEAT = re.compile(
    "人大|人民代表大会|政府|法院|检察院|监察|监委|政协|政治协商|党委|[省市县区州旗]委|常委会|局|村委会|居委会|村民委员会|居民委员会|支部"
)


class Roster(NamedTuple):
    """A post, where it is printed, who is listed under it, and the line with a numbered head above, empty where none is."""

    title: str
    label: Span
    names: tuple[Span, ...]
    head: Span


@cache
def _title() -> re.Pattern[str]:
    posts = load("posts")
    return re.compile(rf"[\u4e00-\u9fff]{{0,8}}{alternatives([*posts['public'], *posts['private'], *posts['either']])}")


@cache
def _office() -> re.Pattern[str]:
    """A title of an office, which a cell of its own may hold."""
    posts = load("posts")
    return re.compile(
        rf"[\u4e00-\u9fff]{{0,4}}{alternatives([*posts['public'], *posts['either'], '常务委员', '检察长'])}"
    )


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"{name_pattern()}|{SOUND}{{4,8}}|{SOUND}{{1,8}}[·•]{SOUND}{{1,8}}")


def read_rosters(text: str) -> list[Roster]:
    """The rosters of an article's text, whose blocks are lines."""
    rosters: list[Roster] = []
    head, at, title, label = Span(0, 0), 0, "", Span(0, 0)
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        if labelled := _LABEL.match(line):
            words = re.sub(rf"[{_BLANKS}]", "", labelled["label"])
            title = words if _title().fullmatch(words) and _OFFICE_END.search(words) else ""
            label = Span(start + labelled.start("label"), start + labelled.end("label"))
            start += labelled.end()
        elif (cell := _CELL.match(line)) and _office().fullmatch(cell["label"]):
            title, label = cell["label"], Span(start + cell.start("label"), start + cell.end("label"))
            if names := tuple(_names(text, start + cell.end(), end)):
                seat = Span(start + cell.start("seat"), start + cell.end("seat")) if cell["seat"] else head
                rosters.append(Roster(title, label, names, seat))
            title = ""
            continue
        elif _HEAD.match(line) or _BODY.fullmatch(line.strip(_BLANKS)):
            head, title = Span(start, end), ""
            continue
        names = tuple(_names(text, start, end)) if title else ()
        if names:
            rosters.append(Roster(title, label, names, head))
        elif start < end:
            title = ""
    return rosters


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    """The names that a line lists; none where other words stand between them."""
    pieces = [Span(m.start(), m.end()) for m in _PIECE.finditer(text, start, end)]
    named = [span for span in _joined(text, pieces) if _name().fullmatch(_bare(text[span.start : span.end]))]
    between = re.sub(rf"[{_BLANKS}、，,；;]", "", _PIECE.sub("", text[start:end]))
    if 2 * len(named) < len(list(_joined(text, pieces))) or between:
        return
    for span in named:
        aside = _ASIDE.search(text, span.start, span.end)
        yield Span(span.start, aside.start() if aside else span.end)


def _joined(text: str, pieces: list[Span]) -> Iterator[Span]:
    """The pieces, of which two of one character each are one name set wide (何　曼)."""
    i = 0
    while i < len(pieces):
        first = pieces[i]
        second = pieces[i + 1] if i + 1 < len(pieces) else None
        apart = second and not text[first.end : second.start].strip(_BLANKS)
        if first.end - first.start == 1 and second and apart and len(_bare(text[second.start : second.end])) == 1:
            yield Span(first.start, second.end)
            i += 2
        else:
            yield first
            i += 1


def _bare(words: str) -> str:
    return re.sub(rf"[{_BLANKS}]", "", _ASIDE.sub("", words))


def propose_rosters(text: str) -> Iterator[Candidate]:
    """The persons of a text's rosters."""
    public, either = (frozenset(load("posts")[kind]) for kind in ("public", "either"))
    for roster in read_rosters(text):
        head = text[roster.head.start : roster.head.end] or text.partition("\n")[0]
        seat = _PUBLIC_SEAT.search(head) is not None
        known = any(roster.title.endswith(post) for post in public) or any(roster.title.endswith(p) for p in either)
        leaf: Leaf = "Official" if seat or (known and "公司" not in head) else "Person"
        for span in roster.names:
            yield Candidate(span=span, leaf=leaf, source="form", rule=ROW, confidence=0.8)
