"""Which of several things named before a word it means: the thing of 公司, the town of 该镇, the park of 园区.

A softmax regression over where and how each thing was named. Its weights are learned from the training pages
(``wlgraph.training.antecedents``), whose figures and claims tell which thing such a word stands for.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from wlgraph.model import Article, Mention

_OBLIQUE = frozenset("与和向给为由对被同跟从在")
_LOCATING = re.compile(r"(?:在|走进|来到|位于)[^，。]{0,14}$")
_CLAUSE = "，。；：\n"
_HEADS = ("kicker", "headline", "subhead")
_BANKS = ("银行", "支行", "分行", "信用社")
_TITLE_REACH, _FAR, _MANY, _LEAD = 14, 400, 5, 6
_REACH = 100
"""So many mentions before a word are looked at, which is more than any article has that was not made to take long."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing before the word: its mentions, and how many of other things came since its last one."""

    mentions: tuple[Mention, ...]
    since: int

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


class Outlook:
    """What stands before a word in an article: things, persons, and where the word's sentence and paragraph begin."""

    def __init__(self, article: Article, things: Sequence[Mention], persons: Sequence[Mention], at: int) -> None:
        self.text, self.at = article.text, at
        self.sentences = sorted(s.start for s in article.sentences)
        self.blocks = sorted((b for b in article.blocks if b.kind != "byline"), key=lambda b: b.span)
        self.body = next((b.span.start for b in self.blocks if b.kind not in _HEADS), 0)
        self.before = [m for m in things if m.span.end <= at][-_REACH:]
        self.speaker = next((p for p in reversed(persons) if p.span.end <= at), None)
        counts = Counter(m.referent for m in self.before)
        self.most = max(counts.values(), default=0)
        self.things = [self._thing(r) for r in dict.fromkeys(m.referent for m in reversed(self.before))]

    def _thing(self, referent: str) -> _Thing:
        own = tuple(m for m in self.before if m.referent == referent)
        return _Thing(own, sum(m.span.start > own[-1].span.start for m in self.before))

    def sentences_back(self, mention: Mention) -> int:
        """How many sentences before that of the word a mention stands."""
        return bisect_right(self.sentences, self.at) - bisect_right(self.sentences, mention.span.start)

    def paragraph(self, offset: int) -> int:
        """Where the block that holds an offset begins."""
        return max((b.span.start for b in self.blocks if b.span.start <= offset), default=0)

    def is_first(self, thing: _Thing, among: Sequence[Mention]) -> bool:
        """Whether some mentions begin with one of the thing."""
        return bool(among) and among[0].referent == thing.last.referent

    def is_subject(self, thing: _Thing) -> bool:
        """Whether a thing begins the word's sentence, but for a few words."""
        start = self.sentences[bisect_right(self.sentences, self.at) - 1]
        return any(0 <= m.span.start - start <= _LEAD for m in thing.mentions)

    def here(self) -> list[Mention]:
        """The things' mentions in the word's paragraph."""
        start = self.paragraph(self.at)
        return [m for m in self.before if m.span.start >= start]

    def around(self, mention: Mention) -> tuple[str, str]:
        """The characters before a mention, as far as its clause or a few words go, and the one behind it."""
        start = max(self.text.rfind(c, 0, mention.span.start) for c in _CLAUSE) + 1
        before = self.text[max(start - 1, mention.span.start - 16, 0) : mention.span.start]
        return before, self.text[mention.span.end : mention.span.end + 1]

    def employs(self, mention: Mention) -> bool:
        """Whether the last person is named right behind a thing (甲公司董事长林则安)."""
        return self.speaker is not None and 0 <= self.speaker.span.start - mention.span.end <= _TITLE_REACH


_Feature = Callable[[Outlook, _Thing], float]
FEATURES: dict[str, _Feature] = {
    "named last": lambda _, f: f.since == 0,
    "named since": lambda _, f: min(_MANY, f.since) / _MANY,
    "sentences back": lambda o, f: min(_MANY, o.sentences_back(f.last)) / _MANY,
    "characters back": lambda o, f: min(_FAR, o.at - f.last.span.end) / _FAR,
    "same sentence": lambda o, f: o.sentences_back(f.last) == 0,
    "same paragraph": lambda o, f: o.paragraph(f.last.span.start) == o.paragraph(o.at),
    "first of the paragraph": lambda o, f: o.is_first(f, o.here()),
    "first of the sentence": lambda o, f: o.is_first(f, [m for m in o.before if o.sentences_back(m) == 0]),
    "subject of the sentence": lambda o, f: o.is_subject(f),
    "first of the sentence before": lambda o, f: o.is_first(f, [m for m in o.before if o.sentences_back(m) == 1]),
    "first of the body": lambda o, f: o.is_first(f, [m for m in o.before if m.span.start >= o.body]),
    "in a heading": lambda o, f: f.mentions[0].span.start < o.body,
    "named most": lambda o, f: len(f.mentions) == o.most,
    "share of mentions": lambda o, f: len(f.mentions) / len(o.before),
    "begins a clause": lambda o, f: len(o.around(f.last)[0]) <= 3,
    "behind a preposition": lambda o, f: o.around(f.last)[0][-1:] in _OBLIQUE,
    "in a list": lambda o, f: "、" in (o.around(f.last)[0][-1:], o.around(f.last)[1]),
    "before 的": lambda o, f: o.around(f.last)[1] == "的",
    "where one is": lambda o, f: _LOCATING.search(o.around(f.last)[0]) is not None,
    "speaks": lambda o, f: any(o.employs(m) for m in f.mentions),
    "by its full name": lambda _, f: any(m.text.endswith("公司") for m in f.mentions),
    "bank": lambda _, f: any(m.text.endswith(_BANKS) for m in f.mentions),
}
"""What is told of a thing, by name."""


def antecedent(article: Article, things: Sequence[Mention], persons: Sequence[Mention], at: int) -> Mention:
    """The last mention, before ``at``, of the thing that a word there means.

    ``things`` and ``persons`` are mentions of the article in the order of the text; at least one thing is named before
    ``at``.
    """
    outlook = Outlook(article, things, persons, at)
    if len(outlook.things) == 1:
        return outlook.things[0].last
    weights = load_weights()
    return max(outlook.things, key=lambda thing: (score(outlook, thing, weights), thing.last.span.start)).last


def score(outlook: Outlook, thing: _Thing, weights: Mapping[str, float]) -> float:
    """How well a thing suits, as log odds against the others but for a constant."""
    return sum(weight * float(FEATURES[name](outlook, thing)) for name, weight in weights.items())


@cache
def load_weights() -> dict[str, float]:
    """The weights of ``FEATURES`` that the package carries."""
    weights: dict[str, float] = json.loads((files(__package__) / "data" / "antecedents.json").read_text("utf-8"))
    return weights
