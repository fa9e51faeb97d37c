"""What each line of a page is, judged by its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from wlgraph.pages import bylines, furniture
from wlgraph.pages.lines import CLOSERS, Line

HEADING_SIZE = 48
_NEVER_LAST = "。；;，,、：:"
_NEVER_FIRST = "。，、；：？！）)》”’"
_LIST_MARK = re.compile(
    r"^(?:[①-⑳■●◆▲△★▼◎□]|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[问答]\s*[:：]|[\u4e00-\u9fff]{1,6}[：:])"
)
_CAPTION = re.compile(
    r"^(?:[▲△▼▽◀▶↑←→↓]|(?:上|下|左|右|本|题|主)?图[为①-⑨一二三\s:：]|这是|图片说明|资料图|[（(](?:资料图片?|受访者供图)[）)]$)"
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


def cast_lines(lines: list[Line]) -> list[Cast]:
    """Give every line its role; what stands above a date line near the page's top is masthead."""
    roles = [_role(line) for line in lines]
    for i, line in enumerate(lines[:8]):
        if furniture.is_masthead(line.text):
            for j in range(i + 1):
                if lines[j].size <= 12 or furniture.is_masthead(lines[j].text):
                    roles[j] = Role.FURNITURE
    return [Cast(line, role) for line, role in zip(lines, roles, strict=True)]


def _role(line: Line) -> Role:
    text = line.text
    jumps = furniture.find_jumps(text)
    if jumps and jumps[0].start == 0 and jumps[-1].end == len(text):
        return Role.JUMP
    if bylines.standing(text) or bylines.is_unsigned(text):
        return Role.BYLINE
    if furniture.is_masthead(text) or furniture.is_staff(text) or furniture.is_sponsor(text):
        return Role.FURNITURE
    if bylines.leading(text):
        return Role.LEAD
    if _CAPTION.match(text) and line.size < 120:
        return Role.CAPTION
    return Role.HEADING if is_heading(line) else Role.BODY


def is_heading(line: Line) -> bool:
    """Whether a line has the form of a headline: short, and not ended or opened as prose is."""
    text = line.text
    if line.level:
        return line.size <= 2 * HEADING_SIZE
    core = text.rstrip(CLOSERS)
    if not 2 <= line.size <= HEADING_SIZE or not core or core[-1] in _NEVER_LAST or text[0] in _NEVER_FIRST:
        return False
    return "。" not in text and text.count("，") <= 3 and not _LIST_MARK.match(text)
