"""What stands right before and after a stretch of text, by kinds of words; and whether it is shaped like a person's name."""

from __future__ import annotations

import re
from functools import cache

from wlgraph.model import GROUP_OF, Leaf, Span
from wlgraph.names.lexicon import alternatives, load
from wlgraph.registers import surnames

_REACH = 5


@cache
def _before() -> tuple[tuple[str, re.Pattern[str]], ...]:
    mark = "[“《]?"
    return tuple(
        (kind, re.compile(f"{alternatives(words)}(?:了|过)?{mark}$"))
        for kind, words in load("contexts")["before"].items()
    )


@cache
def _after() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(f"[”》]?{alternatives(words)}")) for kind, words in load("contexts")["after"].items()
    )


@cache
def _begin() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(alternatives(words))) for kind, words in load("contexts")["begin"].items())


@cache
def _kind_words() -> re.Pattern[str]:
    return re.compile(f"{alternatives(load('contexts')['kind']['words'])}*")


def is_bare(stem: str) -> bool:
    """Whether what stands before a head word tells a kind of thing and no name (小微 in 小微工业园)."""
    return _kind_words().fullmatch(stem) is not None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(surnames())}[一-龥]{{1,2}}|[一-龥A-Za-z]+[·•][一-龥A-Za-z·•]+")


@cache
def _following_verb() -> re.Pattern[str]:
    """A verb of two or more characters, whose first character a name may have swallowed (介|绍)."""
    return re.compile(alternatives(w for w in load("posts")["after"] if len(w) > 1))


class Surroundings:
    """The kinds of words around each stretch of one text; each place is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kinds_before: dict[int, tuple[str, ...]] = {}
        self._kinds_after: dict[int, tuple[str, ...]] = {}

    def features(self, span: Span, leaf: Leaf) -> dict[str, float]:
        made = {f"before:{kind}:{leaf}": 1.0 for kind in self._before(span.start)}
        made.update((f"after:{kind}:{leaf}", 1.0) for kind in self._after(span.end))
        made.update((f"begin:{kind}", 1.0) for kind, pattern in _begin() if pattern.match(self._text, span.start))
        if GROUP_OF[leaf] == "Person":
            made.update(self._person(span))
        return made

    def _before(self, start: int) -> tuple[str, ...]:
        if start not in self._kinds_before:
            words = self._text[max(0, start - _REACH) : start]
            self._kinds_before[start] = tuple(kind for kind, pattern in _before() if pattern.search(words))
        return self._kinds_before[start]

    def _after(self, end: int) -> tuple[str, ...]:
        if end not in self._kinds_after:
            self._kinds_after[end] = tuple(kind for kind, pattern in _after() if pattern.match(self._text, end))
        return self._kinds_after[end]

    def _person(self, span: Span) -> dict[str, float]:
        made = {"person:shaped": float(_person().fullmatch(self._text, span.start, span.end) is not None)}
        made["person:swallows"] = float(_following_verb().match(self._text, span.end - 1) is not None)
        return made
