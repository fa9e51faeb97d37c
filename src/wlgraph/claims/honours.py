"""Rolls of honour: who is listed under an award has received it.

关于表彰先进的通报 / 一、优秀企业家 / 宋怀远　某某机械有限公司董事长 / 二、先进乡镇 / 一等奖：某镇 / 二等奖：某镇、某街道
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from wlgraph.model import (
    GROUP_OF,
    Article,
    Block,
    Claim,
    ClaimModality,
    Mention,
    Naming,
    Reading,
    Referent,
    Span,
)

RULE, CONFIDENCE = "roll", 0.85
LONGEST_HEAD, LONGEST_AWARD, LONGEST_CELL = 40, 30, 8
_ROLL = re.compile(
    r"表彰|表扬|光荣榜|荣誉榜|获奖|授奖|颁奖|授予|命名|(?:先进|优秀|模范|标兵|好人|十佳|最美|示范).*(?:名单|公示|揭晓|公布)"
)
_PUT_FORWARD = re.compile("拟|推荐|候选|推选|申报|公示")
_LEVELS = (
    re.compile(r"第?[一二三四五六七八九十]{1,3}、"),
    re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]、?"),
    re.compile(r"\d{1,2}[.．、]|[①-⑳]|[（(]\d{1,2}[）)]|[●■◆▲★◇][\s\u3000]*"),
)
_AWARD = re.compile(
    r"先进|优秀|十佳|十强|百强|最美|文明|模范|标兵|示范|突出|杰出|明星|贡献|好人|能手|之星|奖|状元|冠军|典范|楷模|五好|三八|五一|五四"
)
_ENDS = re.compile(
    r"(?:企业|单位|集体|部门|机构|组织|支部|党委|[村镇乡户手员师人家星者奖]|社区|街道|家庭|青年|模范|标兵|团队|项目|班组|称号|干部|学校|园丁|少年|学生|学员"
    r"|合作社|基地|品牌|十佳|十强|百强|个体|职工|园区|工程|作品|产品)(?:[（(][^（）()]*[）)])?$"
)
"""How the name of an award ends: with what it is for, or with a prize."""
_YEAR = re.compile(r"^(?:19|20)\d\d(?:[—-](?:19|20)?\d\d)?年?度?(?:全[省市县区州旗镇乡])?")
_YEAR_TOLD = re.compile(r"(?:19|20)\d\d(?=年)")
_GRANTED = re.compile(
    r"^(?:新(?:增|建|获|评)|新?(?:认定|获评|获批|创建|命名|授予|评定)(?:的|为)?|荣获|荣立|获得?|被?(?:评|列)为)+"
)
_NO_AWARD = re.compile("名单|获奖|表彰|结果|情况|要求|安排|对象|范围|办法|时间|组织|领导|措施|项目$")
"""Words of a head that announces a list and names no award."""
_ANNOUNCED = re.compile("名单|揭晓|公布|光荣榜|公示")
_OF_HEADLINE = -1
"""The level of an award that the headline names: it holds for all lists that have no head of their own."""
_CALLED = re.compile(r"(?:下列|以下|如下|名单)[^。；]{0,30}[：:]$|[：:]$")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_LABEL = re.compile(r"[^，。：；:]{2,16}[：:]")
_WINNERS = ("Person", "Organization", "Place")
_BREAKS = "、；;　 \t，,"
_ON_WHAT = re.compile("关于|表彰|表扬|公布|命名|授予")


class Honours(NamedTuple):
    """Claims of awards received and given, the awards that only the heads of lists name, and where these stand."""

    claims: tuple[Claim, ...]
    awards: tuple[Referent, ...]
    references: tuple[Mention, ...]


def read_rolls(reading: Reading, naming: Naming) -> Honours:
    """The awards of all rolls of honour on a page, with who received and who gave them."""
    roll = _Rolls(naming)
    for article in reading.articles:
        if _is_roll(article):
            roll.read(article)
    return Honours(tuple(roll.claims), tuple(roll.awards.values()), tuple(roll.references))


def _of_headline(article: Article, mentions: Sequence[Mention]) -> list[_Award]:
    """The award whose winners a headline announces (第六届“最美新桥人”名单揭晓)."""
    heads = [b.span for b in article.blocks if b.kind == "headline"]
    own = [m for m in mentions if m.leaf == "Recognition" and any(h.covers(m.span) for h in heads)]
    announced = _ANNOUNCED.search(article.headline) is not None and len(own) == 1
    return [_Award(_OF_HEADLINE, own[0].span, own[0].referent)] if announced else []


def _is_roll(article: Article) -> bool:
    return _ROLL.search(article.headline) is not None


@dataclass(frozen=True, slots=True)
class _Award:
    """An award that a head names: the head's level, the name's place, and its referent where the page names it by itself."""

    level: int
    span: Span
    referent: str = ""


@dataclass(slots=True)
class _Rolls:
    naming: Naming
    claims: list[Claim] = field(default_factory=list)
    awards: dict[str, Referent] = field(default_factory=dict)
    references: list[Mention] = field(default_factory=list)
    seen: set[tuple[str, str, str, str, Span]] = field(default_factory=set)

    def read(self, article: Article) -> None:
        mentions = sorted((m for m in self.naming.mentions if m.article == article.id), key=lambda m: m.span)
        givers = _givers(article, mentions)
        open_: list[_Award] = _of_headline(article, mentions)
        for block in article.blocks:
            if block.kind not in ("body", "subhead"):
                continue
            own = _within(mentions, block.span)
            text = article.text[block.span.start : block.span.end]
            level = next((n for n, mark in enumerate(_LEVELS) if mark.match(text)), len(_LEVELS))
            if award := self._headed(article, block, own, level):
                open_ = [*(a for a in open_ if a.level != _OF_HEADLINE and a.level < award.level), award]
            elif labelled := _labelled(text, block, own):
                if winners := list(_winners(article.text, block, own)):
                    self._bestow(article, labelled, winners, givers)
            elif open_ and _is_list(text, own, block) and not (text.endswith("。") and open_[0].level == _OF_HEADLINE):
                winners = list(_winners(article.text, block, own))
                for award in open_ if winners else ():
                    self._bestow(article, award, winners, givers)
            elif len(text) > LONGEST_HEAD:
                open_ = [a for a in open_ if a.level == _OF_HEADLINE]

    def _headed(self, article: Article, block: Block, own: Sequence[Mention], level: int) -> _Award | None:
        """The award that a block heads a list with: a numbered line with its name, or words that end in a colon."""
        text = article.text[block.span.start : block.span.end]
        named = [m for m in own if m.leaf == "Recognition"]
        if _CALLED.search(text):
            return _Award(len(_LEVELS), named[-1].span, named[-1].referent) if named else None
        if level == len(_LEVELS) and not (block.kind == "subhead" and _AWARD.search(text) and _ENDS.search(text)):
            return None
        start, end = _name_of(article.text, block.span, level)
        if any(m.span.start == start and _is_winner(article.text, m) for m in own):
            return None
        name = article.text[start:end]
        if len(text) > LONGEST_HEAD or not 2 < len(name) <= LONGEST_AWARD or re.search("[，。：；、]", name):
            return None
        exact = next((m for m in named if m.span.start <= start + 2 and m.span.end >= end - 2), None)
        return _Award(level, exact.span, exact.referent) if exact else _Award(level, Span(start, end))

    def _made(self, article: Article, span: Span) -> str:
        name = article.text[span.start : span.end]
        known = next(
            (r.id for r in self.naming.referents if r.leaf == "Recognition" and name in (r.name, *r.surfaces)), ""
        )
        if known:
            return known
        if name in self.awards:
            return self.awards[name].id
        award = self.awards[name] = Referent(
            id=f"h{len(self.awards) + 1}", leaf="Recognition", name=name, confidence=CONFIDENCE
        )
        self.references.append(
            Mention(
                article=article.id,
                span=span,
                text=name,
                leaf="Recognition",
                referent=award.id,
                confidence=CONFIDENCE,
                kind="reference",
            )
        )
        return award.id

    def _bestow(self, article: Article, award: _Award, winners: Sequence[Mention], givers: Sequence[str]) -> None:
        """Claim an award of its winners, and of those who give it; a head that only announces a list names none.

        Winner and award stand in different lines, so both are evidence.
        """
        if not award.referent and _NO_AWARD.search(article.text[award.span.start : award.span.end]):
            return
        referent = award.referent or self._made(article, award.span)
        modality: ClaimModality = "proposed" if _PUT_FORWARD.search(article.headline) else "stated"
        made = Claim(
            article=article.id,
            subject="",
            predicate="received",
            object=referent,
            sentence=award.span,
            modality=modality,
            year=_year(article, award),
            confidence=CONFIDENCE,
            rule=RULE,
        )
        for winner in winners:
            for at in (winner.span, award.span):
                self._claim(article, replace(made, subject=winner.referent), at)
        for giver in givers:
            self._claim(article, replace(made, subject=giver, predicate="administers", modality="stated"), award.span)

    def _claim(self, article: Article, claim: Claim, at: Span) -> None:
        """Add a claim with the sentence of a place as its evidence, once."""
        sentence = article.sentence_at(at.start)
        if sentence is None:
            return
        key = claim.article, claim.subject, claim.predicate, claim.object, sentence
        if key not in self.seen:
            self.seen.add(key)
            self.claims.append(replace(claim, sentence=sentence))


def _within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions of a block, of all in order."""
    low, high = (bisect_left(mentions, at, key=lambda m: m.span.start) for at in (span.start, span.end))
    return [m for m in mentions[low:high] if m.span.end <= span.end]


def _year(article: Article, award: _Award) -> str:
    """The year for which an award is given, told by its line or by the headline; empty where neither does."""
    line = next((b.span for b in article.blocks if b.span.covers(award.span)), award.span)
    told = _YEAR_TOLD.search(article.text, line.start, line.end) or _YEAR_TOLD.search(article.headline)
    return told[0] if told else ""


def _name_of(text: str, block: Span, level: int) -> tuple[int, int]:
    """Where the name of an award stands in a head: without its number, a remark in brackets, and what says it was given."""
    words = text[block.start : block.end]
    mark = _LEVELS[level].match(words) if level < len(_LEVELS) else None
    start = mark.end() if mark else 0
    start += len(words[start:]) - len(words[start:].lstrip())
    for lead in (_YEAR, _GRANTED):
        if given := lead.match(words[start:]):
            start += given.end()
    core = words.rstrip()
    if (aside := _ASIDE.search(core)) and re.search(r"\d|[各每]|共|名|个", aside[0]):
        core = core[: aside.start()]
    return block.start + start, block.start + len(core)


def _is_winner(text: str, mention: Mention) -> bool:
    """Whether a mention at the head of an entry is all of its name (1.海棠泵业有限公司; 1.林则安　海棠泵业董事长)."""
    whole = text[mention.span.end : mention.span.end + 1] in ("", "\n", "　", " ", "（", "(", "、", "，", "；", "。")
    return whole and GROUP_OF[mention.leaf] in _WINNERS


def _labelled(text: str, block: Block, own: Sequence[Mention]) -> _Award | None:
    """The award that labels a line of its winners (●温岭市劳动模范：林则安、何曼)."""
    label = _LABEL.match(text, next((m.end() for mark in _LEVELS if (m := mark.match(text))), 0))
    if label is None:
        return None
    start, end = block.span.start + label.start(), block.span.start + label.end() - 1
    named = [m for m in own if m.leaf == "Recognition" and m.span.start <= start + 3 and start < m.span.end <= end]
    return _Award(len(_LEVELS), named[0].span, named[0].referent) if named else None


def _is_list(text: str, own: Sequence[Mention], block: Block) -> bool:
    """Whether a block lists winners: it begins with one, perhaps behind a number or a label, and is no prose."""
    if not own or "。" in text[:-1]:
        return False
    start = _entries_from(text)
    before = text[start : own[0].span.start - block.span.start]
    return len(before) <= len("（1）") or (
        len(before) <= LONGEST_CELL and not before.rstrip(" \u3000\t").endswith("奖") and before[-1] in " \u3000\t"
    )


def _entries_from(text: str) -> int:
    """Where the entries of a line begin: behind its number and its label (一等奖：)."""
    number = next((m.end() for mark in _LEVELS if (m := mark.match(text))), 0)
    label = _LABEL.match(text, number)
    return label.end() if label else number


def _winners(text: str, block: Block, own: Sequence[Mention]) -> Iterator[Mention]:
    """The first thing of each entry; of a chain (某镇某村) the last.

    Behind a person only persons count, up to a semicolon: the rest tells of him.
    """
    start = block.span.start + _entries_from(text[block.span.start : block.span.end])
    at = {m.span.start: m for m in own if m.span.start >= start}
    person, last = False, start
    for place in _entries(text, start, block.span.end):
        if _is_origin(text, at.get(place), at):
            continue
        person, last = person and not re.search("[；;]", text[last:place]), place
        winner = at.get(place)
        while winner and GROUP_OF[winner.leaf] != "Person" and (following := at.get(winner.span.end)):
            if GROUP_OF[following.leaf] == "Person":
                break
            winner = following
        if winner is None or GROUP_OF[winner.leaf] not in _WINNERS:
            continue
        if person and GROUP_OF[winner.leaf] != "Person":
            continue
        person = person or GROUP_OF[winner.leaf] == "Person"
        yield winner


def _is_origin(text: str, place: Mention | None, at: Mapping[int, Mention]) -> bool:
    """Whether a place only tells where the winner behind it is from (大溪镇　林则安)."""
    if place is None or GROUP_OF[place.leaf] != "Place":
        return False
    end = place.span.end + len(text[place.span.end :]) - len(text[place.span.end :].lstrip(" \u3000\t"))
    winner = at.get(end) if end > place.span.end else None
    return winner is not None and GROUP_OF[winner.leaf] != "Place"


def _entries(text: str, start: int, end: int) -> Iterator[int]:
    """Where the entries of a list begin: at its start, and behind its marks outside of brackets."""
    depth, fresh = 0, True
    for place in range(start, end):
        character = text[place]
        depth += (character in "（(") - (character in "）)")
        if depth == 0 and character in _BREAKS:
            fresh = True
        elif fresh:
            fresh = False
            yield place


def _givers(article: Article, mentions: Sequence[Mention]) -> list[str]:
    """The bodies that the title of a text names as those who give (某市委 某市人民政府关于表彰…的通报)."""
    heads = [b.span for b in article.blocks if b.kind == "headline"]
    if not heads or not (cut := _ON_WHAT.search(article.text, heads[0].start, heads[0].end)):
        return []
    own = [m for m in mentions if heads[0].start <= m.span.start and m.span.end <= cut.start()]
    bodies = [m.referent for m in own if m.leaf in ("PublicBody", "Organization")]
    return list(dict.fromkeys(bodies)) if own and own[0].span.start - heads[0].start <= len("中共") else []
