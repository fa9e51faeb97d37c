#!/usr/bin/env python3
"""How a build grows with the number of pages: time by stage, memory, triples, sizes.

usage: python benchmarks/scale.py [--extract PAGES] [--workers N] [--chart FILE] SIZE ...      (default: 10 100 1000)

Pages are those of archive.py. Each size is built from nothing by the command line with N processes (default 2). Times
are of the processor, summed over processes, so that other work on the machine does not blur them; the clock's are
printed beside them. Memory is that of all processes together (shared pages counted once).

--extract PAGES extracts no more than so many; a larger archive repeats their extracted pages with other names of the
same length, which leaves joining and writing their full work and saves the hours that extraction would take.
"""

from __future__ import annotations

import argparse
import json
import math
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil
from archive import Archive, replaced

from wlgraph.build.fingerprint import shard_key

EXTRACTION = ("read", "load", "name", "state", "extract in processes")
JOINING = ("resolve", "write", "store", "companions", "view")
MEGA = 1e6
HOME = "温岭市"


class Memory(threading.Thread):
    """The greatest sum of the memory of a process and its children, looked at four times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self.peak = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(0.25):
            total = 0
            try:
                for process in (self._root, *self._root.children(recursive=True)):
                    total += process.memory_full_info().pss
            except psutil.Error:
                continue
            self.peak = max(self.peak, total)


def build(pages: Path, out: Path, workers: int) -> tuple[float, int]:
    """Build with the command line; seconds by the clock and peak memory in bytes."""
    command = [
        sys.executable,
        "-c",
        "from wlgraph.cli import main; main()",
        "build",
        str(pages),
        "--out",
        str(out),
        "-q",
    ]
    started = time.perf_counter()
    with subprocess.Popen([*command, "--engine", "processes", "--workers", str(workers)]) as running:
        memory = Memory(running.pid)
        memory.start()
        if running.wait() != 0:
            raise SystemExit(f"The build of {pages} failed with exit code {running.returncode}.")
        memory.ended.set()
        memory.join()
    return time.perf_counter() - started, memory.peak


def repeat_shards(archive: Archive, pages: Path, extracted: Path, shards: Path) -> None:
    """The shards of an archive, those of repeated pages made of the extracted ones that they repeat."""
    shards.mkdir(parents=True)
    for number in range(archive.pages):
        base, name = pages / f"{number % archive.distinct:06}.txt", pages / f"{number:06}.txt"
        old, new = shard_key(base, HOME), shard_key(name, HOME)
        text = (extracted / f"{old}.json").read_text("utf-8")
        text = replaced(text, archive.others[number]).replace(base.name, name.name).replace(old, new)
        (shards / f"{new}.json").write_text(text, "utf-8")


def measure(size: int, extract: int, workers: int, extracted: Path) -> dict[str, Any]:
    """Build an archive of this size from nothing; ``extracted`` keeps shards from one size to the next."""
    with tempfile.TemporaryDirectory() as folder:
        pages, out = Path(folder) / "pages", Path(folder) / "out"
        archive = Archive(size, extract)
        archive.write(pages)
        if archive.distinct < size:
            repeat_shards(archive, pages, extracted, out / "shards")
        seconds, peak = build(pages, out, workers)
        if archive.distinct == size:
            shutil.copytree(out / "shards", extracted, dirs_exist_ok=True)
        timings = json.loads((out / "timings.json").read_bytes())
        report = json.loads((out / "report.json").read_bytes())
        sizes = {name: (out / name).stat().st_size / MEGA for name in ("graph.ttl", "inferred.ttl", "graph.html")}
        sizes["store"] = sum(p.stat().st_size for p in (out / "store").iterdir()) / MEGA
        sizes["shards"] = sum(p.stat().st_size for p in (out / "shards").iterdir()) / MEGA
    busy = timings["processor"]
    return {
        "pages": size,
        "extracted": archive.distinct,
        "characters": archive.characters,
        "extraction": sum(busy.get(stage, 0.0) for stage in EXTRACTION) if archive.distinct == size else None,
        "joining": sum(busy[stage] for stage in JOINING),
        "stages": busy,
        "clock": seconds,
        "memory": peak / MEGA,
        "entities": report["entities"],
        "triples": report["triples"] + report["inferred"],
        "sizes": sizes,
    }


def tell(row: dict[str, Any]) -> None:
    extraction = row["extraction"]
    cost = f"{extraction / row['pages'] * 1000:7.1f} ms a page" if extraction is not None else "  (repeated pages)"
    rate = f"{row['characters'] / (extraction + row['joining']):7.0f} characters/s a core" if extraction else ""
    sizes = ", ".join(f"{name} {size:.1f}" for name, size in row["sizes"].items())
    stages = ", ".join(f"{stage} {row['stages'][stage]:.1f}" for stage in JOINING)
    print(f"{row['pages']} pages, {row['characters']} characters, {row['entities']} entities, {row['triples']} triples")
    print(f"  extraction {cost}; joining and writing {row['joining']:.1f} s ({stages}); {rate}")
    print(f"  {row['clock']:.1f} s by the clock, peak memory {row['memory']:.0f} MB; MB on disk: {sizes}", flush=True)


def tell_growth(rows: list[dict[str, Any]]) -> None:
    """How the largest size stands to the others."""
    last = rows[-1]
    for row in rows[:-1]:
        times = last["joining"] / row["joining"]
        fair = last["pages"] * math.log(last["pages"]) / (row["pages"] * math.log(row["pages"]))
        memory = last["memory"] / row["memory"]
        print(
            f"{row['pages']} to {last['pages']} pages: joining and writing x{times:.1f} (n log n: x{fair:.1f}), memory x{memory:.2f}"
        )


def draw(rows: list[dict[str, Any]], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    sizes = [row["pages"] for row in rows]
    extracted = [row for row in rows if row["extraction"] is not None]
    left.loglog([r["pages"] for r in extracted], [r["extraction"] for r in extracted], "o-", label="extraction")
    left.loglog(sizes, [row["joining"] for row in rows], "s-", label="joining and writing")
    base = rows[-1]
    fair = [base["joining"] * n * math.log(n) / (base["pages"] * math.log(base["pages"])) for n in sizes]
    left.loglog(sizes, fair, ":", color="grey", label="n log n")
    left.set(xlabel="pages", ylabel="processor seconds")
    left.legend()
    right.semilogx(sizes, [row["memory"] for row in rows], "o-")
    right.set(xlabel="pages", ylabel="peak memory of all processes, MB", ylim=(0, None))
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[10, 100, 1000])
    parser.add_argument("--extract", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--chart", type=Path)
    given = parser.parse_args()
    sizes = sorted({*given.sizes, *([given.extract] if 0 < given.extract < max(given.sizes) else [])})
    rows = []
    with tempfile.TemporaryDirectory() as extracted:
        for size in sizes:
            rows.append(measure(size, given.extract, given.workers, Path(extracted)))
            tell(rows[-1])
    if len(rows) > 1:
        tell_growth(rows)
    if given.chart:
        draw(rows, given.chart)


if __name__ == "__main__":
    main()
