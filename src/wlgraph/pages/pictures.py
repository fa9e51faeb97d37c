"""Stories of pictures, which have no headline: a day opens them or a credit ends them."""

from __future__ import annotations

import re
from itertools import dropwhile

from wlgraph.pages import bylines
from wlgraph.pages.roles import Cast, Role

_DAY = re.compile(
    r"^(?:图(?:为|片?[①-⑨一二三四五]?[\s：:]+))?(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:上午|下午|早上|清晨|晚上?|傍晚|凌晨)?[，,]"
)
PHOTO_STORY, SHORT_STORY = 3, 6
"""Prose lines that a picture's story, and a short signed article, have at most."""


def is_dated_picture(cast: Cast, behind: list[Cast]) -> bool:
    """Whether a paragraph tells what a picture of a certain day shows: a day opens it and a credit ends it."""
    text = cast.line.text
    if not _DAY.match(text):
        return False
    if tail := bylines.trailing(text):
        return bool(tail[1].photographers)
    behind = list(dropwhile(lambda c: c.role is Role.CAPTION and not c.line.gap_before, behind))
    if not (cast.line.gap_before and cast.line.closed and behind):
        return False
    return behind[0].role is Role.BYLINE and _is_photo_credit(behind[0].line.text)


def _is_photo_credit(text: str) -> bool:
    people = bylines.standing(text)
    return people is not None and bool(people.photographers) and bylines.is_credit(text) and "文" not in text


def is_signed_soon(behind: list[Cast], *, credit: bool = False) -> bool:
    """Whether a signature closes the few lines of prose ahead, as it closes a picture's story.

    With ``credit``, only one that says who took the picture counts.
    """
    for i, cast in enumerate(behind[: (PHOTO_STORY if credit else SHORT_STORY) + 1]):
        if cast.role is Role.BYLINE:
            closes = not credit and (i + 1 == len(behind) or behind[i + 1].role in (Role.HEADING, Role.BYLINE))
            return closes or bylines.is_credit(cast.line.text)
        if cast.role in (Role.HEADING, Role.LEAD, Role.CAPTION):
            return False
        if tail := bylines.trailing(cast.line.text):
            return not credit or bool(tail[1].photographers)
    return False
