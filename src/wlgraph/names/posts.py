"""Whether a named person holds a public post, by the post printed beside the name and the body it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from wlgraph.model import GROUP_OF, Leaf, Record
from wlgraph.names.decision import Choice
from wlgraph.names.lexicon import alternatives, load

_REACH = 24
_CLAUSE_END = re.compile(r"[。；！？\n”，]")


class Post(Record, frozen=True, kw_only=True):
    """The posts that a person holds in one body: their words, the body's class, and what stands before them."""

    words: tuple[str, ...]
    seat: Leaf | None
    before: str


@cache
def _kinds() -> dict[str, str]:
    posts = load("posts")
    return {post: kind for kind in ("either", "private", "public") for post in posts[kind]}


@cache
def _post_before() -> re.Pattern[str]:
    return re.compile(rf"({alternatives(_kinds())})(?:、|兼|，)?$")


@cache
def _belongs_before() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(load('posts')['before'])}$")


@cache
def _post_after() -> re.Pattern[str]:
    verb = r"(?:(?:现|拟|新)?任|当选为?|为|的|是|担任|出任)"
    told = rf"(?:（[^（）]{{0,12}}）)?(?:同志)?，?{verb}"
    row = r"(?:（[^（）]{1,8}）)?[ \u3000\t]+(?:[^，。；：\n \u3000\t]{0,12}[ \u3000\t]+){0,2}"
    career = r"，[男女]，[^；。\n]{0,120}?(?:现任|拟任)"
    return re.compile(
        rf"(?:{told}|{row}|{career}|（(?:[男女]，)?)[^，。；：！？\n]{{0,20}}?({alternatives(_kinds())})(?![一-龥]?[会室部])"
    )


def post_evidence(text: str, names: Sequence[Choice], index: int) -> tuple[Leaf, float] | None:
    """The class that the posts beside the name at ``index`` speak for, and how strongly; None where none stands there."""
    name = names[index]
    posts = list(_posts_before(text, names[:index], name.span.start))
    if posts:
        return ("Official" if any(map(_is_public, posts)) else "Person"), 2.0
    if index and text[names[index - 1].span.end : name.span.start] == "、" and _is_person(names[index - 1]):
        inherited = post_evidence(text, names, index - 1)
        return (inherited[0], inherited[1] * 0.75) if inherited else None
    if after := _post_after().match(text, name.span.end):
        seats = [n.leaf for n in names[index + 1 : index + 4] if n.span.start < after.end()]
        held = Post(words=(after[1],), seat=seats[-1] if seats else None, before=text[after.start() : after.start(1)])
        return ("Official" if _is_public(held) else "Person"), 1.0
    return None


def _posts_before(text: str, names: Sequence[Choice], end: int) -> Iterator[Post]:
    """The posts that end where a name begins, body by body from right to left (市政协委员、某厂厂长)."""
    while True:
        words: list[str] = []
        while match := _post_before().search(text, max(0, end - 12), end):
            words.append(match[1])
            end = match.start()
            if belonging := _belongs_before().search(text, max(0, end - 4), end):
                end = belonging.start()
        if not words:
            return
        seat = _seat(text, names, end)
        before = text[max(0, end - 5) : end]
        yield Post(words=tuple(words), seat=seat.leaf if seat else None, before=before)
        if seat is None:
            return
        end = seat.span.start
        if text[end - 1 : end] not in ("、", "，", "兼"):
            return


def _seat(text: str, names: Sequence[Choice], start: int) -> Choice | None:
    """The body or place named shortly before a post, in the same clause."""
    before = [n for n in names if n.span.end <= start and start - n.span.end <= _REACH and not _is_person(n)]
    if not before or _CLAUSE_END.search(text, before[-1].span.end, start):
        return None
    return before[-1]


def _is_person(name: Choice) -> bool:
    return GROUP_OF[name.leaf] == "Person"


def _is_public(post: Post) -> bool:
    posts = load("posts")
    if re.search(rf"{alternatives(posts['former'])}$", post.before):
        return False
    if post.seat == "PublicBody":
        return True
    if post.seat in ("Company", "ResearchBody", "Project"):
        return False
    kinds = {_kinds()[word] for word in post.words}
    if re.search(rf"{alternatives(posts['private_seat'])}.?$", post.before):
        return False
    if "private" in kinds or post.seat == "Organization":
        return "public" in kinds and "private" not in kinds
    return "public" in kinds or post.seat is not None or any(word in posts["public_alone"] for word in post.words)
