"""How the plan stands: what is done and late, and the longest way to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.milestones import is_done, is_milestone
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.plan.schedule import Schedule


@dataclass(frozen=True)
class Standing:
    """Counts of tasks without tasks beneath them."""

    tasks: int
    done: int
    under_way: int
    to_begin: int
    past_finish: int
    undated: int


def standing(rows: Mapping[str, OutlineRow], schedule: Schedule, as_at: date) -> Standing:
    """The counts on a day."""
    leaves = [row.task for row in rows.values() if not row.summary]
    left = [task for task in leaves if not is_done(task)]
    begun = [task for task in left if task.actual_start is not None or task.percent_complete]
    finishes = [schedule.dates[task.id].finish for task in left]
    return Standing(
        tasks=len(leaves),
        done=len(leaves) - len(left),
        under_way=len(begun),
        to_begin=len(left) - len(begun),
        past_finish=sum(finish is not None and finish < as_at for finish in finishes),
        undated=finishes.count(None),
    )


def longest_path(rows: Mapping[str, OutlineRow], schedule: Schedule, day_one: date | None) -> tuple[str, ...]:
    """Unfinished tasks each of which sets the start of the next, up to the last milestone planned by Day 1.

    Without a milestone to come that was planned by Day 1 it leads to the end of the plan. The first task waits for
    nothing that is left to do.
    """
    target = _last(rows, schedule, day_one) or _last(rows, schedule, None)
    path: list[str] = []
    while target is not None and target in rows and target not in path and not is_done(rows[target].task):
        path.append(target)
        driver = schedule.dates[target].driver
        target = _last_beneath(rows, schedule, driver) if driver in rows and rows[driver].summary else driver
    return tuple(reversed(path))


def _last(rows: Mapping[str, OutlineRow], schedule: Schedule, day_one: date | None) -> str | None:
    """The unfinished task that finishes last; with Day 1, the last milestone among those planned by it."""
    left = [row for row in rows.values() if not row.summary and not is_done(row.task)]
    if day_one is not None:
        marked = [row for row in left if is_milestone(row.task, summary=False)]
        left = [row for row in marked if _planned(row, schedule) <= day_one]
    return _latest([row.task.id for row in left], schedule)


def _planned(row: OutlineRow, schedule: Schedule) -> date:
    return row.task.baseline_finish or schedule.dates[row.task.id].finish or date.max


def _last_beneath(rows: Mapping[str, OutlineRow], schedule: Schedule, summary: str) -> str | None:
    """Of the tasks beneath a summary task the one that finishes last, which is what a successor waits for."""
    shape = schedule.shape
    place = shape.places[summary]
    beneath = [rows[task_id] for task_id in shape.ids[place + 1 : shape.ends[place]] if task_id in rows]
    return _latest([row.task.id for row in beneath if not row.summary], schedule)


def _latest(tasks: Sequence[str], schedule: Schedule) -> str | None:
    """The task with the last finish; of several on one day the one that stands last in the outline."""
    known = [(schedule.dates[task].finish, place, task) for place, task in enumerate(tasks)]
    dated = [(finish, place, task) for finish, place, task in known if finish is not None]
    return max(dated)[2] if dated else None
