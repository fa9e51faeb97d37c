"""One class for each surface of a page, by the votes of all its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from wlgraph.model import Leaf, Record
from wlgraph.names.decision import Choice

_UNVOTED: frozenset[Leaf] = frozenset({"Product", "Industry"})


class Named(Record, frozen=True, kw_only=True):
    """A decided name: where it stands, the name under which it is compared, and its register code if known.

    ``nested`` says that it is part of a longer name, ``namesake`` that the text introduces someone who bears it, too.
    """

    article: str
    choice: Choice
    text: str
    key: str
    code: str
    votes: dict[Leaf, float]
    nested: bool = False
    namesake: bool = False


def agree(named: Sequence[Named]) -> list[Named]:
    """Give one surface one class on the whole page; a product and an industry may share theirs."""
    votes: defaultdict[str, defaultdict[Leaf, float]] = defaultdict(lambda: defaultdict(float))
    for n in named:
        for leaf, weight in n.votes.items():
            if n.choice.leaf not in _UNVOTED:
                votes[n.key][leaf] += weight
    return [n if n.choice.leaf in _UNVOTED else _with_leaf(n, winner(votes[n.key])) for n in named]


def winner(votes: dict[Leaf, float]) -> Leaf:
    """The class with the most votes; a tie falls to the later name of the class, so that it never depends on order."""
    return max(votes, key=lambda leaf: (votes[leaf], leaf))


def _with_leaf(named: Named, leaf: Leaf) -> Named:
    return msgspec.structs.replace(named, choice=msgspec.structs.replace(named.choice, leaf=leaf))
