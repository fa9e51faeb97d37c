"""Which town or area a thing belongs to, as its claims tell."""

from __future__ import annotations

from wlgraph.views.palette import group_of
from wlgraph.views.records import Content

_TO_PLACE = ("locatedIn", "tenantOf", "partOf", "holdsPostIn")


def homes(content: Content) -> dict[int, list[int]]:
    """The towns of each thing, or where no claim leads to one, its larger areas; a place within a town has that town."""
    steps: dict[int, list[int]] = {}
    for claim in content.claims:
        if claim.p in _TO_PLACE and not claim.standing and group_of(content.things[claim.o].cls) == "Place":
            steps.setdefault(claim.s, []).append(claim.o)
    return {number: _home(content, number, steps) for number in range(len(content.things))}


def _home(content: Content, number: int, steps: dict[int, list[int]]) -> list[int]:
    reached, rim = {number}, [number]
    areas: list[int] = []
    while rim:
        towns = sorted({place for place in rim if content.things[place].cls == "Town"})
        if towns:
            return towns
        areas = areas or sorted({place for place in rim if content.things[place].cls == "AdministrativeArea"})
        rim = sorted({place for one in rim for place in steps.get(one, ())} - reached)
        reached.update(rim)
    return areas
