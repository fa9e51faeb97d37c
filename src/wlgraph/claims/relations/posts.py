"""Posts: which person is printed with which title and which body (市委副书记、市长林则安).

The words before a person, between bodies and titles, are read from left to right: a title belongs to the last body
named, a title of an area (市长, 镇长) to the area of that body. In a list of persons the first one's titles hold for
all until a new title comes. 林则安当选为市长 and 林则安任甲公司经理 are read to the right, also where another title stands
before the name (甲协会会长林则安兼任院长); 院长由林则安担任 is read from where the title stands; notices of appointment and
careers (林则安，女，现任甲局局长，拟任乙局书记) have forms of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.elections import ORDINAL, elected, of_society
from wlgraph.claims.relations.listed_posts import read_listed
from wlgraph.claims.relations.pairs import Pairs
from wlgraph.claims.relations.post_words import lexicon
from wlgraph.claims.relations.scene import SYMBOL, Scene
from wlgraph.claims.relations.tenses import has_left, tense_behind
from wlgraph.claims.relations.titles import (
    PostHit,
    ends_in_title,
    held_pattern,
    is_area_title,
    read_titles,
    seat_of,
)
from wlgraph.claims.relations.unseated import DIRECT, with_seat
from wlgraph.model import GROUP_OF

_REACH = 48
SUMMED = 3
"""How directly a title stands that sums up a list (甲、乙等市领导), one less than where nothing stands between."""
_PERSONS = SYMBOL["Person"] + SYMBOL["Official"]
_MANY = r"[一二两三四五六七八九十\d]+"
_COLLECTIVE = "领导"
_DOES = "出席|参加|陪同|列席|到场|参与|调研|与会|到会|随同|见证|一同|分别|先后|就|对|在|赴|到"
_OFFICE = re.compile(
    f"(?:等{_MANY}[人位名])?，?(?:已|现|新|被)?(?:全票|高票|再次)?(?:当选|连任|续任|被?推选为|被?选为|成为(?:新|首)|担任|出任|任命为|兼任|就任|接任|任(?![职务教内期]))"
)
_HELD = re.compile("(?:担任|出任|兼任|接任|任)(?=[，。；、—]|$)")
_NEXT = re.compile(f"[^，。；！？\\n]{{0,40}}[{_PERSONS}]")
_INTRODUCES = re.compile("(?:是|叫|为)$")
_BORNE = re.compile("(?:时任|现任|担任|出任|曾任|做|当)[^，、]*的$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Titles around a person, each with the bodies before it: behind a verb, behind a list, before 由, and so on."""

    right: re.Pattern[str]
    summing: re.Pattern[str]
    handed: re.Pattern[str]
    address: re.Pattern[str]
    removed: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    held = held_pattern()
    verb = r"(?:，?(?:已|现|新|拟|被|曾|将|即将|现已|已被|将被|此前|之前|先前|早年|原|原先|先后|同时)?(?:(?:全票|高票|再次|分别|均)?(?:当选为?|连任|续任|被?选为|被?选举为|被?推选为|被?推举为|成为)|担任|出任|任命为|聘为|兼任|接任|就任|调任|升任|转任|历任|时任|任|是|为|系|，))"
    address = "|".join(sorted(lexicon()["address"], key=len, reverse=True))
    return _Patterns(
        right=re.compile(
            rf"(?:同志)?(?:（[^（）]{{1,8}}）)?(?:等{_MANY}[人位名](?:同志)?)?{verb}(?:该)?{ORDINAL}{held}(?=(?:候选)?人选|候选人|的(?:决定|请求|通知|议案|说明)|[，。；、”\n兼（]|$)"
        ),
        summing=re.compile(rf"等(?:{_MANY}[位名])?{held}(?={_DOES}|[，。；）])"),
        handed=re.compile(rf"{held}(?:一职)?[，]?由[^，。；！？\n]{{0,24}}$"),
        address=re.compile(rf"((?:常务副|副|高级|特聘)?(?:{address}))(?![长员])"),
        removed=re.compile(
            rf"(?:(?<=免去[{_PERSONS}])(?:同志)?(?=[^，。；\n]{{1,40}}(?:职务|一职))|(?:同志)?(?:的(?=[^，。；\n]{{1,40}}(?:职务|一职))|，?(?:因[^，。；]{{1,12}}，?)?(?:请求|申请)?(?:辞去|不再担任|不再兼任)))"
            rf"{held}(?:等)?(?:的)?(?:职务|一职|(?=[，。；]))"
        ),
    )


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
            rows[i] = (hit.directness if hit else 0, 1, is_area_title(self.titles[person]))
        return rows


def read_posts(scene: Scene) -> Posts:
    """All posts that stand beside persons in the article."""
    hits: list[PostHit] = []
    last: dict[int, list[PostHit]] = {}
    for i, actor in enumerate(scene.actors):
        if GROUP_OF[scene.referents[actor.mention.referent].leaf] != "Person":
            continue
        found = _before(scene, i)
        behind = [] if found else _after(scene, i)
        if not found and not behind and i and actor.run == scene.actors[i - 1].run:
            found = [_shared(h, i) for h in last.get(i - 1, [])]
        also = [*read_listed(scene, i), *_by_hand(scene, i), *(_by_office(scene, i) if found else [])]
        found = [with_seat(scene, of_society(scene, h), hits) for h in found or behind]
        if behind:
            hits += _share_back(scene, found, {h.person for h in hits})
        last[i] = [] if behind else found
        hits += [*found, *(with_seat(scene, h, hits) for h in also)]
    return Posts(hits, scene)


def _shared(hit: PostHit, person: int) -> PostHit:
    """A title that holds for the next of a list, too; as surely as for the first where it means many (市领导) or is an area's."""
    sure = hit.title.endswith(_COLLECTIVE) or is_area_title(hit.title)
    return replace(hit, person=person, directness=hit.directness if sure else 2, guessed=False)


def _share_back(scene: Scene, found: list[PostHit], having: set[int]) -> list[PostHit]:
    """甲、乙、丙当选为副市长, 甲、乙等市领导: the title behind the last of a list holds for all of it that have none."""
    out: list[PostHit] = []
    for hit in found:
        run = scene.actors[hit.person].run
        for j in range(hit.person - 1, -1, -1):
            if scene.actors[j].run != run or j in having:
                break
            directness = hit.directness if hit.directness > SUMMED else 1
            out.append(PostHit(j, hit.seat, hit.title, directness, hit.modality))
    return out


def _before(scene: Scene, i: int) -> list[PostHit]:
    position = scene.actors[i].position
    start = max(0, position - _REACH)
    window = scene.skeleton[start:position]
    cut = max(window.rfind(c) for c in "。；！？\n由" + _PERSONS)
    window, offset = _INTRODUCES.sub("", window[cut + 1 :].rstrip(" \u3000")), start + cut + 1
    if window[-1:] == "、" and _patterns().address.fullmatch(window[:-1]) and scene.skeleton[offset - 1] in _PERSONS:
        return []
    window = window[:-1] if _BORNE.search(window) else window
    if not ends_in_title(window):
        return []
    hits = read_titles(scene, i, window, offset, directness=3)
    return [replace(h, modality="ended") for h in hits] if has_left(scene, position) else hits


def _after(scene: Scene, i: int) -> list[PostHit]:
    patterns, behind = _patterns(), scene.actors[i].position + 1
    m = patterns.right.match(scene.skeleton, behind)
    if m and not _is_of_next(scene, m):
        modality = tense_behind(scene, scene.actors[i].position, m.start(1))
        hits = [elected(scene, h) for h in read_titles(scene, i, m[1] + m[2], m.start(1), directness=1)]
        return [replace(h, modality=modality) for h in hits] if modality != "stated" else hits
    if m := patterns.summing.match(scene.skeleton, behind):
        return [elected(scene, h) for h in read_titles(scene, i, m[1] + m[2] + "：", m.start(1), directness=SUMMED)]
    return _removed(scene, i) or _addressed(scene, i)


def _is_of_next(scene: Scene, behind: re.Match[str]) -> bool:
    """Whether a title behind a comma is that of the next person (副县长林则安、何曼，县政协副主席、县工商联主席周亦然陪同)."""
    return (
        scene.skeleton[behind.start() : behind.start(1)] == "，"
        and _NEXT.match(scene.skeleton, behind.end()) is not None
    )


def _removed(scene: Scene, i: int) -> list[PostHit]:
    """A post that a notice ends: 免去林则安的甲局局长职务."""
    if m := _patterns().removed.match(scene.skeleton, scene.actors[i].position + 1):
        if scene.skeleton[: scene.actors[i].position].endswith("拟免去"):
            return read_titles(scene, i, m[1] + m[2], m.start(1), directness=1)
        return [replace(h, modality="ended") for h in read_titles(scene, i, m[1] + m[2], m.start(1), directness=1)]
    return []


def _addressed(scene: Scene, i: int) -> list[PostHit]:
    """A title that one is called by: 温岭大学的林则安教授, 市政府林则安副市长."""
    position = scene.actors[i].position
    if not (m := _patterns().address.match(scene.skeleton, position + 1)):
        return []
    start = position - 2 if scene.skeleton[position - 1] == "的" else position - 1
    seat = next(
        (a for a in scene.actors[:i] if a.position == start and GROUP_OF[a.mention.leaf] == "Organization"), None
    )
    if is_area_title(m[1]):
        area = PostHit(i, seat_of(scene, i, seat, m[1]), m[1], DIRECT if seat else 1, guessed=seat is None)
        return [area, replace(area, seat=seat.mention.referent)] if seat else [area]
    return [PostHit(i, seat.mention.referent if seat else "", m[1], 1)]


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
    m = _patterns().handed.search(window, offset)
    return read_titles(scene, i, m[1] + m[2] + "：", start + m.start(1), directness=1) if m else []
