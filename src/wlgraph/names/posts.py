"""Whether a named person holds a public post, by the post printed beside the name and the body it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from wlgraph.model import GROUP_OF, Leaf
from wlgraph.names.decision import Choice
from wlgraph.names.lexicon import alternatives, load

PUBLIC_SEATS: frozenset[Leaf] = frozenset({"PublicBody", "AdministrativeArea", "Town", "Village", "IndustrialPark"})
_REACH = 24


@cache
def _kind_of_post() -> dict[str, str]:
    posts = load("posts")
    return {post: kind for kind in ("either", "private", "public") for post in posts[kind]}


@cache
def _post_before() -> re.Pattern[str]:
    return re.compile(rf"({alternatives(_kind_of_post())})(?:、|兼)?$")


@cache
def _post_after() -> re.Pattern[str]:
    filler = r"[^，。；：！？\n]{0,16}?"
    return re.compile(
        rf"(?:（[^（）]{{0,12}}）)?(?:同志)?(?:，)?(?:(?:现|拟|新)?任|当选为?|为|的|是|担任|出任){filler}({alternatives(_kind_of_post())})"
    )


def post_evidence(text: str, names: Sequence[Choice], index: int) -> tuple[Leaf, float] | None:
    """The class that the posts beside the name at ``index`` speak for, and how strongly; None where none stands there."""
    name = names[index]
    if found := _posts_before(text, name.span.start):
        posts, start = found
        return _class_of(posts, _seat(text, names, start)), 2.0
    if index and text[names[index - 1].span.end : name.span.start] == "、" and _is_person(names[index - 1]):
        inherited = post_evidence(text, names, index - 1)
        return (inherited[0], inherited[1] * 0.75) if inherited else None
    if after := _post_after().match(text, name.span.end):
        following = [n for n in names[index + 1 : index + 3] if n.span.start < after.end()]
        seat = following[-1].leaf if following else None
        return _class_of([after.group(1)], seat), 1.0
    return None


def _posts_before(text: str, end: int) -> tuple[list[str], int] | None:
    """The chain of posts that ends where a name begins (党委书记、董事长), and where the chain begins."""
    posts: list[str] = []
    while match := _post_before().search(text, max(0, end - 12), end):
        posts.append(match.group(1))
        end = match.start()
        before = re.search(rf"{alternatives(load('posts')['before'])}$", text[max(0, end - 4) : end])
        end -= len(before.group()) if before else 0
    return (posts, end) if posts else None


def _seat(text: str, names: Sequence[Choice], start: int) -> Leaf | None:
    """The class of the body or place named shortly before a post, in the same clause."""
    before = [n for n in names if n.span.end <= start and start - n.span.end <= _REACH and not _is_person(n)]
    if not before:
        return None
    seat = before[-1]
    between = text[seat.span.end : start]
    return None if re.search(r"[。；！？\n”，]", between) else seat.leaf


def _is_person(name: Choice) -> bool:
    return GROUP_OF[name.leaf] == "Person"


def _class_of(posts: Sequence[str], seat: Leaf | None) -> Leaf:
    kinds = {_kind_of_post()[p] for p in posts}
    if "private" in kinds and not (seat == "PublicBody" and "public" in kinds):
        return "Person"
    if seat is not None and GROUP_OF[seat] in ("Organization", "Project"):
        return "Official" if seat == "PublicBody" else "Person"
    return "Official"
