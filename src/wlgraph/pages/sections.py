"""Where one article ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from wlgraph.pages import bylines
from wlgraph.pages.cohesion import cohesion
from wlgraph.pages.drafts import Draft, PartKind
from wlgraph.pages.furniture import find_jumps, is_slogan
from wlgraph.pages.lines import Line, breaks_off
from wlgraph.pages.roles import Cast, Role, style_of
from wlgraph.pages.statistics import load_statistics

_COLUMN = re.compile(
    r"一句话新闻|简讯|要闻|快讯|速递|速览|你问我答|有问必答|公示|公告|通告|启事|声明|督办|讣告|热线|回音壁|时评|短评|评论|社论|言论|快评|拾零|集锦"
    r"|图片新闻|来信|来论|提醒|预告|通知|名单|光荣榜|速写|人物志|手记|特写|侧记|随笔"
)
_NOTE = re.compile(
    r"编者按语?|编后语?|编者的话|核心提示|内容提要|提要|导语|(?:新闻|相关|资料)?链接|延伸阅读|(?:新闻|相关)?背景|名词解释|记者手记"
)
_PAPER = re.compile(r"^[\u4e00-\u9fff]{2,6}(?:周报|日报|晚报|周刊|新闻|报)(?:[\s·•|]+\S{0,8})?$")
_NOTICE = re.compile(r"公告|通告|启事|公示|声明|通知")
_SIGNER = re.compile(r"(?:局|政府|委员会|办公室|公司|中心|法院|医院|学校|编辑部|管委会)$")
_ON_WHAT = re.compile(r"关于|.{0,30}(?:公告|通告|通知)$")
_LETTER = re.compile(r"^(?:尊敬的|敬爱的)?.{0,6}(?:编辑|记者)(?:部|同志)?(?:同志|先生|女士)?[：:]")
_OPENING = re.compile(
    r"^.{0,12}?(?:近日|日前|昨天|昨日|今天|昨晚|前天|连日来|上周|本周|(?:\d{1,2}月)?\d{1,2}日|\d{4}年\d{1,2}月)"
)
_NAMED_SIGHT = re.compile(
    r"[^\d了是在的将已有就也不会要说“”，、：]+"
    r"(?:园|区|村|镇|厂|车间|公司|企业|现场|基地|码头|大楼|广场|一角|全景|景象|外景|学校|医院|[路桥河湖港街]|中心|市场|流水线|生产线|展厅)。"
)
_PROSE_ROLES = (Role.BODY, Role.LEAD)
_DAY = re.compile(r"^(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:上午|下午|早上|清晨|晚上?|傍晚|凌晨)?[，,]")
_RUN_ROLES = (Role.HEADING, Role.BYLINE)
COMMA_ODDS, PLAIN_ODDS = 0.0, 2.0
"""Log odds from which a short line is prose that goes on behind it: with a comma inside, and without."""
STRANGE, KINDRED = 0.02, 0.1
CAPTION_SIZES = (5, 15)
PHOTO_STORY, SHORT_STORY = 3, 6
"""Prose lines that a picture's story, and a short signed article, have at most."""


def cut_sections(casts: list[Cast]) -> tuple[list[Draft], list[Line]]:
    """Deal the lines out to articles in the page's order; columns are still as they stand.

    An article begins where heading lines meet a byline or a lead, and where other signs of a beginning outweigh those
    of a subhead. Also returned: heading lines without prose behind them, which belong to no article.
    """
    casts = [c for c in casts if c.role is not Role.FURNITURE]
    sections = _Sections(casts)
    i = 0
    while i < len(casts):
        if casts[i].role in _RUN_ROLES:
            j = i
            while j < len(casts) and casts[j].role in _RUN_ROLES:
                j += 1
            sections.take_run(casts[i:j], casts[j:])
            i = j
        else:
            sections.take(casts[i], casts[i + 1 :])
            i += 1
    drafts = [d for d in sections.drafts if d.parts or d.stacked]
    return drafts, sections.left_out + [h for d in sections.drafts if d not in drafts for h in d.heads]


class _Sections:
    def __init__(self, casts: list[Cast]) -> None:
        self.drafts: list[Draft] = []
        self.left_out: list[Line] = []
        self.picture: Draft | None = None
        self.style = style_of(casts)

    @property
    def current(self) -> Draft:
        if not self.drafts:
            self.drafts.append(Draft())
        return self.drafts[-1]

    def take(self, cast: Cast, behind: list[Cast]) -> None:
        """Take a line of prose, a caption or a jump line."""
        if cast.role is Role.JUMP:
            self.current.jumps += find_jumps(cast.line.text)
            return
        if cast.role is Role.BODY and self.current.bodies and _is_dated_picture(cast, behind):
            self._put_picture(cast)
            return
        if (cast.role is Role.LEAD and (self.current.bodies or (self.current.signed and not _bare(cast.line)))) or (
            cast.role is Role.BODY and self._tells_of_a_picture(cast, behind)
        ):
            self.drafts.append(Draft())
        self.current.signed |= cast.role is Role.LEAD
        kind: PartKind = "caption" if cast.role is Role.CAPTION or self._is_caption(cast.line) else "body"
        self.current.add(kind, cast.line)

    def _put_picture(self, cast: Cast) -> None:
        """Set a picture's story apart before the current article, which goes on behind it."""
        self.picture = Draft(signed=True, picture=True)
        self.picture.add("body", cast.line)
        self.drafts.insert(len(self.drafts) - 1, self.picture)

    def _tells_of_a_picture(self, cast: Cast, behind: list[Cast]) -> bool:
        """Whether a paragraph begins a picture's story that has no headline: a credit ends it, its topic is new."""
        if not self.current.signed or not self.current.bodies:
            return False
        last = self.current.bodies[-1].line
        jumps = bool(self.current.jumps or find_jumps(last.text))
        if not (last.closed or jumps) or not cast.line.gap_before:
            return False
        if not _is_signed_soon([cast, *behind], credit=True):
            return False
        return jumps or self._strangeness([], [cast, *behind]) > 0

    def _is_caption(self, line: Line) -> bool:
        """Whether a short line by itself names what a picture shows (城南海帆小微园。)."""
        alone = line.gap_before and line.gap_after and CAPTION_SIZES[0] <= line.size <= CAPTION_SIZES[1]
        if not alone or line.text[-1] != "。" or not self.current.bodies or not self.current.bodies[-1].line.closed:
            return False
        unfinished = any(d.bodies and not d.bodies[-1].line.closed for d in self.drafts)
        return not unfinished and _NAMED_SIGHT.match(line.text) is not None

    def take_run(self, run: list[Cast], behind: list[Cast]) -> None:
        """Take heading and byline lines: signatures of the article before, then a new article or a subhead."""
        if self.picture and run[0].role is Role.BYLINE and not bylines.trailing(self.picture.bodies[-1].line.text):
            self.picture.add("byline", run[0].line)
            run = run[1:]
        self.picture = None
        if not run:
            return
        run = self._without_signatures(run, behind)
        while (cut := _stacked_story(run)) and _is_told_of_each(run[:cut], run[cut:], behind):
            self.take_run(run[:cut], [])
            self.current.stacked = True
            run = run[cut:]
        if cut := _second_story(run):
            self.take_run(run[:cut], run[cut:])
            self.current.add("body", run[cut].line)
            run = run[cut + 1 :]
        run = self._without_prose(run, behind)
        if not run:
            return
        run = self._without_signers(_without_slogans(run))
        run, notes = _without_labels(run)
        heads = [c.line for c in run if c.role is Role.HEADING]
        if heads and not self._begins(run, behind):
            for c in run:
                self.current.add("subhead" if c.role is Role.HEADING else "byline", c.line)
            return
        if heads or not self.drafts or self.current.bodies:
            self.drafts.append(Draft(heads=heads))
        for c in run:
            if c.role is Role.BYLINE:
                self.current.add("byline", c.line)
                self.current.signed = True
        for note in notes:
            self.current.add("subhead", note.line)

    def _without_signers(self, run: list[Cast]) -> list[Cast]:
        """Give the body that signs a notice to the notice."""
        notice = self.drafts and any(_NOTICE.search(h.text) for h in self.current.heads) and self.current.bodies
        while notice and len(run) > 1 and _SIGNER.search(run[0].line.text) and not _ON_WHAT.match(run[1].line.text):
            self.current.add("body", run[0].line)
            run = run[1:]
        return run

    def _without_signatures(self, run: list[Cast], behind: list[Cast]) -> list[Cast]:
        """Give bylines in front of the first heading to the article that they close."""
        was_signed = bool(self.drafts) and self.current.signed
        while run and run[0].role is Role.BYLINE and self.drafts and self.current.bodies:
            opens_next = len(run) == 1 and behind and was_signed and not bylines.is_credit(run[0].line.text)
            if opens_next:
                break
            self.current.add("byline", run[0].line)
            self.current.signed = True
            run = run[1:]
        return run

    def _without_prose(self, run: list[Cast], behind: list[Cast]) -> list[Cast]:
        """Give lines that only look like headings back to the prose that they stand in."""
        if any(c.role is Role.BYLINE for c in run) or not self.drafts or not self.current.bodies:
            return run
        if behind and behind[0].role is Role.LEAD:
            return run
        while run and self._is_prose(run, behind):
            if not is_slogan(run[0].line.text):
                self.current.add("body", run[0].line)
            run = run[1:]
        if behind:
            return run
        for cast in run:
            if breaks_off(cast.line.text):
                self.current.add("body", cast.line)
            else:
                self.left_out.append(cast.line)
        return []

    def _is_prose(self, run: list[Cast], behind: list[Cast]) -> bool:
        """Whether a run's first line is prose that lost its end: it hangs on its neighbours as headings do not."""
        line = run[0].line
        if line.level or _COLUMN.search(line.text):
            return False
        if self.style.indented:
            next_indented = bool(behind) and behind[0].line.indent
            return line.indent or not (self.current.bodies[-1].line.closed or next_indented)
        if not line.gap_before:
            return True
        if not behind or len(run) > 1:
            return False
        return (self.style.gapped and not line.gap_after) or _goes_on(line, behind[0].line)

    def _begins(self, run: list[Cast], behind: list[Cast]) -> bool:
        """Whether heading lines open an article rather than a part of the current one."""
        if not self.drafts or not self.current.bodies or any(c.role is Role.BYLINE for c in run):
            return True
        if not behind:
            return False
        if behind[0].role is Role.LEAD:
            return True
        heads = [c.line for c in run]
        level = min((h.level for h in heads if h.level), default=0)
        score = -1.0
        if level:
            score += 2 if level <= 2 else -2
        score += 2.5 if any(is_rubric(h.text) for h in heads) else 1.5 * any(_COLUMN.search(h.text) for h in heads)
        score += 1.5 * (len(heads) > 1)
        score += 1.0 * bool(self.current.jumps)
        score += 1.5 * (not self.style.gapped and heads[0].gap_before)
        score += (1.5 if self.current.signed else 0.5) * _is_signed_soon(behind)
        score += 2.5 * (_LETTER.match(behind[0].line.text) is not None)
        score += 0.5 * (_OPENING.match(behind[0].line.text) is not None)
        score += 0.5 * (max(h.size for h in heads) > 18)
        score += self._strangeness(heads, behind)
        return score > 0

    def _strangeness(self, heads: list[Line], behind: list[Cast]) -> float:
        """From -1 to 1: how little the part ahead shares with the current article."""
        ahead: list[str] = [" ".join(h.text for h in heads)]
        for cast in behind:
            if cast.role is not Role.BODY:
                break
            ahead.append(cast.line.text)
        here = [" ".join(h.text for h in self.current.heads), *(b.line.text for b in self.current.bodies)]
        likeness = cohesion(["".join(ahead), "".join(here)], load_statistics())[0, 1]
        return 1.0 if likeness < STRANGE else -1.0 if likeness > KINDRED else 0.0


def _goes_on(line: Line, behind: Line) -> bool:
    """Whether the line behind reads as the rest of this one's sentence rather than as a beginning."""
    odds = load_statistics().continuation(line.text, behind.text)
    return odds > (COMMA_ODDS if "，" in line.text else PLAIN_ODDS)


def _without_labels(run: list[Cast]) -> tuple[list[Cast], list[Cast]]:
    """A run without the labels that belong to no headline, and those of them that head a note in the article."""
    heads = [c for c in run if c.role is Role.HEADING]
    notes = [c for c in heads[1:] if _NOTE.fullmatch(c.line.text.strip("【】[]■●◆"))]
    rest = [c for c in heads if c not in notes]
    first = rest[0].line.text if len(rest) > 1 else ""
    label = rest[:1] if _PAPER.match(first) or (is_rubric(first) and not _NOTICE.search(first)) else []
    return [c for c in run if c not in notes and c not in label], notes


def _stacked_story(run: list[Cast]) -> int | None:
    """Where the second of two articles begins whose headlines and bylines stand together over both their texts."""
    kinds = "".join("b" if c.role is Role.BYLINE else "H" if c.line.level else "h" for c in run)
    stacked = re.match("[Hh]+b+(?=[Hh]+b)|Hh+b*(?=H)", kinds)
    return stacked.end() if stacked else None


def _is_told_of_each(first: list[Cast], second: list[Cast], behind: list[Cast]) -> bool:
    """Whether different paragraphs behind speak of two headlines; two bylines say as much without them.

    Where several leads follow, headlines are dealt out to them instead (``headlines``).
    """
    if first[-1].role is Role.BYLINE:
        return True
    heads = [" ".join(c.line.text for c in run if c.role is Role.HEADING) for run in (first, second)]
    texts = list(takewhile(lambda c: c.role is not Role.HEADING, behind))
    if sum(c.role is Role.LEAD for c in texts) > 1:
        return False
    prose = [c.line.text for c in texts if c.role in _PROSE_ROLES]
    if len(prose) < 2:
        return False
    likeness = cohesion([*heads, *prose], load_statistics())[:2, 2:]
    return bool(likeness.max(axis=1).min() > KINDRED and likeness[0].argmax() != likeness[1].argmax())


def _second_story(run: list[Cast]) -> int | None:
    """Where a run of headings goes on from one article to the next: the place of the first one's only prose line.

    Between two bylines stand a line of prose that was cut off, so that it looks like a heading, and at least one
    heading.
    """
    signed = [i for i, c in enumerate(run) if c.role is Role.BYLINE]
    for a, b in pairwise(signed):
        if b - a > 2 and "，" in run[a + 1].line.text and run[0].role is Role.HEADING:
            return a + 1
    return None


def _without_slogans(run: list[Cast]) -> list[Cast]:
    """A run without the slogans that stand apart over its headlines."""
    heads = [c for c in run if c.role is Role.HEADING]
    return [c for c in run if c not in heads[:-1] or not c.line.gap_after or not is_slogan(c.line.text)]


def is_rubric(text: str) -> bool:
    """Whether a heading only names the kind of article (简讯, 曙光时评), as no headline of its own does."""
    bare = re.sub(r"[\W_]", "", text)
    return len(bare) <= 8 and _COLUMN.search(bare) is not None


def _is_dated_picture(cast: Cast, behind: list[Cast]) -> bool:
    """Whether a paragraph tells what a picture of a certain day shows: a day opens it and a credit ends it."""
    if not cast.line.gap_before or not _DAY.match(cast.line.text) or not cast.line.closed:
        tail = bylines.trailing(cast.line.text) if _DAY.match(cast.line.text) else None
        return bool(tail and tail[1].photographers)
    if tail := bylines.trailing(cast.line.text):
        return bool(tail[1].photographers)
    return bool(behind) and behind[0].role is Role.BYLINE and _is_photo_credit(behind[0].line.text)


def _is_photo_credit(text: str) -> bool:
    people = bylines.standing(text)
    return people is not None and bool(people.photographers) and bylines.is_credit(text) and "文" not in text


def _is_signed_soon(behind: list[Cast], *, credit: bool = False) -> bool:
    """Whether a signature closes the few lines of prose ahead, as it closes a picture's story.

    With ``credit``, only one that says who took the picture counts.
    """
    for i, cast in enumerate(behind[: (PHOTO_STORY if credit else SHORT_STORY) + 1]):
        if cast.role is Role.BYLINE:
            closes = not credit and (i + 1 == len(behind) or behind[i + 1].role in _RUN_ROLES)
            return closes or bylines.is_credit(cast.line.text)
        if cast.role in (Role.HEADING, Role.LEAD, Role.CAPTION):
            return False
        if tail := bylines.trailing(cast.line.text):
            return not credit or bool(tail[1].photographers)
    return False


def _bare(line: Line) -> bool:
    """Whether a lead names nobody, so that it may follow a byline of its own."""
    lead = bylines.leading(line.text)
    return lead is not None and not lead[1]
