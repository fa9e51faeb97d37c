"""Which names of a page mean the same thing, what class it has, and its fullest name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from wlgraph.model import GROUP_OF, Article, Leaf, Mention, Referent, Span
from wlgraph.names.belonging import owners
from wlgraph.names.canonical import expanded
from wlgraph.names.decision import Choice
from wlgraph.names.definitions import definitions
from wlgraph.names.grouping import Place, group
from wlgraph.names.keys import key_of
from wlgraph.names.places import registered
from wlgraph.names.posts import post_evidence
from wlgraph.names.seats import told_apart
from wlgraph.names.voting import Named, agree, winner
from wlgraph.registers import Division

_TOO = ("也叫", "也名叫", "同样叫", "也叫做", "也叫作")
"""Words before the name of someone else who bears it, too."""


def gather(
    articles: Sequence[Article], choices: Sequence[Sequence[Choice]], home: str
) -> tuple[tuple[Mention, ...], tuple[Referent, ...], Referent]:
    """The mentions of a page in reading order, the things that they mean, and the home area, always one of these."""
    read = [n for a, cs in zip(articles, choices, strict=True) for n in _named(a, cs, home)]
    texts = {a.id: a.text for a in articles}
    named = agree(_coded(told_apart(read, texts)))
    defined = {
        Place(article.id, short.start): Place(article.id, full)
        for article in articles
        for full, short in definitions(article.text)
    }
    groups = group(named, defined, owners(named, texts))
    at_home = _home_group(groups, home)
    referents = tuple(_referent(f"e{number}", members, home) for number, members in enumerate(groups, 1))
    of_mention = {_at(m): r for r, members in zip(referents, groups, strict=True) for m in members}
    mentions = tuple(
        Mention(
            article=n.article,
            span=n.choice.span,
            text=n.text,
            leaf=of_mention[_at(n)].leaf,
            referent=of_mention[_at(n)].id,
            confidence=n.choice.confidence,
            source=n.choice.source,
            kind="nested" if n.nested else "name",
        )
        for n in named
    )
    return mentions, referents, referents[at_home]


def _coded(named: Sequence[Named]) -> list[Named]:
    """A place whose code one of its names on the page tells has it wherever it is named."""
    codes: defaultdict[tuple[Leaf, str], set[str]] = defaultdict(set)
    for n in named:
        if n.code:
            codes[(n.choice.leaf, n.key)].add(n.code)
    known = {label: found.pop() for label, found in codes.items() if len(found) == 1}
    return [msgspec.structs.replace(n, code=n.code or known.get((n.choice.leaf, n.key), "")) for n in named]


def _at(named: Named) -> tuple[str, Span]:
    return named.article, named.choice.span


def _home_group(groups: list[list[Named]], home: str) -> int:
    """The place in ``groups`` of the names of the home area, an empty group where no name means it."""
    unit = registered(home, "AdministrativeArea", home)
    wanted = unit.code if unit else home
    for index, members in enumerate(groups):
        if wanted in (members[0].code, members[0].key):
            return index
    groups.append([])
    return len(groups) - 1


def _named(article: Article, choices: Sequence[Choice], home: str) -> Iterable[Named]:
    holders: dict[int, Division] = {}
    for index, choice in enumerate(choices):
        text = article.text[choice.span.start : choice.span.end]
        key = key_of(article.text, choices, index, home)
        unit = registered(key, choice.leaf, home, holders.get(choice.span.start))
        if unit:
            holders[choice.span.end] = unit
        votes: dict[Leaf, float] = {choice.leaf: choice.confidence}
        if GROUP_OF[choice.leaf] == "Person" and (evidence := post_evidence(article.text, choices, index)):
            leaf, weight = evidence
            votes[leaf] = votes.get(leaf, 0.0) + weight
        yield Named(
            article=article.id,
            choice=choice,
            text=text,
            key=unit.name if unit else key,
            code=unit.code if unit else "",
            votes=votes,
            nested=any(
                o.span != choice.span and o.span.covers(choice.span) for o in choices[max(0, index - 2) : index]
            ),
            namesake=GROUP_OF[choice.leaf] == "Person" and article.text[: choice.span.start].endswith(_TOO),
        )


def _referent(number: str, members: Sequence[Named], home: str) -> Referent:
    if not members:
        unit = registered(home, "AdministrativeArea", home)
        return Referent(id=number, leaf="AdministrativeArea", name=home, code=unit.code if unit else "")
    votes: defaultdict[Leaf, float] = defaultdict(float)
    for m in members:
        votes[m.choice.leaf] += m.choice.confidence
    leaf = winner(votes)
    coded = next((m for m in members if m.code), None)
    name = coded.key if coded else _fullest(members, home)
    surfaces = dict.fromkeys(m.text for m in members if m.text != name)
    return Referent(
        id=number,
        leaf=leaf,
        name=name,
        surfaces=tuple(surfaces),
        code=coded.code if coded else "",
        confidence=max(m.choice.confidence for m in members),
    )


def _fullest(members: Sequence[Named], home: str) -> str:
    """The longest printed name; a deictic body keeps its print unless its place is another than the page's home."""
    longest = max(members, key=lambda m: (len(m.text), -m.choice.span.start))
    if longest.key != expanded(longest.text, longest.choice.leaf, home):
        return longest.key
    return re.sub(r"\s", "", longest.text)
