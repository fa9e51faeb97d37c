"""Train the trees that weigh the evidence of names, on marked pages and what a recogniser proposed for them unseen.

usage: python -m wlgraph.training.evidence evaluation/marked PROPOSALS

``PROPOSALS`` is a folder with one ``NAME.json`` a page, as ``wlgraph.names.fit`` has it; pages without one are left out. A
recogniser that has learned a page is too sure of it, so the proposals must come from one that has not. Needs LightGBM.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import onnx

from wlgraph.evaluation.marked import read_marked
from wlgraph.names.decision import decide
from wlgraph.names.evidence import Features, Key, gather_evidence
from wlgraph.names.fit import read_proposals
from wlgraph.names.proposing import propose
from wlgraph.names.standing import stand
from wlgraph.names.weighing import OUTPUT, Trees, Weigher, columns, table, trained_weights
from wlgraph.training.forests import from_lightgbm, to_onnx
from wlgraph.training.studies import training_pages

FOLDS = 4
ROUNDS = 300
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 24,
    "learning_rate": 0.06,
    "min_data_in_leaf": 30,
    "lambda_l2": 5,
    "feature_fraction": 0.5,
    "num_threads": 1,
    "seed": 1,
    "verbose": -1,
}
_KNOWN = ("bias", "class", "model:class")
"""What is the same for all candidates, or told by the columns of the classes."""


class Page(NamedTuple):
    """A marked page: its texts, the evidence of each, and which stretches are names of which class."""

    writer: str
    texts: list[str]
    evidence: list[Mapping[Key, Features]]
    names: list[set[Key]]


def read(page: Path, proposals: Path) -> Page:
    """The evidence of a marked page's candidates."""
    marked = read_marked(page)
    articles, texts = marked.reading.articles, [a.text for a in marked.reading.articles]
    candidates = propose(articles, read_proposals(proposals), marked.reading.page.home)
    told: dict[str, set[Key]] = {a.id: set() for a in articles}
    for mention in marked.naming.mentions:
        told[mention.article].add((mention.span, mention.leaf))
    return Page(page.stem[0], texts, gather_evidence(texts, candidates), [told[a.id] for a in articles])


def rows(page: Page) -> Iterator[tuple[Features, bool]]:
    """The features of each candidate, and whether it is a name."""
    for standing, names in zip(stand(page.texts, page.evidence, page.evidence), page.names, strict=True):
        for key, features in standing.items():
            yield features, key in names


def fit(pages: Sequence[Page]) -> bytes:
    """The trees, as ONNX, with their columns in the metadata."""
    data = [row for page in pages for row in rows(page)]
    names = sorted({name for features, _ in data for name in features} - set(_KNOWN))
    x = table([features for features, _ in data], columns(names))
    y = np.asarray([label for _, label in data], dtype=np.float32)
    booster = lightgbm.train(PARAMETERS, lightgbm.Dataset(x, y), ROUNDS)
    model = onnx.load_model_from_string(to_onnx({OUTPUT: from_lightgbm(booster)}, len(names)))
    model.metadata_props.add(key="columns", value=" ".join(names))
    return bytes(model.SerializeToString())


class Score:
    """Names found, counted once a page and class."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def see(self, page: Page, weigher: Weigher) -> None:
        odds = weigher.weigh(page.texts, page.evidence)
        chosen = [decide(own, evidence) for own, evidence in zip(odds, page.evidence, strict=True)]
        found = {
            (text[c.span.start : c.span.end], c.leaf) for text, own in zip(page.texts, chosen, strict=True) for c in own
        }
        wanted = {
            (text[span.start : span.end], leaf)
            for text, own in zip(page.texts, page.names, strict=True)
            for span, leaf in own
        }
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        precision, recall = self.right / self.found, self.right / self.wanted
        return f"P {precision:.4f} R {recall:.4f} F1 {2 * self.right / (self.found + self.wanted):.4f}"


def crossvalidate(pages: Sequence[Page]) -> str:
    """Names of writers left out: how well regression and trees do together."""
    writers = sorted({page.writer for page in pages})
    score = Score()
    for held in (set(writers[n::FOLDS]) for n in range(FOLDS)):
        weigher = Weigher(trained_weights(), Trees(fit([page for page in pages if page.writer not in held])))
        for page in pages:
            if page.writer in held:
                score.see(page, weigher)
    return f"names of writers left out, {len(pages)} pages in {FOLDS} parts: {score}"


def main() -> None:
    """Train on all training pages that have proposals, and write the file that ships and its cross-validation."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("marked", type=Path, help="the folder with split.json and pages/")
    parser.add_argument("proposals", type=Path, help="a folder with NAME.json for the pages to learn from")
    parser.add_argument("--out", type=Path, default=Path("src/wlgraph/names/data"))
    args = parser.parse_args()
    files = ((page, args.proposals / f"{page.stem}.json") for page in training_pages(args.marked))
    pages = [read(page, proposals) for page, proposals in files if proposals.is_file()]
    line = crossvalidate(pages)
    print(line)
    (args.out / "evidence.onnx").write_bytes(fit(pages))
    (args.out / "evidence.txt").write_text(line + "\n", "utf-8")


if __name__ == "__main__":
    main()
