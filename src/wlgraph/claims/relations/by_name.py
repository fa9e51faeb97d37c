"""What a name itself says: 大溪机电创业园 stands in 大溪镇, 大溪镇枇杷节 is the town's own, 某大学水产学院 its part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wlgraph.claims.relations.scene import Scene
from wlgraph.model import Leaf, Predicate, Referent

_SITES: tuple[Leaf, ...] = ("IndustrialPark", "Infrastructure", "Project")
_TEAMS: tuple[Leaf, ...] = ("Company", "Organization")
_SEATS: tuple[Leaf, ...] = ("Town", "Village")
_HOSTS: tuple[Leaf, ...] = ("PublicBody", "Organization", "Town")
_WHOLES: tuple[Leaf, ...] = ("ResearchBody", "PublicBody", "Company")
_UNIT = re.compile(r"(?:学院|系|研究[院所]|[一-龥]所|中心|实验室|分院|分校|校区|分局|支局|海关|[支大中]队|庭|分公司)$")
_SUFFIXES = ("街道", "社区", "镇", "乡", "村")
CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class NamedAfter:
    """A relation that a name holds, and the first sentence with that name."""

    subject: str
    predicate: Predicate
    object: str
    sentence: int


def read_names(scene: Scene) -> list[NamedAfter]:
    """The relations inside the names of an article's things; of several heads only the longest counts.

    A town, a village or a body need not be named by itself in the article.
    """
    first: dict[str, int] = {}
    for actor in scene.actors:
        if actor.mention.kind == "name":
            first.setdefault(actor.mention.referent, actor.sentence)
    things = [scene.referents[r] for r in first]
    heads: dict[str, list[Referent]] = {}
    for thing in things:
        for head in sorted(_heads(thing)):
            heads.setdefault(head, []).append(thing)
    for r in scene.referents.values():
        if r.leaf in (*_SEATS, *_WHOLES) and r.id not in first:
            heads.setdefault(r.name, []).append(r)
    out: list[NamedAfter] = []
    for thing in things:
        longest = _longest_head(thing, heads)
        if longest is not None:
            out += _relation(thing, longest, first[thing.id])
    return out


def _longest_head(thing: Referent, heads: dict[str, list[Referent]]) -> Referent | None:
    """The thing whose form, the longest of all, stands at the head of a form of this one and leaves two characters."""
    forms = (thing.name, *thing.surfaces)
    for size in range(max(map(len, forms)) - 2, 0, -1):
        for form in forms:
            for other in heads.get(form[:size], ()) if len(form) > size + 1 else ():
                if other.id != thing.id:
                    return other
    return None


def _heads(thing: Referent) -> set[str]:
    """The forms under which a thing stands at the head of another's name: 大溪镇 and 大溪."""
    heads = {f for f in (thing.name, *thing.surfaces) if len(f) > 1}
    if thing.leaf in _SEATS:
        suffix = next((s for s in _SUFFIXES if thing.name.endswith(s)), "")
        short = thing.name[: len(thing.name) - len(suffix)]
        heads |= {short} if len(short) > 1 else set()
    return heads


def _relation(thing: Referent, head: Referent, sentence: int) -> list[NamedAfter]:
    if thing.leaf in _SITES and head.leaf in _SEATS:
        return [NamedAfter(thing.id, "locatedIn", head.id, sentence)]
    if thing.leaf in _TEAMS and head.leaf == "Village":
        return [NamedAfter(thing.id, "locatedIn", head.id, sentence)]
    if thing.leaf == "Event" and head.leaf in _HOSTS:
        return [NamedAfter(head.id, "organizes", thing.id, sentence)]
    if thing.leaf == "Project" and head.leaf == "Company":
        return [NamedAfter(head.id, "undertakes", thing.id, sentence)]
    if thing.leaf == head.leaf == "IndustrialPark" or _is_unit(thing, head):
        return [NamedAfter(thing.id, "partOf", head.id, sentence)]
    return []


def _is_unit(thing: Referent, head: Referent) -> bool:
    """Whether a thing is a school, an institute, a squad or a branch of the body whose name its own begins with."""
    kin = thing.leaf == head.leaf and thing.leaf in (*_WHOLES, "Organization")
    return kin and thing.name.startswith(head.name) and _UNIT.search(thing.name) is not None
