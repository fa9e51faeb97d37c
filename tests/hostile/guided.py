"""Coverage-guided fuzzing: atheris varies good input of each reader and keeps what reaches new code.

usage: python -m tests.hostile.guided [RUNS]        (default: 20,000 runs of each target)

Atheris (Apache-2.0) has wheels for Linux alone, so it stands apart from what the tests need; ``make fuzz`` installs it.
What makes a target fail is kept by atheris as ``crash-…`` in the working folder.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

LONGEST = 600
SLOWEST = 20
"""Bytes that an input has at most, and seconds that one run may take."""


def fuzz(name: str, runs: int) -> None:
    """Fuzz one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["wlgraph"], enable_loader_override=False):
        from tests.hostile.targets import SEEDS, TARGETS

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS[name]):
            (Path(folder) / str(number)).write_text(seed, "utf-8")
        options = [f"-atheris_runs={runs}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", "-verbosity=0", "-seed=1"]
        atheris.Setup([sys.argv[0], *options, folder], TARGETS[name])
        atheris.Fuzz()


def main(arguments: list[str]) -> int:
    if len(arguments) > 1:
        fuzz(arguments[1], int(arguments[0]))
    runs = arguments[0] if arguments else "20000"
    from tests.hostile.targets import TARGETS

    failed = 0
    for name in TARGETS:
        done = subprocess.run([sys.executable, "-m", "tests.hostile.guided", runs, name], check=False)
        print(f"{name}: {'failed' if done.returncode else f'{runs} runs without a fault'}", flush=True)
        failed += bool(done.returncode)
    return failed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
