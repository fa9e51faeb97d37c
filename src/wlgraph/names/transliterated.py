"""Persons whose names are written by sound: Mongolian, Tibetan, Uyghur, Kazakh and foreign ones (阿依古丽·买买提).

A dot between two such parts gives a name away; without a dot it is a run of four or more such characters behind a post or
calling, longer than any name with a Chinese surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from wlgraph.model import GROUP_OF, Leaf, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.lexicon import alternatives, load
from wlgraph.registers import countries

DOTTED, UNDOTTED = "form:dotted-name", "form:long-name"
_SOUNDS = (
    "阿卜艾爱安敖奥巴拔白拜班宝贝比毕别波伯勃博布才仓策茨次措朝达代丹旦道德登邓迪东都杜顿多朵夺俄娥额恩尔法凡菲费芬夫弗福甫富尕噶嘎盖甘冈刚高戈格葛"
    "根贡古瓜哈海汗罕浩合贺赫黑红胡呼华霍基吉加夹佳贾嘉甲坚江降杰金津久居卡凯坎康考柯科克肯孔库阔坤拉腊莱兰朗郎劳勒雷黎里理力丽利莲林琳龙隆卢鲁陆"
    "路罗洛吕玛马买迈麦曼满茂毛美门蒙孟米密勉敏明莫姆木牧穆那娜纳乃南内尼妮年宁牛努诺欧帕潘培佩彭皮普其奇齐恰强乔切钦琴青琼求曲却让热仁日荣茹肉若"
    "萨赛桑森沙莎山珊舍申圣施诗什石史守斯丝司松苏素孙索塔台太坦汤唐陶特腾提铁廷吐图土托妥瓦外万旺威韦维伟卫魏温翁沃乌吾吴武伍西希锡夏香祥肖晓谢辛"
    "欣兴雄休逊旭雅亚延央阳扬杨耶叶依伊音英永勇尤玉郁元云匝则泽扎占张哲贞珍芝志智忠仲珠朱卓孜宗佐娅"
)
"""Characters that such names are written with."""
SOUND = f"[{_SOUNDS}]"
_DOTTED = re.compile(rf"{SOUND}{{1,8}}(?:[·•・]{SOUND}{{1,8}}){{1,2}}")
_LEAST = 4
_LONGEST = 8
"""Characters of a name without a dot: fewer may be a Chinese one, more are hardly ever one name."""


@cache
def _undotted() -> tuple[tuple[re.Pattern[str], Leaf], ...]:
    posts = load("posts")
    ends = r"(?=[，。、：；（）(！？”\s的家为在把将向对同就也又从到与和及等带告透称宣作率兼被一走去来]|说|表示|介绍|出席|参加|主持|强调|指出|通报|$)"
    run = rf"({SOUND}{{{_LEAST},{_LONGEST}}}?){ends}"
    row = rf"(?:^|(?<=\n))({SOUND}{{{_LEAST},{_LONGEST}}})(?=（[男女]|，[男女]，|（\S{{1,3}}族）)"
    kinds: tuple[tuple[str, Leaf], ...] = (("public", "Official"), ("either", "Official"), ("private", "Person"))
    behind = tuple((re.compile(rf"{alternatives(posts[kind])}{run}"), leaf) for kind, leaf in kinds)
    return (*behind, (re.compile(row), "Person"))


@cache
def _public_before() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(load('posts')['public'])}$")


def propose_transliterated(text: str) -> Iterator[Candidate]:
    """The names by sound of a text."""
    for m in _DOTTED.finditer(text):
        before = text[max(0, m.start() - 8) : m.start()]
        leaf: Leaf = "Official" if _public_before().search(before) else "Person"
        yield _candidate(m.start(), m.end(), leaf, DOTTED, 0.9)
    for pattern, leaf in _undotted():
        for m in pattern.finditer(text):
            if m[1] not in countries():
                yield _candidate(m.start(1), m.end(1), leaf, UNDOTTED, 0.8)


def join_touching(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """One name of two persons that the model reads side by side: lists part their names by a mark."""
    persons = sorted((c for c in found if c.best and GROUP_OF[c.leaf] == "Person"), key=lambda c: c.span)
    for first, second in pairwise(persons):
        if first.span.end == second.span.start and second.span.end - first.span.start <= _LONGEST:
            yield _candidate(first.span.start, second.span.end, first.leaf, UNDOTTED, 0.8)


def _candidate(start: int, end: int, leaf: Leaf, rule: str, confidence: float) -> Candidate:
    return Candidate(span=Span(start, end), leaf=leaf, source="form", rule=rule, confidence=confidence)
