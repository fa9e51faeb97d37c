"""What each line of a page is, judged by its own words and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from wlgraph.pages import bylines, furniture
from wlgraph.pages.lines import CLOSERS, Line

HEADING_SIZE = 48
HEAD_OF_PAGE = 8
CAPTION_SIZE = 120
_NEVER_LAST = "。；;，,、：:"
_NEVER_FIRST = "。，、；：？！）)》”’"
_LIST_MARK = re.compile(
    r"^(?:[①-⑳■●◆▲△★▼◎□]|[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）、]|[.．](?!\d))|[问答]\s*[:：])"
)
_SPEAKER = re.compile(r"^[\u4e00-\u9fff]{1,6}[：:]")
_CAPTION = re.compile(
    r"^(?:[▲△▼▽◀▶↑←→↓]|(?:上|下|左|右|本|题|主)?图[为①-⑨一二三\s:：]|图片说明|资料图|[（(](?:资料图片?|受访者供图)[）)]$)"
)


class Role(Enum):
    """What a line may be."""

    HEADING = auto()
    BYLINE = auto()
    LEAD = auto()
    BODY = auto()
    CAPTION = auto()
    JUMP = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class Cast:
    """A line with the role that its own words give it."""

    line: Line
    role: Role


@dataclass(frozen=True, slots=True)
class Style:
    """How a page sets its prose: paragraphs apart by blank lines, or their first lines set in."""

    gapped: bool
    indented: bool


def cast_lines(lines: list[Line]) -> list[Cast]:
    """Give every line its role.

    What stands above a date line near the page's top is masthead. A short line with a colon (总编信箱：…) is a headline
    where a byline follows it.
    """
    roles = [_role(line) for line in lines]
    _cast_masthead(lines, roles)
    for i in range(len(lines) - 2, -1, -1):
        if roles[i] is Role.BODY and roles[i + 1] is Role.BYLINE and _has_heading_form(lines[i]):
            roles[i] = Role.HEADING
    return [Cast(line, role) for line, role in zip(lines, roles, strict=True)]


def style_of(casts: list[Cast]) -> Style:
    """What most of the page's prose does."""
    prose = [c.line for c in casts if c.role in (Role.BODY, Role.LEAD)]
    return Style(
        gapped=2 * sum(line.gap_before for line in prose) > len(prose),
        indented=3 * sum(line.indent for line in prose) > 2 * len(prose),
    )


def _cast_masthead(lines: list[Line], roles: list[Role]) -> None:
    """Cast the page's head; a short line above a date is a headline where no other comes before the prose."""
    for i, line in enumerate(lines[:HEAD_OF_PAGE]):
        if furniture.is_section(line.text):
            roles[i] = Role.FURNITURE
        if furniture.is_masthead(line.text):
            behind = next((r for r in roles[i + 1 :] if r is not Role.FURNITURE), None)
            for j in range(i):
                if lines[j].size <= 12 and not lines[j].level and behind is Role.HEADING:
                    roles[j] = Role.FURNITURE


def _role(line: Line) -> Role:
    text = line.text
    jumps = furniture.find_jumps(text)
    if jumps and jumps[0].start == 0 and jumps[-1].end == len(text):
        return Role.JUMP
    for role, applies in _TESTS:
        if applies(line):
            return role
    return Role.BODY


def _is_headline(line: Line) -> bool:
    if line.level:
        return line.size <= 2 * HEADING_SIZE
    return _has_heading_form(line) and not _SPEAKER.match(line.text)


def _has_heading_form(line: Line) -> bool:
    """Whether a line has the form of a headline: short, and neither ended nor opened as prose is."""
    text = line.text
    core = text.rstrip(CLOSERS)
    if line.size < 2 or max(len(phrase) for phrase in text.split()) > HEADING_SIZE or line.size > 2 * HEADING_SIZE:
        return False
    if not core or core[-1] in _NEVER_LAST or text[0] in _NEVER_FIRST:
        return False
    return "。" not in text and text.count("，") <= 3 and not _LIST_MARK.match(text)


_TESTS: tuple[tuple[Role, Callable[[Line], bool]], ...] = (
    (Role.BYLINE, lambda line: bool(bylines.standing(line.text)) or bylines.is_unsigned(line.text)),
    (Role.FURNITURE, lambda line: furniture.is_masthead(line.text) or furniture.is_staff(line.text)),
    (Role.FURNITURE, lambda line: furniture.is_sponsor(line.text)),
    (Role.LEAD, lambda line: bylines.leading(line.text) is not None),
    (Role.CAPTION, lambda line: line.size < CAPTION_SIZE and _CAPTION.match(line.text) is not None),
    (Role.HEADING, _is_headline),
)
"""What a line is: the first role whose test holds."""
