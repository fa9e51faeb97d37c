"""Fit the weights of the decision on marked pages, with proposals that the model made for pages it had not seen.

usage: python -m wlgraph.names.fit PROPOSALS PAGE…

``PROPOSALS`` is a folder with one ``NAME.json`` a page: for each article a list of proposals
(``{"start": …, "end": …, "leaf": …, "confidence": …, "best": …}``, down to ``namer.ALTERNATIVES``). Writes ``data/decision.json``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from wlgraph.evaluation.marked import MarkedPage, read_marked
from wlgraph.names.evidence import Features, gather_evidence
from wlgraph.names.proposal import Proposal
from wlgraph.names.proposing import propose

EPOCHS = 600
RATE = 0.05
DECAY = 1e-4


def examples(page: MarkedPage, proposals: Sequence[Sequence[Proposal]]) -> Iterable[tuple[Features, bool]]:
    """The evidence for every candidate of a page, and whether it is a marked name of that class."""
    articles = page.reading.articles
    candidates = propose(articles, proposals, page.reading.page.home)
    marked = {(m.article, m.span, m.leaf) for m in page.naming.mentions}
    for article, found in zip(articles, gather_evidence([a.text for a in articles], candidates), strict=True):
        for (span, leaf), features in found.items():
            yield features, (article.id, span, leaf) in marked


def fit(data: Sequence[tuple[Features, bool]]) -> dict[str, float]:
    """Weights of a logistic regression with weight decay, by full-batch Adam: the same data give the same weights."""
    names = sorted({name for features, _ in data for name in features})
    column = {name: i for i, name in enumerate(names)}
    rows = np.repeat(np.arange(len(data)), [len(f) for f, _ in data])
    columns = np.array([column[name] for f, _ in data for name in f])
    values = np.array([value for f, _ in data for value in f.values()])
    truth = np.array([float(t) for _, t in data])
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, EPOCHS + 1):
        odds = np.bincount(rows, weights[columns] * values, len(data))
        error = 1 / (1 + np.exp(-np.clip(odds, -30, 30))) - truth
        gradient = np.bincount(columns, error[rows] * values, len(names)) / len(data) + DECAY * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weights[column[name]]), 4) for name in names}


def read_proposals(path: Path) -> list[list[Proposal]]:
    return msgspec.json.decode(path.read_bytes(), type=list[list[Proposal]])


def main(arguments: Sequence[str]) -> None:
    folder, *pages = (Path(a) for a in arguments)
    data = [
        example
        for page in pages
        for example in examples(read_marked(page), read_proposals(folder / f"{page.stem}.json"))
    ]
    fitted = {"source": "wlgraph.names.fit on marked pages", "pages": len(pages), "weights": fit(data)}
    target = Path(__file__).with_name("data") / "decision.json"
    target.write_text(json.dumps(fitted, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
