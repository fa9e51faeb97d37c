"""Divisions out of the register: the mentioned ones get their parents, the parents become entities."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from wlgraph.entities import places
from wlgraph.model import Entity, Leaf
from wlgraph.registers import Division

_LEAVES: dict[str, Leaf] = {"town": "Town", "village": "Village"}


def division_iri(base: str, code: str) -> str:
    return f"{base}division/{code}"


def register_entities(entities: Iterable[Entity], homes: Iterable[str], base: str) -> list[Entity]:
    """The entities, with parents for the registered ones; every parent and every page's home is there as an entity."""
    made: dict[str, Entity] = {}
    codes: set[str] = set()
    for entity in entities:
        made[entity.iri] = replace(entity, parent=_parent_iri(entity.code, base)) if entity.code else entity
        if entity.code:
            codes.add(entity.code)
    codes |= {d.code for home in homes if (d := places.home_of(home))}
    for code in sorted(codes):
        for division in places.above(code):
            iri = division_iri(base, division.code)
            if iri not in made:
                made[iri] = _entity(division, iri, base)
    return list(made.values())


def _entity(division: Division, iri: str, base: str) -> Entity:
    short = (division.short_name,) if division.short_name != division.name else ()
    return Entity(
        iri=iri,
        leaf=_LEAVES.get(division.level, "AdministrativeArea"),
        name=division.name,
        aliases=short,
        code=division.code,
        parent=_parent_iri(division.code, base),
        from_register=True,
    )


def _parent_iri(code: str, base: str) -> str:
    chain = places.above(code)[1:]
    return division_iri(base, chain[0].code) if chain else ""
