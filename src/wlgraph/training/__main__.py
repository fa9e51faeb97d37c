"""Train the recogniser, or measure a model.

python -m wlgraph.training train PAGES OUT.onnx [--seed 1] [--epochs N] [--split SPLIT.json] [--corpus FILE]…
                                [--start NET.pt [--mean]] [--keep NET.pt]
python -m wlgraph.training score PAGES MODEL.onnx [--split SPLIT.json]

With a split, training reads only its ``train`` pages and scoring only its ``test`` pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from wlgraph.training.measure import measure
from wlgraph.training.train import train


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m wlgraph.training", description=__doc__)
    parser.add_argument("task", choices=["train", "score"])
    parser.add_argument("pages", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--split", type=Path)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--start", type=Path)
    parser.add_argument("--mean", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    pages = _pages(options.pages, options.split, options.task)
    if options.task == "score":
        sys.stdout.write(measure(pages, options.model))
        return
    train(
        pages,
        options.model,
        seed=options.seed,
        epochs=options.epochs,
        corpora=options.corpus,
        start=options.start,
        mean=options.mean,
        keep=options.keep,
        report=lambda epoch, loss: print(f"epoch {epoch + 1}: loss {loss:.4f}", file=sys.stderr),
    )


def _pages(folder: Path, split: Path | None, task: str) -> list[Path]:
    pages = sorted(folder.glob("*.txt"))
    if split is None:
        return pages
    tested = set(json.loads(split.read_text("utf-8"))["test"])
    return [page for page in pages if (page.stem in tested) == (task == "score")]


if __name__ == "__main__":
    main(sys.argv[1:])
