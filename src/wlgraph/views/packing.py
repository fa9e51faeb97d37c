"""Discs set side by side: none touches another, and linked ones stand near each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_ASPECT = 1.45
"""How much wider than high the whole becomes."""


def pack(radii: Sequence[float], links: dict[tuple[int, int], float]) -> Points:
    """Centres for discs, none touching another: each as near as can be to those it is linked to."""
    near: dict[int, list[tuple[int, float]]] = {}
    for (one, two), weight in links.items():
        near.setdefault(one, []).append((two, weight))
    centres = np.zeros((len(radii), 2))
    placed: list[int] = []
    pull = dict.fromkeys(range(len(radii)), 0.0)
    spiral = _Spiral()
    while pull:
        disc = max(pull, key=lambda d: (pull[d], d in near, radii[d], -d))
        del pull[disc]
        friends = [(other, weight) for other, weight in near.get(disc, ()) if other not in pull]
        wish = None
        if friends:
            wish = 0.9 * np.average(
                centres[[other for other, _ in friends]], axis=0, weights=[weight for _, weight in friends]
            )
        centres[disc] = spiral.first_free(radii[disc], wish)
        placed.append(disc)
        for other, weight in near.get(disc, ()):
            if other in pull:
                pull[other] += weight
    return centres - centres.mean(axis=0) if len(centres) else centres


class _Spiral:
    """Finds free places for discs along a sunflower spiral, wider than high."""

    def __init__(self) -> None:
        self._centres = np.zeros((0, 2))
        self._sizes = np.zeros(0)
        self._reached: dict[int, int] = {}
        self._origin: Points | None = None

    def first_free(self, radius: float, wish: Points | None) -> Points:
        """The first free place around ``wish``, or around the middle of what stands where there is no wish.

        Discs without a wish come last; their search need not look again at places too narrow for one of this size.
        """
        grade = int(radius // 16)
        at = self._reached.get(grade, 0) if wish is None else 0
        around = self._middle() if wish is None else wish
        step = 32
        while True:
            turns = np.arange(at, at + step)
            reach = 16.0 * np.sqrt(turns)
            spots = (
                np.column_stack((reach * np.cos(turns * 2.399963) * _ASPECT, reach * np.sin(turns * 2.399963))) + around
            )
            offset = spots[:, None, :] - self._centres[None, :, :]
            gaps = np.hypot(offset[:, :, 0], offset[:, :, 1]) - self._sizes[None, :] - radius
            free = np.flatnonzero((gaps >= 0).all(axis=1))
            if len(free):
                if wish is None:
                    self._reached[grade] = at + int(free[0])
                return self._take(spots[free[0]], radius)
            at += step
            step = min(step * 2, 512)

    def _middle(self) -> Points:
        if not len(self._centres):
            return np.zeros(2)
        if self._origin is None:
            self._origin = (self._centres.min(axis=0) + self._centres.max(axis=0)) / 2
        return self._origin

    def _take(self, spot: Points, radius: float) -> Points:
        self._centres = np.vstack([self._centres, spot])
        self._sizes = np.append(self._sizes, radius)
        return spot
