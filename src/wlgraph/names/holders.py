"""The areas right before a town that hold it by the register: 浙江省诸暨市 before 安华镇, 温岭 before 横峰街道."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from wlgraph.model import Span
from wlgraph.names.decision import Choice
from wlgraph.registers import Division, area_ends, areas, parents, towns

_LONGEST = 12
"""Characters of the longest names of areas that stand before a town."""
_CONFIDENCE = 0.9


def with_holders(text: str, names: Sequence[Choice]) -> list[Choice]:
    """The names of a text, in order, with the areas before its towns that are none of them yet."""
    towns_named = [name.span for name in names if name.leaf == "Town"]
    found = [span for town in towns_named for span in _holders(text, town)]
    new = [span for span in found if not any(span.overlaps(name.span) for name in names)]
    return sorted([*names, *map(_area, new)], key=lambda name: name.span) if new else list(names)


def _area(span: Span) -> Choice:
    return Choice(span=span, leaf="AdministrativeArea", confidence=_CONFIDENCE, source="register")


def _holders(text: str, town: Span) -> Iterator[Span]:
    """The areas that a town lies in, as far as they stand one behind the other before it; the nearest first."""
    name = text[town.start : town.end]
    county = _ending_at(text, town.start, lambda d: d.level == "county" and any(t.name == name for t in towns(d.code)))
    if county is None:
        return
    span, division = county
    yield span
    codes = {parent.code for parent in parents(division.code)}
    while upper := _ending_at(text, span.start, lambda d: d.code in codes):
        span, _ = upper
        yield span


def _ending_at(text: str, end: int, fits: Callable[[Division], bool]) -> tuple[Span, Division] | None:
    """The longest fitting area's name that ends at a place, full or short."""
    if text[end - 2 : end] not in area_ends():
        return None
    for start in range(max(0, end - _LONGEST), end - 1):
        for area in areas(text[start:end]):
            if fits(area):
                return Span(start, end), area
    return None
