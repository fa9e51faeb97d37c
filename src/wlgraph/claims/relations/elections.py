"""Heads whom an assembly elects, told without the body that it belongs to (会上，林则安当选新一届会长)."""

from __future__ import annotations

import re
from dataclasses import replace

from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.claims.relations.titles import PostHit
from wlgraph.model import Leaf

ORDINAL = "(?:(?:新一届|首届|首任|第?[一二三四五六七八九十]+届)(?:理事会)?)?"
"""Which one of its heads someone becomes."""
_ASSEMBLED = 5
"""How directly such a post counts as standing before its person: it is believed without the scorer."""
_FAR = 4
"""Sentences that the body may stand back."""
_OWN = re.compile(rf"(?:协会|商会|学会|联合会|促进会|研究会|公会){ORDINAL}")
"""How the title of a society's head begins whose society was named before (协会理事长)."""
_HEADS: tuple[tuple[Leaf, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "Organization",
        ("会", "联盟", "联合体", "共同体", "文联", "工商联"),
        re.compile("(?:常务|执行|名誉)?副?(?:会长|理事长|秘书长|监事长|主席)|常务理事"),
    ),
    ("PublicBody", ("政协",), re.compile("副?(?:主席|秘书长)|政协领导")),
    ("PublicBody", ("人大常委会",), re.compile("副?(?:主任|秘书长)|(?:人大)?常委会领导")),
)
"""How the names of societies and assemblies end, and the titles that they give."""


def elected(scene: Scene, hit: PostHit) -> PostHit:
    """The post, without a body so far, in the society or assembly named last before its holder."""
    return hit if hit.seat else _in_society(scene, hit)


def of_society(scene: Scene, hit: PostHit) -> PostHit:
    """The same for a title that says that it is of a society named before (协会六届理事会理事长林则安)."""
    own = _OWN.match(hit.title)
    return _in_society(scene, replace(hit, title=hit.title[own.end() :])) if own and not hit.seat else hit


def _in_society(scene: Scene, hit: PostHit) -> PostHit:
    here = scene.actors[hit.person]
    seat = next((a for a in reversed(scene.actors[: hit.person]) if _may_elect(scene, a, hit.title)), None)
    if seat is None or here.sentence - seat.sentence > _FAR:
        return hit
    return replace(hit, seat=seat.mention.referent, directness=_ASSEMBLED)


def _may_elect(scene: Scene, body: Actor, title: str) -> bool:
    thing = scene.referents[body.mention.referent]
    return any(
        thing.leaf == leaf and thing.name.endswith(ends) and heads.fullmatch(title) for leaf, ends, heads in _HEADS
    )
