"""Characters and pairs of characters as the numbers that the model knows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from wlgraph.model import Record

Ids = npt.NDArray[np.int64]


class Alphabet(Record, frozen=True, kw_only=True):
    """What the model can read.

    ``characters`` are known by their place; ``folds`` lists pairs of characters, the second read as the first.
    ``marks`` are characters that the encoder's makers folded away and that names need: quotation marks, line ends.
    ``pairs`` are the pairs of neighbours that have a vector of their own. Number 0 of the pairs stands for all others.
    """

    characters: str
    folds: str
    marks: str
    pairs: tuple[str, ...]

    @property
    def unknown(self) -> int:
        return len(self.characters)

    @property
    def size(self) -> int:
        return len(self.characters) + 1 + len(self.marks)


class Reader:
    """Turns texts into numbers by an alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        ids = {c: i for i, c in enumerate(alphabet.characters)}
        folds = dict(zip(alphabet.folds[1::2], alphabet.folds[::2], strict=True))
        self._unknown = alphabet.unknown
        self._ids = ids | {c: ids[target] for c, target in folds.items() if target in ids}
        self._ids |= {c: alphabet.unknown + 1 + i for i, c in enumerate(alphabet.marks)}
        self._pairs = {pair: i for i, pair in enumerate(alphabet.pairs, start=1)}

    def characters(self, text: str) -> Ids:
        """A number for each character."""
        return np.fromiter((self._ids.get(c, self._unknown) for c in text), dtype=np.int64, count=len(text))

    def pairs(self, text: str) -> Ids:
        """A number for each character and the one after it; the last is paired with a line end."""
        following = text[1:] + "\n"
        numbers = (self._pairs.get(a + b, 0) for a, b in zip(text, following, strict=True))
        return np.fromiter(numbers, dtype=np.int64, count=len(text))


def frequent_pairs(texts: Iterable[str], least: int) -> tuple[str, ...]:
    """The pairs of neighbours that stand at least ``least`` times in ``texts``, in code point order."""
    counts: dict[str, int] = {}
    for text in texts:
        for a, b in zip(text, text[1:] + "\n", strict=True):
            counts[a + b] = counts.get(a + b, 0) + 1
    return tuple(sorted(pair for pair, count in counts.items() if count >= least))
