"""Discs set side by side: none touches another, and linked ones stand near each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

_FRAME = (1150.0, 800.0)
_ASPECTS = (0.6, 0.85, 1.15, 1.45)
_MANY = 120
_STEP = 16.0
"""How finely places are tried; more coarsely for discs of more than five times this radius."""


def pack(radii: Sequence[float], links: dict[tuple[int, int], float]) -> Points:
    """Centres for discs, none touching another, each near those it is linked to, so that the whole fills a screen.

    Of several tries, wide and high, the one that a screen can show largest; for many discs one try has to do.
    """
    aspects = _ASPECTS if len(radii) <= _MANY else _ASPECTS[-1:]
    tries = [_pack(radii, links, aspect) for aspect in aspects]
    return max(tries, key=lambda centres: _scale(centres, radii))


def _scale(centres: Points, radii: Sequence[float]) -> float:
    if not len(centres):
        return 0.0
    size = (centres + np.asarray(radii)[:, None]).max(axis=0) - (centres - np.asarray(radii)[:, None]).min(axis=0)
    return float(min(_FRAME[0] / size[0], _FRAME[1] / size[1]))


def _pack(radii: Sequence[float], links: dict[tuple[int, int], float], aspect: float) -> Points:
    near: dict[int, list[tuple[int, float]]] = {}
    for (one, two), weight in links.items():
        near.setdefault(one, []).append((two, weight))
    centres = np.zeros((len(radii), 2))
    placed: list[int] = []
    pull = dict.fromkeys(range(len(radii)), 0.0)
    spiral = _Spiral(aspect)
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
    """Finds free places for discs along a sunflower spiral that is ``aspect`` times as wide as high."""

    def __init__(self, aspect: float) -> None:
        self._aspect = aspect
        self._centres = np.zeros((0, 2))
        self._sizes = np.zeros(0)
        self._reached: dict[int, int] = {}
        self._origin: Points | None = None

    def first_free(self, radius: float, wish: Points | None) -> Points:
        """The first free place around ``wish``, or around the middle of what stands where there is no wish.

        Discs without a wish come last; their search need not look again at places too narrow for one of this size.
        """
        grade = int(radius // _STEP)
        at = self._reached.get(grade, 0) if wish is None else 0
        around = self._middle() if wish is None else wish
        step = 32
        while True:
            turns = np.arange(at, at + step)
            reach = max(_STEP, _STEP * grade / 5) * np.sqrt(turns)
            spots = (
                np.column_stack((reach * np.cos(turns * 2.399963) * self._aspect, reach * np.sin(turns * 2.399963)))
                + around
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
