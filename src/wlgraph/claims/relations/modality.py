"""Is a relation stated, or only planned, proposed, denied or over? Read from the clause that joins the two ends."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.model import ClaimModality, Predicate

_CLAUSE = re.compile(r"[，。！？；：\n]")
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
def _lexicon() -> tuple[dict[ClaimModality, re.Pattern[str]], dict[ClaimModality, frozenset[str]]]:
    """The words of each modality, and the predicates that it says nothing about."""
    data = _read()
    silent: dict[str, list[str]] = data["silent"]
    return {m: re.compile("|".join(data[m])) for m in _ORDER}, {m: frozenset(silent[m]) for m in _ORDER}


def read_modality(scene: Scene, predicate: Predicate, subject: Actor, obj: Actor) -> ClaimModality:
    """The modality that the words about two mentions tell."""
    if predicate in _PRESENT and _absent().match(scene.skeleton, subject.position + 1):
        return "denied"
    words = _words(scene, subject, obj)
    patterns, silent = _lexicon()
    return next((m for m in _ORDER if predicate not in silent[m] and patterns[m].search(words)), "stated")


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
