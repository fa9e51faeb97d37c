"""The judge of names: a small network that hears the recogniser and sees the evidence of a page's candidates.

For each candidate it looks at what the recogniser has made of its first and last character, of the characters before and
behind it and of all within, at its evidence, and at the other candidates of the page with the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wlgraph.inference import session
from wlgraph.model import LEAVES
from wlgraph.names.evidence import Features, Key
from wlgraph.names.recogniser import STATE_WIDTH, States

OUTPUT = "odds"
"""The name of the network's output; the names of its features stand in the file's metadata, in order, under ``columns``."""
Feed = dict[str, NDArray[np.float32] | NDArray[np.int64]]
_PLACE_OF = {leaf: place for place, leaf in enumerate(LEAVES)}


class Judge:
    """A network that judges the candidates of a page together."""

    def __init__(self, model: bytes) -> None:
        self._session = session(model)
        self._columns = columns(self._session.get_modelmeta().custom_metadata_map["columns"].split())

    def odds(
        self, texts: Sequence[str], heard: Sequence[States], standing: Sequence[Mapping[Key, Features]]
    ) -> list[dict[Key, float]]:
        """The log-odds of each candidate in each article of a page; ``heard`` are the recogniser's states of its texts."""
        if not any(standing):
            return [{} for _ in standing]
        found = iter(self._session.run([OUTPUT], lay_out(texts, heard, standing, self._columns))[0].tolist())
        return [{key: next(found) for key in own} for own in standing]


def lay_out(
    texts: Sequence[str],
    heard: Sequence[States],
    standing: Sequence[Mapping[Key, Features]],
    places: Mapping[str, int],
) -> Feed:
    """What the network reads of a page.

    ``heard`` [place, number]: the states of its articles, one row of zeros before each and behind the last; for each
    candidate ``starts`` and ``ends`` (rows of ``heard``), ``classes`` (the number of its class), ``words`` (equal for equal
    words) and ``features`` [candidate, column].
    """
    rows, numbers = [], dict[str, int]()
    starts, ends, classes, words = [], [], [], []
    bases = np.cumsum([1, *(len(text) + 1 for text in texts)])
    for text, base, found in zip(texts, bases[:-1].tolist(), standing, strict=True):
        for (span, leaf), features in found.items():
            rows.append(features)
            starts.append(base + span.start)
            ends.append(base + span.end)
            classes.append(_PLACE_OF[leaf])
            words.append(numbers.setdefault(text[span.start : span.end], len(numbers)))
    whole = np.zeros((int(bases[-1]), STATE_WIDTH), dtype=np.float32)
    for base, states in zip(bases[:-1].tolist(), heard, strict=True):
        whole[base : base + len(states)] = states
    told = {"starts": starts, "ends": ends, "classes": classes, "words": words}
    return {name: np.array(values, dtype=np.int64) for name, values in told.items()} | {
        "heard": whole,
        "features": table(rows, places),
    }


def columns(names: Sequence[str]) -> dict[str, int]:
    """The place of each feature in a table."""
    return {name: place for place, name in enumerate(names)}


def table(rows: Sequence[Features], places: Mapping[str, int]) -> NDArray[np.float32]:
    """Features as a table [row, column]; those without a column are left out."""
    filled = np.zeros((len(rows), len(places)), dtype=np.float32)
    for row, features in enumerate(rows):
        for name, value in features.items():
            place = places.get(name)
            if place is not None:
                filled[row, place] = value
    return filled


@cache
def load_judge() -> Judge:
    """The judge that comes with the package (``wlgraph.training.judge``)."""
    return Judge((files(__package__) / "data" / "judge.onnx").read_bytes())
