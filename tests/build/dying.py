"""Builds killed at random moments, each in a fork of this process, in which everything is imported already.

usage: python dying.py TEMPLATE PAGES OUT KILLS SEED

Every build works on a copy of TEMPLATE, OUT/1 to OUT/KILLS; OUT/0 is a build that was not killed.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from wlgraph.build import build


def start(pages: Path, out: Path) -> int:
    """Build in a fork and return its process id."""
    child = os.fork()
    if child:
        return child
    build([pages], out)
    os._exit(0)


def main(template: Path, pages: Path, root: Path, kills: int, seed: int) -> None:
    dice = random.Random(seed)
    seconds = 0.0
    for number in range(kills + 1):
        out = root / str(number)
        shutil.copytree(template, out)
        started = time.perf_counter()
        child = start(pages, out)
        if number:
            time.sleep(dice.uniform(0, seconds))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seconds = seconds or time.perf_counter() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
