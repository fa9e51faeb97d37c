"""Titles and the bodies beside them in a stretch of folded text, read from left to right.

A title belongs to the last body named, a title of an area (市长, 镇长) to the area of that body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wlgraph.claims.relations.areas import AREAS, DEICTIC, area_before, area_of, level_of, may_lead
from wlgraph.claims.relations.post_words import lexicon
from wlgraph.claims.relations.scene import LINK, SYMBOL, Actor, Scene
from wlgraph.claims.relations.tenses import Tense, without_tense
from wlgraph.model import GROUP_OF, ClaimModality, Leaf

_SEATS = ("Organization", "Place")
_PERSONS = f"[{SYMBOL['Person']}{SYMBOL['Official']}]"
_OF_LEVEL = re.compile(r"(?:[省市县区州旗镇乡村]级|总)(?:[^，。、]{0,6}链)?[河湖库林田路沟链]长$")
"""Those who answer for a river, a wood, an industry in an area (县级河长, 总林长)."""
_INDEFINITE = re.compile("[一某](?:家|所|个|间)")
"""What says that a title's body is not named: 在宁波一家服装厂当班长."""
_OF_FIRM = ("集团", "公司")
_AREALESS = ("Infrastructure", "Company", "ResearchBody", "Organization")


@dataclass(frozen=True, slots=True)
class PostHit:
    """A title read beside a person: the person's actor by number, and the thing it is held in (empty: not printed).

    ``guessed``: the thing is an area that does not stand beside the title.
    """

    person: int
    seat: str
    title: str
    directness: int
    modality: ClaimModality = "stated"
    guessed: bool = False


def title_pattern() -> str:
    """A pattern for a title: at most twelve characters before one of the words in which titles end."""
    endings = "|".join(sorted(lexicon()["endings"], key=len, reverse=True))
    return rf"[一-龥]{{0,12}}?(?:{endings})(?:（[^（）]{{1,6}}）)?"


def held_pattern() -> str:
    """A pattern for titles with the bodies before them, two groups: the first bodies, and all the rest
    (甲局局长、乙局党组书记、局长)."""
    title = title_pattern()
    titles = rf"{title}(?:[、兼]{title}){{0,3}}"
    return rf"((?:[\ue000-\ue013](?:（[^（）]{{1,6}}）)?的?)*)({titles}(?:、[\ue002-\ue013]{titles}){{0,4}})"


@cache
def _unit() -> re.Pattern[str]:
    """A body or a title in a stretch of text."""
    return re.compile(rf"([\ue000-\ue013])|({title_pattern()})(?=[、，兼和“”\ue000-\ue013：]|$|（)")


@cache
def _last_title() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(lexicon()['endings'])})(?:、|“)?$")


@cache
def _lead() -> re.Pattern[str]:
    """What stands before a title and is no part of it."""
    return re.compile(rf".*(?:{'|'.join(lexicon()['lead'])})(?=..)")


def ends_in_title(words: str) -> bool:
    """Whether a stretch ends in a title, so that what follows may be its holder."""
    return _last_title().search(words) is not None


def is_area_title(title: str) -> bool:
    """Whether a title's seat is an area (市长, 镇长, 县级河长), not the body beside it."""
    named = title.endswith(tuple(lexicon()["area"])) and not title.startswith(("科", "处"))
    return named or _OF_LEVEL.search(title) is not None


def read_titles(scene: Scene, i: int, window: str, offset: int, *, directness: int) -> list[PostHit]:
    """The titles of the person ``i`` in a window of the skeleton that begins at ``offset``."""
    at = {a.position: a for a in scene.actors}
    seat: Actor | None = None
    hits: list[PostHit] = []
    tense, done = Tense(), 0
    for m in _unit().finditer(window):
        tense.read(window, done, m.end(), body=bool(m[1]))
        if m[1]:
            named = at.get(offset + m.start())
            if named and named.mention.leaf == "Project":
                seat = None
            elif named and named.mention.text and GROUP_OF[named.mention.leaf] in _SEATS:
                seat = named
        else:
            if _INDEFINITE.search(window, done, m.end()):
                seat = None
            title = _lead().sub(
                "", re.sub(r"（.*|^[的、，“”兼和及与]+|^[省市县区州旗镇乡]?(?:人民)?政府(?=..)", "", m[2])
            )
            apart = re.fullmatch(rf"(?:{LINK}|{_PERSONS}|[的兼“”])*", window[done : m.start()]) is None
            loose = apart and not (is_area_title(title) and _begins_clause(window, m.start(2)))
            target = seat_of(scene, i, seat, title)
            guessed = seat is None and target != ""
            hits.append(PostHit(i, target, without_tense(title), directness + (not loose), tense.modality, guessed))
        done = m.end()
    return hits


def _begins_clause(window: str, at: int) -> bool:
    """Whether a title opens a clause (甲出席，县领导乙陪同), so that what stands before it says nothing against its area."""
    return at == 0 or window[at - 1] == "，"


def seat_of(scene: Scene, person: int, seat: Actor | None, title: str) -> str:
    """The thing in which a title is held: the area for 市长, else the body named before it."""
    if not is_area_title(title):
        if title.startswith(_OF_FIRM) and (seat is None or seat.mention.leaf != "Company"):
            return _firm_before(scene, person)
        return seat.mention.referent if seat and _may_seat(seat.mention.leaf, title) else ""
    if seat is not None and seat.mention.leaf in AREAS:
        if may_lead(title, seat):
            return seat.mention.referent
        seat = None
    if seat is not None and (seat.mention.leaf in _AREALESS or _is_park_without(seat, title)):
        seat = None
    area = area_of(scene, seat, level_of(title)) if seat else area_before(scene, person, title)
    return area or (seat.mention.referent if seat and not DEICTIC.match(seat.mention.text) else "")


def _is_park_without(seat: Actor, title: str) -> bool:
    """Whether a park stands before the title of an area's head (在高新区开工，市长…); only a 区长 may lead one."""
    return seat.mention.leaf == "IndustrialPark" and level_of(title) not in ("", "区")


def _may_seat(leaf: Leaf, title: str) -> bool:
    """Whether a thing of a class may be the seat: no place of a manager or of a president, nothing but a village or a team of 村支书."""
    if leaf in AREAS and title.endswith((*lexicon()["business"], *lexicon()["society"])):
        return False
    return not title.startswith("村") or leaf in ("Village", "Organization")


def _firm_before(scene: Scene, person: int) -> str:
    """The firm named last before a person in the sentence: that of 集团副董事长 after other posts."""
    sentence = scene.actors[person].sentence
    firms = (a for a in reversed(scene.actors[:person]) if a.sentence == sentence and a.mention.leaf == "Company")
    return next((a.mention.referent for a in firms), "")
