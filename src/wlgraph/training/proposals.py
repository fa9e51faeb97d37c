"""Write what a recogniser makes of marked pages that it has not learned, for ``wlgraph.training.judge``.

usage: python -m wlgraph.training.proposals MODEL.onnx FOLDER PAGE…
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
import numpy as np

from wlgraph.evaluation.marked import read_marked
from wlgraph.names.namer import ALTERNATIVES
from wlgraph.names.recogniser import load_recogniser


def states_file(folder: Path, page: Path) -> Path:
    """Where the recogniser's states of a page's articles stand, one after the other, as an array of numpy."""
    return folder / f"{page.stem}.npy"


def main() -> None:
    """One ``NAME.json`` a page (for each article a list of proposals) and one ``NAME.npy`` (the states)."""
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
        np.save(states_file(args.folder, page), np.concatenate([recogniser.states(text) for text in texts]))


if __name__ == "__main__":
    main()
