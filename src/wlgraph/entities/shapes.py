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


TELLING = frozenset("〇零一二三四五六七八九十百千甲乙丙丁东南西北中上下前后新老大小")
"""Characters that tell sisters apart: never the place of a slip."""


def difference(a: str, b: str) -> tuple[str, str] | None:
    """The two characters by which words of equal length differ in one place alone."""
    if len(a) != len(b):
        return None
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return different[0] if len(different) == 1 else None


def is_slip(a: str, b: str) -> bool:
    """One may be a misreading of the other."""
    return not (a in TELLING and b in TELLING) and look_alike(a, b)


def is_other(a: str, b: str) -> bool:
    """One may stand for the other by whatever mistake: neither is a letter, a digit, a number or a direction."""
    return not (a in TELLING or b in TELLING or a.isascii() or b.isascii())


def one_slip(a: str, b: str) -> bool:
    """The two words differ in one place, by characters that look alike."""
    one = difference(a, b)
    return one is not None and is_slip(*one)


def with_gaps(word: str) -> Iterator[str]:
    """The word with each of its characters left open; two words that differ in one place share one of these."""
    for i in range(len(word)):
        yield word[:i] + "?" + word[i + 1 :]
