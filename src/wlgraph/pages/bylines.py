"""Bylines: who wrote, contributed and photographed an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wlgraph.registers import surnames

_ROLE = (
    r"(?:本报|本台|本刊|本网|本社|[\u4e00-\u9fff]{2,4}?(?:日报|晚报|报)(?=全媒体|融媒|记者)|[\u4e00-\u9fff]{2,6}报社?(?=驻)|[\u4e00-\u9fff]{1,8}?(?:[局委院站所办队部]|中心|公司|政府)(?=通讯员))?(?:全媒体|融媒体|融媒|特派|特约|首席|见习|实习|驻[\u4e00-\u9fff]{1,4}|深度报道|摄影|文字)*"
    r"(?:记者站|记者|通讯员|评论员|撰稿人|撰稿|作者(?!单位|系|[为是])|实习生|特约撰稿|报道员|编译)"
)
_HAN = r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003134f]"
_NAME = (
    rf"{_HAN}{{1,8}}(?:[·•・．‧]{_HAN}{{1,8}})+"
    rf"|{_HAN}(?:[ \u3000]{_HAN}(?!{_HAN})|{_HAN}{{1,3}}?(?=摄影报道|摄影|摄|报道(?![组员])|通讯员|本报|记者)|{_HAN}{{1,3}}(?!{_HAN}))"
)
_BODY_NAME = rf"{_HAN}{{0,8}}(?:[办宣轩组文政委局协队站所院校团联会馆]|发布|中心|报道组|融媒体?)"
_SEPARATOR = r"[ \u3000\xa0\t、，,；;：:/／|｜*＊&＆\n]"
_PHOTO = r"(?:摄影报道|特约摄影|摄影|摄制|摄|供图|配图|制图|漫画|图片|图)"
_TEXT = r"(?:撰文|文字|文|整理|采写|报道|供稿)"
_TOKEN = re.compile(
    rf"(?P<both>(?:文\s*[/／并、]?\s*[图摄](?:影)?|图\s*[/／]\s*文|图文|摄影报道)(?:报道)?(?![\u4e00-\u9fff]))"
    rf"|(?P<role>{_ROLE})"
    rf"|(?P<other>(?:视频|剪辑|策划|统筹|编辑|责编|审核|校对|设计|主播|航拍)(?:{_SEPARATOR}|$))"
    rf"|(?P<mode>(?:{_PHOTO}|{_TEXT})(?:{_SEPARATOR}|$))"
    rf"|(?P<slash>[/／]\s*(?:{_PHOTO}|{_TEXT}))"
    rf"|(?P<name>{_NAME}|{_BODY_NAME}(?!{_HAN}))"
    rf"|(?P<gap>{_SEPARATOR}+|[（(）)【】\[\]])"
)
_OTHER = "other"
"""The part of those who did something else than write or photograph; they are no signers."""
BARE_NAMES = 4
"""So many names stand without a role at most."""
_MARKS = "■●□◆◇▲△★☆○◎⊙※"
_BULLET = rf"[{_MARKS}·•\-—–_*＊>》►▶\s\u3000]*"
_DAY = r"(?:\d{1,2}月)?\d{1,2}日"
_SENDER = (
    rf"(?:本报(?:讯(?!员)|综合消息|消息|综合报道|(?:{_DAY}[\u4e00-\u9fff·]{{0,8}}|[\u4e00-\u9fff·]{{1,8}})(?:专电|电(?!话)|讯(?!员)|报道))"
    r"|据?(?:新华社|新华网|中新社|人民网|浙江在线|[\u4e00-\u9fff]{2,6}(?:日报|晚报|新闻网|融媒))[^\s，。]{0,12}?[讯电]"
    r"|[\u4e00-\u9fff]{2,4}讯(?=[ \u3000（(]))"
)
_LEAD = re.compile(
    rf"^{_BULLET}[【\[]?{_SENDER}[】\]]?(?:[\s\u3000]*[（(](?P<who>(?:[^（）()]|[（(][^（）()]{{1,16}}[）)]){{1,60}})[）)])?[\s\u3000：:]*"
)
_OPENING = re.compile(rf"^{_BULLET}[（(【\[](?P<who>[^（）()]{{1,60}})[）)】\]][\s\u3000]*")
_ENDING = re.compile(
    r"(?<=[。！？!?”…）)])(?P<mark>[\s\u3000]*[（(【■●□◆]?)(?P<who>(?:[^。！？（）()【】]|[（(][^（）()]{1,16}[）)]){2,60}?)[）)】]?[\s\u3000]*$"
)
_CREDIT_START = re.compile(rf"(?:{_PHOTO}|{_TEXT}|图文)[\s\u3000]*[/／：:]|(?:文字|撰文|采写)[\s\u3000]")
_CREDIT_END = re.compile(rf"(?:{_PHOTO}|图文|文)[）)]?$")


@dataclass(frozen=True, slots=True)
class Byline:
    """The people of a byline, each once, in the page's order."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reporters or self.correspondents or self.photographers)

    def __or__(self, other: Byline) -> Byline:
        """The people of both; a correspondent who signs again by the bare name stays a correspondent."""

        def joined(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(dict.fromkeys((*a, *b)))

        correspondents = joined(self.correspondents, other.correspondents)
        return Byline(
            tuple(p for p in joined(self.reporters, other.reporters) if p not in correspondents),
            correspondents,
            joined(self.photographers, other.photographers),
        )


@dataclass(slots=True)
class _Signer:
    name: str
    role: str
    text: bool = False
    photo: bool = False


def parse_byline(words: str) -> Byline | None:
    """The people that a byline's words name; None where the words are no byline (they hold anything else).

    Understands roles before names (记者 甲 乙 通讯员 丙), marks after them (甲/文 乙/图, 甲 摄) and before them (文/甲
    图/乙). Who is marked as photographer only is no reporter.
    """
    words = _SOURCE.sub("", _ASIDE.sub(" ", _mended(words)).strip().strip(_MARKS + "—-").strip())
    signers: list[_Signer] = []
    role, mode, since, position, signed = "", "", 0, 0, False
    while position < len(words):
        m = _TOKEN.match(words, position)
        if m is None:
            return None
        position = m.end()
        kind = m.lastgroup
        if kind == "role":
            role = "correspondent" if re.search("通讯员|报道员", m.group()) else "reporter"
            signed = True
        elif kind == "other":
            role, mode, since = _OTHER, "", len(signers)
        elif kind == "name":
            signers.append(_Signer(re.sub(r"\s", "", m.group()), role, text=mode == "text", photo=mode == "photo"))
        elif kind == "both":
            signed = True
            named = _TOKEN.match(words.lstrip(), position + 1)
            if since < len(signers) and named and named.lastgroup == "name":
                mode = "photo"
            else:
                for s in signers[since:]:
                    s.text = s.photo = True
                mode = "both" if since == len(signers) else mode
            since = len(signers)
        elif kind in ("slash", "mode"):
            signed = True
            photo = re.search(_PHOTO, m.group()) is not None
            pending = signers[since:]
            before = bool(mode) or (kind == "mode" and re.search(r"[/／：:]", m.group()) is not None)
            if pending and not before:
                _mark(pending, photo)
            elif before or not pending:
                mode = "photo" if photo else "text"
            since = len(signers)
    if not signers or not signed or not all(_plausible(s.name) for s in signers):
        return None
    return _sorted(signers, mode)


def _mended(words: str) -> str:
    for slip, meant in _SLIPS:
        words = slip.sub(meant, words)
    return words


def _mark(pending: list[_Signer], photo: bool) -> None:
    for s in pending:
        s.photo, s.text = s.photo or photo, s.text or not photo


def _sorted(signers: list[_Signer], mode: str) -> Byline:
    people: dict[str, list[str]] = {"reporter": [], "correspondent": [], "photographer": []}
    persons = {s.role for s in signers if not _UNIT.search(s.name)}
    for s in signers:
        if s.role == _OTHER or (s.role in persons and _UNIT.search(s.name)):
            continue
        if s.photo or mode == "both":
            people["photographer"].append(s.name)
        if s.text or mode == "both" or not s.photo:
            people[s.role or "reporter"].append(s.name)
    return Byline(*(tuple(dict.fromkeys(names)) for names in people.values()))


_CONTRIBUTOR = re.compile(
    r"[（(][\u4e00-\u9fff]{1,12}(?:办|办公室|局|委|部|院|室|中心|公司|整理|供稿)[）)]"
    r"|[（(](?:本文)?作者(?:系|为|单位|简介)[^（）()]{2,50}[）)]"
    rf"|[\u4e00-\u9fff]{{2,20}}(?:[省市州县区镇乡]长|主任|书记|主席|院长|检察长)[ \u3000]+{_HAN}(?:[ \u3000]{_HAN}|{_HAN}{{1,2}})"
)
_ASIDE = re.compile(
    r"[（(][\u4e00-\u9fff]{1,16}?(?:[局委院站所办队部厂镇乡村族]|街道|中心|政府|公司|大学|[中小]学|学校|代表|委员)[）)]|[ \u3000]*根据.{2,40}(?=整理$)"
)
"""What a byline says besides: a writer's unit or people (余三南（傈僳族）), whose words it gives (根据…的介绍整理)."""
_SLIPS = ((re.compile(r"通[ \u3000]+讯[ \u3000]+员|通[汛迅]员"), "通讯员"), (re.compile(r"记[ \u3000]+者|^记着(?=[ \u3000])"), "记者"))
"""Roles as they are spaced out in print or misread from it."""
_SOURCE = re.compile(r"^[（(]?(?:数据|资料|信息|稿件)?来源[：:][^；;]*(?:[；;]|$)")
_PICTURE_NOTE = re.compile(r"(?<=.)[（(](?:[^（）()]{0,12}(?:提供|供图)(?:除外)?|(?:除)?署名(?:的)?(?:除外|外))[）)]$")
_UNIT = re.compile(r".{2,}(?:[局委办院队所站厅社]|中心|公司|学校|大学|法院|政府|镇|街道|集团|银行|部)$|[县市镇乡].")
"""The unit of a correspondent (通讯员 县公安局 王力), which signs only where it names nobody."""
_NO_NAMES = re.compile(r"记者|通讯员|实习生|编辑|本报|讯|[要新简见]\s?闻|图片|资料|待续|下转|上接|公告")
_NO_NAME = re.compile(
    r"^(?:[从在了就对](?!.$)|.{0,2}(?:手记|观察|调查|连线|点评|探馆|走访|体验|见闻|视点|日记|专访|述评|直击|现场|基层|之家|[看问说访谈]$))"
)


def _plausible(name: str) -> bool:
    """Whether a word behind a role may be a name rather than the rest of a rubric (记者探馆, 记者手记)."""
    return len(name) > 4 or _NO_NAME.match(name) is None


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


_REPORT = re.compile(rf"(?P<who>{_HAN}{{2,4}}(?:[、 \u3000]{_HAN}{{2,4}})*)报道[\s\u3000：:]+")
_RUN = re.compile(
    rf"{_BULLET}(?P<who>{_ROLE}(?:[\s\u3000]*[^\s\u3000，。：:“（(]{{1,9}}(?:[\s\u3000、]|(?=报道)|$))+(?:报道[：:]?)?)[\s\u3000]*"
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
            people = Byline(reporters=names) if (names := _bare_names(m.group("who"))) else None
        if people:
            return m.start(), people
    return None


def _bare_names(words: str, *, rare: bool = False) -> tuple[str, ...]:
    """The names that stand without any role; empty where something else than Chinese names stands there.

    With ``rare``, the surnames of some of several names need not be known.
    """
    words = _ASIDE.sub("", words)
    names = re.split(
        r"[、，,\s\u3000]+", re.sub(rf"(?<!{_HAN})({_HAN})[ \u3000]({_HAN})(?!{_HAN})", r"\1\2", words.strip())
    )
    known = surnames()
    shaped = all(re.fullmatch(rf"{_HAN}{{2,4}}", n) for n in names) and not _NO_NAMES.search(words)
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
    if bracketed or dotted or text[0] in _MARKS:
        names = _bare_names(text.strip(_MARKS + "·•（()）"), rare=bracketed)
        if names:
            return Byline(reporters=names)
    core = _PICTURE_NOTE.sub("", re.sub(r"^[（(【\[](.*)[）)】\]]$", r"\1", _mended(text.strip())))
    core = re.sub(rf"^{_BULLET}", "", core)
    people = parse_byline(core)
    if people is None:
        return None
    spaced = (
        re.search(rf"{_ROLE}[\s\u3000：:/／]", core)
        or re.match(r"本[报台刊网社]", core)
        or _CREDIT_END.search(core)
        or _CREDIT_START.match(core)
    )
    return people if spaced or len(core) <= 6 + 4 * sum(1 for _ in re.finditer(_ROLE, core)) else None


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
