"""What the rooms of relations and of figures share of an article: its scenes, its candidates, its questions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wlgraph.claims.encoder import Asked, Mark, PairRows, PeriodRows, SubjectRows, Tokens, fold
from wlgraph.claims.encoder.questions import ABSENT
from wlgraph.claims.encoder.tokens import leaf_number
from wlgraph.claims.figures.periods import BOUNDS, DAY, times_near
from wlgraph.claims.figures.ranking import load_judge
from wlgraph.claims.figures.scene import Scene as FigureScene
from wlgraph.claims.figures.surroundings import Surroundings, candidates
from wlgraph.claims.relations.pairs import Pairs, pair_up
from wlgraph.claims.relations.scene import Scene as RelationScene
from wlgraph.claims.relations.scene import set_scenes
from wlgraph.model import Naming, Reading
from wlgraph.names.recogniser import load_recogniser

_BEFORE, _AFTER = 3, 1
"""How many mentions of a candidate are asked about, nearest first, on either side of a quantity."""


@dataclass(frozen=True, slots=True)
class Study:
    """One article: its scene and pairs for relations; surroundings, candidates and words' scores for figures."""

    scene: RelationScene
    pairs: Pairs
    around: Surroundings
    candidates: list[list[str]]
    texts: list[float]
    asked: Asked


def study(reading: Reading, naming: Naming, *, sift: bool = True) -> list[Study]:
    """One study for each article of a page; ``sift`` leaves out quantities whose words say that they tell no figure."""
    home = home_of(reading, naming)
    return [
        _study(scene, FigureScene(article, reading.page, naming, home), sift)
        for article, scene in zip(reading.articles, set_scenes(reading, naming), strict=True)
    ]


def home_of(reading: Reading, naming: Naming) -> str:
    """The referent that is the page's home; empty where no name of the page means it."""
    home = reading.page.home
    return next(
        (r.id for r in naming.referents if r.leaf == "AdministrativeArea" and home in (r.name, *r.surfaces)), ""
    )


def _study(scene: RelationScene, figures: FigureScene, sift: bool) -> Study:
    found = [q.span for q in figures.quantities]
    texts = load_judge().sift(figures) if sift else []
    around = Surroundings(figures)
    names = [candidates(around, i) for i in range(len(figures.quantities))]
    if not all(names):
        figures.quantities, names, texts = [], [], []
    pairs = pair_up(scene)
    referents = scene.referents
    marks = [
        Mark(a.mention.span, referents[a.mention.referent].leaf, a.mention.kind == "reference") for a in scene.actors
    ]
    tokens = fold(scene.article, marks, found)
    place = dict(zip(found, tokens.quantities, strict=True))
    at = [place[q.span] if place[q.span] >= 0 else int(tokens.at[q.span.start]) for q in figures.quantities]
    asked = Asked(
        tokens, load_recogniser().states(scene.article.text), _pair_rows(scene, pairs, tokens), np.asarray(at, dtype=np.int64),
        _subject_rows(scene, around, names, tokens, at), _period_rows(figures, tokens, at),
    )  # fmt: skip
    return Study(scene, pairs, around, names, texts, asked)


def _pair_rows(scene: RelationScene, pairs: Pairs, tokens: Tokens) -> PairRows:
    token = np.maximum(np.asarray(tokens.mentions, dtype=np.int64), 0)
    leaf = np.asarray([leaf_number(scene.referents[a.mention.referent].leaf) for a in scene.actors], dtype=np.int64)
    if not len(pairs):
        none = np.zeros(0, dtype=np.int64)
        return PairRows(none, none, none, none, none)
    return PairRows(token[pairs.left], token[pairs.right], leaf[pairs.left], leaf[pairs.right], pairs.first[:-1])


def _subject_rows(
    scene: RelationScene, around: Surroundings, names: Sequence[Sequence[str]], tokens: Tokens, at: Sequence[int]
) -> SubjectRows:
    of: dict[str, list[int]] = {}
    for actor, token in zip(scene.actors, tokens.mentions, strict=True):
        if token >= 0:
            of.setdefault(actor.mention.referent, []).append(token)
    rows: list[tuple[int, int, int, int]] = []
    first: list[int] = []
    for q, own in zip(at, names, strict=True):
        for name in own:
            known = of.get(name, [])
            low, high = bisect_left(known, q), bisect_right(known, q)
            near = known[max(0, low - _BEFORE) : low] + known[high : high + _AFTER]
            first.append(len(rows))
            leaf, home = leaf_number(around.scene.leaf_of[name]), int(name == around.scene.home)
            rows += [(q, t, leaf, home) for t in near or [ABSENT]]
    table = np.asarray(rows, dtype=np.int64).reshape(-1, 4)
    return SubjectRows(table[:, 0], table[:, 1], table[:, 2], table[:, 3], np.asarray(first, dtype=np.int64))


def _period_rows(figures: FigureScene, tokens: Tokens, at: Sequence[int]) -> PeriodRows:
    rows: list[tuple[int, int, int]] = []
    for token, q in zip(at, figures.quantities, strict=True):
        times = times_near(figures, q)
        rows += [(token, int(tokens.at[t.span.end - 1]), BOUNDS.get(t.bound, 0)) for t in times.all]
        rows.append((token, ABSENT, DAY))
    table = np.asarray(rows, dtype=np.int64).reshape(-1, 3)
    return PeriodRows(table[:, 0], table[:, 1], table[:, 2])
