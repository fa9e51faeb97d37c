"""Learn which firm 公司 means where an article names several, from what marked pages say of that firm.

usage: python -m wlgraph.training.antecedents evaluation/marked

A word for a firm stands for the one that holds the post of the person behind it (公司总经理林则安), that has the figure in
the rest of its sentence, or that is claimed to make, get or do what is named there. Words of which nothing or several
things are told are left out. Prints how often the right firm is found, for writers left out; writes
``names/data/antecedents.json``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wlgraph.claims.relations.references import DEFINITE
from wlgraph.claims.relations.titles import ends_in_title
from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.model import GROUP_OF, Article, Mention
from wlgraph.names import antecedents
from wlgraph.training.studies import training_pages

STEPS, RATE, DECAY = 3000, 0.3, 0.001
_WORD = next(pattern for pattern, leaves in DEFINITE if leaves == ("Company",))
_TITLE_REACH = 16
_TELLING = frozenset({
    "produces", "develops", "received", "inIndustry", "participatesIn", "cooperatesWith", "suppliesTo", "undertakes",
    "locatedIn", "tenantOf",
})  # fmt: skip
_TARGET = Path(antecedents.__file__).with_name("data") / "antecedents.json"


@dataclass(frozen=True, slots=True)
class Case:
    """A word whose firm is known: who wrote the page, what is told of each firm, and the number of the right one."""

    writer: str
    firms: NDArray[np.float64]
    right: int


def cases_of(page: MarkedPage, writer: str) -> Iterator[Case]:
    """The cases of a page: words before which at least two firms are named, and the right one among them."""
    for article in page.reading.articles:
        named = sorted((m for m in page.naming.mentions if m.article == article.id), key=lambda m: m.span)
        names = [m for m in named if m.kind == "name"]
        firms = [m for m in names if m.leaf == "Company"]
        persons = [m for m in names if GROUP_OF[m.leaf] == "Person"]
        for word in _WORD.finditer(article.text):
            if any(m.span.start <= word.start() < m.span.end for m in names):
                continue
            outlook = antecedents.Outlook(article, firms, persons, word.start())
            known = [firm.last.referent for firm in outlook.firms]
            right = _meant(page, article, names, word)
            if len(known) > 1 and right in known:
                rows = [[float(of(outlook, firm)) for of in antecedents.FEATURES.values()] for firm in outlook.firms]
                yield Case(writer, np.asarray(rows), known.index(right))


def _meant(page: MarkedPage, article: Article, names: Sequence[Mention], word: re.Match[str]) -> str:
    """The firm that a word means, by the post, the figure or the claims behind it; empty where they do not tell."""
    sentence = article.sentence_at(word.start())
    if sentence is None:
        return ""
    behind = [m for m in names if m.span.start >= word.end()]
    firms = {m.referent for m in names if m.leaf == "Company"}
    holder = behind[0] if behind and GROUP_OF[behind[0].leaf] == "Person" else None
    title = article.text[word.end() : holder.span.start] if holder else ""
    if holder and len(title) <= _TITLE_REACH and ends_in_title(title):
        claims = [c for c in page.stating.claims if c.article == article.id and c.subject == holder.referent]
        return _only({c.object for c in claims if c.predicate == "holdsPostIn" and c.object in firms})
    end = min([sentence.end, *(m.span.start for m in behind if m.leaf == "Company")])
    rest = article.text[word.end() : end]
    rest = rest[: again.start()] if (again := _WORD.search(rest)) else rest
    figures = [f for f in page.stating.figures if f.article == article.id and f.observed in firms]
    if told := {f.observed for f in figures if _stands_in(float(f.value), rest)}:
        return _only(told)
    objects = {m.referent for m in behind if m.span.end <= word.end() + len(rest)}
    here = {m.referent for m in names if m.leaf == "Company" and sentence.covers(m.span)}
    claims = [c for c in page.stating.claims if c.article == article.id and c.predicate in _TELLING]
    return _only({c.subject for c in claims if c.object in objects and c.subject in firms - here})


def _only(found: set[str]) -> str:
    return found.pop() if len(found) == 1 else ""


def _stands_in(value: float, words: str) -> bool:
    """Whether a number of two digits or more stands in some words, plain or in 万 or 亿."""
    forms = {f"{v:g}" for v in (value, value / 1e4, value / 1e8)}
    return any(len(form) > 1 and re.search(rf"(?<![\d.]){re.escape(form)}(?![\d.])", words) for form in forms)


def fit(cases: Sequence[Case]) -> NDArray[np.float64]:
    """The weights under which the right firms are likeliest, with weight decay, by gradient descent."""
    weights = np.zeros(len(antecedents.FEATURES))
    rows = np.concatenate([case.firms for case in cases])
    first = np.cumsum([0, *(len(case.firms) for case in cases)])[:-1]
    of = np.repeat(np.arange(len(cases)), [len(case.firms) for case in cases])
    right = np.zeros(len(rows))
    right[first + [case.right for case in cases]] = 1.0
    for _ in range(STEPS):
        odds = rows @ weights
        odds = np.exp(odds - np.maximum.reduceat(odds, first)[of])
        shares = odds / np.add.reduceat(odds, first)[of]
        weights -= RATE * (rows.T @ (shares - right) / len(cases) + 2 * DECAY * weights)
    return weights


def _right(cases: Sequence[Case], weights: NDArray[np.float64]) -> int:
    return sum(int(np.argmax(case.firms @ weights)) == case.right for case in cases)


def main(arguments: Sequence[str]) -> None:
    """Measure on writers left out, then learn from all."""
    paths = training_pages(Path(arguments[0]))
    cases = [case for path in paths for case in cases_of(read_marked(path), path.stem[0])]
    found = 0
    for writer in sorted({case.writer for case in cases}):
        found += _right([c for c in cases if c.writer == writer], fit([c for c in cases if c.writer != writer]))
    last = sum(case.right == 0 for case in cases)
    print(
        f"{len(cases)} words of {len(paths)} pages: right {found / len(cases):.3f}, the firm named last {last / len(cases):.3f}"
    )
    weights = dict(zip(antecedents.FEATURES, (round(float(w), 3) for w in fit(cases)), strict=True))
    _TARGET.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
