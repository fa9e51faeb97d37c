#!/usr/bin/env python3
"""Build a page with the names of its gold file, so that claims and figures are scored apart from names.

usage: score_all.py PAGES_DIR --command "python given.py"

Called as ``given.py build PAGE.txt --out DIR``; reads PAGE.json beside the page and writes DIR/graph.ttl. Everything but
the finding of names is the shipped extractor: layout, claims, figures, identity, the register's facts.
"""

import argparse
from pathlib import Path

from wlgraph.build.extract import shard_of
from wlgraph.claims import state
from wlgraph.entities import Ledger, resolve
from wlgraph.evaluation.gold_names import name_by_gold
from wlgraph.graph.write import write_graph
from wlgraph.pages import read_page


def build(page: Path, out: Path) -> None:
    reading = read_page(page)
    naming = name_by_gold(reading, page.with_suffix(".json"))
    shard = shard_of(page.name, reading, naming, state(reading, naming))
    write_graph([shard], resolve([shard], ledger=Ledger()), out / "graph.ttl")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", choices=["build"])
    parser.add_argument("page", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    build(args.page, args.out)


if __name__ == "__main__":
    main()
