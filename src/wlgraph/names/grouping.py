"""Which names of a page mean one thing: equal keys, short forms of fuller names, and defined short names."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from wlgraph.model import GROUP_OF
from wlgraph.names.linking import Surface, may_mean
from wlgraph.names.short_forms import is_brand
from wlgraph.names.voting import Named


class Label(NamedTuple):
    """What all equal names share: the group of classes, and the register code or comparable name.

    A person's name has its article too: two articles of a page may speak of namesakes, and only posts and places,
    which are read later, can tell. One article may say so itself.
    """

    group: str
    name: str
    article: str = ""
    namesake: bool = False


class Place(NamedTuple):
    """An offset in the text of an article."""

    article: str
    offset: int


def group(
    named: Sequence[Named], defined: Mapping[Place, Place], owners: Iterable[tuple[Named, Named]] = ()
) -> list[list[Named]]:
    """Groups of names that mean one thing, each in reading order, in the order of their first names.

    ``defined`` leads from the place where a defined short name begins to the place where its full name ends; no name of
    one of the ``owners`` is short for what it owns.
    """
    by_label: dict[Label, list[Named]] = {}
    for n in named:
        by_label.setdefault(_label(n), []).append(n)
    position = {id(n): i for i, n in enumerate(named)}
    apart = {(_label(owner), _label(owned)) for owner, owned in owners}
    parent = {label: fuller for label in by_label if (fuller := _fuller(label, by_label, position, apart))}
    parent.update(_defined_parents(named, defined))
    merged: dict[Label, list[Named]] = {}
    for label, members in by_label.items():
        merged.setdefault(_root(label, parent), []).extend(members)
    groups = [sorted(members, key=lambda n: position[id(n)]) for members in merged.values()]
    return sorted(groups, key=lambda members: position[id(members[0])])


def _label(named: Named) -> Label:
    group = GROUP_OF[named.choice.leaf]
    return Label(group, named.code or named.key, named.article if group == "Person" else "", named.namesake)


def _root(label: Label, parent: Mapping[Label, Label]) -> Label:
    seen = {label}
    while label in parent and parent[label] not in seen:
        label = parent[label]
        seen.add(label)
    return label


def _defined_parents(named: Sequence[Named], defined: Mapping[Place, Place]) -> dict[Label, Label]:
    ending = {Place(n.article, n.choice.span.end): n for n in named}
    parents = {}
    for n in named:
        full = ending.get(defined.get(Place(n.article, n.choice.span.start), Place("", -1)))
        if full is not None and _label(full) != _label(n):
            parents[_label(n)] = _label(full)
    return parents


def _fuller(
    label: Label,
    by_label: Mapping[Label, Sequence[Named]],
    position: Mapping[int, int],
    apart: Container[tuple[Label, Label]],
) -> Label | None:
    """The fuller name that a short one stands for: one of the same article first, then the nearest before it.

    Two articles of a page may mean two firms by one brand; which, only the corpus can tell.
    """
    members = by_label[label]
    short = members[0]
    if short.code:
        return None
    surface = Surface(key=short.key, text=short.text)
    at = position[id(short)]
    articles = {m.article for m in members}
    fuller: list[tuple[bool, int, Label]] = []
    for other, theirs in by_label.items():
        if other == label or other.group != label.group or (label, other) in apart:
            continue
        full = theirs[0]
        if full.choice.leaf == "Company" and is_brand(short.key) and articles.isdisjoint(m.article for m in theirs):
            continue
        if may_mean(surface, Surface(key=full.key, text=full.text), full.choice.leaf):
            nearest = min(_distance(position[id(m)], at) for m in theirs)
            fuller.append((not articles & {m.article for m in theirs}, nearest, other))
    return min(fuller)[2] if fuller else None


def _distance(full: int, short: int) -> int:
    """A full name usually stands before its short form; one that follows counts as far."""
    return short - full if full <= short else 1000 + full - short
