"""Bodies that a text tells apart: what belongs to a group is not the group (海澜集团旗下的海澜泵业有限公司)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from wlgraph.model import GROUP_OF
from wlgraph.names.voting import Named

_BELONGS = re.compile(r"[”》）]?的?(?:旗下|下属|下辖|所属|全资|控股)+(?:的?(?:子公司|企业|公司|单位))?的?[“《]?")
"""All that stands between the name of what owns and of what is owned."""


def owners(named: Sequence[Named], texts: Mapping[str, str]) -> Iterator[tuple[Named, Named]]:
    """Each owner with what the text names right behind it as its own; ``texts`` are those of the articles."""
    bodies = [n for n in named if GROUP_OF[n.choice.leaf] == "Organization" and not n.nested]
    for owner, owned in pairwise(bodies):
        if owner.article != owned.article:
            continue
        between = texts[owner.article][owner.choice.span.end : owned.choice.span.start]
        if _BELONGS.fullmatch(between):
            yield owner, owned
