"""Which found entity is which gold entity: by shared names, preferred names and equal classes first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from wlgraph.evaluation.gold import GoldEntity
from wlgraph.model import GROUP_OF, Entity

_QUOTES = str.maketrans("", "", "“”\"'‘’「」『』《》〈〉（）()·、—-— 　")
_LONG_FORMS = (
    (r"^中共(.+)委员会$", r"\1委"),
    (r"^中共(.+委)$", r"\1"),
    (r"^(?:中国人民政治协商会议|政协)(.+?)(?:委员会)?$", r"\1政协"),
    (r"人民代表大会", "人大"),
    (r"常务委员会$", "常委会"),
    (r"人民政府$", "政府"),
    (r"(?:村民|居民)委员会$", "村委会"),
)


def normalise(name: str) -> str:
    """Fold width, case, blanks, quotation marks and the official long forms of bodies."""
    name = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).translate(_QUOTES).lower()
    for long, short in _LONG_FORMS:
        name = re.sub(long, short, name)
    return name


class Matching:
    """One found entity to one gold entity; ``gold_of`` maps IRIs to gold ids, ``doubles`` are unmerged seconds."""

    def __init__(self, found: Sequence[Entity], gold: Sequence[GoldEntity]) -> None:
        self.gold_of: dict[str, str] = {}
        self.doubles: dict[str, list[str]] = {}
        pairs = sorted((-score, e.iri, g.id) for e in found for g in gold if (score := _likeness(e, g)))
        taken: set[str] = set()
        for _, iri, gold_id in pairs:
            if iri not in self.gold_of and gold_id not in taken:
                self.gold_of[iri] = gold_id
                taken.add(gold_id)
        for _, iri, gold_id in pairs:
            if iri not in self.gold_of:
                self.doubles.setdefault(iri, []).append(gold_id)


def _likeness(found: Entity, gold: GoldEntity) -> int:
    names = {normalise(name) for name in (gold.name, *gold.aliases)}
    score = 4 * (normalise(found.name) in names) + any(normalise(alias) in names for alias in found.aliases)
    if not score:
        return 0
    return score + 2 * (found.leaf == gold.type) + (GROUP_OF[found.leaf] == GROUP_OF[gold.type])
