"""Is a relation stated, or only planned, proposed, denied or over? Read from the clause that joins the two ends."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.model import ClaimModality, Predicate

_CLAUSE, _SENTENCE = re.compile(r"[，。！？；：\n]"), re.compile(r"[。！？\n]")
BEHIND = 16
"""Within so many characters behind the second name a rumour is told to be one (“…”的传言)."""
_ORDER: tuple[ClaimModality, ...] = ("denied", "ended", "proposed", "planned")


_PRESENT: tuple[Predicate, ...] = ("attended", "chaired")


def _read() -> dict[str, Any]:
    return tomllib.loads(files("wlgraph.claims.relations").joinpath("data/modality.toml").read_text("utf-8"))


@cache
def _past() -> re.Pattern[str]:
    return re.compile("|".join(_read()["past"]))


@cache
def _absent() -> re.Pattern[str]:
    return re.compile(_read()["absent"])


@cache
def _rumours() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], frozenset[str]]:
    data = _read()
    return (*(re.compile(data[name]) for name in ("rumour", "refuted", "confirmed")), frozenset(data["rumoured"]))  # type: ignore[return-value]


@cache
def _lexicon() -> tuple[dict[ClaimModality, re.Pattern[str]], dict[ClaimModality, frozenset[str]]]:
    """The words of each modality, and the predicates that it says nothing about."""
    data = _read()
    silent: dict[str, list[str]] = data["silent"]
    return {m: re.compile("|".join(data[m])) for m in _ORDER}, {m: frozenset(silent[m]) for m in _ORDER}


def read_modality(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality:
    """The modality that the words about two mentions tell."""
    if predicate in _PRESENT and _absent().match(scene.skeleton, subject.position + 1):
        return "denied"
    if rumoured := _rumoured(scene, predicate, subject, obj):
        return rumoured
    words = _words(scene, subject, obj)
    patterns, silent = _lexicon()
    return next((m for m in _ORDER if predicate not in silent[m] and patterns[m].search(words)), "stated")


def _rumoured(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality | None:
    """Whether a sentence only tells of a rumour that the two are joined: before both, or right behind them."""
    rumour, refuted, confirmed, predicates = _rumours()
    if predicate not in predicates:
        return None
    first, last = sorted((subject.position, obj.position))
    start = max((m.end() for m in _SENTENCE.finditer(scene.skeleton, 0, first)), default=0)
    ends = [m.end() for m in _SENTENCE.finditer(scene.skeleton, last)]
    own, following = (ends[0] if ends else len(scene.skeleton)), (ends[1] if len(ends) > 1 else len(scene.skeleton))
    if not (
        rumour.search(scene.skeleton, start, first) or rumour.search(scene.skeleton, last, min(own, last + BEHIND))
    ):
        return None
    if confirmed.search(scene.skeleton, start, following):
        return None
    return "denied" if refuted.search(scene.skeleton, start, following) else "proposed"


def is_past(scene: Scene, subject: Actor, obj: Actor) -> bool:
    """Whether the words about two mentions name a time that has passed."""
    return _past().search(_words(scene, subject, obj)) is not None


def _words(scene: Scene, subject: Actor, obj: Actor) -> str:
    """The words from the beginning of the first mention's clause to the end of the second's, names left out.

    Of mentions in different sentences it is the object's clause.
    """
    if subject.sentence != obj.sentence:
        subject = obj
    first, last = sorted((subject.position, obj.position))
    start = max((m.end() for m in _CLAUSE.finditer(scene.skeleton, 0, first)), default=0)
    end = _CLAUSE.search(scene.skeleton, last)
    return scene.skeleton[start : end.start() if end else len(scene.skeleton)]
