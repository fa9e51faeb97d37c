"""Villages of one name in two towns: 泽国镇的下郑村和箬横镇的下郑村."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from wlgraph.names.places import only_in
from wlgraph.names.voting import Named


def told_apart(named: Sequence[Named], texts: Mapping[str, str]) -> list[Named]:
    """The names of a page in reading order; villages of a name that the page puts into several towns take the town
    that stands right before them, else the last one before, as part of what they are compared by."""
    before = _towns_before(named)
    towns: defaultdict[str, set[str]] = defaultdict(set)
    for n, town in zip(named, before, strict=True):
        if town and texts[n.article][town.choice.span.end : n.choice.span.start] in ("", "的"):
            towns[n.key].add(town.code or town.key)
    return [_in_town(n, town) if town and len(towns[n.key]) > 1 else n for n, town in zip(named, before, strict=True)]


def _towns_before(named: Sequence[Named]) -> list[Named | None]:
    """For each village the last town that its article names before it; None for all other names."""
    last: dict[str, Named] = {}
    found: list[Named | None] = []
    for n in named:
        if n.choice.leaf == "Town":
            last[n.article] = n
        found.append(last.get(n.article) if n.choice.leaf == "Village" else None)
    return found


def _in_town(village: Named, town: Named) -> Named:
    unit = only_in(village.text, "Village", town.code) if town.code else None
    key = unit.name if unit else town.key + village.key
    return msgspec.structs.replace(village, key=key, code=unit.code if unit else "")
