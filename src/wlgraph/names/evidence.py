"""What the voices say about one stretch being a name of one class, as features of a logistic decision."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from wlgraph.model import GROUP_OF, Leaf, Span
from wlgraph.names.candidate import Candidate

Key = tuple[Span, Leaf]
Features = dict[str, float]


def logit(probability: float) -> float:
    clipped = min(max(probability, 0.001), 0.999)
    return math.log(clipped / (1 - clipped))


class PageEvidence:
    """How often the model reads each surface of a page as each class."""

    def __init__(self, texts: Sequence[str], candidates: Sequence[Sequence[Candidate]]) -> None:
        self.readings: dict[str, Counter[Leaf]] = defaultdict(Counter)
        for text, found in zip(texts, candidates, strict=True):
            for c in found:
                if c.best:
                    self.readings[text[c.span.start : c.span.end]][c.leaf] += 1


def features_of(text: str, candidates: Iterable[Candidate], page: PageEvidence) -> dict[Key, Features]:
    """The features of every stretch and class that some voice proposes in a text."""
    grouped: defaultdict[Key, list[Candidate]] = defaultdict(list)
    for c in candidates:
        grouped[(c.span, c.leaf)].append(c)
    model = {key: next(c for c in cs if c.source == "model") for key, cs in grouped.items() if _from_model(cs)}
    best = sorted((c for c in model.values() if c.best), key=lambda c: c.span)
    by_span: defaultdict[Span, list[Candidate]] = defaultdict(list)
    for c in model.values():
        by_span[c.span].append(c)
    return {key: _features(text, key, voices, model, by_span, best, page) for key, voices in grouped.items()}


def _from_model(voices: Sequence[Candidate]) -> bool:
    return any(c.source == "model" for c in voices)


def _features(
    text: str,
    key: Key,
    voices: Sequence[Candidate],
    model: Mapping[Key, Candidate],
    by_span: Mapping[Span, Sequence[Candidate]],
    best: Sequence[Candidate],
    page: PageEvidence,
) -> Features:
    span, leaf = key
    made: Features = {"bias": 1.0, f"class:{leaf}": 1.0}
    for voice in voices:
        if voice.source != "model":
            made[f"{voice.rule}:{leaf}"] = 1.0
    own = model.get(key)
    if own:
        made["model:confidence"] = logit(own.confidence)
        made[f"model:class:{leaf}"] = 1.0
        made["model:best"] = float(own.best)
    others = [c for c in by_span.get(span, ()) if c.leaf != leaf]
    if others:
        rival = max(others, key=lambda c: c.confidence)
        made["model:rival"] = rival.confidence
        made["model:rival-group"] = rival.confidence * (GROUP_OF[rival.leaf] == GROUP_OF[leaf])
    if not own and not others:
        made["model:silent"] = 1.0
    for c in best:
        if c.span != span and c.span.overlaps(span):
            relation = "inside" if span.covers(c.span) else "around" if c.span.covers(span) else "across"
            name = f"model:{relation}" + (":same" if c.leaf == leaf else "")
            made[name] = max(made.get(name, 0.0), c.confidence)
    surface = text[span.start : span.end]
    made.update(_surface_features(text, span, surface, leaf, own, page))
    return made


def _surface_features(
    text: str, span: Span, surface: str, leaf: Leaf, own: Candidate | None, page: PageEvidence
) -> Features:
    made: Features = {}
    readings = page.readings.get(surface, {})
    same = readings.get(leaf, 0) - bool(own and own.best)
    other = sum(readings.values()) - readings.get(leaf, 0)
    made["page:same"] = min(same, 3) / 3
    made["page:other"] = min(other, 3) / 3
    if len(surface) <= 2:
        made["short"] = 1.0
        made[f"short:{leaf}"] = 1.0
    if len(surface) > 16:
        made["long"] = 1.0
    if text[span.start - 1 : span.start] in ("“", "《"):
        made["quoted"] = 1.0
        made[f"quoted:{leaf}"] = 1.0
        if text[span.end : span.end + 1] in ("”", "》"):
            made["quoted:whole"] = 1.0
    if (surface.count("“"), surface.count("《")) != (surface.count("”"), surface.count("》")):
        made["unbalanced"] = 1.0
    return made
