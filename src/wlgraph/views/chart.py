"""Charts of figures over time for pages without scripts; what is planned stands apart from what is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wlgraph.views.records import Figure
from wlgraph.views.wording import Wording

WIDTH, HEIGHT = 420, 130
_SIDE, _TOP, _BOTTOM = 40, 26, 24
_APART = 64.0


@dataclass(frozen=True)
class Point:
    """A figure's place in a chart; ``value`` and ``period`` are empty where their words would not fit."""

    x: float
    y: float
    value: str
    period: str
    planned: bool


@dataclass(frozen=True)
class Chart:
    """One indicator over time: its points, and the lines through what is and on to what is planned."""

    indicator: str
    unit: str
    points: tuple[Point, ...]
    told: str
    actual: str
    ahead: str

    @property
    def planned(self) -> bool:
        return any(point.planned for point in self.points)


def charts(figures: Iterable[Figure], wording: Wording) -> list[Chart]:
    """A chart for every indicator of one thing that has figures for two periods or more of one length: a quarter is no
    fall against a year."""
    series: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        if figure.period[:4].isdigit():
            series.setdefault((figure.indicator, figure.unit, length_of(figure.period)), []).append(figure)
    return [_chart(found, wording) for found in series.values() if len({figure.period for figure in found}) > 1]


def length_of(period: str) -> str:
    """How long a period is: a year, a month and a day by how they are written, an interval by its months."""
    first, _, last = period.partition("/")
    if not last:
        return str(first.count("-") + 1)
    (year, month), (end_year, end_month) = (_month(first, 1), _month(last, 12))
    return f"{(end_year - year) * 12 + end_month - month + 1} months"


def _month(day: str, otherwise: int) -> tuple[int, int]:
    year, month = [*day.split("-"), ""][:2]
    return int(year), int(month or otherwise)


def period_label(period: str) -> str:
    """2024-01–03 for an interval within a year."""
    first, _, last = period.partition("/")
    return f"{first}–{last[5:] if last[:4] == first[:4] else last}" if last else first


def time_of(period: str) -> float:
    """The end of a period in years; a year alone counts by its middle."""
    year, month, day = [*period.rpartition("/")[2].split("-"), "", ""][:3]
    return int(year) + (int(month or 7) - 1) / 12 + int(day or 1) / 365


def _chart(figures: list[Figure], wording: Wording) -> Chart:
    ordered = sorted(figures, key=lambda figure: (time_of(figure.period), figure.value))
    times = [time_of(figure.period) for figure in ordered]
    low = min(0.0, *(figure.value for figure in ordered))
    span = max(figure.value for figure in ordered) - low or 1.0
    across = times[-1] - times[0] or 1.0
    points: list[Point] = []
    free = -_APART
    for figure, time in zip(ordered, times, strict=True):
        x = _SIDE + (time - times[0]) / across * (WIDTH - 2 * _SIDE)
        y = _TOP + (1 - (figure.value - low) / span) * (HEIGHT - _TOP - _BOTTOM)
        room = x - free >= _APART
        free = x if room else free
        value = wording.number(figure.value, figure.unit) if room else ""
        period = period_label(figure.period) if room else ""
        points.append(Point(round(x, 1), round(y, 1), value, period, figure.modality != "actual"))
    actual = [point for point in points if not point.planned]
    ahead = [*actual[-1:], *(point for point in points if point.planned)]
    told = "; ".join(f"{figure.period} {wording.told_amount(figure)}" for figure in ordered)
    return Chart(ordered[0].indicator, ordered[0].unit, tuple(points), told, _way(actual), _way(ahead))


def _way(points: Iterable[Point]) -> str:
    return " ".join(f"{point.x},{point.y}" for point in sorted(points, key=lambda point: point.x))
