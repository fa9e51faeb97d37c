"""Bylines: who wrote, contributed and photographed an article."""

from __future__ import annotations

import re

from wlgraph.pages.signers import ASIDE, HAN, MARKS, OUTLET, PHOTO, ROLE, TEXT, Byline, mended, parse_byline
from wlgraph.registers import surnames

BARE_NAMES = 4
"""So many names stand without a role at most."""
_BULLET = rf"[{MARKS}·•\-—–_*＊>》►▶\s\u3000]*"
_DAY = r"(?:\d{1,2}月)?\d{1,2}日"
_PLACE = r"[\u4e00-\u9fff·]{1,8}?"
_SENDER = (
    rf"(?:本报(?:讯(?!员)|综合消息|消息|综合报道|(?:{_DAY}{_PLACE}|{_PLACE}(?:{_DAY})?|{_DAY})(?:专电|电(?!话)|讯(?!员)|报道))"
    r"|据?(?:新华社|新华网|中新社|人民网|浙江在线|[\u4e00-\u9fff]{2,6}(?:日报|晚报|新闻网|融媒))[^\s，。]{0,12}?[讯电]"
    rf"|{OUTLET}[^\s，。]{{0,12}}?(?:讯|电|消息)(?=[ \u3000]*(?:[（(：:]|[ \u3000]{ROLE}))"
    rf"|[\u4e00-\u9fff]{{2,6}}{_DAY}(?:专电|[电讯])(?=[ \u3000]*[（(])"
    r"|[\u4e00-\u9fff]{2,4}讯(?=[ \u3000（(]))"
)
_LEAD = re.compile(
    rf"^{_BULLET}[【\[]?{_SENDER}[】\]]?(?:[\s\u3000]*[（(](?P<who>(?:[^（）()]|[（(][^（）()]{{1,16}}[）)]){{1,60}})[）)])?[\s\u3000：:]*"
)
_OPENING = re.compile(rf"^{_BULLET}[（(【\[](?P<who>[^（）()]{{1,60}})[）)】\]][\s\u3000]*")
_ENDING = re.compile(
    r"(?<=[。！？!?”…）)])(?P<mark>[\s\u3000]*[（(【■●□◆]?)(?P<who>(?:[^。！？（）()【】]|[（(][^（）()]{1,16}[）)]){2,60}?)[）)】]?[\s\u3000]*$"
)
_CREDIT_START = re.compile(rf"(?:{PHOTO}|{TEXT}|图文)[\s\u3000]*[/／：:]|(?:文字|撰文|采写)[\s\u3000]")
_CREDIT_END = re.compile(rf"(?:{PHOTO}|图文|文)[）)]?$")


_CONTRIBUTOR = re.compile(
    r"[（(][\u4e00-\u9fff]{1,12}(?:办|办公室|局|委|部|院|室|中心|公司|整理|供稿)[）)]"
    r"|[（(](?:本文)?作者(?:系|为|单位|简介)[^（）()]{2,50}[）)]"
    rf"|[\u4e00-\u9fff]{{2,20}}(?:[省市州县区镇乡]长|主任|书记|主席|院长|检察长)[ \u3000]+{HAN}(?:[ \u3000]{HAN}|{HAN}{{1,2}})"
)
_PICTURE_NOTE = re.compile(r"(?<=.)[（(](?:[^（）()]{0,12}(?:提供|供图)(?:除外)?|(?:除)?署名(?:的)?(?:除外|外))[）)]$")
_NO_NAMES = re.compile(r"记者|通讯员|实习生|编辑|本报|讯|[要新简见]\s?闻|图片|资料|待续|下转|上接|公告")


def leading(text: str) -> tuple[int, Byline] | None:
    """The byline that opens a paragraph, and where the prose behind it begins.

    本报讯（记者甲 通讯员乙）, 本报讯 记者 甲 …, （记者 甲）, 本报杭州专电, 记者 甲 报道. A sender without people (本报讯)
    counts, with an empty byline. None where the paragraph opens with prose.
    """
    m = _LEAD.match(text)
    if m:
        end, people = m.end(), Byline()
        if m.group("who"):
            people = parse_byline(m.group("who")) or Byline(reporters=_bare_names(m.group("who")))
        else:
            end, people = _unbracketed(text, end)
        return end, people
    m = _OPENING.match(text)
    if m and m.end() < len(text) and (signed := parse_byline(m.group("who"))):
        return m.end(), signed
    if m and m.end() < len(text) and len(names := _bare_names(m.group("who"), rare=True)) > 1:
        return m.end(), Byline(reporters=names)
    end, people = _unbracketed(text, 0)
    return (end, people) if people else None


_REPORT = re.compile(rf"(?P<who>{HAN}{{2,4}}(?:[、 \u3000]{HAN}{{2,4}})*)报道[\s\u3000：:]+")
_RUN = re.compile(
    rf"{_BULLET}(?P<who>{ROLE}(?:[\s\u3000]*[^\s\u3000，。：:“（(]{{1,9}}(?:[\s\u3000、]|(?=报道)|$))+(?:报道[：:]?)?)[\s\u3000]*"
)


def _unbracketed(text: str, start: int) -> tuple[int, Byline]:
    """Names that stand without brackets before the prose: roles and names, one blank between them."""
    m = _RUN.match(text, start)
    if m is None:
        report = _REPORT.match(text, start) if start else None
        names = _bare_names(report["who"]) if report else ()
        return (report.end(), Byline(reporters=names)) if report and names else (start, Byline())
    who = m.group("who")
    ends = [e.end() for e in re.finditer(r"[\s\u3000]+|报道[：:]?$|$", who)]
    for end in reversed(ends):
        part = re.sub(r"[\s\u3000]*报道[：:]?$", "", who[:end])
        if people := parse_byline(part):
            rest = start + (m.start("who") - start) + end
            return rest + len(text[rest:]) - len(text[rest:].lstrip()), people
    return start, Byline()


def trailing(text: str) -> tuple[int, Byline] | None:
    """The byline that ends a paragraph (…。（记者 甲）, …。 记者 甲 摄), and where it begins."""
    for m in _ENDING.finditer(text):
        people = parse_byline(m.group("who"))
        if people is None and m.group("mark"):
            names = _bare_names(m.group("who"))
            # Behind a blank alone stand short words too (水清了。 成效显著).
            marked = m.group("mark").strip() or (len(names) <= 2 and all(len(n) <= 3 for n in names))
            people = Byline(reporters=names) if names and marked else None
        if people:
            return m.start(), people
    return None


def _bare_names(words: str, *, rare: bool = False) -> tuple[str, ...]:
    """The names that stand without any role; empty where something else than Chinese names stands there.

    With ``rare``, the surnames of some of several names need not be known.
    """
    words = ASIDE.sub("", words)
    names = re.split(
        r"[、，,\s\u3000]+", re.sub(rf"(?<!{HAN})({HAN})[ \u3000]({HAN})(?!{HAN})", r"\1\2", words.strip())
    )
    known = surnames()
    shaped = all(re.fullmatch(rf"{HAN}{{2,4}}", n) for n in names) and not _NO_NAMES.search(words)
    true = shaped and sum(n[0] in known or n[:2] in known for n in names) >= (
        max(1, len(names) // 2) if rare else len(names)
    )
    return tuple(dict.fromkeys(names)) if true and len(names) <= BARE_NAMES else ()


def names_only(text: str) -> Byline | None:
    """The people of a line that holds nothing but names of two or three characters, or None."""
    names = _bare_names(text)
    return Byline(reporters=names) if names and all(len(n) <= 3 for n in names) and len(text) > 2 else None


def standing(text: str) -> Byline | None:
    """The byline that is a line of its own, or None."""
    lead = _LEAD.match(text)
    if lead:
        opened = leading(text)
        return opened[1] or None if opened and opened[0] >= len(text) else None
    if len(text) > 80 or text[-1:] in "。！？；，、：":
        return None
    bracketed = text[0] in "（(" and text[-1] in "）)"
    dotted = text[0] in "·•" and text[-1] in "·•"
    if bracketed or dotted or text[0] in MARKS:
        names = _bare_names(text.strip(MARKS + "·•（()）"), rare=bracketed)
        if names:
            return Byline(reporters=names)
    core = _PICTURE_NOTE.sub("", re.sub(r"^[（(【\[](.*)[）)】\]]$", r"\1", mended(text.strip())))
    core = re.sub(rf"^{_BULLET}", "", core)
    people = parse_byline(core)
    if people is None:
        return None
    spaced = (
        re.search(rf"{ROLE}[\s\u3000：:/／]", core)
        or re.match(r"本[报台刊网社]", core)
        or _CREDIT_END.search(core)
        or _CREDIT_START.match(core)
    )
    return people if spaced or len(core) <= 6 + 4 * sum(1 for _ in re.finditer(ROLE, core)) else None


def is_unsigned(text: str) -> bool:
    """Whether a line of its own says only in which quality somebody writes (本报评论员), naming nobody."""
    return (
        re.fullmatch(rf"{_BULLET}(?:本报|本台)(?:特约)?(?:评论员|编辑部|记者|通讯员|综合|讯)", text.strip()) is not None
    )


def is_contributor(text: str) -> bool:
    """Whether a line of its own says who wrote the text without being a byline: an office, an author's post, a speaker.

    （政府办）, （作者系县委党校教师）, and over a speech 县人民政府县长 王力.
    """
    return _CONTRIBUTOR.fullmatch(text.strip()) is not None


def is_credit(text: str) -> bool:
    """Whether a byline's line only says who took the picture or contributed it."""
    return _CREDIT_END.search(text.strip()) is not None


__all__ = ["Byline", "is_contributor", "is_credit", "is_unsigned", "leading", "parse_byline", "standing", "trailing"]
