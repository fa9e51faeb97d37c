"""The word lists of this room, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

NAMES_KEPT = 1 << 17
"""Names whose analysis is remembered. All that an archive has would take a third of a build's memory."""
_FORGETTING: list[Callable[[], None]] = []
P = ParamSpec("P")
R = TypeVar("R")


def remembered(analysis: Callable[P, R]) -> Callable[P, R]:
    """Keep what an analysis of names said of the last ``NAMES_KEPT``, until ``forget`` is called."""
    kept = lru_cache(maxsize=NAMES_KEPT)(analysis)
    _FORGETTING.append(kept.cache_clear)
    return cast("Callable[P, R]", kept)


def forget() -> None:
    """Let go what is remembered of names."""
    for clear in _FORGETTING:
        clear()


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file ``lexicon/NAME.toml``."""
    return tomllib.loads((files(__package__) / "lexicon" / f"{name}.toml").read_text("utf-8"))


@cache
def longest_first(name: str, key: str) -> tuple[str, ...]:
    """A list of the file, longest words first, so that the first that fits is the longest."""
    return tuple(sorted(table(name)[key], key=lambda w: (-len(w), w)))


@cache
def _by_length(name: str, key: str) -> tuple[frozenset[str], tuple[int, ...]]:
    words = frozenset(table(name)[key])
    return words, tuple(sorted({len(w) for w in words}, reverse=True))


def ending(text: str, name: str, key: str) -> str:
    """The longest word of the list that the text ends with, or nothing."""
    words, lengths = _by_length(name, key)
    return next((text[-n:] for n in lengths if text[-n:] in words), "")
