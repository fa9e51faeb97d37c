"""Which of several firms named before a word means that says 公司 or 该企业.

A softmax regression over where and how each firm was named. Its weights are learned from the training pages
(``wlgraph.training.antecedents``), whose figures and claims tell which firm such a word stands for.
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


@dataclass(frozen=True, slots=True)
class _Firm:
    """A firm before the word: its mentions, and how many of other firms came since its last one."""

    mentions: tuple[Mention, ...]
    since: int

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


class Outlook:
    """What stands before a word in an article: firms, persons, and where the word's sentence and paragraph begin."""

    def __init__(self, article: Article, firms: Sequence[Mention], persons: Sequence[Mention], at: int) -> None:
        self.text, self.at = article.text, at
        self.sentences = sorted(s.start for s in article.sentences)
        self.blocks = sorted((b for b in article.blocks if b.kind != "byline"), key=lambda b: b.span)
        self.body = next((b.span.start for b in self.blocks if b.kind not in _HEADS), 0)
        self.before = [m for m in firms if m.span.end <= at]
        self.speaker = next((p for p in reversed(persons) if p.span.end <= at), None)
        counts = Counter(m.referent for m in self.before)
        self.most = max(counts.values(), default=0)
        self.firms = [self._firm(r) for r in dict.fromkeys(m.referent for m in reversed(self.before))]

    def _firm(self, referent: str) -> _Firm:
        own = tuple(m for m in self.before if m.referent == referent)
        return _Firm(own, sum(m.span.start > own[-1].span.start for m in self.before))

    def sentences_back(self, mention: Mention) -> int:
        """How many sentences before that of the word a mention stands."""
        return bisect_right(self.sentences, self.at) - bisect_right(self.sentences, mention.span.start)

    def paragraph(self, offset: int) -> int:
        """Where the block that holds an offset begins."""
        return max((b.span.start for b in self.blocks if b.span.start <= offset), default=0)

    def is_first(self, firm: _Firm, among: Sequence[Mention]) -> bool:
        """Whether some mentions begin with one of the firm."""
        return bool(among) and among[0].referent == firm.last.referent

    def is_subject(self, firm: _Firm) -> bool:
        """Whether a firm begins the word's sentence, but for a few words."""
        start = self.sentences[bisect_right(self.sentences, self.at) - 1]
        return any(0 <= m.span.start - start <= _LEAD for m in firm.mentions)

    def here(self) -> list[Mention]:
        """The firms' mentions in the word's paragraph."""
        start = self.paragraph(self.at)
        return [m for m in self.before if m.span.start >= start]

    def around(self, mention: Mention) -> tuple[str, str]:
        """The characters before a mention, as far as its clause or a few words go, and the one behind it."""
        start = max(self.text.rfind(c, 0, mention.span.start) for c in _CLAUSE) + 1
        return self.text[max(start - 1, mention.span.start - 16, 0) : mention.span.start], self.text[
            mention.span.end :
        ][:1]

    def employs(self, mention: Mention) -> bool:
        """Whether the last person is named right behind a firm (甲公司董事长林则安)."""
        return self.speaker is not None and 0 <= self.speaker.span.start - mention.span.end <= _TITLE_REACH


_Feature = Callable[[Outlook, _Firm], float]
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
"""What is told of a firm, by name."""


def antecedent(article: Article, firms: Sequence[Mention], persons: Sequence[Mention], at: int) -> Mention:
    """The last mention, before ``at``, of the firm that a word there means.

    ``firms`` and ``persons`` are mentions of the article in the order of the text; at least one firm is named before
    ``at``.
    """
    outlook = Outlook(article, firms, persons, at)
    if len(outlook.firms) == 1:
        return outlook.firms[0].last
    weights = load_weights()
    return max(outlook.firms, key=lambda firm: (score(outlook, firm, weights), firm.last.span.start)).last


def score(outlook: Outlook, firm: _Firm, weights: Mapping[str, float]) -> float:
    """How well a firm suits, as log odds against the others but for a constant."""
    return sum(weight * float(FEATURES[name](outlook, firm)) for name, weight in weights.items())


@cache
def load_weights() -> dict[str, float]:
    """The weights of ``FEATURES`` that the package carries."""
    weights: dict[str, float] = json.loads((files(__package__) / "data" / "antecedents.json").read_text("utf-8"))
    return weights
