"""Which baseline the ghosts of a Gantt chart show."""

from __future__ import annotations

from sharedprog.domain.plan.gantt_rows import Days
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.baselines import BASELINE_DATES


def days_in(programme: Programme, baseline: str) -> dict[str, Days]:
    """The start and finish of each task in a named baseline, by the task's id."""
    return {
        row.parent: (row.start, row.finish)
        for row in programme.rows(BASELINE_DATES)
        if row.baseline == baseline and row.parent is not None
    }
