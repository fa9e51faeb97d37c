"""Which IRI a thing has: its register's, the one it was given in an earlier build, or a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from wlgraph.entities.items import Item
from wlgraph.entities.ledger import Ledger, Minted
from wlgraph.model import Leaf


class Minting:
    """Gives IRIs to the things of one resolution, each minted IRI to one thing only."""

    def __init__(self, ledger: Ledger, base: str) -> None:
        self._ledger, self._base = ledger, base
        self._owner: dict[str, int] = {}

    def in_order(self, clusters: Iterable[list[Item]]) -> list[list[Item]]:
        """The clusters by their first page, so that minting goes by time; also decides who owns an earlier IRI."""
        ordered = sorted((sorted(c, key=_first) for c in clusters), key=lambda c: _first(c[0]))
        claims: defaultdict[str, list[tuple[bool, int, int]]] = defaultdict(list)
        for number, members in enumerate(ordered):
            here = {(i.page, n) for i in members for n in i.names}
            for entry in self._known(members):
                claims[entry.iri].append(((entry.page, entry.name) not in here, number, id(members)))
        self._owner = {iri: min(bids)[2] for iri, bids in claims.items()}
        self._kept = ordered
        return ordered

    def iri(self, members: list[Item], leaf: Leaf, name: str, registered: str) -> tuple[str, tuple[str, ...]]:
        """The thing's IRI and those that it replaces."""
        own = [e.iri for e in self._known(members) if self._owner.get(e.iri) == id(members)]
        own.sort(key=self._ledger.order)
        if registered:
            return registered, tuple(own)
        if own:
            return own[0], tuple(own[1:])
        return self._ledger.mint(self._base, leaf, name, members[0].page).iri, ()

    def _known(self, members: Sequence[Item]) -> list[Minted]:
        found = {e.iri: e for i in members for n in {i.full, i.name} for e in self._ledger.named(i.leaf, n)}
        return sorted(found.values(), key=lambda e: self._ledger.order(e.iri))


def _first(item: Item) -> tuple[str, str, int]:
    return item.date or "9999", item.page, item.number
