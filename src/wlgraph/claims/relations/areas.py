"""The area in which a title is held: 温岭市 for 市长 beside 温岭市委, the home for 我市 and 市委, the county of 县领导."""

from __future__ import annotations

import re

from wlgraph.claims.relations.scene import Actor, Scene
from wlgraph.model import Leaf
from wlgraph.names.canonical import levels

AREAS: tuple[Leaf, ...] = ("Town", "Village", "AdministrativeArea")
DEICTIC = re.compile("我?([省市县区州旗盟])")
"""How a body begins that names its level alone (市委)."""
_UNITS = "省市县区州旗盟"
_LED: dict[Leaf, str] = {"Town": "镇乡", "Village": "村"}
"""The levels of the titles that a town and a village have."""
_LEVEL = re.compile(r"([省市县区镇乡州旗村])(?:长|领导|级)")
_STEM = re.compile(
    r"(.+(?:[省市县区州旗盟镇乡]|街道))(?=委|人民政府|政府|人大|政协|纪委|人民法院|人民检察院|.{2,12}[局委办会院队])"
)


def level_of(title: str) -> str:
    """The level of the area that a title names (县 in 副县长, 县级河长, 县领导); empty where it names none."""
    level = _LEVEL.search(title)
    return level[1] if level else ""


def may_lead(title: str, place: Actor) -> bool:
    """Whether a title's level is that of a place as it is printed (no 市长 of a town, no 县长 of a 市)."""
    level, unit = level_of(title), place.mention.text[-1:]
    if place.mention.leaf == "AdministrativeArea":
        return not level or unit not in _UNITS or unit == level
    return level in ("", *_LED[place.mention.leaf])


def area_before(scene: Scene, person: int, title: str) -> str:
    """The area that a title without a seat means: the home where the level fits, else that of what was named last."""
    level = level_of(title)
    if not level:
        return ""
    if found := meant(scene, level):
        return found
    for actor in reversed(scene.actors[:person]):
        if actor.mention.leaf in AREAS and scene.referents[actor.mention.referent].name.endswith(level):
            return actor.mention.referent
        if actor.mention.leaf == "PublicBody" and (found := area_of(scene, actor, level)):
            return found
    return ""


def area_of(scene: Scene, body: Actor, level: str = "") -> str:
    """The area whose body it is, of the level asked for: 温岭市 for 温岭市委, the home for 市委."""
    named = DEICTIC.match(body.mention.text)
    return _named_in(scene, scene.referents[body.mention.referent].name, level) or (
        meant(scene, named[1]) if named and level in ("", named[1]) else ""
    )


def _named_in(scene: Scene, name: str, level: str) -> str:
    """The area of the article with whose name the head of a body's name ends (天河区 in 广州市天河区委), else begins."""
    stem = _STEM.match(name)
    fitting = []
    for thing in {actor.mention.referent: scene.referents[actor.mention.referent] for actor in scene.actors}.values():
        if thing.leaf not in AREAS or (level and not thing.name.endswith(level)):
            continue
        if stem and stem[1].endswith(thing.name):
            fitting.append((1, len(thing.name), thing.id))
        elif name.startswith(thing.name):
            fitting.append((0, len(thing.name), thing.id))
    return max(fitting)[2] if fitting else ""


def meant(scene: Scene, level: str) -> str:
    """The area that 市 or 县 alone means on the page: the home, or the prefecture around it where the page names it."""
    if not scene.home:
        return ""
    home = scene.referents[scene.home].name
    name = levels(home).get(level, "")
    if name == home:
        return scene.home
    return next((r.id for r in scene.referents.values() if r.leaf == "AdministrativeArea" and r.name == name), "")
