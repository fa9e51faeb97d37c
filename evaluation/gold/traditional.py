#!/usr/bin/env python3
"""Copy gold pages in traditional characters, to see what these cost.

usage: traditional.py PAGES_DIR OUT_DIR

Texts, headlines and the people of bylines are set in traditional characters by OpenCC, as they would be printed. Names, roles
and indicators stay as they are, since things of such a page get simplified names.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import opencc

TRADITIONAL = opencc.OpenCC("s2t")


def printed(text: str) -> str:
    """The text in traditional characters, as long as before, since gold files count them."""
    made = str(TRADITIONAL.convert(text))
    if len(made) != len(text):
        made = "".join(str(TRADITIONAL.convert(c))[0] for c in text)
    return made


def in_print(words: object, text: str) -> object:
    """Words of the page, or a list of them, as the page prints them; ``text`` is the page before."""
    if isinstance(words, list):
        return [in_print(word, text) for word in words]
    if not isinstance(words, str) or words not in text:
        return printed(words) if isinstance(words, str) else words
    start = text.index(words)
    return printed(text)[start : start + len(words)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for page in sorted(args.pages.glob("*.txt")):
        text = page.read_text("utf-8")
        (args.out / page.name).write_text(printed(text), "utf-8")
        gold = json.loads(page.with_suffix(".json").read_text("utf-8"))
        for article in gold["articles"]:
            article |= {key: in_print(words, text) for key, words in article.items() if key != "id"}
        (args.out / page.name).with_suffix(".json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
        sidecar = page.with_suffix(".meta.json")
        if sidecar.is_file():
            shutil.copy(sidecar, args.out)


if __name__ == "__main__":
    main()
