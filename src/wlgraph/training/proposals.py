"""Write what a recogniser proposes for marked pages that it has not learned, for ``wlgraph.training.evidence``.

usage: python -m wlgraph.training.proposals MODEL.onnx FOLDER PAGE…
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec

from wlgraph.evaluation.marked import read_marked
from wlgraph.names.namer import ALTERNATIVES
from wlgraph.names.recogniser import load_recogniser


def main() -> None:
    """One ``NAME.json`` a page: for each article a list of proposals."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("model", type=Path, help="a recogniser that has not learned these pages")
    parser.add_argument("folder", type=Path, help="where the proposals go")
    parser.add_argument("pages", type=Path, nargs="+", help="marked pages")
    args = parser.parse_args()
    recogniser = load_recogniser(args.model)
    args.folder.mkdir(parents=True, exist_ok=True)
    for page in args.pages:
        texts = [article.text for article in read_marked(page).reading.articles]
        proposals = recogniser.propose(texts, minimum=ALTERNATIVES)
        (args.folder / f"{page.stem}.json").write_bytes(msgspec.json.encode(proposals))


if __name__ == "__main__":
    main()
