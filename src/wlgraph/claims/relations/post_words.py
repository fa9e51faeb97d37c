"""The word lists about posts."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def lexicon() -> dict[str, list[str]]:
    """The word lists of ``data/posts.toml``."""
    data: dict[str, list[str]] = tomllib.loads(
        files("wlgraph.claims.relations").joinpath("data/posts.toml").read_text("utf-8")
    )
    return data


@cache
def words(name: str) -> re.Pattern[str]:
    """Any word of a list."""
    return re.compile("|".join(lexicon()[name]))
