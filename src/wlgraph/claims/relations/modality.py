"""Is a relation stated, or only planned, proposed, denied or over? Read from the clause that joins the two ends."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.claims.relations.tenses import tense_of_bare
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


class _Rumours(NamedTuple):
    """The words of a rumour, of its denial and of its proof, and the predicates that rumours are about."""

    told: re.Pattern[str]
    refuted: re.Pattern[str]
    confirmed: re.Pattern[str]
    predicates: frozenset[str]


@cache
def _rumours() -> _Rumours:
    data = _read()
    told, refuted, confirmed = (re.compile(data[name]) for name in ("rumour", "refuted", "confirmed"))
    return _Rumours(told, refuted, confirmed, frozenset(data["rumoured"]))


@cache
def _lexicon() -> tuple[dict[ClaimModality, re.Pattern[str]], dict[ClaimModality, frozenset[str]]]:
    """The words of each modality, and the predicates that it says nothing about."""
    data = _read()
    silent: dict[str, list[str]] = data["silent"]
    return {m: re.compile("|".join(data[m])) for m in _ORDER}, {m: frozenset(silent[m]) for m in _ORDER}


def read_modality(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality:
    """The modality that the words about two mentions tell."""
    if predicate == "holdsPostIn":
        return tense_of_bare(scene, subject.position, obj.position)
    if predicate in _PRESENT and _absent().match(scene.skeleton, subject.position + 1):
        return "denied"
    if rumoured := _rumoured(scene, predicate, subject, obj):
        return rumoured
    words = _words(scene, subject, obj)
    patterns, silent = _lexicon()
    return next((m for m in _ORDER if predicate not in silent[m] and patterns[m].search(words)), "stated")


def _rumoured(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality | None:
    """Whether a sentence only tells of a rumour that the two are joined: before both, or right behind them."""
    words, text = _rumours(), scene.skeleton
    if predicate not in words.predicates:
        return None
    first, last = sorted((subject.position, obj.position))
    start = max((m.end() for m in _SENTENCE.finditer(text, 0, first)), default=0)
    own, following = [*(m.end() for m in _SENTENCE.finditer(text, last)), len(text), len(text)][:2]
    rumoured = words.told.search(text, start, first) or words.told.search(text, last, min(own, last + BEHIND))
    if not rumoured or words.confirmed.search(text, start, following):
        return None
    return "denied" if words.refuted.search(text, start, following) else "proposed"


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
