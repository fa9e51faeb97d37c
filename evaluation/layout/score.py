#!/usr/bin/env python3
"""How many articles of the layout pages are read under their own headline, and how many people under the right one.

usage: python evaluation/layout/score.py [--errors]

A headline counts where it equals the truth to the letter, blanks apart; a person where headline, part (reporter,
correspondent, photographer) and name agree.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from wlgraph.pages import read_page

PAGES = Path(__file__).parent / "pages"
PARTS = ("reporters", "correspondents", "photographers")


def squeezed(text: str) -> str:
    return "".join(text.split())


def people_of(headline: str, names: Any) -> set[tuple[str, str, str]]:
    return {(squeezed(headline), part, name) for part in PARTS for name in names(part)}


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


def score(errors: bool = False) -> tuple[float, float]:
    """F1 of articles and of people over all layout pages."""
    counts = Counter[str]()
    for page in sorted(PAGES.glob("*.txt")):
        wanted = json.loads(page.with_suffix(".json").read_text("utf-8"))["articles"]
        found = read_page(page).articles
        titles = Counter(squeezed(a["title"]) for a in wanted), Counter(squeezed(a.headline) for a in found)
        signed = set[tuple[str, str, str]]().union(*(people_of(a["title"], a.get) for a in wanted))
        read = set[tuple[str, str, str]]().union(*(people_of(a.headline, a.__getattribute__) for a in found))
        counts.update(
            articles=(titles[0] & titles[1]).total(), found=len(found), wanted=len(wanted),
            people=len(signed & read), read=len(read), signed=len(signed),
        )  # fmt: skip
        if errors:
            print(page.name, *(f"missed {t}" for t in titles[0] - titles[1]), sep="\n  ")
    return f1(counts["articles"], counts["found"], counts["wanted"]), f1(
        counts["people"], counts["read"], counts["signed"]
    )


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--errors", action="store_true", help="name the headlines that were missed, page by page")
    articles, people = score(ap.parse_args().errors)
    print(f"layout pages: articles F1 {articles:.3f}, people F1 {people:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
