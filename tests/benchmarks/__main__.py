"""Print the table of figures: medians of runs in fresh processes, on the sample and on a very large programme.

``python -m tests.benchmarks`` makes both programmes first, the large one in a minute or two;
``--sample`` leaves the large one out, ``--runs`` says how often each measure is taken, ``--only`` which. The plan's
engine, without a file, comes last; ``python -m tests.benchmarks.plan_engine`` prints it alone.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from sharedprog.usecases.sample import build_sample
from tests.benchmarks.generate import generate
from tests.benchmarks.measures import MEASURES, NOW

IN_MEGABYTES, PLAIN = frozenset({"peak"}), frozenset({"pages"})
ONCE = frozenset({"pack", "edit", "enter", "switch", "history", "visit"})
"""Measures that repeat inside themselves, or are too long to repeat on the large programme."""


def main() -> None:
    """Make the programmes, take the measures, print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sample", action="store_true", help="measure on the sample only")
    parser.add_argument("--runs", type=int, default=5, help="how often each measure is taken")
    parser.add_argument("--only", choices=MEASURES, nargs="+", help="these measures alone, without the plan's engine")
    asked = parser.parse_args()
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores\n")
    with tempfile.TemporaryDirectory() as folder:
        for name, file in _programmes(Path(folder), large=not asked.sample):
            print(f"{name}: {file.stat().st_size / 1e6:.1f} MB")
            for measure in asked.only or MEASURES:
                runs = 1 if measure in ONCE and name != "sample" else asked.runs
                _row(measure, [_run(measure, file, Path(folder)) for _ in range(runs)])
            print()
    if asked.only:
        return
    print("plan, in memory")
    sys.stdout.flush()
    sizes = ["1000", "10000"] if asked.sample else []
    subprocess.run([sys.executable, "-m", "tests.benchmarks.plan_engine", *sizes], check=True)


def _programmes(folder: Path, *, large: bool) -> list[tuple[str, Path]]:
    """The files to measure with, by name."""
    sample = folder / "sample.sharedprog"
    build_sample(sample, NOW.date())
    if not large:
        return [("sample", sample)]
    big = folder / "large.sharedprog"
    generate(big)
    return [("sample", sample), ("large", big)]


def _run(measure: str, file: Path, folder: Path) -> dict[str, float]:
    """The figures of one measure on a copy of the file, in a process and folders of its own."""
    copy = folder / "measured.sharedprog"
    shutil.copyfile(file, copy)
    home = {"SHAREDPROG_CONFIG": str(folder / "config"), "SHAREDPROG_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "tests.benchmarks.measures", measure, str(copy), str(time.time())]
    # A program that people start has its compiled files at hand from the second start on.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env={**kept, **home})
    figures: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return figures


def _row(measure: str, runs: list[dict[str, float]]) -> None:
    """One line for each figure of a measure: the median of its runs."""
    for name in runs[0]:
        value = median(run[name] for run in runs)
        shown = f"{value:,.0f} MB" if name in IN_MEGABYTES else f"{value:,.0f}" if name in PLAIN else _time(value)
        print(f"  {measure:8}{name:26}{shown:>12}")


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds:.2f} s"


if __name__ == "__main__":
    main()
