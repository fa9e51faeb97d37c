#!/usr/bin/env python3
"""Copy gold pages with the flaws that text out of PDF and OCR has, to see what they cost.

usage: damage.py PAGES_DIR OUT_DIR [--seed 1]

Within paragraphs, about every 250 characters the column breaks (a line end between two characters), at every fourth
break two to four characters stand on both sides, and one quotation mark in ten is lost. Headlines, bylines and short
lines stay. Gold files and sidecars are copied.
"""

import argparse
import random
import re
import shutil
from pathlib import Path

BREAK, REPEAT, LOST = 1 / 250, 0.25, 0.1
LEAST = 60
"""Lines shorter than this are headlines, bylines and the like."""


def damaged(text: str, dice: random.Random) -> str:
    return "".join(_line(line, dice) if len(line) >= LEAST else line for line in re.split(r"(\n+)", text))


def _line(line: str, dice: random.Random) -> str:
    made: list[str] = []
    for at, character in enumerate(line):
        if character in "“”" and dice.random() < LOST:
            continue
        made.append(character)
        if 20 < at < len(line) - 20 and dice.random() < BREAK:
            again = line[at + 1 - dice.randint(2, 4) : at + 1] if dice.random() < REPEAT else ""
            made.append("\n\n" + again)
    return "".join(made)


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("pages", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    dice = random.Random(args.seed)
    for page in sorted(args.pages.glob("*.txt")):
        (args.out / page.name).write_text(damaged(page.read_text("utf-8"), dice), "utf-8")
        for beside in (page.with_suffix(".json"), page.with_suffix(".meta.json")):
            if beside.exists():
                shutil.copy(beside, args.out / beside.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
