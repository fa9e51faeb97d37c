"""The areas above a paper's home that its titles mean and nothing names: 宁波市 for 副市长 in a paper of 宁海县."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from wlgraph.model import Claim, Naming, Reading, Referent
from wlgraph.registers import home_area, parents

_ID = "above:"


def with_areas_above(reading: Reading, naming: Naming) -> Naming:
    """The names of a page, with the city and the province of its home where a title means them and no name does."""
    named = {name for r in naming.referents for name in (r.name, *r.surfaces)}
    texts = [article.text for article in reading.articles]
    above = [a for a in _above(reading.page.home) if a.name not in named and _is_titled(a.name[-1], texts)]
    return msgspec.structs.replace(naming, referents=(*naming.referents, *above)) if above else naming


def areas_told(naming: Naming, claims: Iterable[Claim]) -> tuple[Referent, ...]:
    """Those of the areas that ``with_areas_above`` added which a claim is about."""
    objects = {claim.object for claim in claims}
    return tuple(r for r in naming.referents if r.id.startswith(_ID) and r.id in objects)


def _above(home: str) -> Iterator[Referent]:
    """The areas that hold the home and whose unit is another than the home's own."""
    area = home_area(home)
    for parent in parents(area.code) if area else ():
        if parent.name[-1] in "市省" and parent.name[-1] != home[-1]:
            yield Referent(id=_ID + parent.code, leaf="AdministrativeArea", name=parent.name, code=parent.code)


def _is_titled(unit: str, texts: Iterable[str]) -> bool:
    return any(f"{unit}长" in text or f"{unit}领导" in text for text in texts)
