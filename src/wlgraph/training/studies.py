"""Marked pages as studies: every article as the claims room sees it, with what the pages say is true of it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from wlgraph.claims.relations.scorer import possible
from wlgraph.claims.relations.signature import SCORED, SYMMETRIC
from wlgraph.claims.study import Study, study
from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.model import GROUP_OF, GROUPS, Claim, Figure, Mention, Naming, Referent
from wlgraph.names.references import refer


@dataclass(frozen=True, slots=True)
class Marked:
    """One article: who wrote it, whether its names are as marked (``clean``) or disturbed, what is claimed in it."""

    page: str
    clean: bool
    date: str
    study: Study
    claims: list[Claim]
    figures: list[Figure]

    @property
    def writer(self) -> str:
        """The letter of the page's name."""
        return self.page[0]


def training_pages(folder: Path) -> list[Path]:
    """The marked pages that training may read."""
    names = json.loads((folder / "split.json").read_text("utf-8"))["train"]
    return [folder / "pages" / f"{name}.txt" for name in sorted(names)]


def load(pages: list[Path], seed: int = 11) -> list[Marked]:
    """The articles of pages, each as marked and with disturbed names."""
    chance = random.Random(seed)
    return [article for path in pages for article in _articles(path, chance)]


def _articles(path: Path, chance: random.Random) -> Iterator[Marked]:
    page = read_marked(path)
    for clean in (True, False):
        naming = with_references(page, page.naming if clean else disturb(page.naming, chance))
        for found in study(page.reading, naming, sift=False):
            article = found.scene.article.id
            yield Marked(
                path.stem, clean, page.reading.page.date, found,
                [c for c in page.stating.claims if c.article == article],
                [f for f in page.stating.figures if f.article == article],
            )  # fmt: skip


def disturb(naming: Naming, chance: random.Random) -> Naming:
    """A naming as a fallible reader would make it: a tenth of the mentions lost, some things of a wrong class."""
    leaf = {
        r.id: chance.choice(GROUPS[GROUP_OF[r.leaf]]) if chance.random() < 0.03 else r.leaf for r in naming.referents
    }
    mentions = [msgspec.structs.replace(m, leaf=leaf[m.referent]) for m in naming.mentions if chance.random() > 0.1]
    referents = [msgspec.structs.replace(r, leaf=leaf[r.id]) for r in naming.referents]
    return Naming(mentions=tuple[Mention, ...](mentions), referents=tuple[Referent, ...](referents))


def with_references(page: MarkedPage, naming: Naming) -> Naming:
    """A naming with the references (我市, 该公司) that the names room would add."""
    home = next((r for r in naming.referents if r.name == page.reading.page.home), None)
    if home is None:
        return naming
    found = refer(page.reading.articles, naming.mentions, naming.referents, home)
    return msgspec.structs.replace(naming, mentions=naming.mentions + tuple(found))


def true_pairs(marked: Marked) -> tuple[Any, Any]:
    """Tables [pair, predicate]: which predicates may join a pair, and which the page says do."""
    scene, pairs = marked.study.scene, marked.study.pairs
    if not len(pairs):
        none = np.zeros((0, len(SCORED)), dtype=bool)
        return none, none
    wanted = {(c.subject, c.predicate, c.object) for c in marked.claims}
    wanted |= {(c.object, c.predicate, c.subject) for c in marked.claims if c.predicate in SYMMETRIC}
    wanted |= {(c.subject, "attended", c.object) for c in marked.claims if c.predicate == "chaired"}
    mask = possible(scene, pairs)
    ends = [(pairs.things[s], pairs.things[o]) for s, o in zip(pairs.subject, pairs.object, strict=True)]
    return mask, np.array([[(s, p, o) in wanted for p in SCORED] for s, o in ends]) & mask
