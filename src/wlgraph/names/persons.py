"""Persons by post and surname: proposals for names, and forms of address that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wlgraph.model import Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import alternatives, load
from wlgraph.registers import surnames


@cache
def name_pattern() -> str:
    """A surname and one or two characters that are no particle, verb of speech or form of address."""
    address = alternatives(load("posts")["address"])
    given = "[一-龥]"
    ends = "(?<![说等和与在率对向为及的是把将未])"
    return rf"(?:{alternatives(surnames())}(?!{address}|某)(?:{given}{{2}}{ends}|{given}{ends}))"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Leaf, str, float], ...]:
    posts = load("posts")
    after = rf"(?=[，。、：；（）(！？”\s]|{alternatives(posts['after'])}|$)"
    kinds: list[tuple[str, Leaf]] = [("public", "Official"), ("private", "Person"), ("either", "Official")]
    return tuple(
        (re.compile(rf"{alternatives(posts[kind])}({name_pattern()}){after}"), leaf, f"form:{kind}-post", 0.7)
        for kind, leaf in kinds
    )


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(rf"(?<=[，。”\s；])({name_pattern()})(?=说|表示|介绍|告诉|指出|强调|坦言|透露)")


@cache
def _leaders() -> re.Pattern[str]:
    return re.compile(rf"领导({name_pattern()}(?:、{name_pattern()})*)(?=等|出席|参加|陪同|分别|$)")


ROW = "form:row"


@cache
def _row() -> re.Pattern[str]:
    """A name at the head of a line or entry of a list, with what lists tell of a person behind it: sex, or a post."""
    posts = load("posts")
    post = alternatives([*posts["public"], *posts["private"], *posts["either"]])
    blank = "[ \u3000\t]+"
    sex = rf"，[男女]，|（[男女][，）]|{blank}[男女](?:{blank}|，)"
    held = rf"(?:（[^（）]{{1,6}}）)?{blank}[^，。；：\n]{{2,30}}{post}(?=[ \u3000\t，；\n]|$)"
    return re.compile(
        rf"(?:^|(?<=[\n、；]))(?:\d{{1,2}}[.．、](?:{blank})?)?(?:[一-龥]{{4}}{blank})?({name_pattern()})(?={sex}|{held})"
    )


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(surnames())}{alternatives(load('posts')['address'])}|.*某.*)")


_WORDS = re.compile(
    "相(?:结合|适应|协调|统一|融合|衔接|匹配|促进|对应|关联|呼应|补充)|高(?:质量|水平|标准|品质|效能|起点)|辛勤|常态化|全覆盖|全方位|全过程"
    "|(?:李子|杨梅|石榴|黄桃|花椒|金橘|白茶)[园树林苗汁酒节]|念兹(?:在兹)?|[黄金](?:灿灿|澄澄|闪闪)|白(?:花花|茫茫|皑皑)|[和与同对向](?:嘉宾|来宾|领导|代表|专家|群众|企业|职工|家长|学生|干部|市民|客商|游客)"
)
"""Common words that begin as a surname does, or read like a name."""


_NEXT_WORD = re.compile(
    "未(?:出席|参加|能|曾|到会|到场|列席|获|被|当选)|来我[省市县区州旗盟镇乡]|捐(?:[了款出赠资助]|\\d|[一二两三四五六七八九十百千]+[万元])"
)


_BEFORE = "向和与同对于"
"""Words before a person that are surnames, too."""
_GOES_ON = re.compile("正(?=[在带跟和与忙给从向对为用把])|休(?=[整假息])")
"""Words that begin with a character which names end with, too: 叶青正和主播试播."""


_WATERS = "河湖江溪港库山"
_KEEPER = re.compile("(?:[省市县区州旗镇乡村]级)?总?[河湖库林]长")


def names_nobody(text: str, span: Span) -> bool:
    """陈先生, 王某: a person known by surname alone; 相结合: a word and no name; 月河 before 县级河长: a river."""
    at = span.start, span.end
    return any(p.fullmatch(text, *at) for p in (_address(), _WORDS)) or (
        text[span.end - 1] in _WATERS and _KEEPER.match(text, span.end) is not None
    )


def runs_on(text: str, span: Span) -> bool:
    """Whether a stretch ends with a word that belongs to what follows: 赵强未 before 出席, 赵强来 before 我市; 赵强正 before 在, where the text
    names 赵强 elsewhere too."""
    if _NEXT_WORD.match(text, span.end - 1):
        return True
    whole = text[span.start : span.end]
    short = whole[:-1]
    return len(short) > 1 and _GOES_ON.match(text, span.end - 1) is not None and text.count(short) > text.count(whole)


def starts_late(text: str, span: Span) -> bool:
    """Whether a stretch begins with a word that belongs to what stands before: 向林则安 where the text names 林则安, too."""
    whole = text[span.start : span.end]
    own = whole[1:]
    return whole[0] in _BEFORE and len(own) > 1 and text.count(own) > text.count(whole)


def propose_persons(text: str) -> Iterator[Candidate]:
    """Persons in a text by what stands before and after them."""
    for pattern, leaf, rule, confidence in _patterns():
        for match in pattern.finditer(text):
            yield _candidate(match.start(1), match[1], leaf, rule, confidence)
    for match in _speaker().finditer(text):
        yield _candidate(match.start(1), match[1], "Person", "form:speaker", 0.4)
    for match in _row().finditer(text):
        yield _candidate(match.start(1), match[1], "Person", ROW, 0.8)
    for match in _leaders().finditer(text):
        start = match.start(1)
        for name in match[1].split("、"):
            yield _candidate(start, name, "Official", "form:leaders", 0.8)
            start += len(name) + 1


def _candidate(start: int, name: str, leaf: Leaf, rule: str, confidence: float) -> Candidate:
    span = Span(start, start + len(name))
    return Candidate(span=span, leaf=leaf, source="form", rule=rule, confidence=confidence)
