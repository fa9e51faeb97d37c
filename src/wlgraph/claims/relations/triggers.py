"""Where the words of each theme stand in a skeleton."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import ahocorasick_rs as ac
import numpy as np
from numpy.typing import NDArray


class Themes:
    """The themes of ``data/triggers.toml``, found in one pass over a text."""

    def __init__(self, themes: dict[str, list[str]]) -> None:
        self.names = tuple(themes)
        words: dict[str, list[int]] = {}
        for i, name in enumerate(self.names):
            for word in themes[name]:
                words.setdefault(word, []).append(i)
        self._of_word = list(words.values())
        self._automaton = ac.AhoCorasick(list(words), matchkind=ac.MatchKind.Standard)

    def ends(self, text: str) -> NDArray[np.int32]:
        """A table ``[theme, position]``: 1 where a word of the theme ends at the character before ``position``."""
        table = np.zeros((len(self.names), len(text) + 2), dtype=np.int32)
        for word, _, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for theme in self._of_word[word]:
                table[theme, end] = 1
        return table


@cache
def load_themes() -> Themes:
    source = files("wlgraph.claims.relations").joinpath("data/triggers.toml").read_text("utf-8")
    return Themes(tomllib.loads(source)["themes"])
