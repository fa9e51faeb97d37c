"""How a candidate stands among the others of its page: as features that no class is written into.

The logistic decision looks at a candidate by itself; these say what the model makes of the same words elsewhere, of
rivals at the same place, and of what is listed beside them (甲公司、乙公司).
"""

from __future__ import annotations

import math
import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from wlgraph.model import GROUP_OF, LEAVES, Leaf, Span
from wlgraph.names.evidence import Features, Key

_EDGES = "、，。：；“”《》（）\n和与的在是等将为由"
_LISTED = "、和与及"
_EARLY = 40
_MANY = 40
"""Words that stand more often on a page count as so many: the judge, which learned from few such pages, lost bodies that
each of sixty lines names. Pages of the training, test and gold sets score the same with and without."""
_CLASSES = frozenset({*LEAVES, *GROUP_OF.values()})
_LATIN, _DIGIT = re.compile("[A-Za-z]"), re.compile("[0-9０-９]")


class _Place(NamedTuple):
    """A stretch of one of the page's articles."""

    article: int
    span: Span


class _Words:
    """The candidates of a page with the same words: the model's confidence in each (zero where it proposes none)."""

    def __init__(self) -> None:
        self._at: defaultdict[_Place, dict[Leaf, float]] = defaultdict(dict)
        self._of: defaultdict[Leaf, list[float]] = defaultdict(list)
        self._total: defaultdict[Leaf, float] = defaultdict(float)

    def add(self, place: _Place, leaf: Leaf, confidence: float) -> None:
        self._at[place][leaf] = confidence
        insort(self._of[leaf], confidence)
        self._total[leaf] += confidence

    def features(self, place: _Place, leaf: Leaf) -> Features:
        """What the model makes of the same words elsewhere, and of the same place as other classes."""
        here = self._at[place]
        own, rivals = here[leaf], [confidence for other, confidence in here.items() if other != leaf]
        number = len(self._of[leaf]) - 1
        return {
            "stand:same-best": self._best_elsewhere(leaf, here),
            "stand:same-mean": (self._total[leaf] - own) / number if number else 0.0,
            "stand:same-number": float(min(number, _MANY)),
            "stand:other-best": max((self._best_elsewhere(x, here) for x in self._of if x != leaf), default=0.0),
            "stand:any-class": own + sum(rivals),
            "stand:lead": own - max(rivals, default=0.0),
        }

    def _best_elsewhere(self, leaf: Leaf, here: Mapping[Leaf, float]) -> float:
        """The highest confidence in a class at other places than this one."""
        ranked = self._of[leaf]
        if ranked[-1] != here.get(leaf):
            return ranked[-1]
        return ranked[-2] if len(ranked) > 1 else 0.0


@lru_cache(maxsize=1 << 16)
def classless(feature: str) -> str:
    """A feature's name without the classes in it (``tail:own:Company`` is ``tail:own``)."""
    return ":".join(part for part in feature.split(":") if part not in _CLASSES)


def stand(
    texts: Sequence[str], evidence: Sequence[Mapping[Key, Features]], asked: Sequence[Iterable[Key]]
) -> list[dict[Key, Features]]:
    """For the stretches and classes ``asked`` about in each article of a page: their own features without classes, their
    class, and their standing among all of ``evidence``."""
    page = "\n".join(texts)
    seen: defaultdict[str, _Words] = defaultdict(_Words)
    for number, (text, found) in enumerate(zip(texts, evidence, strict=True)):
        for (span, leaf), features in found.items():
            seen[text[span.start : span.end]].add(_Place(number, span), leaf, _confidence(features))
    counts: dict[str, float] = {}
    result = []
    for number, (text, found, keys) in enumerate(zip(texts, evidence, asked, strict=True)):
        beside, standing = _Beside(text, found), {}
        for span, leaf in keys:
            surface, features = text[span.start : span.end], found[span, leaf]
            if surface not in counts:
                counts[surface] = math.log(page.count(surface))
            standing[span, leaf] = (
                _plain(leaf, features)
                | _of_surface(surface, counts[surface])
                | seen[surface].features(_Place(number, span), leaf)
                | beside.features(span, leaf)
            )
        result.append(standing)
    return result


def _confidence(features: Features) -> float:
    logit = features.get("model:confidence")
    return 0.0 if logit is None else 1 / (1 + math.exp(-logit))


def _plain(leaf: Leaf, features: Features) -> Features:
    own = {classless(name): value for name, value in features.items()}
    return own | {f"class:{leaf}": 1.0, f"group:{GROUP_OF[leaf]}": 1.0}


def _of_surface(surface: str, count: float) -> Features:
    return {
        "stand:length": float(len(surface)),
        "stand:latin": float(bool(_LATIN.search(surface))),
        "stand:digit": float(bool(_DIGIT.search(surface))),
        "stand:count": count,
    }


class _Beside:
    """The candidates of one text by where they begin and end."""

    def __init__(self, text: str, found: Mapping[Key, Features]) -> None:
        self._text = text
        self._ends: defaultdict[int, list[tuple[Leaf, float]]] = defaultdict(list)
        self._starts: defaultdict[int, list[tuple[Leaf, float]]] = defaultdict(list)
        for (span, leaf), features in found.items():
            reading = leaf, _confidence(features)
            self._ends[span.end].append(reading)
            self._starts[span.start].append(reading)

    def features(self, span: Span, leaf: Leaf) -> Features:
        before, after = self._text[span.start - 1 : span.start], self._text[span.end : span.end + 1]
        made = {
            "stand:adjacent-before": max((c for _, c in self._ends.get(span.start, ())), default=0.0),
            "stand:adjacent-after": max((c for _, c in self._starts.get(span.end, ())), default=0.0),
            "stand:before": float(_EDGES.find(before)) if before else -2.0,
            "stand:after": float(_EDGES.find(after)) if after else -2.0,
            "stand:early": float(span.start < _EARLY),
        }
        for side, sign, listed in (
            ("before", before, self._ends.get(span.start - 1, ())),
            ("after", after, self._starts.get(span.end + 1, ())),
        ):
            told = bool(sign) and sign in _LISTED
            made[f"stand:listed-{side}:same"] = max((c for x, c in listed if x == leaf), default=0.0) if told else -1.0
            made[f"stand:listed-{side}:other"] = max((c for x, c in listed if x != leaf), default=0.0) if told else -1.0
        return made
