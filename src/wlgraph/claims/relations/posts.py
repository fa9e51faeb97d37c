"""Posts: which person is printed with which title and which body (市委副书记、市长林则安).

The words before a person, between bodies and titles, are read from left to right: a title belongs to the last body
named, a title of an area (市长, 镇长) to the area of that body. In a list of persons the first one's titles hold for
all until a new title comes. 林则安当选为市长 and 林则安任甲公司经理 are read to the right, also where another title stands
before the name (甲协会会长林则安兼任院长); 院长由林则安担任 is read from where the title stands.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.scene import LINK, Actor, Scene
from wlgraph.model import GROUP_OF

_REACH = 48
SUMMED = 3
"""How directly a title stands that sums up a list (甲、乙等市领导), one less than where nothing stands between."""
_DOES = "出席|参加|陪同|列席|到场|参与|调研|与会|到会|随同|见证|一同|分别|先后|就|对|在|赴|到"
_OFFICE = re.compile("，?(?:已|现|新|被)?(?:当选|担任|出任|任命为|兼任|就任|接任|任(?![职务教内期]))")
_HELD = re.compile("(?:担任|出任|兼任|接任|任)(?=[，。；、]|$)")
_SEATS = ("Organization", "Place")
_TOWNS = ("Town", "Village", "AdministrativeArea")


@dataclass(frozen=True, slots=True)
class PostHit:
    """A title read beside a person: the person's actor by number, and the thing it is held in (empty: not printed)."""

    person: int
    seat: str
    title: str
    directness: int
    ended: bool = False
    proposed: bool = False


class Posts:
    """The posts that an article prints."""

    def __init__(self, hits: list[PostHit], scene: Scene) -> None:
        self.of: dict[tuple[str, str], PostHit] = {}
        self.all_of: dict[tuple[str, str], list[PostHit]] = {}
        self.titles: dict[str, str] = {}
        for hit in sorted(hits, key=lambda h: -h.directness):
            person = scene.actors[hit.person].mention.referent
            self.of.setdefault((person, hit.seat), hit)
            held = self.all_of.setdefault((person, hit.seat), [])
            if all(hit.title != other.title for other in held):
                held.append(hit)
            self.titles.setdefault(person, hit.title)

    def held(self, person: str, seat: str) -> list[PostHit]:
        """The posts that a person holds in a thing, else those printed without any seat (总经理林则安)."""
        return self.all_of.get((person, seat)) or self.all_of.get((person, ""), [])

    def table(self, pairs: Pairs) -> NDArray[np.float32]:
        """For each pair: how directly a post joins it, and whether the person has any post at all."""
        rows = np.zeros((len(pairs), 3), dtype=np.float32)
        for i, (s, o) in enumerate(zip(pairs.subject.tolist(), pairs.object.tolist(), strict=True)):
            person, seat = pairs.things[s], pairs.things[o]
            if person not in self.titles:
                continue
            hit = self.of.get((person, seat))
            rows[i] = (hit.directness if hit else 0, 1, _is_area_title(self.titles[person]))
        return rows


@cache
def _lexicon() -> dict[str, list[str]]:
    data: dict[str, list[str]] = tomllib.loads(
        files("wlgraph.claims.relations").joinpath("data/posts.toml").read_text("utf-8")
    )
    return data


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(rf"(?:^|，)(?:{'|'.join(_lexicon()['ended'])})")


def _title() -> str:
    endings = "|".join(sorted(_lexicon()["endings"], key=len, reverse=True))
    return rf"[一-龥]{{0,12}}?(?:{endings})(?:（[^（）]{{1,6}}）)?"


@cache
def _handed() -> re.Pattern[str]:
    """A title before the words that say who has it."""
    return re.compile(rf"((?:[\ue000-\ue013]的?)*)({_title()})(?:一职)?[，]?由[^，。；！？\n]{{0,24}}$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A body or a title in a stretch of text, the title that follows a person, and that which sums up a list."""
    title = _title()
    unit = re.compile(rf"([\ue000-\ue013])|({title})(?=[、，兼和“”\ue000-\ue013：]|$|（)")
    verb = r"(?:，?(?:已|现|新|拟|被)?(?:当选为?|担任|出任|任命为|选举为|兼任|接任|就任|任|是|为|系|，))"
    right = re.compile(
        rf"(?:（[^（）]{{1,8}}）)?{verb}(?:该)?((?:[\ue000-\ue013][的]?)*)({title})(?=[，。；、”\n兼（]|$)"
    )
    summing = re.compile(
        rf"等(?:[一二两三四五六七八九十\d]+[位名])?((?:[\ue000-\ue013]的?)*)({title})(?={_DOES}|[，。；）])"
    )
    return unit, right, summing


def _is_area_title(title: str) -> bool:
    return any(title.endswith(a) for a in _lexicon()["area"]) and not title.startswith(("科", "处"))


def read_posts(scene: Scene) -> Posts:
    """All posts that stand beside persons in the article."""
    hits: list[PostHit] = []
    last: dict[int, list[PostHit]] = {}
    for i, actor in enumerate(scene.actors):
        if GROUP_OF[scene.referents[actor.mention.referent].leaf] != "Person":
            continue
        found = _before(scene, i)
        if not found and i and actor.run == scene.actors[i - 1].run:
            found = [PostHit(i, h.seat, h.title, 2, h.ended, h.proposed) for h in last.get(i - 1, [])]
        behind = [] if found else _after(scene, i)
        also = [*_by_office(scene, i), *_by_hand(scene, i)] if found else _by_hand(scene, i)
        found = [_with_seat(scene, h, hits) for h in [*(found or behind), *also]]
        if behind:
            hits += _share_back(scene, found, {h.person for h in hits})
        last[i] = found
        hits += found
    return Posts(hits, scene)


def _with_seat(scene: Scene, hit: PostHit, before: list[PostHit]) -> PostHit:
    """A deputy printed without a seat sits where the head does (市人大常委会主任甲、副主任乙)."""
    if hit.seat or not hit.title.startswith("副"):
        return hit
    sentence = scene.actors[hit.person].sentence
    for other in reversed(before):
        near = sentence - scene.actors[other.person].sentence <= 1
        if near and other.seat and other.title.endswith(hit.title[1:]):
            return PostHit(hit.person, other.seat, hit.title, 2, hit.ended, hit.proposed)
    return hit


def _share_back(scene: Scene, found: list[PostHit], having: set[int]) -> list[PostHit]:
    """甲、乙、丙当选为副市长, 甲、乙等市领导: the title behind the last of a list holds for all of it that have none."""
    out: list[PostHit] = []
    for hit in found:
        run = scene.actors[hit.person].run
        for j in range(hit.person - 1, -1, -1):
            if scene.actors[j].run != run or j in having:
                break
            directness = hit.directness if hit.directness > SUMMED else 1
            out.append(PostHit(j, hit.seat, hit.title, directness, hit.ended, hit.proposed))
    return out


def _before(scene: Scene, i: int) -> list[PostHit]:
    position = scene.actors[i].position
    start = max(0, position - _REACH)
    window = scene.skeleton[start:position]
    cut = max(window.rfind(c) for c in "。；！？\n由\ue000\ue001")
    window, offset = window[cut + 1 :].rstrip(" \u3000"), start + cut + 1
    if not window or not re.search(rf"(?:{'|'.join(_lexicon()['endings'])})(?:、|“)?$", window):
        return []
    unit, *_ = _patterns()
    return _read(scene, i, window, offset, unit=unit, directness=3)


def _after(scene: Scene, i: int) -> list[PostHit]:
    unit, right, summing = _patterns()
    behind = scene.actors[i].position + 1
    if m := right.match(scene.skeleton, behind):
        return _read(scene, i, m[1] + m[2], m.start(1), unit=unit, directness=1)
    if m := summing.match(scene.skeleton, behind):
        return _read(scene, i, m[1] + m[2] + "：", m.start(1), unit=unit, directness=SUMMED)
    return []


def _by_office(scene: Scene, i: int) -> list[PostHit]:
    """A further post behind a person who has one before the name: 甲协会会长林则安兼任院长."""
    behind = scene.actors[i].position + 1
    return _after(scene, i) if _OFFICE.match(scene.skeleton, behind) else []


def _by_hand(scene: Scene, i: int) -> list[PostHit]:
    """A post that a sentence names before its holder: 院长由林则安担任."""
    position = scene.actors[i].position
    if not _HELD.match(scene.skeleton, position + 1):
        return []
    start = max(0, position - _REACH)
    window = scene.skeleton[start:position]
    offset = max(window.rfind(c) for c in "。；！？\n，") + 1
    m = _handed().search(window, offset)
    unit, *_ = _patterns()
    return _read(scene, i, m[1] + m[2] + "：", start + m.start(1), unit=unit, directness=1) if m else []


def _read(scene: Scene, i: int, window: str, offset: int, *, unit: re.Pattern[str], directness: int) -> list[PostHit]:
    at = {a.position: a for a in scene.actors}
    seat: Actor | None = None
    hits: list[PostHit] = []
    ended = _ended().search(window) is not None
    proposed = any(w in window for w in _lexicon()["proposed"])
    done = 0
    for m in unit.finditer(window):
        if m[1]:
            named = at.get(offset + m.start())
            seat = named if named and GROUP_OF[named.mention.leaf] in _SEATS else seat
        else:
            title = re.sub(r"（.*|^[的、，“”兼和]+|^[省市县区镇乡](?:人民)?政府(?=..)", "", m[2])
            loose = not re.fullmatch(rf"(?:{LINK}|[的兼“”])*", window[done : m.start()])
            for target in _seats(scene, i, seat, title):
                hits.append(PostHit(i, target, title, directness + (not loose), ended, proposed))
        done = m.end()
    return hits


def _seats(scene: Scene, person: int, seat: Actor | None, title: str) -> list[str]:
    """The things in which a title is held: the area for 市长, else the body named before it."""
    if not _is_area_title(title):
        return [seat.mention.referent if seat else ""]
    if seat is not None and seat.mention.leaf in _TOWNS:
        return [seat.mention.referent]
    area = _area_of(scene, seat) if seat else _area_before(scene, person, title)
    return [area or (seat.mention.referent if seat else "")]


def _area_before(scene: Scene, person: int, title: str) -> str:
    """The area that a title without a seat means: the home where the level fits (市长 in 温岭市), else the last named."""
    level = re.search(r"([省市县区镇乡州旗])(?:长|领导)", title)
    if level is None:
        return ""
    if scene.home and scene.referents[scene.home].name.endswith(level[1]):
        return scene.home
    for actor in reversed(scene.actors[:person]):
        if actor.mention.leaf in _TOWNS and scene.referents[actor.mention.referent].name.endswith(level[1]):
            return actor.mention.referent
    return ""


def _area_of(scene: Scene, body: Actor) -> str:
    """The area whose body it is: 温岭市 for 温岭市委, the home for 市委."""
    name = scene.referents[body.mention.referent].name
    best = ""
    for actor in scene.actors:
        thing = scene.referents[actor.mention.referent]
        if thing.leaf in _TOWNS and name.startswith(thing.name) and len(thing.name) > len(best):
            best = thing.name
            found = thing.id
    if best:
        return found
    return scene.home if body.mention.text.startswith(("市", "县", "区", "我市", "我县")) else ""
