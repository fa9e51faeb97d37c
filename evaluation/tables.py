#!/usr/bin/env python3
"""Measure all annotated pages and print the tables of docs/scores.md.

usage: python evaluation/tables.py [--write] [--workers N] [--errors FILE]

Each page is built by itself, as `make scores` does, but in the same few processes, which takes a few minutes. With
--write the tables replace those in docs/scores.md, the rows of both READMEs and the floors of the tests
(0.02 under each figure) follow, and what stands in running text is printed to be put in by hand. --errors writes what
was missed or found in vain, page by page; leave out pages that are to stay unread.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "gold"))

import score  # noqa: E402
import score_all  # noqa: E402

from wlgraph.build.extract import shard_of, shared_namer  # noqa: E402
from wlgraph.claims import state  # noqa: E402
from wlgraph.entities import Ledger, resolve  # noqa: E402
from wlgraph.evaluation.gold import read_gold  # noqa: E402
from wlgraph.evaluation.gold_names import name_by_gold  # noqa: E402
from wlgraph.evaluation.names import NamesReport, evaluate_names  # noqa: E402
from wlgraph.graph.write import write_graph  # noqa: E402
from wlgraph.pages import read_page  # noqa: E402

SEED = "0"
"""For hashes: where two articles of a page match one alike, the scorer takes either, by the order of a set."""
HANDS = {"hands one to four": range(1, 24), "five to seven": range(24, 43), "eight and nine": range(43, 55)}
KINDS = {
    "notices": "notices and lists", "counties": "banners and autonomous counties", "years": "1993 to 2008",
    "genres": "interviews, features, sports, courts", "wording": "after real wording",
}  # fmt: skip
PARTS = {
    "names": "names, class right", "group": "names, group right", "company": "companies", "official": "officials",
    "town": "towns", "park": "parks", "program": "programmes", "relation": "relations", "role": "post roles",
    "figure": "figures", "period": "periods of figures", "article": "articles", "byline": "bylines",
    "evidence": "evidence",
}  # fmt: skip
OF_KINDS = ("names", "relation", "role", "figure", "period", "article", "byline", "evidence")
GIVEN = ("relation", "role", "figure", "period")
UNDER = 0.02
Counts = dict[str, int]


class Job(NamedTuple):
    """A page to build, whether with the names of its gold file, and the sets that it counts for."""

    page: Path
    given: bool
    sets: tuple[str, ...]


class Built(NamedTuple):
    """A page's counts by part and by predicate, and its errors."""

    job: Job
    parts: dict[str, Counts]
    predicates: dict[str, Counts]
    errors: list[str]


def build(job: Job) -> Built:
    """Build a page and score it."""
    reading = read_page(job.page)
    gold = job.page.with_suffix(".json")
    naming = name_by_gold(reading, gold) if job.given else shared_namer().name([reading])[0]
    shard = shard_of(job.page.name, reading, naming, state(reading, naming))
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph.ttl"
        write_graph([shard], resolve([shard], ledger=Ledger()), graph)
        result, errors = score.score(graph, gold, job.page)
    parts = {part: score_all.pick(result, path) for part, path in score_all.PARTS.items()}
    return Built(job, parts, {p: c for p, c in result["relations"].items() if p != "all"}, errors)


def jobs(test: Path, damaged: Path, traditional: Path, kinds: Path) -> Iterator[Job]:
    """Every page that is measured."""
    for kind in KINDS:
        yield from (Job(page, False, (kind,)) for page in sorted((kinds / kind).glob("*.txt")))
    for page in sorted((HERE / "gold/pages").glob("*.txt")):
        yield from (Job(page, False, ("gold",)), Job(page, True, ("gold, names given",)))
    for page in sorted((HERE / "fresh/pages").glob("*.txt")):
        hand = next(name for name, pages in HANDS.items() if int(page.stem.rpartition("_")[2]) in pages)
        yield from (Job(page, False, ("fresh", f"fresh, {hand}")), Job(page, True, ("fresh, names given",)))
    yield from (Job(page, False, ("marked test",)) for page in sorted(test.glob("*.txt")))
    yield from (Job(page, False, ("damaged",)) for page in sorted(damaged.glob("*.txt")))
    yield from (Job(page, False, ("traditional",)) for page in sorted(traditional.glob("*.txt")))


def made_pages(folder: Path) -> tuple[Path, Path, Path, Path]:
    """The marked test pages as plain pages with gold files, the same with flaws put in, the gold pages in traditional
    characters, and the pages of other kinds in a folder each."""
    names = json.loads((HERE / "marked/split.json").read_text("utf-8"))["test"]
    files = [str(HERE / f"marked/pages/{name}.txt") for name in names]
    whole, damaged, traditional, kinds = (folder / name for name in ("whole", "damaged", "traditional", "kinds"))
    run = lambda *command: subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)  # noqa: E731
    run(str(HERE / "marked/to_gold.py"), str(whole), *files)
    run(str(HERE / "marked/damage.py"), str(whole), str(damaged))
    run(str(HERE / "gold/traditional.py"), str(HERE / "gold/pages"), str(traditional))
    for kind in KINDS:
        run(
            str(HERE / "marked/to_gold.py"), str(kinds / kind), *map(str, sorted((HERE / "kinds" / kind).glob("*.txt")))
        )
    return whole, damaged, traditional, kinds


class Sums:
    """Counts added up over the pages of each set."""

    def __init__(self, built: Iterable[Built]) -> None:
        self.rows: dict[str, dict[str, list[Counts]]] = {}
        self.predicates: dict[str, dict[str, Counts]] = {}
        for page in built:
            for name in page.job.sets:
                for part, counts in page.parts.items():
                    self.rows.setdefault(name, {}).setdefault(part, []).append(counts)
                for predicate, counts in page.predicates.items():
                    total = self.predicates.setdefault(name, {}).setdefault(predicate, dict.fromkeys(counts, 0))
                    for key in ("tp", "pred", "gold"):
                        total[key] += counts[key]

    def f1(self, name: str, part: str) -> float:
        return float(score_all.ratio(self.rows[name][part])[0])

    def cell(self, name: str, part: str) -> str:
        f, p, r = score_all.ratio(self.rows[name][part])
        return f"{p:.3f} / {r:.3f} / **{f:.3f}**"

    def counted(self, name: str, predicate: str) -> str:
        counts = self.predicates[name].get(predicate, {"tp": 0, "pred": 0, "gold": 0})
        return f"{counts['tp']} / {counts['pred']} / {counts['gold']}"


def table(header: list[str], rows: Iterable[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("|" + "|".join(f" {c} " if c != "---" else c for c in line) + "|" for line in lines) + "\n"


def tables(sums: Sums, names: dict[str, NamesReport]) -> list[str]:
    """The tables in the order in which they stand in docs/scores.md."""
    sets = ["gold", *(f"fresh, {hand}" for hand in HANDS), "marked test"]
    shown = ["gold", f"fresh, {next(iter(HANDS))}", *list(HANDS)[1:], "marked test"]
    predicates = list(score.PREDICATES)
    given = ["gold, names given", "fresh, names given"]
    return [
        table(["what", *shown], ([title, *(sums.cell(s, part) for s in sets)] for part, title in PARTS.items())),
        table(["predicate", *shown], ([p, *(sums.counted(s, p) for s in sets)] for p in predicates)),
        table(["what", "gold", "fresh"], ([PARTS[part], *(sums.cell(s, part) for s in given)] for part in GIVEN)),
        table(["what", *KINDS.values()], ([PARTS[part], *(sums.cell(s, part) for s in KINDS)] for part in OF_KINDS)),
        _by_class(names),
    ]


def _by_class(names: dict[str, NamesReport]) -> str:
    header = ["class"]
    for name in names:
        header += [f"{name}: F1 (90 % interval)", "right / found / wanted"]
    rows = []
    for leaf in names["gold"].scores:
        row = [leaf]
        for report in names.values():
            s = report.scores[leaf]
            row += [f"{s.f1:.3f} ({s.low:.3f} to {s.high:.3f})", f"{s.right} / {s.found} / {s.wanted}"]
        rows.append(row)
    return table(header, rows)


def put_tables(path: Path, new: Iterable[str]) -> None:
    """Put each table in the place of the one with the same header."""
    text = path.read_text("utf-8")
    for one in new:
        header = re.escape(one.partition("\n")[0])
        text, count = re.subn(rf"^{header}\n(?:\|.*\n)+", lambda _, one=one: one, text, count=1, flags=re.M)
        if not count:
            raise SystemExit(f"{path} has no table with the header {one.partition(chr(10))[0]}; put one there first.")
    path.write_text(text, "utf-8")


def put_rows(path: Path, sums: Sums, parts: dict[str, str]) -> None:
    """Put gold's and the fresh pages' figures into the rows of a README."""
    text = path.read_text("utf-8")
    for title, part in parts.items():
        row = f"| {title} | {sums.f1('gold', part):.3f} | {sums.f1('fresh', part):.3f} |"
        text = re.sub(rf"^\| {re.escape(title)} \|.*$", row, text, flags=re.M)
    path.write_text(text, "utf-8")


def put_floors(path: Path, sums: Sums) -> None:
    """Set each floor just under its figure, and say which fell."""
    before = json.loads(path.read_text("utf-8"))
    floors = {name: {part: round(sums.f1(name, part) - UNDER, 3) for part in before[name]} for name in before}
    for name, parts in floors.items():
        for part, floor in parts.items():
            if floor < before[name][part]:
                print(f"floor lowered, CHANGELOG wants a line: {name} {part} {before[name][part]} to {floor}")
    path.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")


ENGLISH = {"names, class right": "names", "companies": "company", "officials": "official", "towns": "town",
           "relations": "relation", "figures": "figure", "articles": "article"}  # fmt: skip
CHINESE = dict(zip(("名称，类别正确", "企业", "官员", "镇街", "关系", "数据", "文章"), ENGLISH.values(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--errors", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.workers) as pool:
        built = list(pool.map(build, list(jobs(*made_pages(Path(folder)))), chunksize=2))
    sums = Sums(built)
    names = {n: evaluate_names(read_gold(HERE / n / "pages")) for n in ("gold", "fresh")}
    new = tables(sums, names)
    print(*new, sep="\n")
    everything: dict[str, Any] = {n: names[n].scores["all"] for n in names}
    for name, s in everything.items():
        print(f"{name}: names {s.f1:.3f}, 90 % interval {s.low:.3f} to {s.high:.3f}")
    for part in ("names", "relation"):
        print(f"with flaws put in: {part} {sums.f1('damaged', part):.3f} instead of {sums.f1('marked test', part):.3f}")
        print(f"in traditional characters: {part} {sums.f1('traditional', part):.3f}, gold {sums.f1('gold', part):.3f}")
    if options.errors:
        lines = [f"{b.job.page.stem}\t{b.job.given}\t{e}" for b in built for e in b.errors]
        options.errors.write_text("\n".join(lines) + "\n", "utf-8")
    if options.write:
        put_tables(ROOT / "docs/scores.md", new)
        put_rows(ROOT / "README.md", sums, ENGLISH)
        put_rows(ROOT / "README.zh.md", sums, CHINESE)
        put_floors(ROOT / "tests/evaluation/floors.json", sums)


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != SEED:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"PYTHONHASHSEED": SEED})
    main()
