"""How well names are found: precision, recall and F1 by class, confusion, and every error with its sentence."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wlgraph.evaluation.gold import GoldEntity, GoldPage
from wlgraph.evaluation.matching import Matching
from wlgraph.model import LEAVES, Entity, Record, Resolution, Shard, referent_key

DRAWS = 400
ALL = "all"


class Score(Record, frozen=True, kw_only=True):
    """Right, found and wanted items, with F1 and its 90 % interval from bootstrap draws over pages."""

    right: int
    found: int
    wanted: int
    f1: float
    low: float
    high: float

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


class NameFault(Record, frozen=True, kw_only=True):
    """A name that was missed, found in excess, doubled or given another class."""

    page: str
    kind: str
    name: str
    found: str = ""
    wanted: str = ""
    sentence: str = ""


class NamesReport(Record, frozen=True, kw_only=True):
    """The scores of typed names over all pages."""

    scores: dict[str, Score]
    confusion: dict[str, dict[str, int]]
    errors: tuple[NameFault, ...]


class PageTally:
    """One page's right, found and wanted names by class."""

    def __init__(self, shard: Shard, resolution: Resolution, gold: GoldPage) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter(e.type for e in gold.entities if e.required)
        self.confusion: Counter[tuple[str, str]] = Counter()
        self.errors: list[NameFault] = []
        self._page = shard.reading.page.name
        self._sentences = [a.text[s.start : s.end] for a in shard.reading.articles for s in a.sentences]
        named = {resolution.entity_of.get(referent_key(self._page, m.referent)) for m in shard.naming.mentions}
        entities = [e for e in resolution.entities if e.iri in named]
        self._judge(entities, {e.id: e for e in gold.entities})

    def _judge(self, entities: Sequence[Entity], gold: dict[str, GoldEntity]) -> None:
        matching = Matching(entities, list(gold.values()))
        for entity in entities:
            match = gold.get(matching.gold_of.get(entity.iri, ""))
            if match is None:
                doubles = [gold[g] for g in matching.doubles.get(entity.iri, ())]
                if not doubles or any(g.required for g in doubles):
                    self.found[entity.leaf] += 1
                    self._note("double" if doubles else "extra", entity.name, found=entity.leaf)
            elif match.required:
                self.found[entity.leaf] += 1
                self.right[entity.leaf] += entity.leaf == match.type
                self.confusion[match.type, entity.leaf] += 1
                if entity.leaf != match.type:
                    self._note("class", entity.name, found=entity.leaf, wanted=match.type)
        for missed in sorted(set(gold) - set(matching.gold_of.values())):
            if gold[missed].required:
                self.confusion[gold[missed].type, ""] += 1
                names = gold[missed].name, *gold[missed].aliases
                self._note("missed", names[0], wanted=gold[missed].type, surfaces=names)

    def _note(self, kind: str, name: str, *, found: str = "", wanted: str = "", surfaces: Sequence[str] = ()) -> None:
        sentence = next((s for s in self._sentences if any(n in s for n in (name, *surfaces))), "")
        self.errors.append(
            NameFault(page=self._page, kind=kind, name=name, found=found, wanted=wanted, sentence=sentence.strip())
        )


def sum_up(tallies: Sequence[PageTally]) -> NamesReport:
    """The scores over all pages, by class and together."""
    confusion: dict[str, dict[str, int]] = {}
    for tally in tallies:
        for (wanted, found), count in tally.confusion.items():
            row = confusion.setdefault(wanted, {})
            row[found] = row.get(found, 0) + count
    return NamesReport(
        scores={leaf: _score(tallies, leaf) for leaf in (*LEAVES, ALL)},
        confusion={wanted: dict(sorted(row.items())) for wanted, row in sorted(confusion.items())},
        errors=tuple(error for tally in tallies for error in tally.errors),
    )


def _score(tallies: Sequence[PageTally], leaf: str) -> Score:
    counts = [tuple(sum(c.values()) if leaf == ALL else c[leaf] for c in (t.right, t.found, t.wanted)) for t in tallies]
    dice = random.Random(0)
    draws = sorted(_f1(*_total([dice.choice(counts) for _ in counts])) for _ in range(DRAWS))
    right, found, wanted = _total(counts)
    return Score(
        right=right, found=found, wanted=wanted, f1=round(_f1(right, found, wanted), 3),
        low=round(draws[DRAWS // 20], 3), high=round(draws[-1 - DRAWS // 20], 3),
    )  # fmt: skip


def _total(counts: Sequence[tuple[int, ...]]) -> tuple[int, int, int]:
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted) if found + wanted else 1.0


def evaluate_names(gold: dict[Path, GoldPage], home: str = "温岭市") -> NamesReport:
    """Extract and resolve each gold page by itself and judge its names."""
    from wlgraph.build.extract import extract
    from wlgraph.entities import Ledger, resolve

    tallies = []
    for done in extract([(path, path.name) for path in gold], home):
        if done.shard:
            resolution = resolve([done.shard], ledger=Ledger())
            tallies.append(PageTally(done.shard, resolution, gold[Path(done.path)]))
    return sum_up(tallies)
