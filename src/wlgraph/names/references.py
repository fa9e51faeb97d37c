"""Words that refer to a thing without naming it: 我市, 该公司, 全镇, 他."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from wlgraph.model import GROUP_OF, Article, Leaf, Mention, Referent, Span
from wlgraph.names.antecedents import antecedent
from wlgraph.names.lexicon import alternatives, load

_SUBJECT = re.compile(r"(?:(?<=[，。；！？”\n])|^)[他她](?!们|人|山|乡)")
_HOME_CONFIDENCE, _BACK_CONFIDENCE, _ALONE_CONFIDENCE, _PERSON_CONFIDENCE = 0.95, 0.85, 0.7, 0.7


@dataclass(frozen=True, kw_only=True)
class _Rule:
    """Words that mean a thing of some classes named before, whose name may have to end in a certain way."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    leaves: tuple[Leaf, ...]
    ending: tuple[str, ...]
    alone: bool


@cache
def _rules() -> tuple[_Rule, ...]:
    lexicon = load("references")
    plain = lexicon["plain"]
    not_before = "".join(f"(?<!{w})" for w in plain["not_before"])
    not_after = f"(?!{alternatives(plain['not_after'])})"
    made = []
    for back in lexicon["back"]:
        leaves, ending = tuple(back["leaves"]), tuple(back.get("ending", ()))
        for key, before, after in (("words", "", ""), ("alone", not_before, not_after)):
            if words := tuple(back[key]):
                pattern = re.compile(before + alternatives(words) + after)
                made.append(_Rule(pattern=pattern, words=words, leaves=leaves, ending=ending, alone=key == "alone"))
    return tuple(made)


def refer(
    articles: Sequence[Article], mentions: Sequence[Mention], referents: Sequence[Referent], home: Referent
) -> tuple[Mention, ...]:
    """The references of a page's articles to the things that its names mean."""
    by_id = {r.id: r for r in referents}
    found: list[Mention] = []
    for article in articles:
        names = sorted((m for m in mentions if m.article == article.id), key=lambda m: m.span)
        taken = [m.span for m in names]
        for reference in _references(article, names, by_id, home):
            if article.sentence_at(reference.span.start) and not any(reference.span.overlaps(s) for s in taken):
                taken.append(reference.span)
                found.append(reference)
    return tuple(found)


def _references(
    article: Article, names: Sequence[Mention], referents: dict[str, Referent], home: Referent
) -> Iterator[Mention]:
    for rule in _rules():
        yield from _back(article, rule, names, referents)
    yield from _to_home(article, names, referents, home)
    yield from _to_person(article, names, referents)


def _to_home(
    article: Article, names: Sequence[Mention], referents: dict[str, Referent], home: Referent
) -> Iterator[Mention]:
    """我市 and its like; 全市 right behind the name of an area means that area."""
    lexicon = load("references")
    words = lexicon["home"].get(home.name[-1:])
    if words:
        named = {m.span.end: referents[m.referent] for m in names if m.leaf == "AdministrativeArea"}
        pattern = alternatives(words) + f"(?!{alternatives(lexicon['plain']['home_not_after'])})"
        for match in re.finditer(pattern, article.text):
            yield _reference(article, match, named.get(match.start(), home), _HOME_CONFIDENCE)


def _back(article: Article, rule: _Rule, names: Sequence[Mention], referents: dict[str, Referent]) -> Iterator[Mention]:
    if not any(word in article.text for word in rule.words):
        return
    persons = [m for m in names if GROUP_OF[m.leaf] == "Person"]
    for match in rule.pattern.finditer(article.text):
        at = match.start()
        fitting = [m for m in names if m.leaf in rule.leaves and _ends_fittingly(referents[m.referent], rule)]
        before = [m for m in fitting if m.span.end <= at]
        if not before or (rule.alone and len({m.referent for m in fitting}) > 1):
            continue
        if not rule.alone and _is_list(article.text, before):
            continue
        meant = antecedent(article, before, persons, at)
        confidence = _ALONE_CONFIDENCE if rule.alone else _BACK_CONFIDENCE
        yield _reference(article, match, referents[meant.referent], confidence)


def _ends_fittingly(referent: Referent, rule: _Rule) -> bool:
    return not rule.ending or referent.name.endswith(rule.ending)


def _is_list(text: str, before: Sequence[Mention]) -> bool:
    """Whether the last name closes a list, so that no single thing is meant."""
    if len(before) < 2 or before[-1].referent == before[-2].referent:
        return False
    return text[before[-2].span.end : before[-1].span.start] in ("、", "和", "与", "及", "以及")


def _to_person(article: Article, names: Sequence[Mention], referents: dict[str, Referent]) -> Iterator[Mention]:
    """他, 她 as a clause's subject, outside speech, where the sentence and the one before it name one person."""
    for match in _SUBJECT.finditer(article.text):
        at = match.start()
        heard = [s for s in article.sentences if s.start <= at]
        window = heard[-2].start if len(heard) > 1 else 0
        persons = {m.referent for m in names if GROUP_OF[m.leaf] == "Person" and window <= m.span.start < at}
        if len(persons) == 1 and not _in_speech(article.text, at):
            yield _reference(article, match, referents[persons.pop()], _PERSON_CONFIDENCE)


def _in_speech(text: str, at: int) -> bool:
    paragraph = text[text.rfind("\n", 0, at) + 1 : at]
    return paragraph.count("“") > paragraph.count("”")


def _reference(article: Article, match: re.Match[str], referent: Referent, confidence: float) -> Mention:
    return Mention(
        article=article.id,
        span=Span(*match.span()),
        text=match.group(),
        leaf=referent.leaf,
        referent=referent.id,
        confidence=confidence,
        source="document",
        kind="reference",
    )
