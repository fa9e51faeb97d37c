"""Measure a model on marked pages, as a table of Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wlgraph.model import LEAVES
from wlgraph.names.recogniser import load_recogniser
from wlgraph.training.samples import read_samples
from wlgraph.training.score import Score, Tagged, by_class, interval, overall

_INDEX = {leaf: i for i, leaf in enumerate(LEAVES)}


def measure(pages: Sequence[Path], model: Path) -> str:
    """Precision, recall and F1 over all classes and for each, with a 95 % interval over articles."""
    texts = propose(pages, model)
    lines = ["| class | names | precision | recall | F1 |", "|---|---|---|---|---|"]
    lines += [_row(leaf, score) for leaf, score in by_class(texts).items()]
    low, high = interval(texts)
    lines += [
        _row("all, class right", overall(texts)),
        _row("all, whatever class", overall(texts, typed=False)),
        "",
        f"95 % interval of F1, class right: {low:.3f} to {high:.3f}",
    ]
    return "\n".join(lines) + "\n"


def propose(pages: Sequence[Path], model: Path) -> list[Tagged]:
    """Marked names and the recogniser's best reading of each article of ``pages``."""
    samples = read_samples(pages)
    proposals = load_recogniser(model).propose([s.text for s in samples])
    return [
        (sample.spans, [(p.start, p.end, _INDEX[p.leaf]) for p in found if p.best])
        for sample, found in zip(samples, proposals, strict=True)
    ]


def _row(name: str, score: Score) -> str:
    return f"| {name} | {score.gold} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"
