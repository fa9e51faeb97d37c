"""Compare two graphs statement by statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter
from pathlib import Path
from typing import Literal

from wlgraph.arguments import checked_path
from wlgraph.diff.statements import GraphReader, Kind, Statement
from wlgraph.graph.store import open_store
from wlgraph.model import Record

Verdict = Literal["came", "went", "changed", "merged"]
KINDS: tuple[Kind, ...] = ("entity", "claim", "figure")
VERDICTS: tuple[Verdict, ...] = ("came", "went", "changed", "merged")


class Change(Record, frozen=True, kw_only=True):
    """One difference: what is said in the old graph and in the new one; None where it is not said.

    "merged": an entity of the old graph that the new one replaces by ``new``.
    """

    verdict: Verdict
    old: Statement | None = None
    new: Statement | None = None

    @property
    def kind(self) -> Kind:
        return self._any.kind

    @property
    def words(self) -> str:
        return self._any.words

    @property
    def fields(self) -> dict[str, tuple[str, str]]:
        """What changed: old and new value by name, the empty string for none."""
        if self.verdict != "changed" or self.old is None or self.new is None:
            return {}
        old, new = self.old.told, self.new.told
        names = dict.fromkeys((*old, *new))
        return {n: (old.get(n, ""), new.get(n, "")) for n in names if old.get(n) != new.get(n)}

    @property
    def _any(self) -> Statement:
        found = self.new if self.verdict != "merged" and self.new else self.old
        assert found is not None, "a change has a side"
        return found


class Comparison(Record, frozen=True, kw_only=True):
    """All differences between two graphs, in a fixed order."""

    changes: tuple[Change, ...]

    def count(self, kind: Kind, verdict: Verdict) -> int:
        return sum(change.kind == kind and change.verdict == verdict for change in self.changes)


def compare(old: str | Path, new: str | Path) -> Comparison:
    """Compare two build folders or Turtle files; raises GraphError where one holds no graph.

    A claim or figure whose entity was merged into another is the same, about the entity that remains.
    """
    before, after = (GraphReader(open_store(checked_path(name, given))) for name, given in (("old", old), ("new", new)))
    replaced = after.replaced()
    said, says = _by_key(before.statements(), replaced), _by_key(after.statements(), {})
    changes = [change for key in (said | says) for change in _changes(said.get(key, []), says.get(key, []))]
    entities = {one.iri: one for own in says.values() for one in own if one.kind == "entity"}
    merged = (_merged(change, replaced, entities) for change in changes)
    return Comparison(changes=tuple(sorted(merged, key=_order)))


Key = tuple[str, ...]


def _by_key(statements: Iterable[Statement], replaced: dict[str, str]) -> dict[Key, list[Statement]]:
    found: defaultdict[Key, list[Statement]] = defaultdict(list)
    for one in statements:
        key = one.key if one.kind == "entity" else tuple(replaced.get(part, part) for part in one.key)
        found[one.kind, *key].append(one)
    return dict(found)


def _changes(old: list[Statement], new: list[Statement]) -> Iterator[Change]:
    """Of statements about the same: equal ones are no change, then those of equal content are paired, others in order."""
    _, old, new = _pairs(old, new, attrgetter("told"))
    alike, left, right = _pairs(old, new, attrgetter("content"))
    for a, b in [*alike, *zip_longest(left, right)]:
        yield Change(verdict="changed" if a and b else "came" if b else "went", old=a, new=b)


def _pairs(
    old: list[Statement], new: list[Statement], part: Callable[[Statement], dict[str, str]]
) -> tuple[list[tuple[Statement, Statement]], list[Statement], list[Statement]]:
    """Statements of which a part is equal, in pairs, and what is left of both."""
    pairs, left, right = [], [], list(new)
    for one in old:
        match = next((other for other in right if part(other) == part(one)), None)
        if match:
            right.remove(match)
            pairs.append((one, match))
        else:
            left.append(one)
    return pairs, left, right


def _merged(change: Change, replaced: dict[str, str], entities: dict[str, Statement]) -> Change:
    if change.verdict == "went" and change.old and change.old.kind == "entity" and change.old.iri in replaced:
        return Change(verdict="merged", old=change.old, new=entities.get(replaced[change.old.iri]))
    return change


def _order(change: Change) -> tuple[int, int, str, str]:
    side = change.new or change.old
    return KINDS.index(change.kind), VERDICTS.index(change.verdict), change.words, side.iri if side else ""
