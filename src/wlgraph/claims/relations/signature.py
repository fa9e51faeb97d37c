"""Which classes of thing each predicate may join: the vocabulary's domains and ranges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wlgraph.model import GROUPS, LEAVES, Leaf, Predicate

SCORED: tuple[Predicate, ...] = (
    "locatedIn", "partOf", "holdsPostIn", "tenantOf", "produces", "develops", "inIndustry", "received",
    "participatesIn", "administers", "organizes", "attended", "chaired", "cooperatesWith", "suppliesTo",
    "subsidiaryOf", "undertakes",
)  # fmt: skip
"""Predicates that the scorer knows, in the order of its outputs."""

SYMMETRIC: frozenset[Predicate] = frozenset({"cooperatesWith"})

PERSON, ORGANIZATION, PLACE = GROUPS["Person"], GROUPS["Organization"], GROUPS["Place"]
PROGRAMME = GROUPS["Programme"]

SIGNATURES: dict[Predicate, tuple[tuple[tuple[Leaf, ...], tuple[Leaf, ...]], ...]] = {
    "locatedIn": (((*ORGANIZATION, "IndustrialPark", "Infrastructure", "Project", "Event"), PLACE),),
    "partOf": (
        (PLACE, PLACE),
        (ORGANIZATION, ORGANIZATION),
        (PROGRAMME, PROGRAMME),
        (("Industry",), ("Industry",)),
    ),
    "holdsPostIn": ((PERSON, (*ORGANIZATION, *PLACE)),),
    "tenantOf": ((("Company",), ("IndustrialPark",)),),
    "produces": (((*ORGANIZATION, *PLACE), ("Product",)),),
    "develops": ((ORGANIZATION, ("Product", "Platform")),),
    "inIndustry": (((*ORGANIZATION, *PLACE), ("Industry",)),),
    "received": (((*PERSON, *ORGANIZATION, *PLACE, "Industry", "Product"), ("Recognition", "FinanceProduct")),),
    "participatesIn": (((*PERSON, *ORGANIZATION, *PLACE), (*PROGRAMME, "Project")),),
    "administers": (((*ORGANIZATION, *PLACE), (*PROGRAMME, "Project", "IndustrialPark")),),
    "organizes": (((*ORGANIZATION, *PLACE), ("Event",)),),
    "attended": (((*PERSON, *ORGANIZATION), ("Event",)),),
    "chaired": ((PERSON, ("Event",)),),
    "cooperatesWith": ((ORGANIZATION, ORGANIZATION),),
    "suppliesTo": ((("Company",), ("Company", *PLACE)),),
    "subsidiaryOf": ((ORGANIZATION, ORGANIZATION),),
    "undertakes": ((ORGANIZATION, ("Project",)),),
    "appointedTo": ((PERSON, (*ORGANIZATION, *PLACE)),),
    "removedFrom": ((PERSON, (*ORGANIZATION, *PLACE)),),
    "penalisedBy": (((*PERSON, *ORGANIZATION), ("PublicBody",)),),
    "holdsShareIn": (((*PERSON, *ORGANIZATION), ORGANIZATION),),
    "wonContractFrom": ((ORGANIZATION, ORGANIZATION),),
}

LEAF_INDEX: dict[Leaf, int] = {leaf: i for i, leaf in enumerate(LEAVES)}


def allowed(predicate: Predicate) -> NDArray[np.bool_]:
    """A table ``[subject leaf, object leaf]`` that is true where the predicate may join the two."""
    table = np.zeros((len(LEAVES), len(LEAVES)), dtype=np.bool_)
    for subjects, objects in SIGNATURES[predicate]:
        for s in subjects:
            for o in objects:
                table[LEAF_INDEX[s], LEAF_INDEX[o]] = True
    return table


ALLOWED: dict[Predicate, NDArray[np.bool_]] = {p: allowed(p) for p in SIGNATURES}
POSSIBLE: NDArray[np.bool_] = np.logical_or.reduce([ALLOWED[p] for p in SCORED])
"""True where any scored predicate may join a subject leaf with an object leaf."""


SCORED_TABLES: NDArray[np.bool_] = np.stack([ALLOWED[p] for p in SCORED], axis=2)
"""For each subject leaf and object leaf which of the scored predicates may join them."""


def fits(subject: Leaf, predicate: Predicate, obj: Leaf) -> bool:
    """May ``predicate`` lead from a thing of class ``subject`` to one of class ``obj``?"""
    return bool(ALLOWED[predicate][LEAF_INDEX[subject], LEAF_INDEX[obj]])
