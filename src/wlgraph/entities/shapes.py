"""Characters that optical recognition takes for one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def _alike() -> dict[str, frozenset[str]]:
    text = (files(__package__) / "lexicon" / "shapes.txt").read_text("utf-8")
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[str]] = {}
    for row in rows:
        for other in row[1:]:
            found.setdefault(row[0], set()).add(other)
            found.setdefault(other, set()).add(row[0])
    return {c: frozenset(others) for c, others in found.items()}


def look_alike(a: str, b: str) -> bool:
    return b in _alike().get(a, ())


def one_slip(a: str, b: str) -> bool:
    """The two words differ in one place, by characters that look alike."""
    if len(a) != len(b):
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(different) == 1 and not set(different[0]) <= TELLING and look_alike(*different[0])


TELLING = frozenset("〇零一二三四五六七八九十百千甲乙丙丁东南西北中上下前后新老大小")
"""Characters that tell sisters apart: never the place of a slip."""


def one_other(a: str, b: str) -> bool:
    """The two words differ in one place, by whatever characters, but not by a number or a direction."""
    if len(a) != len(b):
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(different) == 1 and not TELLING & set(different[0]) and not any(c.isascii() for c in different[0])


def with_gaps(word: str) -> Iterator[str]:
    """The word with each of its characters left open; two words that differ in one place share one of these."""
    for i in range(len(word)):
        yield word[:i] + "?" + word[i + 1 :]
