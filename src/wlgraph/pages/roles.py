"""What each line of a page is, judged by its own words and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from wlgraph.pages import bylines, furniture
from wlgraph.pages.lines import CLOSERS, Line
from wlgraph.pages.listing import listed_lines
from wlgraph.pages.sites import is_site_line, link_lines
from wlgraph.pages.statistics import load_statistics
from wlgraph.pages.tables import table_lines
from wlgraph.pages.titling import load_titling
from wlgraph.registers import areas, surnames

HEADING_SIZE = 48
PLAIN_SIZE = 28
"""Characters of a headline with more than one comma, at most; no headline opens with a day."""
HEAD_OF_PAGE = 8
NAME_SIZE, NAME_LINES = 12, 2
"""Characters of a newspaper's name, and the lines over the date that it may stand on."""
PHRASE_SIZE = 12
"""Characters of a phrase of a slogan, at most."""
SPONSOR_SIZE = 14
"""Characters of a line that only names a sponsor, its slogan standing in the line before."""
CAPTION_SIZE = 120
OPENER_SIZE, HALF_SIZE = 20, 14
"""Characters of a line that opens a headline, at most: before a colon, and before a comma."""
MARKS = "▲△▼▽▶●■◆★☆"
"""Marks that open the headlines of short pieces."""
_BULLET = re.compile(rf"^[{MARKS}][\s\u3000]*(?=\S)")
_NEVER_LAST = "。；;，,、：:"
_NEVER_FIRST = "。，、；：？！）)》”’"
_LIST_MARK = re.compile(
    r"^(?:[①-⑳■●◆▲△★▼◎□]|[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）、]|[.．](?!\d))|[问答]\s*[:：])"
)
_SPEAKER = re.compile(
    r"(?:(?P<quality>记者|主持人|问|答|编者|[\u4e00-\u9fff]{0,3}(?:网友|市民|村民|居民|读者)|[\u4e00-\u9fff]{1,4}(?:长|书记|主任|经理|教授|代表|委员|老师|师傅|先生|女士)"
    r"|(?:联系|咨询|监督|举报|服务|报名)?(?:人|电话|地址|方式|时间|地点)|邮编|邮箱|传真|网址)"
    r"|(?P<name>[\u4e00-\u9fff]{2,4}))[：:]"
)
"""Who speaks, as in an interview, or what a notice's line holds (联系人：…). Anything else before a colon opens a headline
(某村：老树发新芽)."""
_PLACE = re.compile(r".+(?:[省市县区镇乡村局院园社厂店馆路街桥河湖江港山岛]|街道|公司|银行|[中小]学)$")
PRIOR, READS, SIZE, COMMA = 3.6, 0.27, -0.095, -1.8
OPEN_BEFORE, SIGNED_BEFORE, GOES_ON, OVER_HEAD = -0.85, -0.75, -0.26, 3.0
"""Log odds that a line is a headline rather than prose that lost its end, fitted on training pages read across."""
APART = 4.0
"""The log odds by which a line is a headline that a blank line parts from ended prose and a byline touches."""
OVER_DAY = 1.5
"""The log odds by which a line over prose that begins with its day is a headline."""
ON_WHAT, DASHED = 8.0, 2.0
"""The log odds by which the title of an official text, and a line with a dash inside, is a headline."""
_ON_WHAT = re.compile(
    r"(?:(?!通过|审议|听取|发布|印发|作出|传达|学习|了)[^，。]){0,40}关于[^，。]*的(?:通知|通报|决定|公告|通告|公示|意见|批复|决议|函)(?:[（(][^（）()]{1,8}[）)])?"
)
_DAY = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|早上|清晨|晚上?|傍晚|凌晨)?[，,\d]")
_DATED = re.compile(r"(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日|近日|日前|昨[天日晚]|前天|连日来)")
_OPENER = re.compile(
    r"(?:会上|据悉|据介绍|据了解|目前|近年来|此外|同时|其中|下一步|接下来|随后|当天|当日|今年以来|近日|日前|会议指出|会议强调|记者了解到)[，,]"
)
"""Words that open a sentence and never a headline."""
_TABLE_NOTE = re.compile(
    r"[（(](?:单位|注|(?:数据|资料|信息)?来源|制[表图])[：:][^（）()]*[）)]|(?:数据|资料|信息)来源[：:][^。]*"
)
_ISSUED = re.compile(r"^致.{2,40}|(?:信|书|公告|通告|公示|通知|启事|声明)$")
_READER = re.compile(r"^(?:热心)?(?:读者|市民|村民|居民)[\s\u3000]+\S{2,12}$")
_CAPTION = re.compile(
    r"^(?:[▲△▼▽◀▶↑←→↓]|[（(]?(?:本版|本文)?(?:图片|图|照片|视频)(?:由|[:：]).{2,20}(?:提供|供图)[）)]?$|(?:上|下|左|右|本|题|主)?图[为①-⑨一二三\s:：]|图片说明|资料图|[（(](?:资料图片?|受访者供图)[）)]$)"
)


class Role(Enum):
    """What a line may be."""

    HEADING = auto()
    BYLINE = auto()
    LEAD = auto()
    BODY = auto()
    ENTRY = auto()
    CAPTION = auto()
    TABLE = auto()
    JUMP = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class Cast:
    """A line with the role that its own words give it."""

    line: Line
    role: Role


@dataclass(frozen=True, slots=True)
class Style:
    """How a page sets its prose: paragraphs apart by blank lines, or their first lines set in.

    ``spaced`` says that blank lines stand over its headlines, ``top`` is the level of the highest, 0 where none has one,
    ``signed`` that some article says who sends or writes it.
    """

    gapped: bool
    indented: bool
    spaced: bool
    top: int
    signed: bool


def cast_lines(lines: list[Line]) -> list[Cast]:
    """Give every line its role.

    What stands above a date line near the page's top is masthead. A short line with a colon (总编信箱：…) is a headline
    where a byline follows it.
    """
    roles = [_role(line) for line in lines]
    _cast_masthead(lines, roles)
    _cast_entries(lines, roles)
    _cast_names(lines, roles)
    for i in range(len(lines) - 2, -1, -1):
        leads_on = roles[i + 1] in (Role.BYLINE, Role.LEAD)
        if roles[i] is Role.BODY and leads_on and _has_heading_form(lines[i]) and not _READER.match(lines[i].text):
            roles[i] = Role.HEADING
    _cast_slogans(lines, roles)
    for i in link_lines(lines):
        roles[i] = Role.FURNITURE
    _cast_openers(lines, roles)
    _cast_bulleted(lines, roles)
    for i in table_lines(lines):
        roles[i] = Role.TABLE
    _cast_cut_prose(lines, roles)
    return [Cast(line, role) for line, role in zip(lines, roles, strict=True)]


def style_of(casts: list[Cast]) -> Style:
    """What most of the page's prose does."""
    prose = [c.line for c in casts if c.role in (Role.BODY, Role.LEAD)]
    pairs = [(above, c) for above, c in pairwise(casts) if c.role is Role.HEADING and above.role is not Role.HEADING]
    return Style(
        gapped=2 * sum(line.gap_before for line in prose) > len(prose),
        indented=3 * sum(line.indent for line in prose) > 2 * len(prose),
        spaced=2 * sum(c.line.gap_before for _, c in pairs) > len(pairs),
        top=min((c.line.level for c in casts if c.line.level), default=0),
        signed=any(c.role in (Role.BYLINE, Role.LEAD) for c in casts),
    )


def _cast_masthead(lines: list[Line], roles: list[Role]) -> None:
    """Cast the page's head; a short line above a date is a headline where no other comes before the prose.

    The paper's name may stand elsewhere too, where a second half was printed at the top: lines that touch the date line
    below belong to it.
    """
    for i, line in enumerate(lines):
        at_top = i < HEAD_OF_PAGE
        if at_top and furniture.is_section(line.text):
            roles[i] = Role.FURNITURE
        if not (furniture.is_masthead(line.text) or furniture.is_imprint(line.text)):
            continue
        behind = next((r for r in roles[i + 1 :] if r is not Role.FURNITURE), None)
        touching = True
        for j in range(i - 1, -1, -1):
            touching = touching and not lines[j].gap_after and i - j <= NAME_LINES
            if not touching and not at_top:
                break
            named = furniture.is_paper(lines[j].text) or (touching and lines[j].text.isascii())
            plain = lines[j].size <= NAME_SIZE and (not lines[j].level or touching)
            if plain and (named or (at_top and behind is Role.HEADING and not lines[j].level)):
                roles[j] = Role.FURNITURE
    for i, line in enumerate(lines[: HEAD_OF_PAGE // 2]):
        if furniture.is_paper(line.text) and not line.level and i + 1 < len(roles) and roles[i + 1] is Role.FURNITURE:
            roles[i] = Role.FURNITURE


def _cast_slogans(lines: list[Line], roles: list[Role]) -> None:
    """Cast slogans: those that stand apart, and those over the line that says who publishes them."""
    for i, line in enumerate(lines):
        if roles[i] is not Role.HEADING:
            continue
        below = roles[i + 1] if i + 1 < len(lines) else None
        if below is Role.FURNITURE and furniture.is_sponsor(lines[i + 1].text) and lines[i + 1].size <= SPONSOR_SIZE:
            roles[i] = Role.FURNITURE
        elif below and _is_phrases(line) and furniture.is_body(lines[i + 1].text) and not _issues(lines[i + 2 : i + 3]):
            roles[i] = roles[i + 1] = Role.FURNITURE
        elif i and not line.gap_before and furniture.is_parallel(line.text) and _publishes(lines, roles, i - 1):
            roles[i] = Role.FURNITURE
        elif furniture.is_slogan(line.text) and line.gap_before and line.gap_after and not line.level:
            roles[i] = roles[i] if below in (Role.BYLINE, Role.LEAD) else Role.FURNITURE


def _cast_openers(lines: list[Line], roles: list[Role]) -> None:
    """Cast lines that end in a colon or comma and open the headline below, over a signed article (某某社区：), or at the top.

    What stands before them has ended: a paragraph, an article, the page's head.
    """
    for i in range(len(lines) - 3, -1, -1):
        line = lines[i]
        opens = (line.text[-1] in "：:" and line.size <= OPENER_SIZE) or (
            line.text[-1] in "，、" and line.size <= HALF_SIZE
        )
        if not opens or roles[i] is not Role.BODY or roles[i + 1] is not Role.HEADING:
            continue
        apart = line.gap_before and not line.gap_after
        ended = not i or roles[i - 1] is not Role.BODY or lines[i - 1].closed
        below = next((role for role in roles[i + 2 :] if role is not Role.HEADING), Role.BODY)
        first = all(role is Role.FURNITURE for role in roles[:i])
        if first or ((apart or ended) and below in (Role.BYLINE, Role.LEAD)):
            roles[i] = Role.HEADING


def _cast_bulleted(lines: list[Line], roles: list[Role]) -> None:
    """Cast headlines that a mark opens (▲新桥通车): several on a page, each over its own prose."""
    marked = [
        i
        for i in range(len(lines) - 1)
        if (bare := _BULLET.sub("", lines[i].text)) != lines[i].text
        and roles[i] in (Role.BODY, Role.CAPTION)
        and _has_heading_form(replace(lines[i], text=bare))
        and roles[i + 1] in (Role.BODY, Role.LEAD)
        and lines[i + 1].size > HEADING_SIZE
    ]
    for i in marked if len(marked) > 1 else ():
        roles[i] = Role.HEADING


def _cast_entries(lines: list[Line], roles: list[Role]) -> None:
    """Cast the lines of lists and forms, which neither head an article nor go on a paragraph."""
    for i in listed_lines(lines):
        behind = roles[i + 1] if i + 1 < len(lines) else None
        if roles[i] in (Role.HEADING, Role.BODY, Role.CAPTION) and behind not in (Role.BYLINE, Role.LEAD):
            roles[i] = Role.ENTRY


def is_official_title(text: str) -> bool:
    """Whether a line is the title of an official text (关于表彰先进集体的通报)."""
    return _ON_WHAT.fullmatch(text) is not None


def is_table_note(text: str) -> bool:
    """Whether a line in brackets says where a table's numbers come from, or what they are counted in."""
    return _TABLE_NOTE.fullmatch(text) is not None


def _issues(behind: list[Line]) -> bool:
    """Whether the line behind a body's name is what the body issues, a letter or a notice."""
    return bool(behind) and _ISSUED.search(behind[0].text) is not None


def _is_phrases(line: Line) -> bool:
    """Whether a line is made of two phrases or more, as slogans are."""
    return len(line.text.split()) > 1 and max(map(len, line.text.split())) <= PHRASE_SIZE


def _publishes(lines: list[Line], roles: list[Role], last: int) -> bool:
    """Whether a line, or the first of the slogans that it ends, says who publishes slogans."""
    while last > 0 and roles[last] is Role.FURNITURE and not lines[last].gap_before:
        last -= 1
    return roles[last] is Role.FURNITURE and furniture.is_sponsor(lines[last].text)


def _cast_cut_prose(lines: list[Line], roles: list[Role]) -> None:
    """Cast as prose what lost its end, and so looks like a headline, by how it reads and what stands around it."""
    for i, line in enumerate(lines):
        if roles[i] is not Role.HEADING or line.level or line.text[0] in "—－":
            continue
        before = lines[i - 1] if i and roles[i - 1] is Role.BODY else None
        behind = roles[i + 1] if i + 1 < len(lines) else None
        odds = PRIOR + READS * load_titling().headline_odds(line.text) + SIZE * line.size
        odds += COMMA * line.text.count("，") + OPEN_BEFORE * bool(before and not before.closed)
        if i and roles[i - 1] in (Role.LEAD, Role.BYLINE):
            odds += SIGNED_BEFORE
        if behind is Role.BODY:
            odds += GOES_ON * load_statistics().continuation(line.text, lines[i + 1].text)
            odds += OVER_DAY * begins_with_day(lines[i + 1].text)
        elif behind in (Role.HEADING, Role.LEAD, Role.BYLINE, Role.TABLE, Role.ENTRY):
            odds += OVER_HEAD
        if behind is Role.BYLINE and line.gap_before and not line.gap_after and (before is None or before.closed):
            odds += APART
        odds += ON_WHAT * is_official_title(line.text) + DASHED * ("——" in line.text[2:-2])
        if odds < 0:
            roles[i] = Role.BODY


def begins_with_day(text: str) -> bool:
    """Whether prose begins with the day of what it tells, as a report does."""
    return _DATED.match(text) is not None


def _cast_names(lines: list[Line], roles: list[Role]) -> None:
    """Cast names that stand by themselves between a headline and its prose."""
    for i in range(1, len(lines) - 1):
        between = _has_heading_form(lines[i - 1]) and roles[i + 1] is not Role.LEAD
        plain = not lines[i].level and not areas(lines[i].text)
        if roles[i] is Role.HEADING and plain and between and bylines.names_only(lines[i].text):
            roles[i] = Role.BYLINE


def _role(line: Line) -> Role:
    text = line.text
    jumps = furniture.find_jumps(text)
    if jumps and jumps[0].start == 0 and jumps[-1].end == len(text):
        return Role.JUMP
    for role, applies in _TESTS:
        if applies(line):
            return role
    return Role.BODY


def _is_headline(line: Line) -> bool:
    if line.level:
        return line.size <= 2 * HEADING_SIZE
    return _has_heading_form(line) and not _is_speech(line.text) and not _READER.match(line.text)


def _is_speech(text: str) -> bool:
    """Whether a line tells who speaks, as an interview does: in which quality, or by a person's name."""
    speaker = _SPEAKER.match(text)
    if speaker is None or speaker["quality"]:
        return speaker is not None
    name, known = speaker["name"], surnames()
    return (name[0] in known or name[:2] in known) and not _PLACE.fullmatch(name) and not areas(name)


def _has_heading_form(line: Line) -> bool:
    """Whether a line has the form of a headline: short, and neither ended nor opened as prose is."""
    text = line.text
    core = text.rstrip(CLOSERS)
    if line.size < 2 or max(len(phrase) for phrase in text.split()) > HEADING_SIZE or line.size > 2 * HEADING_SIZE:
        return False
    if not core or core[-1] in _NEVER_LAST or text[0] in _NEVER_FIRST:
        return False
    if (
        _DAY.match(text)
        or _OPENER.match(text)
        or is_table_note(text)
        or (line.size > PLAIN_SIZE and text.count("，") > 1)
    ):
        return False
    return "。" not in text and text.count("，") <= 3 and not _LIST_MARK.match(text)


_TESTS: tuple[tuple[Role, Callable[[Line], bool]], ...] = (
    (Role.BYLINE, lambda line: bool(bylines.standing(line.text)) or bylines.is_unsigned(line.text)),
    (Role.BYLINE, lambda line: bylines.is_contributor(line.text)),
    (Role.FURNITURE, lambda line: furniture.is_masthead(line.text) or furniture.is_staff(line.text)),
    (Role.FURNITURE, lambda line: is_site_line(line.text)),
    (Role.FURNITURE, lambda line: furniture.is_imprint(line.text) or furniture.is_teaser(line.text)),
    (Role.FURNITURE, lambda line: furniture.is_sponsor(line.text)),
    (Role.LEAD, lambda line: bylines.leading(line.text) is not None),
    (Role.CAPTION, lambda line: line.size < CAPTION_SIZE and _CAPTION.match(line.text) is not None),
    (Role.HEADING, _is_headline),
)
"""What a line is: the first role whose test holds."""
