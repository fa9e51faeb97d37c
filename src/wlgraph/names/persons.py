"""Persons by post and surname: proposals for names, and whether the post makes an official."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import alternatives, load
from wlgraph.registers import surnames

_HAN = r"[\u4e00-\u9fff]"


@cache
def _surname() -> str:
    return alternatives(surnames())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Leaf, str, float], ...]:
    posts = load("posts")
    after = rf"(?=[，。、：；（）(！？”\s]|{alternatives(posts['after'])}|$)"
    name = rf"({_surname()}{_HAN}{{2}}|{_surname()}{_HAN})"
    kinds: list[tuple[str, Leaf]] = [("public", "Official"), ("private", "Person"), ("either", "Official")]
    return tuple(
        (re.compile(rf"{alternatives(posts[kind])}{name}{after}"), leaf, f"form:{kind}-post", 0.7)
        for kind, leaf in kinds
    )


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(rf"(?<=[，。”\s；])({_surname()}{_HAN}{{1,2}})(?=说|表示|介绍|告诉|指出|强调|坦言|透露)")


@cache
def _leaders() -> re.Pattern[str]:
    name = rf"{_surname()}{_HAN}{{1,3}}"
    return re.compile(rf"领导({name}(?:、{name})*)(?=等|出席|参加|陪同|分别|$)")


def propose_persons(text: str) -> Iterator[Candidate]:
    """Persons in a text by what stands before and after them."""
    for pattern, leaf, rule, confidence in _patterns():
        for match in pattern.finditer(text):
            yield _candidate(match.start(1), match.group(1), leaf, rule, confidence)
    for match in _speaker().finditer(text):
        yield _candidate(match.start(1), match.group(1), "Person", "form:speaker", 0.4)
    for match in _leaders().finditer(text):
        start = match.start(1)
        for name in match.group(1).split("、"):
            yield _candidate(start, name, "Official", "form:leaders", 0.8)
            start += len(name) + 1


def _candidate(start: int, name: str, leaf: Leaf, rule: str, confidence: float) -> Candidate:
    return Candidate(span=Span(start, start + len(name)), leaf=leaf, source="form", rule=rule, confidence=confidence)
