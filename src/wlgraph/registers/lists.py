"""Short public lists: countries, surnames, sectors of industry."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def _entries(name: str) -> tuple[str, ...]:
    text = (files(__package__) / "data" / name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def countries() -> frozenset[str]:
    """Countries by the Chinese short names that newspapers print (日本, 德国)."""
    return frozenset(_entries("countries.txt"))


@cache
def surnames() -> frozenset[str]:
    """Chinese surnames, single and compound."""
    return frozenset(_entries("surnames.txt"))


@cache
def sectors() -> frozenset[str]:
    """Sectors of industry as statistics name them (煤炭开采和洗选业), by the classification GB/T 4754."""
    return frozenset(_entries("sectors.txt"))
