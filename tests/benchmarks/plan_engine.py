"""Figures of the plan's engine: a whole reschedule, an edit, and how both grow with the plan. Nothing is on a disk.

``python -m tests.benchmarks.plan_engine [TASKS …]`` prints the table; each size is measured in this process in turn.
The plan is the one described for the figures of the critical path engine: each task waits for one of the fifty before.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median, quantiles

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.working_out import worked_out
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS
from tests.domain.plan.plans import TODAY, link, plan, task

SIZES = (1_000, 10_000, 100_000)
RUNS, EDITS, NEAREST, LONGEST = 5, 300, 50, 10


def random_plan(size: int) -> Programme:
    """Tasks of one to ten days, each of which waits for one of the fifty before it."""
    chance = random.Random(size)  # noqa: S311 - the same plan every time
    tasks = [task(f"T{place}", chance.randint(1, LONGEST)) for place in range(size)]
    links = [link(f"T{chance.randrange(max(0, place - NEAREST), place)}", f"T{place}") for place in range(1, size)]
    return plan(*tasks, *links)


def measured(size: int) -> dict[str, float]:
    """Seconds by what was done."""
    programme = random_plan(size)
    gc.collect()
    gc.freeze()
    figures = {"from nothing": _timed(lambda: _all_dates(programme))}
    figures["whole reschedule"] = median(_timed(partial(_rescheduled, programme, run)) for run in range(RUNS))
    edits = _edited(programme, size)
    figures["edit, median"], figures["edit, p95"] = median(edits), quantiles(edits, n=20)[-1]
    gc.unfreeze()
    return figures


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _all_dates(programme: Programme) -> None:
    made = schedule(programme, TODAY)
    for task_id in made.dates:
        made.dates[task_id]


def _rescheduled(programme: Programme, run: int) -> None:
    """All tasks forward and back again, since another float is critical; the outline and its links are known."""
    settings = programme.settings
    cell = Cell("programme", settings.id, "critical_float")
    moved = programme.apply([Edit(cell, settings.critical_float, run + 1)])
    worked = worked_out(moved)
    assert worked.frame.critical_float == run + 1
    assert worked.backward.last == worked.last


def _edited(programme: Programme, size: int) -> list[float]:
    """Seconds from an edit of a duration until all dates and latest dates that it reaches are known."""
    chance = random.Random(1)  # noqa: S311 - the same edits every time
    times = []
    for _ in range(EDITS):
        row = programme.row(TASKS, f"T{chance.randrange(size)}")
        assert row is not None
        longer = chance.randint(1, LONGEST) * 480
        programme = programme.apply([Edit(Cell("tasks", row.id, "duration"), row.duration, longer)])
        start = time.perf_counter()
        worked_out(programme).backward  # noqa: B018 - worked out when it is asked for
        times.append(time.perf_counter() - start)
    return times


def main(sizes: list[int]) -> None:
    """Print the figures of each size."""
    for size in sizes or SIZES:
        for name, seconds in measured(size).items():
            print(f"  {size:>9,} tasks  {name:20}{seconds * 1000:10.1f} ms")
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]])
