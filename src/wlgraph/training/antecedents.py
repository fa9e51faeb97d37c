"""Learn which thing 公司, 该镇 or 会议 means where an article names several, from what marked pages say of it.

usage: python -m wlgraph.training.antecedents evaluation/marked

A word stands for the thing in which the person behind it has a post (公司总经理林则安), that has the figure in the rest of
its sentence, or that a claim joins with what is named there. Words of which nothing or several things are told are left
out. Prints how often the right thing is found, for writers left out; writes ``names/data/antecedents.json``.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.references import DEFINITE
from wlgraph.claims.relations.titles import ends_in_title
from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.model import GROUP_OF, Article, Leaf, Mention
from wlgraph.names import antecedents
from wlgraph.training.studies import training_pages

STEPS, RATE, DECAY = 3000, 0.3, 0.001
_TITLE_REACH = 16
_TARGET = Path(antecedents.__file__).with_name("data") / "antecedents.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A word whose meaning is known: who wrote the page, what kind of thing is meant, what is told of each thing named
    before, and the number of the right one."""

    writer: str
    leaf: Leaf
    things: NDArray[np.float64]
    right: int


def cases_of(page: MarkedPage, writer: str) -> Iterator[Case]:
    """The cases of a page: words before which at least two things of a kind are named, and the right one among them."""
    for article in page.reading.articles:
        named = sorted((m for m in page.naming.mentions if m.article == article.id), key=lambda m: m.span)
        names = [m for m in named if m.kind == "name"]
        persons = [m for m in names if GROUP_OF[m.leaf] == "Person"]
        for pattern, leaves in DEFINITE:
            things = [m for m in names if m.leaf in leaves]
            for word in pattern.finditer(article.text) if len({m.referent for m in things}) > 1 else ():
                if any(m.span.start <= word.start() < m.span.end for m in names):
                    continue
                outlook = antecedents.Outlook(article, things, persons, word.start())
                known = [thing.last.referent for thing in outlook.things]
                right = _Meaning(page, article, names, things, pattern).of(word)
                if len(known) > 1 and right in known:
                    rows = [[float(of(outlook, t)) for of in antecedents.FEATURES.values()] for t in outlook.things]
                    yield Case(writer, leaves[0], np.asarray(rows), known.index(right))


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What the marks of an article tell of the words that mean one of its things."""

    page: MarkedPage
    article: Article
    names: Sequence[Mention]
    things: Sequence[Mention]
    pattern: re.Pattern[str]

    def of(self, word: re.Match[str]) -> str:
        """The thing that a word means, by the post, the figure or the claims behind it; empty where they do not tell."""
        sentence = self.article.sentence_at(word.start())
        if sentence is None:
            return ""
        behind = [m for m in self.names if m.span.start >= word.end()]
        if behind and (seats := self._seats(word, behind[0])) is not None:
            return _only(seats)
        end = min([sentence.end, *(m.span.start for m in self.things if m.span.start >= word.end())])
        rest = self.article.text[word.end() : end]
        rest = rest[: again.start()] if (again := self.pattern.search(rest)) else rest
        known = {m.referent for m in self.things}
        figures = [f for f in self.page.stating.figures if f.article == self.article.id and f.observed in known]
        if told := {f.observed for f in figures if _stands_in(float(f.value), rest)}:
            return _only(told)
        others = {m.referent for m in behind if m.span.end <= word.end() + len(rest)}
        here = {m.referent for m in self.things if sentence.covers(m.span)}
        claims = [c for c in self.page.stating.claims if c.article == self.article.id and c.predicate != "holdsPostIn"]
        ends = {(c.subject, c.object) for c in claims} | {(c.object, c.subject) for c in claims}
        return _only({thing for thing, other in ends if other in others and thing in known - here})

    def _seats(self, word: re.Match[str], holder: Mention) -> set[str] | None:
        """What the person behind a word and a title holds a post in; None where none stands there."""
        title = self.article.text[word.end() : holder.span.start]
        if GROUP_OF[holder.leaf] != "Person" or len(title) > _TITLE_REACH or not ends_in_title(title):
            return None
        known = {m.referent for m in self.things}
        claims = [c for c in self.page.stating.claims if c.article == self.article.id and c.subject == holder.referent]
        return {c.object for c in claims if c.predicate == "holdsPostIn" and c.object in known}


def _only(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else ""


def _stands_in(value: float, words: str) -> bool:
    """Whether a number of two digits or more stands in some words, plain or in 万 or 亿."""
    forms = {f"{v:g}" for v in (value, value / 1e4, value / 1e8)}
    return any(len(form) > 1 and re.search(rf"(?<![\d.]){re.escape(form)}(?![\d.])", words) for form in forms)


def fit(cases: Sequence[Case]) -> NDArray[np.float64]:
    """The weights under which the right firms are likeliest, with weight decay, by gradient descent."""
    weights = np.zeros(len(antecedents.FEATURES))
    rows = np.concatenate([case.things for case in cases])
    first = np.cumsum([0, *(len(case.things) for case in cases)])[:-1]
    of = np.repeat(np.arange(len(cases)), [len(case.things) for case in cases])
    right = np.zeros(len(rows))
    right[first + [case.right for case in cases]] = 1.0
    for _ in range(STEPS):
        odds = rows @ weights
        odds = np.exp(odds - np.maximum.reduceat(odds, first)[of])
        shares = odds / np.add.reduceat(odds, first)[of]
        weights -= RATE * (rows.T @ (shares - right) / len(cases) + 2 * DECAY * weights)
    return weights


def _is_right(case: Case, weights: NDArray[np.float64]) -> bool:
    return int(np.argmax(case.things @ weights)) == case.right


def main(arguments: Sequence[str]) -> None:
    """Measure on writers left out, then learn from all."""
    paths = training_pages(Path(arguments[0]))
    cases = [case for path in paths for case in cases_of(read_marked(path), path.stem[0])]
    found: Counter[Leaf] = Counter()
    for writer in sorted({case.writer for case in cases}):
        weights = fit([c for c in cases if c.writer != writer])
        found.update(c.leaf for c in cases if c.writer == writer and _is_right(c, weights))
    last = Counter(case.leaf for case in cases if case.right == 0)
    print(f"{len(paths)} pages: words, share right, share where the thing named last is")
    for leaf, words in Counter(case.leaf for case in cases).most_common():
        print(f"{leaf}\t{words}\t{found[leaf] / words:.3f}\t{last[leaf] / words:.3f}")
    fitted = dict(zip(antecedents.FEATURES, (round(float(w), 3) for w in fit(cases)), strict=True))
    _TARGET.write_text(json.dumps(fitted, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
