"""What the voices say about one stretch being a name of one class, as features of a logistic decision."""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from wlgraph.model import GROUP_OF, Leaf, MentionSource, Span
from wlgraph.names.candidate import Candidate
from wlgraph.names.contexts import Surroundings, is_bare
from wlgraph.names.forms import heads

_WHOLE_FORMS = {
    "form:limited",
    "form:bureau",
    "form:national",
    "form:title",
    "form:any-title",
    "form:bank",
    "form:park",
    "form:research",
    "form:organization",
    "register:town",
    "register:village",
    "register:county",
}
"""Rules that give whole names; what stands within one of their names is seldom a name of its own."""

Key = tuple[Span, Leaf]
Features = dict[str, float]


def logit(probability: float) -> float:
    clipped = min(max(probability, 0.001), 0.999)
    return math.log(clipped / (1 - clipped))


def main_source(features: Features) -> MentionSource:
    """The voice that a decided name is credited to: a register, else the model's own reading, else a form."""
    rules = {name.partition(":")[0] for name in features}
    if "register" in rules:
        return "register"
    if features.get("model:best"):
        return "model"
    return "form" if "form" in rules else "document" if "document" in rules else "model"


class PageEvidence:
    """How often the model reads each surface of a page as each class."""

    def __init__(self, texts: Sequence[str], candidates: Sequence[Sequence[Candidate]]) -> None:
        self._readings: dict[str, Counter[Leaf]] = defaultdict(Counter)
        for text, found in zip(texts, candidates, strict=True):
            for c in found:
                if c.best:
                    self._readings[text[c.span.start : c.span.end]][c.leaf] += 1

    def features(self, surface: str, leaf: Leaf, *, itself: bool) -> Features:
        """How often the model reads the surface elsewhere as this class, and as another; ``itself`` counts as here."""
        readings = self._readings.get(surface) or Counter[Leaf]()
        same = readings[leaf] - itself
        other = readings.total() - readings[leaf]
        return {"page:same": min(same, 3) / 3, "page:other": min(other, 3) / 3}


class TextEvidence:
    """The evidence of one text: its candidates, ordered by stretch and class, on a page."""

    def __init__(self, text: str, candidates: Sequence[Candidate], page: PageEvidence) -> None:
        self._text = text
        self._page = page
        self._surroundings = Surroundings(text)
        self._tails: defaultdict[int, set[Leaf]] = defaultdict(set)
        self._head_starts: defaultdict[int, list[int]] = defaultdict(list)
        self._cuts: set[int] = set()
        for head in heads(text):
            self._tails[head.end] |= head.leaves
            self._head_starts[head.end].append(head.start)
            self._cuts.update(range(head.start + 1, head.end))
        self._place_starts = {
            c.span.start: c.span.end for c in candidates if c.source == "register" and c.leaf != "Industry"
        }
        self._country_starts = {c.span.start: c.span.end for c in candidates if c.rule == "register:country"}
        self._voices: defaultdict[Key, list[Candidate]] = defaultdict(list)
        for c in candidates:
            self._voices[(c.span, c.leaf)].append(c)
        self._model: dict[Key, Candidate] = {
            key: c for key, voices in self._voices.items() for c in voices if c.source == "model"
        }
        self._readings: defaultdict[Span, list[Candidate]] = defaultdict(list)
        for c in self._model.values():
            self._readings[c.span].append(c)
        self._formed = [c for c in candidates if c.rule in _WHOLE_FORMS]
        self._best = sorted((c for c in self._model.values() if c.best), key=lambda c: c.span)
        self._starts = [c.span.start for c in self._best]
        self._ends = [c.span.end for c in self._best]

    def features(self) -> Mapping[Key, Features]:
        """The features of every stretch and class that some voice proposes."""
        return {key: self._features(key) for key in self._voices}

    def _features(self, key: Key) -> Features:
        span, leaf = key
        own = self._model.get(key)
        made: Features = {"bias": 1.0, f"class:{leaf}": 1.0}
        free = not self._overlapping(span)
        for voice in self._voices[key]:
            if voice.source != "model":
                made[f"{voice.rule}:{leaf}"] = 1.0
                made[f"{voice.rule}:{leaf}:free"] = float(free)
        made.update(self._of_model(key, own))
        surface = self._text[span.start : span.end]
        made.update(self._page.features(surface, leaf, itself=bool(own and own.best)))
        made.update(_of_shape(surface, leaf))
        for c in self._formed:
            if c.span != span and c.span.covers(span):
                made[f"within:{c.rule}"] = 1.0
        made.update(self._of_edges(span, leaf))
        made.update(self._of_marks(span, leaf))
        made.update(self._surroundings.features(span, leaf))
        return made

    def _overlapping(self, span: Span) -> Sequence[Candidate]:
        """The names of the model's own reading that share a character with a stretch."""
        first = bisect.bisect_right(self._ends, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        return self._best[first:last]

    def _of_model(self, key: Key, own: Candidate | None) -> Features:
        span, leaf = key
        made: Features = {}
        if own:
            made["model:confidence"] = logit(own.confidence)
            made[f"model:class:{leaf}"] = 1.0
            made["model:best"] = float(own.best)
        rivals = [c for c in self._readings.get(span, ()) if c.leaf != leaf]
        if rivals:
            rival = max(rivals, key=lambda c: c.confidence)
            made["model:rival"] = rival.confidence
            made["model:rival-group"] = rival.confidence * (GROUP_OF[rival.leaf] == GROUP_OF[leaf])
        if not own and not rivals:
            made["model:silent"] = 1.0
        for c in self._overlapping(span):
            if c.span != span:
                relation = "inside" if span.covers(c.span) else "around" if c.span.covers(span) else "across"
                name = f"model:{relation}" + (":same" if c.leaf == leaf else "")
                made[name] = max(made.get(name, 0.0), c.confidence)
        return made

    def _of_edges(self, span: Span, leaf: Leaf) -> Features:
        """Whether the stretch begins with a place, and ends with a head word of its class or in the midst of one."""
        made: Features = {}
        if self._place_starts.get(span.start, span.end) < span.end:
            made[f"begin:place:{leaf}"] = 1.0
        if self._country_starts.get(span.start, span.end) < span.end:
            made[f"begin:country:{leaf}"] = 1.0
        end = span.end - (self._text[span.end - 1] in "”》")
        known = self._tails.get(end)
        if known:
            if any(span.start <= at and is_bare(self._text[span.start : at]) for at in self._head_starts[end]):
                made["bare"] = made[f"bare:{GROUP_OF[leaf]}"] = 1.0
            made[f"tail:own:{leaf}" if leaf in known else f"tail:other:{leaf}"] = 1.0
        elif span.end in self._cuts:
            made[f"tail:cut:{leaf}"] = 1.0
        return made

    def _of_marks(self, span: Span, leaf: Leaf) -> Features:
        if self._text[span.start - 1 : span.start] not in ("“", "《"):
            return {}
        made: Features = {"quoted": 1.0, f"quoted:{leaf}": 1.0}
        if self._text[span.end : span.end + 1] in ("”", "》"):
            made["quoted:whole"] = 1.0
        return made


def gather_evidence(texts: Sequence[str], candidates: Sequence[Sequence[Candidate]]) -> list[Mapping[Key, Features]]:
    """For each text of a page the features of every stretch and class that some voice proposes."""
    page = PageEvidence(texts, candidates)
    return [TextEvidence(text, found, page).features() for text, found in zip(texts, candidates, strict=True)]


def _of_shape(surface: str, leaf: Leaf) -> Features:
    made: Features = {}
    if len(surface) <= 2:
        made["short"] = 1.0
        made[f"short:{leaf}"] = 1.0
    if len(surface) > 16:
        made["long"] = 1.0
    if any(surface.count(opening) != surface.count(closing) for opening, closing in ("“”", "《》", "（）")):
        made["unbalanced"] = 1.0
    return made
