"""A still picture of a graph as SVG, for where no script runs: a notebook that is not trusted, a printed page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from wlgraph.views.page import environment
from wlgraph.views.palette import colour_of, outline_of
from wlgraph.views.picture import Picture
from wlgraph.views.records import Content

WIDTH, HEIGHT = 960, 600
_MARGIN = 40
_MOST_NODES = 400
_MOST_LABELS = 40
_FONT = 13
_LONGEST = 14

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Dot:
    """A thing in the picture; ``scale`` turns the 16 units of its outline into its size."""

    x: float
    y: float
    scale: float
    colour: str
    outline: str


@dataclass(frozen=True)
class Label:
    """A name and where it stands, its middle at ``x``."""

    x: float
    y: float
    text: str


def render_still(content: Content, picture: Picture) -> str:
    """The best linked things with their claims as lines, dashed without a fact, and as many names as stand clear of each other."""
    ranked = sorted(picture.degrees, key=lambda number: (-picture.degrees[number], number))[:_MOST_NODES]
    spots = _fit({number: picture.positions[number] for number in ranked})
    facts = {claim.edge for claim in content.claims if not claim.standing}
    lines: dict[tuple[int, int], bool] = {}
    for number, (s, _, o) in enumerate(picture.edges):
        if number not in picture.contained and s in spots and o in spots and s != o:
            ends = min(s, o), max(s, o)
            lines[ends] = lines.get(ends, False) or number in facts
    dots = []
    for number, (x, y) in spots.items():
        thing = content.things[number]
        radius = 3.5 + min(8.0, 1.1 * picture.degrees[number] ** 0.5)
        dots.append(Dot(x, y, round(radius / 7, 2), colour_of(thing.cls), outline_of(thing.cls)))
    return (
        environment()
        .get_template("still.svg")
        .render(
            width=WIDTH,
            height=HEIGHT,
            lines=[(*spots[s], *spots[o], fact) for (s, o), fact in sorted(lines.items())],
            dots=dots,
            labels=list(_labels(content, picture, spots)),
        )
    )


def _fit(positions: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    if not positions:
        return {}
    (left, right), (top, bottom) = (
        (min(p[axis] for p in positions.values()), max(p[axis] for p in positions.values())) for axis in (0, 1)
    )
    across = min(2.0, (WIDTH - 4 * _MARGIN) / max(right - left, 1.0))
    down = min(2.0, (HEIGHT - 2 * _MARGIN) / max(bottom - top, 1.0))
    middle = (left + right) / 2, (top + bottom) / 2
    return {
        number: (round(WIDTH / 2 + (x - middle[0]) * across, 1), round(HEIGHT / 2 + (y - middle[1]) * down, 1))
        for number, (x, y) in positions.items()
    }


def _labels(content: Content, picture: Picture, spots: dict[int, tuple[float, float]]) -> Iterator[Label]:
    taken: list[Box] = []
    for number, (x, y) in spots.items():
        if len(taken) == _MOST_LABELS:
            return
        text = _shortened(content.things[number].name)
        width = sum(_FONT if unicodedata.east_asian_width(char) in "WFA" else _FONT * 0.6 for char in text)
        gap = 8 + min(8.0, 1.1 * picture.degrees[number] ** 0.5)
        for middle in (y + gap + _FONT / 2, y - gap - _FONT / 2):
            box = (x - width / 2 - 2, middle - _FONT / 2 - 2, x + width / 2 + 2, middle + _FONT / 2 + 2)
            if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT and not _meets(box, taken):
                taken.append(box)
                yield Label(x, round(middle + _FONT * 0.36, 1), text)
                break


def _meets(box: Box, others: list[Box]) -> bool:
    return any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in others)


def _shortened(name: str) -> str:
    plain = "".join(char for char in name if unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp"))
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
