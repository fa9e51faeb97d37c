"""When a post is held: now, no longer (县纪委原书记, 已于3月调离), or not yet (拟任, 候选人)."""

from __future__ import annotations

import re
from functools import cache

from wlgraph.claims.relations.post_words import lexicon, words
from wlgraph.claims.relations.scene import Scene
from wlgraph.model import ClaimModality

_NAMES = "\ue000-\ue013"
_OFFICES = "(?<=[站所部处室科院会局委厂办校队组系司社团支村镇乡县市区])"
_HEAD = f"(?:(?<=[{_NAMES}，、；：。的“（了和与及给对向被是由])|^)"
_CLAUSE_END, _SENTENCE = re.compile("[，。！？；：\n]"), re.compile(".*[。！？；：\n]", re.DOTALL)
_BEHIND = f"(?:同志)?(?:（[^（）]{{1,8}}）)?[^，。；！？：、\n{_NAMES}]{{0,14}}?"
_NEAR = 8
"""Within so many characters before a name stand the words that propose it (拟推荐林则安为…)."""


@cache
def _former() -> str:
    """原 and 前 as words of their own: behind a name, at the beginning, behind the name of an office (质监站原站长)."""
    former = "|".join(lexicon()["former"])
    return f"{_HEAD}(?:{former})|{_OFFICES}(?:{lexicon()['former'][0]})"


@cache
def _marks() -> re.Pattern[str]:
    held, proposed, ended = ("|".join(lexicon()[name]) for name in ("present", "proposed", "ended"))
    return re.compile(f"(?P<stated>{held})|(?P<proposed>{proposed})|(?P<ended>{ended})|(?P<former>{_former()})")


@cache
def _worn() -> re.Pattern[str]:
    return re.compile(f"^(?:{'|'.join(lexicon()['worn'])})|{_former()}")


def without_tense(title: str) -> str:
    """A title without the words that tell when it is held: 站长 for 原站长 and 现任站长."""
    return _worn().sub("", title)


class Tense:
    """The tense of the titles of a stretch, read from left to right.

    曾任 and its like hold up to 现任, so does 原 before a body; 原 before a title holds up to the next body
    (市政协原副主席、泵业协会会长).
    """

    def __init__(self) -> None:
        self.modality: ClaimModality = "stated"
        self._here = False

    def read(self, window: str, start: int, end: int, *, body: bool) -> None:
        """Go on to a body or a title that ends at ``end``, the one before it having ended at ``start``."""
        *_, last = [None, *_marks().finditer(window, start, end)]
        if last is None:
            if body and self._here:
                self.modality, self._here = "stated", False
            return
        kind = last.lastgroup
        self._here = kind == "former" and not body
        self.modality = "proposed" if kind == "proposed" else "stated" if kind == "stated" else "ended"


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(f"{_BEHIND}(?:{'|'.join(lexicon()[name])})")


def has_left(scene: Scene, position: int) -> bool:
    """Whether the words behind a name say that its bearer has left the post printed before it (已调离, 卸任, 落选)."""
    found = _behind("left").match(scene.skeleton, position + 1)
    return found is not None and not words("unreal").search(found[0])


def tense_behind(scene: Scene, position: int, start: int) -> ClaimModality:
    """The tense of a post that stands behind a name at ``start``: by the verb between, or the words before the name."""
    verb, before = scene.skeleton[position + 1 : start], scene.skeleton[max(0, position - _NEAR) : position]
    if words("put_forward").search(before) or words("to_come").search(verb):
        return "proposed"
    return "ended" if words("once").search(verb) else "stated"


def tense_of_bare(scene: Scene, person: int, seat: int) -> ClaimModality:
    """The tense of a post without a title, by the words between person and body and close around them."""
    text = scene.skeleton
    if person < seat:
        return _of_bare_behind(text, person, seat)
    told = _SENTENCE.sub("", text[max(0, seat - _NEAR // 2) : person])
    if words("proposed").search(told):
        return "proposed"
    return "ended" if words("ended").search(told) or _comes_from(text, seat) or has_left(scene, person) else "stated"


def _of_bare_behind(text: str, person: int, seat: int) -> ClaimModality:
    end = _CLAUSE_END.search(text, seat)
    told, before = text[person + 1 : seat], text[max(0, person - _NEAR) : person]
    if words("taken_away").search(before):
        return "ended"
    if words("put_forward").search(before) or words("to_come").search(told):
        return "proposed"
    if words("proposed").search(text, person + 1, end.start() if end else len(text)):
        return "proposed"
    over = any(words(name).search(told) for name in ("once", "ended"))
    return "ended" if over or _comes_from(text, seat) else "stated"


def _comes_from(text: str, seat: int) -> bool:
    """Whether a person is said to have come from a body: 从市商务局调来."""
    return text[max(0, seat - 1) : seat] in ("从", "自") and words("come_from").match(text, seat + 1) is not None
