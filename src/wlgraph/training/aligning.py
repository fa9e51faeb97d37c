"""Where in a text the words of a marked indicator stand, though it need not stand there to the letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wlgraph.claims.figures.phrasing import NUMBER, OBSERVED, TIME

NEW_PIECE, GOES_ON, AFAR, OWN_NAME = -0.55, 0.3, -0.004, -0.5
"""What alignment gains by a character: opening a piece, going on with one, each column from the number, within the
observed thing's name."""


def align(indicator: str, text: str, kinds: Sequence[int], number: int) -> frozenset[int]:
    """The places of a text that spell an indicator best: in order, in few pieces, near the number.

    A time and the number itself are never part of it.
    """
    gain = [1 + AFAR * abs(p - number) + OWN_NAME * (kind == OBSERVED) for p, kind in enumerate(kinds)]
    ahead: list[tuple[float, _Chain | None]] = [(0.0, None)] * (len(text) + 1)
    before: list[tuple[float, _Chain | None]] = [(float("-inf"), None)] * len(text)
    for character in indicator:
        here: list[tuple[float, _Chain | None]] = [(float("-inf"), None)] * len(text)
        best = list(ahead)
        for p, c in enumerate(text):
            if c == character and kinds[p] not in (TIME, NUMBER):
                score, chain = ahead[p][0] + NEW_PIECE, ahead[p][1]
                if p and before[p - 1][0] + GOES_ON > score:
                    score, chain = before[p - 1][0] + GOES_ON, before[p - 1][1]
                here[p] = score + gain[p], _Chain(p, chain)
            best[p + 1] = max(best[p + 1], here[p], best[p], key=lambda x: x[0])
        ahead, before = best, here
    return frozenset(_Chain.places(ahead[-1][1]))


class _Chain(NamedTuple):
    place: int
    rest: _Chain | None

    @staticmethod
    def places(chain: _Chain | None) -> Iterator[int]:
        while chain:
            yield chain.place
            chain = chain.rest
