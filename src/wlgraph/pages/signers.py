"""The words of a byline as people: who wrote, contributed and photographed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

OUTLET = r"[\u4e00-\u9fff]{1,8}?(?:日报|晚报|早报|商报|快报|新闻网|在线|网|之声|电视台|广播电台|传媒|融媒|融媒体中心)"
"""Who publishes news, as datelines and reporters name it."""
ROLE = (
    r"(?:本报|本台|本刊|本网|本社|[\u4e00-\u9fff]{2,4}?(?:日报|晚报|报)(?=全媒体|融媒|记者)|[\u4e00-\u9fff]{2,6}报社?(?=驻)|[\u4e00-\u9fff]{1,8}?(?:[局委院站所办队部]|中心|公司|政府)(?=通讯员)|[\u4e00-\u9fff]{1,8}?融媒体?中心(?=(?:全媒体)?记者)|[\u4e00-\u9fff]{1,6}?(?:新闻网|在线|网|之声|电视台|广播电台|传媒)(?=记者))?(?:全媒体|融媒体|融媒|特派|特约|首席|见习|实习|驻[\u4e00-\u9fff]{1,4}|深度报道|摄影|文字)*"
    r"(?:记者站|记者|通讯员|评论员|撰稿人|撰稿|作者(?!单位|系|[为是])|实习生|特约撰稿|报道员|编译)"
)
HAN = r"[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0003134f]"
_NAME = (
    rf"{HAN}{{1,8}}(?:[·•・．‧]{HAN}{{1,8}})+"
    rf"|{HAN}(?:[ \u3000]{HAN}(?!{HAN})|{HAN}{{1,3}}?(?=摄影报道|摄影|摄|报道(?![组员])|通讯员|本报|记者)|{HAN}{{1,3}}(?!{HAN}))"
)
_BODY_NAME = rf"{HAN}{{0,8}}(?:[办宣轩组文政委局协队站所院校团联会馆]|发布|中心|报道组|融媒体?)"
_SEPARATOR = r"[ \u3000\xa0\t、，,；;：:/／|｜*＊&＆\n]"
PHOTO = r"(?:摄影报道|特约摄影|摄影|摄制|摄|供图|配图|制图|漫画|图片|图)"
TEXT = r"(?:撰文|文字|文|整理|采写|报道|供稿)"
_TOKEN = re.compile(
    rf"(?P<both>(?:文\s*[/／并、]?\s*[图摄](?:影)?|图\s*[/／]\s*文|图文|摄影报道)(?:报道)?(?![\u4e00-\u9fff]))"
    rf"|(?P<role>{ROLE})"
    rf"|(?P<other>(?:视频|剪辑|策划|统筹|编辑|责编|审核|校对|设计|主播|航拍)(?:{_SEPARATOR}|$))"
    rf"|(?P<mode>(?:{PHOTO}|{TEXT})(?:{_SEPARATOR}|$))"
    rf"|(?P<slash>[/／]\s*(?:{PHOTO}|{TEXT}))"
    rf"|(?P<name>{_NAME}|{_BODY_NAME}(?!{HAN}))"
    rf"|(?P<gap>{_SEPARATOR}+|[（(）)【】\[\]])"
)
_OTHER = "other"
"""The part of those who did something else than write or photograph; they are no signers."""
MARKS = "■●□◆◇▲△★☆○◎⊙※"
"""Marks that stand before bylines."""
ASIDE = re.compile(
    r"[（(][\u4e00-\u9fff]{1,16}?(?:[局委院站所办队部厂镇乡村族]|街道|中心|政府|公司|大学|[中小]学|学校|代表|委员)[）)]|[ \u3000]*根据.{2,40}(?=整理$)"
)
"""What a byline says besides: a writer's unit or people (余三南（傈僳族）), whose words it gives (根据…的介绍整理)."""
_SLIPS = (
    (re.compile(r"通[ \u3000]+讯[ \u3000]+员|通[汛迅]员"), "通讯员"),
    (re.compile(r"记[ \u3000]+者|^记着(?=[ \u3000])"), "记者"),
)
"""Roles as they are spaced out in print or misread from it."""
_SOURCE = re.compile(r"^[（(]?(?:数据|资料|信息|稿件)?来源[：:][^；;]*(?:[；;]|$)")
_UNIT = re.compile(r".{2,}(?:[局委办院队所站厅社]|中心|公司|学校|大学|法院|政府|镇|街道|集团|银行|部)$|^[县市镇乡]")
"""The unit of a correspondent (通讯员 县公安局 王力), which signs only where it names nobody."""
_NO_NAME = re.compile(
    r"^(?:[从在了就对](?!.$)|.{0,2}(?:手记|观察|调查|连线|点评|探馆|走访|体验|见闻|视点|日记|专访|述评|直击|现场|基层|之家|[看问说访谈]$))"
)


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


@dataclass(slots=True)
class _Reading:
    """What has been read of a byline: its signers, and what the next names are.

    ``since`` is the number of the first signer whom no mark has told apart yet.
    """

    signers: list[_Signer] = field(default_factory=list)
    role: str = ""
    mode: str = ""
    since: int = 0
    signed: bool = False

    def take(self, token: re.Match[str], behind: str) -> None:
        """Take a token; ``behind`` is what follows it."""
        kind, words = token.lastgroup, token.group()
        self.signed = self.signed or kind in ("role", "both", "slash", "mode")
        if kind == "role":
            self.role = "correspondent" if re.search("通讯员|报道员", words) else "reporter"
        elif kind == "other":
            self.role, self.mode, self.since = _OTHER, "", len(self.signers)
        elif kind == "name":
            name = re.sub(r"\s", "", words)
            self.signers.append(_Signer(name, self.role, text=self.mode == "text", photo=self.mode == "photo"))
        elif kind == "both":
            self._take_both(behind)
        elif kind in ("slash", "mode"):
            self._take_mark(words, first=kind == "mode")

    def _take_both(self, behind: str) -> None:
        named = _TOKEN.match(behind.lstrip())
        if self.since < len(self.signers) and named and named.lastgroup == "name":
            self.mode = "photo"
        else:
            for s in self.signers[self.since :]:
                s.text = s.photo = True
            self.mode = "both" if self.since == len(self.signers) else self.mode
        self.since = len(self.signers)

    def _take_mark(self, words: str, *, first: bool) -> None:
        """Take 文 or 图: of those named since the last mark, or of those that follow where marks stand first."""
        photo = re.search(PHOTO, words) is not None
        pending = self.signers[self.since :]
        before = bool(self.mode) or (first and re.search(r"[/／：:]", words) is not None)
        if pending and not before:
            for s in pending:
                s.photo, s.text = s.photo or photo, s.text or not photo
        elif before or not pending:
            self.mode = "photo" if photo else "text"
        self.since = len(self.signers)


def parse_byline(words: str) -> Byline | None:
    """The people that a byline's words name; None where the words are no byline (they hold anything else).

    Understands roles before names (记者 甲 乙 通讯员 丙), marks after them (甲/文 乙/图, 甲 摄) and before them (文/甲
    图/乙). Who is marked as photographer only is no reporter.
    """
    words = _SOURCE.sub("", ASIDE.sub(" ", mended(words)).strip().strip(MARKS + "—-").strip())
    reading, position = _Reading(), 0
    while position < len(words):
        token = _TOKEN.match(words, position)
        if token is None:
            return None
        position = token.end()
        reading.take(token, words[position:])
    signers = reading.signers
    if not signers or not reading.signed or not all(_plausible(s.name) for s in signers):
        return None
    return _sorted(signers, reading.mode)


def mended(words: str) -> str:
    """A byline's words with its roles as they were meant."""
    for slip, meant in _SLIPS:
        words = slip.sub(meant, words)
    return words


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


def _plausible(name: str) -> bool:
    """Whether a word behind a role may be a name rather than the rest of a rubric (记者探馆, 记者手记)."""
    return len(name) > 4 or _NO_NAME.match(name) is None
