"""Which names of a page mean the same thing, what class it has, and its fullest name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from wlgraph.model import GROUP_OF, Article, Leaf, Mention, Record, Referent
from wlgraph.names.canonical import expanded
from wlgraph.names.decision import Choice
from wlgraph.names.keys import key_of
from wlgraph.names.linking import may_mean
from wlgraph.names.places import registered
from wlgraph.names.posts import post_evidence

_UNVOTED: frozenset[Leaf] = frozenset({"Product", "Industry"})


class Named(Record, frozen=True, kw_only=True):
    """A decided name: where it stands, the name under which it is compared, and its register code if known."""

    article: str
    choice: Choice
    text: str
    key: str
    code: str
    votes: dict[Leaf, float]


def gather(
    articles: Sequence[Article], choices: Sequence[Sequence[Choice]], home: str
) -> tuple[tuple[Mention, ...], tuple[Referent, ...]]:
    """The mentions of a page in reading order and the things that they mean, the home area always among them."""
    named = _agree([n for a, cs in zip(articles, choices, strict=True) for n in _named(a, cs, home)])
    groups = _linked(named)
    home_key = registered(home, "AdministrativeArea", home)
    wanted = home_key.code if home_key else home
    if not any(members[0].code == wanted or members[0].key == home for members in groups):
        groups.append([])
    referents: list[Referent] = []
    of_mention: dict[tuple[str, int, int], Referent] = {}
    for number, members in enumerate(groups, 1):
        referent = _referent(f"e{number}", members, home)
        referents.append(referent)
        for m in members:
            of_mention[(m.article, m.choice.span.start, m.choice.span.end)] = referent
    mentions = [
        Mention(
            article=n.article,
            span=n.choice.span,
            text=n.text,
            leaf=referent.leaf,
            referent=referent.id,
            confidence=n.choice.confidence,
        )
        for n in named
        if (referent := of_mention[(n.article, n.choice.span.start, n.choice.span.end)])
    ]
    return tuple(mentions), tuple(referents)


def _named(article: Article, choices: Sequence[Choice], home: str) -> Iterable[Named]:
    for index, choice in enumerate(choices):
        text = article.text[choice.span.start : choice.span.end]
        key = key_of(article.text, choices, index, home)
        unit = registered(key, choice.leaf, home)
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
        )


def _agree(named: Sequence[Named]) -> list[Named]:
    """Give one surface one class on the whole page, by the sum of the votes."""
    votes: defaultdict[str, defaultdict[Leaf, float]] = defaultdict(lambda: defaultdict(float))
    for n in named:
        for leaf, weight in n.votes.items():
            votes[n.key][leaf] += weight
    agreed = []
    for n in named:
        tally = {leaf: weight for leaf, weight in votes[n.key].items() if leaf not in _UNVOTED}
        if n.choice.leaf in _UNVOTED or not tally:
            agreed.append(n)
            continue
        leaf = max(tally, key=lambda option: (tally[option], option))
        agreed.append(
            Named(
                article=n.article,
                choice=Choice(span=n.choice.span, leaf=leaf, confidence=n.choice.confidence),
                text=n.text,
                key=n.key,
                code=n.code,
                votes=n.votes,
            )
        )
    return agreed


def _linked(named: Sequence[Named]) -> list[list[Named]]:
    """Groups of names that mean one thing, each in reading order, in the order of their first names."""
    by_key: dict[tuple[str, str], list[Named]] = {}
    for n in named:
        by_key.setdefault((GROUP_OF[n.choice.leaf], n.code or n.key), []).append(n)
    order = list(by_key)
    position = {id(n): i for i, n in enumerate(named)}
    parent: dict[tuple[str, str], tuple[str, str]] = {}
    for group, key in sorted(order, key=lambda k: len(by_key[k][0].key)):
        members = by_key[(group, key)]
        short = members[0]
        if group == "Person" or short.code:
            continue
        fuller = [
            (g, k)
            for g, k in order
            if g == group and k != key and may_mean(short.key, by_key[(g, k)][0].key, by_key[(g, k)][0].choice.leaf)
        ]
        if not fuller:
            continue
        at = position[id(short)]
        articles = {m.article for m in members}
        parent[(group, key)] = min(
            fuller,
            key=lambda k: (
                not articles & {m.article for m in by_key[k]},
                min(_distance(position[id(m)], at) for m in by_key[k]),
            ),
        )
    merged: dict[tuple[str, str], list[Named]] = {}
    for key in order:
        root = key
        while root in parent:
            root = parent[root]
        merged.setdefault(root, []).extend(by_key[key])
    groups = [sorted(members, key=lambda n: position[id(n)]) for members in merged.values()]
    return sorted(groups, key=lambda members: position[id(members[0])])


def _distance(full: int, short: int) -> int:
    """A full name usually stands before its short form; one that follows counts as far."""
    return short - full if full <= short else 1000 + full - short


def _referent(number: str, members: Sequence[Named], home: str) -> Referent:
    if not members:
        unit = registered(home, "AdministrativeArea", home)
        return Referent(id=number, leaf="AdministrativeArea", name=home, code=unit.code if unit else "")
    votes: defaultdict[Leaf, float] = defaultdict(float)
    for m in members:
        votes[m.choice.leaf] += m.choice.confidence
    leaf = max(votes, key=lambda option: (votes[option], option))
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
