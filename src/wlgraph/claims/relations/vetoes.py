"""What forbids a relation that the scorer believes: words that say that a thing is only near, counted or cited."""

from __future__ import annotations

import re

from wlgraph.claims.relations.areas import AREAS
from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.model import Predicate

_AT_EVENTS: frozenset[Predicate] = frozenset({"attended", "organizes", "chaired"})
_OF_WHAT_FOLLOWS: frozenset[Predicate] = frozenset({
    "received", "participatesIn", "administers", "organizes", "attended",
})  # fmt: skip
_ORGAN = re.compile("[省市县区州旗盟镇乡](?:委|人民政府|政府|人大|政协|纪委|监委)")
_CITING = ("精神", "的精神", "以来", "重大意义", "的重大意义", "决策部署", "报告精神")
_COUNT = re.compile(r"(?:又|已|共|新)?(?:有|增)?(?:\d+|[一二三四五六七八九十两]+)[多余]?[个家名户人位件项]")
_COUNTED = re.compile(rf"”?(?:称号|荣誉)?的{_COUNT.pattern}")


def is_forbidden(scene: Scene, pairs: Pairs, row: int, predicate: Predicate) -> bool:
    """Whether the words around every meeting of a pair speak against a relation other than a post."""
    meetings = range(int(pairs.first[row]), int(pairs.first[row + 1]))
    ends = [(int(pairs.left[m]), int(pairs.right[m])) for m in meetings]
    actors = scene.actors
    if predicate in _AT_EVENTS and _is_cited(scene, actors[ends[0][1]]):
        return True
    if predicate in _OF_WHAT_FOLLOWS and all(_only_locates(scene, *end) for end in ends):
        return True
    if predicate == "partOf" and all(_are_beside(scene, *end) for end in ends):
        return True
    return predicate == "received" and all(_is_counted(scene, actors[s], actors[o]) for s, o in ends)


def _is_cited(scene: Scene, event: Actor) -> bool:
    """An event is only spoken of (宣讲党的二十大精神): who expounds it was not there, nor held it."""
    return scene.article.text.startswith(_CITING, event.mention.span.end)


def _only_locates(scene: Scene, place: int, other: int) -> bool:
    """A place only tells where the name right behind it is (我县大溪镇入选): what follows is said of that."""
    behind = place + 1
    if scene.actors[place].mention.leaf not in AREAS or behind >= len(scene.actors):
        return False
    return behind != other and scene.actors[behind].position == scene.actors[place].position + 1


def _are_beside(scene: Scene, part: int, whole: int) -> bool:
    """Two organs of one area named in one breath (市委市政府)."""
    own, other = scene.actors[part], scene.actors[whole]
    return own.position == other.position + 1 and _ORGAN.match(own.mention.text) is not None


def _is_counted(scene: Scene, place: Actor, title: Actor) -> bool:
    """A place only has some who received a title (我市三家企业入选, 我市获得称号的5个村)."""
    if place.mention.leaf not in AREAS:
        return False
    text = scene.article.text
    return bool(_COUNT.match(text, place.mention.span.end) or _COUNTED.match(text, title.mention.span.end))
