"""Titles printed without a body, whose body another post of the article names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from wlgraph.claims.relations.listed_posts import BESIDE, body_over
from wlgraph.claims.relations.post_words import lexicon
from wlgraph.claims.relations.scene import Scene
from wlgraph.claims.relations.titles import PostHit, is_area_title

DIRECT = 4
"""How directly a post must stand before its person to be believed without the scorer."""
_VILLAGE = re.compile("^(?:驻?村|第一书记)")
"""How a title begins that is held in a village."""
_PARK = re.compile("^(?:园区|开发区|新区)?(?:管委会|党工委)")
"""How a title begins that is held in a park."""
_LABELLED = re.compile("[^，。：；\n]{1,16}：")


def with_seat(scene: Scene, hit: PostHit, before: Sequence[PostHit]) -> PostHit:
    """The post, in the body that a line over it, a person listed before, the line's one firm or the head of its deputy
    tells; ``before`` are the posts read so far."""
    if hit.seat:
        return hit
    if seat := _over(scene, hit):
        return replace(hit, seat=seat, directness=BESIDE + 1)
    if seat := _beside(scene, hit, before):
        return replace(hit, seat=seat, directness=DIRECT)
    if seat := _firm_of_line(scene, hit):
        return replace(hit, seat=seat)
    seat = _of_head(scene, hit, before) or _of_village(scene, hit) or _of_park(scene, hit)
    return replace(hit, seat=seat, directness=2) if seat else hit


def _over(scene: Scene, hit: PostHit) -> str:
    """The body in whose list the person's line stands."""
    return "" if is_area_title(hit.title) else body_over(scene, hit.person)


@cache
def _head() -> re.Pattern[str]:
    """A title that says nothing of the body, which is that of the person before."""
    own = "副|常务|执行|名誉|监事会|党组|技术|财务|销售|生产|行政|营销|运营"
    return re.compile(rf"(?:{own})*(?:{'|'.join(lexicon()['heads'])})")


def _beside(scene: Scene, hit: PostHit, before: Sequence[PostHit]) -> str:
    """The body of a person before in a list of one body's heads (甲公司董事长林则安、监事会主席何曼及副总裁王敏; 甲公司林则安董事长、
    何曼副总经理)."""
    actors = scene.actors
    first = hit.person - actors[hit.person].rank
    last = next((o for o in reversed(before) if o.seat and first - 1 <= o.person < hit.person), None)
    if last is None or is_area_title(last.title) or not _head().fullmatch(hit.title):
        return ""
    if last.person >= first:
        return last.seat
    between = scene.skeleton[actors[last.person].position + 1 : actors[first].position]
    return last.seat if between == f"{last.title}、" or re.fullmatch(f"(?:、|及|和|以及){hit.title}", between) else ""


def _firm_of_line(scene: Scene, hit: PostHit) -> str:
    """The firm of a manager in a labelled line that names one before (中标人：甲公司，工期90天，项目经理乙)."""
    if not hit.title.endswith(tuple(lexicon()["business"])):
        return ""
    start = scene.skeleton.rfind("\n", 0, scene.actors[hit.person].position) + 1
    own = (a for a in scene.actors[: hit.person] if a.position >= start)
    firms = {a.mention.referent for a in own if a.mention.leaf == "Company"}
    labelled = _LABELLED.match(scene.skeleton, start) is not None
    return firms.pop() if labelled and len(firms) == 1 else ""


def _of_head(scene: Scene, hit: PostHit, before: Sequence[PostHit]) -> str:
    """Where the head sits whose deputy it is (市人大常委会主任甲、副主任乙)."""
    if not hit.title.startswith("副") or hit.title.endswith(tuple(lexicon()["business"])):
        return ""
    sentence = scene.actors[hit.person].sentence
    for other in reversed(before):
        near = sentence - scene.actors[other.person].sentence <= 1
        if near and other.seat and other.title.endswith(hit.title[1:]):
            return other.seat
    return ""


def _of_village(scene: Scene, hit: PostHit) -> str:
    """The village of a village's post: the one named last before it, else the first in its sentence."""
    if not _VILLAGE.search(hit.title):
        return ""
    own = scene.actors[hit.person]
    villages = [a for a in scene.actors if a.mention.leaf == "Village"]
    before = [a for a in villages if a.position < own.position]
    behind = [a for a in villages if a.position > own.position and a.sentence == own.sentence]
    return next((a.mention.referent for a in (*before[-1:], *behind)), "")


def _of_park(scene: Scene, hit: PostHit) -> str:
    """The park of its committee's post (管委会主任): the one named last before it."""
    if not _PARK.search(hit.title):
        return ""
    parks = (a.mention.referent for a in reversed(scene.actors[: hit.person]) if a.mention.leaf == "IndustrialPark")
    return next(parks, "")
