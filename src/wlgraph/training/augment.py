"""More samples from few: other names in the same sentences, and the flaws of real pages."""

from __future__ import annotations

import random
from collections.abc import Sequence

from wlgraph.model import LEAVES
from wlgraph.names.recogniser.tags import TypedSpan
from wlgraph.training.invent import Inventory
from wlgraph.training.samples import Sample

_QUOTES = '“”‘’"《》'


class Swapper:
    """Puts other names of the same class into a sample, each name of it changed alike wherever it stands.

    The other names are those of the samples or, at the rate ``invent``, invented ones.
    """

    def __init__(self, samples: Sequence[Sample], *, invent: float) -> None:
        self._inventors = Inventory().inventors if invent else {}
        self._invent = invent
        self._names: dict[int, list[str]] = {i: [] for i in range(len(LEAVES))}
        seen: set[tuple[int, str]] = set()
        for sample in samples:
            for start, end, leaf in sample.spans:
                name = sample.text[start:end]
                if (leaf, name) not in seen:
                    seen.add((leaf, name))
                    self._names[leaf].append(name)

    def swap(self, sample: Sample, rate: float, rng: random.Random) -> Sample:
        """``sample`` with each of its names replaced at ``rate``."""
        chosen: dict[tuple[int, str], str] = {}
        pieces: list[str] = []
        spans: list[TypedSpan] = []
        position = length = 0
        for start, end, leaf in sorted(sample.spans):
            name = sample.text[start:end]
            key = (leaf, name)
            if key not in chosen:
                chosen[key] = self._other(leaf, name, rng) if rng.random() < rate else name
            gap = sample.text[position:start]
            length += len(gap)
            spans.append((length, length + len(chosen[key]), leaf))
            length += len(chosen[key])
            pieces += [gap, chosen[key]]
            position = end
        return Sample(text="".join(pieces) + sample.text[position:], spans=tuple(spans))

    def _other(self, leaf: int, name: str, rng: random.Random) -> str:
        inventor = self._inventors.get(LEAVES[leaf])
        if inventor and rng.random() < self._invent:
            return inventor(rng)
        return rng.choice(self._names[leaf]) if self._names[leaf] else name


def flaw(sample: Sample, rng: random.Random, rate: float = 0.004) -> Sample:
    """``sample`` with characters lost or line ends put in, at ``rate`` a character, as scanned pages have them."""
    text: list[str] = []
    starts: list[int] = []
    for c in sample.text:
        starts.append(len(text))
        if c in _QUOTES and rng.random() < rate * 5:
            continue
        text.append(c)
        if rng.random() < rate and c != "\n":
            text.append("\n")
    starts.append(len(text))
    result = "".join(text)
    spans = []
    for start, end, leaf in sample.spans:
        a, b = starts[start], starts[end]
        while b > a and result[b - 1] == "\n":
            b -= 1
        while a < b and result[a] == "\n":
            a += 1
        if b > a:
            spans.append((a, b, leaf))
    return Sample(text=result, spans=tuple(spans))
