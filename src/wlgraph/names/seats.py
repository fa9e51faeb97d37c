"""Villages of one name in two towns: 泽国镇的下郑村和箬横镇的下郑村."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from wlgraph.names.places import only_in
from wlgraph.names.voting import Named

Seats = dict[int, Named]
"""The towns of villages, by the villages' places in a list of names."""


def told_apart(named: Sequence[Named], texts: Mapping[str, str]) -> list[Named]:
    """The names of a page in reading order; villages of a name that the page puts into several towns take the town
    that stands right before them, else the last one before, as part of what they are compared by."""
    seats = _seats(named, texts)
    towns: defaultdict[str, set[str]] = defaultdict(set)
    for index, seat in seats.items():
        towns[named[index].key].add(seat.code or seat.key)
    last: dict[str, Named] = {}
    told = []
    for index, n in enumerate(named):
        if n.choice.leaf == "Town":
            last[n.article] = n
        town = seats.get(index) or last.get(n.article)
        several = n.choice.leaf == "Village" and len(towns[n.key]) > 1
        told.append(_in_town(n, town) if several and town else n)
    return told


def _seats(named: Sequence[Named], texts: Mapping[str, str]) -> Seats:
    return {
        index: town
        for index, n in enumerate(named)
        if n.choice.leaf == "Village"
        for town in _towns_before(named[:index], n)
        if texts[n.article][town.choice.span.end : n.choice.span.start] in ("", "的")
    }


def _towns_before(before: Sequence[Named], village: Named) -> Iterator[Named]:
    for n in reversed(before):
        if n.choice.leaf == "Town" and n.article == village.article and n.choice.span.end <= village.choice.span.start:
            yield n
            return


def _in_town(village: Named, town: Named) -> Named:
    unit = only_in(village.text, "Village", town.code) if town.code else None
    key = unit.name if unit else town.key + village.key
    return msgspec.structs.replace(village, key=key, code=unit.code if unit else "")
