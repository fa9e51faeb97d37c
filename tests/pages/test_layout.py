"""The layout pages: whole pages with the troubles of real ones, each with what a careful reader sees."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from wlgraph.model import Article
from wlgraph.pages import read_page

PAGES = sorted((Path(__file__).parents[2] / "evaluation" / "layout" / "pages").glob("*.txt"))
ARTICLES_FLOOR, PEOPLE_FLOOR = 0.82, 0.75
KINDS = ("reporters", "correspondents", "photographers")


def squeezed(text: str) -> str:
    return "".join(text.split())


def people_of(headline: str, names: Any) -> set[tuple[str, str, str]]:
    return {(squeezed(headline), kind, name) for kind in KINDS for name in names(kind)}


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


def test_articles_and_people_of_pages_with_every_trouble() -> None:
    counts = Counter[str]()
    for page in PAGES:
        wanted = json.loads(page.with_suffix(".json").read_text("utf-8"))["articles"]
        found: tuple[Article, ...] = read_page(page).articles
        titles = Counter(squeezed(a["title"]) for a in wanted), Counter(squeezed(a.headline) for a in found)
        signed = set[tuple[str, str, str]]().union(*(people_of(a["title"], a.get) for a in wanted))
        read = set[tuple[str, str, str]]().union(*(people_of(a.headline, a.__getattribute__) for a in found))
        counts.update(
            articles=(titles[0] & titles[1]).total(), found=len(found), wanted=len(wanted),
            people=len(signed & read), read=len(read), signed=len(signed),
        )  # fmt: skip
    assert len(PAGES) >= 14
    assert f1(counts["articles"], counts["found"], counts["wanted"]) >= ARTICLES_FLOOR
    assert f1(counts["people"], counts["read"], counts["signed"]) >= PEOPLE_FLOOR
