"""Posts as lists and notices print them: in brackets, in rows, in careers, and those that a notice takes away again.

林则安（甲局局长）; 林则安　甲局局长; 林则安，女，现任甲局局长，拟任乙局书记; 任命林则安为甲局局长，免去其乙局局长职务.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from wlgraph.claims.relations.areas import area_of, level_of
from wlgraph.claims.relations.scene import Scene
from wlgraph.claims.relations.titles import PostHit, held_pattern, is_area_title, read_titles
from wlgraph.model import GROUP_OF, ClaimModality

LINES = 60
"""So many lines over a post its body is looked for."""
BESIDE = 3
"""How directly a listed post stands by its person: as one right before the name does."""
_STEPS = (
    "现任",
    "曾任",
    "历任",
    "时任",
    "拟?提名为?",
    "推荐为",
    "拟(?:提|提拔|转|交流|调|晋升|改)任",
    "拟聘任",
    "拟聘",
    "拟任",
    "任",
)
_PAST, _TO_COME = ("曾任", "历任", "时任"), ("拟", "提名", "推荐")
_CAREER = re.compile("(?:（[^（）]{1,8}）)?[， \u3000]+(?:男|女|[一-龥]{1,4}族)，|，(?:现任|曾任|历任|拟任|拟提)")
_BLANKS = r"[ \u3000\t]+"
_CELLS = rf"(?:{_BLANKS}(?:[男女]|[0年月日.．生岁]+|[一-龥]{{1,4}}族))*{_BLANKS}"
"""What may stand between a name and a post in a row of a list: sex, birth, people."""
_ROW_START = re.compile(r"[ \u3000（(]*0?[)）.．、]?[ \u3000]*(?:[一-龥]{2,6}[ \u3000\t]+)?")
_ALONE = re.compile(
    r"[ \u3000]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|0[.．、])?([\ue000-\ue013])(?:（[^（）]*）)?[：:]?"
)
_LEADS_LINE = re.compile(r"[ \u3000]*(?:推荐|聘任|任命)?")
_POST_LINE = re.compile(r"[ \u3000]*(?:推荐|聘任|任命)?[\ue000\ue001](?:（[^（）]*）)?(?:任|为|不再)")
"""A line of a notice that says who has or leaves a post of the body over it."""
_CAREER_END = re.compile("[。；\n\ue000\ue001]")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Titles behind a person, each with the bodies before it."""

    removed: re.Pattern[str]
    bracketed: re.Pattern[str]
    step: re.Pattern[str]
    further: re.Pattern[str]
    told: re.Pattern[str]
    row: re.Pattern[str]
    also: re.Pattern[str]
    moved: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    held = held_pattern()
    return _Patterns(
        removed=re.compile(
            rf"(?:[^；。\n]*?免去其(?:的)?|[^；。\n\ue000\ue001]*?，(?:不再担任|不再兼任|辞去)(?:原?任?的)?)"
            rf"{held}(?:等)?(?:职务|一职|(?=[，。；]|$))"
        ),
        bracketed=re.compile(rf"（(?:[男女]，|[一-龥]{{1,4}}族，|0岁，)*{held}(?=[，）])"),
        step=re.compile(rf"({'|'.join(_STEPS)}){held}(?=人选|候选人|[，。；、兼（\n]|$)"),
        further=re.compile(rf"，{held}(?=[，。；、（\n]|$)"),
        told=re.compile(rf"(?<=，){held}(?=[，。；、（\n]|$)"),
        also=re.compile(rf"，(?:现任|现为|现在?是|也是|还是|同时担任|现?还?兼任){held}(?=[，。；、\n]|$)"),
        moved=re.compile(rf"(?:同志)?(?:此前|今年)?[由从]{held}(?:调任|转任|升任|提任|改任){held}(?=[，。；、\n]|$)"),
        row=re.compile(rf"(?:（[^（）]{{1,8}}）)?{_CELLS}{held}(?=[ \u3000\t，。；\n]|$)"),
    )


def read_listed(scene: Scene, i: int) -> list[PostHit]:
    """The posts that a list or notice prints behind a person."""
    patterns, behind = _patterns(), scene.actors[i].position + 1
    m = patterns.bracketed.match(scene.skeleton, behind)
    if m is None and _opens_row(scene, i):
        m = patterns.row.match(scene.skeleton, behind)
    if m is not None:
        return read_titles(scene, i, m[1] + m[2], m.start(1), directness=BESIDE)
    if career := _career(scene, i) if _CAREER.match(scene.skeleton, behind) else []:
        return career
    if m := patterns.removed.match(scene.skeleton, behind):
        return _over(scene, i, m[1] + m[2], m.start(1))
    if m := patterns.moved.match(scene.skeleton, behind):
        now = read_titles(scene, i, m[3] + m[4], m.start(3), directness=BESIDE)
        return [*_over(scene, i, m[1] + m[2], m.start(1)), *now]
    return _further(scene, i)


def _over(scene: Scene, i: int, window: str, offset: int) -> list[PostHit]:
    """Posts of a stretch that are held no longer."""
    return [replace(h, modality="ended") for h in read_titles(scene, i, window, offset, directness=BESIDE)]


def _further(scene: Scene, i: int) -> list[PostHit]:
    """Posts that a sentence adds about its one person (林则安原任甲局局长，现任乙局局长，也是丙协会会长)."""
    behind = scene.actors[i].position + 1
    found = _patterns().also.finditer(scene.skeleton, behind, _end_of_career(scene, behind))
    return [hit for m in found for hit in read_titles(scene, i, m[1] + m[2], m.start(1), directness=BESIDE)]


def _end_of_career(scene: Scene, behind: int) -> int:
    """Where the words about one person end: at the next person or the end of the sentence."""
    found = _CAREER_END.search(scene.skeleton, behind)
    return found.start() if found else len(scene.skeleton)


def _opens_row(scene: Scene, i: int) -> bool:
    """Whether a person stands first in a line, perhaps behind its number or a cell that says for what (敬业奉献　林则安)."""
    start = scene.skeleton.rfind("\n", 0, scene.actors[i].position) + 1
    return _ROW_START.fullmatch(scene.skeleton[start : scene.actors[i].position]) is not None


def body_over(scene: Scene, i: int) -> str:
    """The body that stands alone in a line over the lines of those who hold its posts (甲公司 / 林则安任总经理；)."""
    start = scene.skeleton.rfind("\n", 0, scene.actors[i].position) + 1
    if not _LEADS_LINE.fullmatch(scene.skeleton[start : scene.actors[i].position]):
        return ""
    for _ in range(LINES):
        end, start = start - 1, scene.skeleton.rfind("\n", 0, max(0, start - 1)) + 1
        line = scene.skeleton[start : max(start, end)]
        if alone := _ALONE.fullmatch(line):
            actor = next((a for a in scene.actors[:i] if a.position == start + alone.start(1)), None)
            return actor.mention.referent if actor and GROUP_OF[actor.mention.leaf] == "Organization" else ""
        if not _POST_LINE.match(line):
            return ""
    return ""


def _career(scene: Scene, i: int) -> list[PostHit]:
    """The posts that a person's career lists, up to the next person or the end of the sentence.

    Where no word tells a step, the posts stand for themselves (林则安，女，1979年生，甲公司高级技师).
    """
    behind = scene.actors[i].position + 1
    end = _end_of_career(scene, behind)
    hits: list[PostHit] = []
    for step in _patterns().step.finditer(scene.skeleton, behind, end):
        hits += _step(scene, i, step, end, hits)
    if hits:
        return hits
    told = (m for m in _patterns().told.finditer(scene.skeleton, behind, end) if m[1])
    return [hit for m in told for hit in read_titles(scene, i, m[1] + m[2], m.start(1), directness=BESIDE)]


def _step(scene: Scene, i: int, step: re.Match[str], end: int, before: Sequence[PostHit]) -> list[PostHit]:
    """The posts of one step, with those that follow it without a word of their own (历任甲局科长，乙镇副镇长)."""
    modality: ClaimModality = "ended" if step[1] in _PAST else "proposed" if step[1].startswith(_TO_COME) else "stated"
    titles = [(step[2], step[3], step.start(2))]
    while (last := titles[-1]) and (
        m := _patterns().further.match(scene.skeleton, last[2] + len(last[0] + last[1]), end)
    ):
        if not m[1]:
            break
        titles.append((m[1], m[2], m.start(1)))
    hits = [h for seat, title, start in titles for h in read_titles(scene, i, seat + title, start, directness=BESIDE)]
    return [replace(h, seat=_seat(scene, h, step[2], before), modality=modality) for h in hits]


def _seat(scene: Scene, hit: PostHit, printed: str, before: Sequence[PostHit]) -> str:
    """A step without a seat is one in the body told before it (拟任甲镇党委副书记，提名为镇长候选人)."""
    told = next((h.seat for h in reversed(before) if h.seat), "")
    if printed or not told:
        return hit.seat
    actor = next(a for a in scene.actors if a.mention.referent == told)
    return (area_of(scene, actor, level_of(hit.title)) or told) if is_area_title(hit.title) else told
