"""Replays what people decided about identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product

from wlgraph.entities.decisions import Decisions
from wlgraph.entities.items import Item
from wlgraph.entities.judgements import Judgement, in_order
from wlgraph.entities.ledger import Ledger
from wlgraph.entities.signature import folded
from wlgraph.model import GROUP_OF, Group, Leaf, Notice

MOST_PAIRS = 10_000


class Replay:
    """The judgements that hold, applied to one resolution; what cannot be applied becomes a notice."""

    def __init__(self, judgements: Sequence[Judgement], decisions: Decisions, ledger: Ledger, base: str) -> None:
        self._decisions, self._ledger, self._base = decisions, ledger, base
        self.notices: list[Notice] = []
        self._pairs: dict[frozenset[str], Judgement] = {}
        self._single: dict[tuple[str, str], Judgement] = {}
        if not judgements:
            return
        self._index()
        for j in in_order(judgements):
            if j.second:
                self._keep_latest(j)
            else:
                self._single[j.verdict, j.first] = j

    def _index(self) -> None:
        self._by_full: defaultdict[str, list[Item]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Item]] = defaultdict(list)
        self._by_code: defaultdict[str, list[Item]] = defaultdict(list)
        for item in self._decisions.items:
            self._by_full[folded(item.full)].append(item)
            for name in {folded(n) for n in item.names}:
                self._by_name[name].append(item)
            if item.code:
                self._by_code[item.code].append(item)

    def _keep_latest(self, j: Judgement) -> None:
        ends = frozenset((j.first, j.second))
        earlier = self._pairs.get(ends)
        if earlier and earlier.verdict != j.verdict:
            self._notice(
                "judgement-conflict", f"{j.first} and {j.second} were judged {earlier.verdict}, later {j.verdict}."
            )
        self._pairs[ends] = j

    def keep_apart(self) -> None:
        """Before equal names are joined: things of single pages that were judged different, or left open, by hand."""
        for j in self._of("different", "unsure"):
            a, b = self._items(j.first), self._items(j.second)
            if len(a) == 1 and len(b) == 1 and a != b:
                self._decisions.apart(a[0].number, b[0].number, _why(j))

    def apply_pairs(self) -> None:
        """After equal names are joined: all pairs, those that keep apart first."""
        for j in self._of("different", "unsure"):
            a, b = self._ends(j)
            for x, y in list(product(a, b))[:MOST_PAIRS]:
                if not self._decisions.apart(x.number, y.number, _why(j)):
                    self._notice(
                        "judgement-conflict", f"{j.first} and {j.second} are one by name and cannot be kept apart."
                    )
                    break
                if j.verdict == "unsure":
                    self._decisions.unsure(x.number, y.number, 0.5, _why(j))
        for j in self._of("same"):
            a, b = self._ends(j)
            for other in (*a[1:], *b) if a and b else ():
                if _never(a[0], other.group) or _never(other, a[0].group):
                    told = f"{j.first} ({a[0].leaf}) and {j.second} ({other.leaf}) were judged the same"
                    self._notice("judgement-conflict", f"{told}, which such things can never be; they stay two.")
                    continue
                if a[0].group != other.group:
                    told = f"{j.first} ({a[0].leaf}) and {j.second} ({other.leaf}) are one by judgement"
                    self._notice("judgement-across-kinds", f"{told}; claims that do not fit the class are left out.")
                if not self._decisions.same(a[0].number, other.number, 1.0, _why(j)):
                    self._notice(
                        "judgement-conflict", f"{j.first} and {j.second} were judged the same, against an earlier one."
                    )
                    break

    def rejected(self) -> set[int]:
        """Roots of the things taken out."""
        return {self._decisions.root(i.number) for j in self._alone("reject") for i in self._found(j.first)}

    def leaves(self) -> dict[int, Leaf]:
        """By root, the classes that things were given by hand."""
        found: dict[int, Leaf] = {}
        for j in self._alone("retype"):
            for item in self._found(j.first):
                if j.leaf and self._may_be(item, j.leaf, j.first):
                    found[self._decisions.root(item.number)] = j.leaf
        return found

    def _may_be(self, item: Item, leaf: Leaf, end: str) -> bool:
        """Whether a thing may be given a class; a class of another kind is told, since claims may not fit it."""
        told = f"{end} was retyped from {item.leaf} to {leaf}"
        if item.code and item.group != GROUP_OF[leaf]:
            self._notice("judgement-conflict", f"{told}, but the register has it as a place; the class stays.")
            return False
        if item.group != GROUP_OF[leaf]:
            self._notice("judgement-across-kinds", f"{told}; claims that do not fit the class are left out.")
        return True

    def names(self) -> dict[int, str]:
        return {self._decisions.root(i.number): j.name for j in self._alone("rename") for i in self._found(j.first)}

    def _of(self, *verdicts: str) -> list[Judgement]:
        return [j for j in self._pairs.values() if j.verdict in verdicts]

    def _alone(self, verdict: str) -> list[Judgement]:
        return [j for (v, _), j in self._single.items() if v == verdict]

    def _ends(self, j: Judgement) -> tuple[list[Item], list[Item]]:
        return self._heads(self._found(j.first)), self._heads(self._found(j.second))

    def _heads(self, items: Sequence[Item]) -> list[Item]:
        """One item of each thing."""
        heads: dict[int, Item] = {}
        for item in items:
            heads.setdefault(self._decisions.root(item.number), item)
        return list(heads.values())

    def _found(self, end: str) -> list[Item]:
        found = self._items(end)
        if not found:
            self._notice("judgement-unplaced", f"No page names {end}, which a judgement is about.")
        return found

    def _items(self, end: str) -> list[Item]:
        """The items that an end of a judgement means: an IRI, a name, or ``PAGE#name``."""
        if end.startswith(self._base + "division/"):
            return self._by_code[end.removeprefix(self._base + "division/")]
        if entry := self._ledger.find(end):
            named = [i for i in self._by_name[folded(entry.name)] if GROUP_OF[i.leaf] == GROUP_OF[entry.leaf]]
            return [i for i in named if i.page == entry.page] or named
        page, mark, name = end.rpartition("#")
        if mark and (here := [i for i in self._by_name[folded(name)] if i.page == page]):
            return here
        return self._by_full[folded(end)] or self._by_name[folded(end)]

    def _notice(self, code: str, message: str) -> None:
        notice = Notice(code=code, message=message)
        if notice not in self.notices:
            self.notices.append(notice)


def _never(item: Item, group: Group) -> bool:
    """Whether an item can be nothing of a group: a person, or what a register of places lists, is of no other kind."""
    return item.group != group and ("Person" in (item.group, group) or bool(item.code))


def _why(j: Judgement) -> str:
    told = "，".join(w for w in (j.by, j.at[:10], j.reason) if w)
    words = {"same": "人工判定为同一", "different": "人工判定为不同", "unsure": "人工判定为存疑"}[j.verdict]
    return f"{words}（{told}）" if told else words
