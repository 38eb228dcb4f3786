"""How the plan stands: what is done and late, and the longest way to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.milestones import is_done, is_milestone
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.registers.tasks import DEPENDENCIES
from sharedprog.domain.view import View


@dataclass(frozen=True)
class Standing:
    """Counts of tasks without tasks beneath them."""

    tasks: int
    done: int
    under_way: int
    to_begin: int
    past_finish: int
    undated: int


def standing(view: View) -> Standing:
    """The counts on the day of the view."""
    rows, schedule, as_at = view.outline, view.schedule, view.as_at
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


def longest_path(view: View) -> tuple[str, ...]:
    """Unfinished tasks each of which waits for the one before, up to the last milestone planned by Day 1.

    Each is what sets the start of the next or, where that stands on a date of its own, the last to finish of what
    it waits for. Without a milestone to come that was planned by Day 1 the path leads to the end of the plan.
    """
    rows, schedule = view.outline, view.schedule
    before: dict[str, list[str]] = {}
    for link in view.programme.rows(DEPENDENCIES):
        task, waited_for = link.parent or "", link.predecessor or ""
        if task in rows and waited_for in rows:
            before.setdefault(task, []).append(waited_for)
    target = _last(rows, schedule, view.programme.settings.day_one) or _last(rows, schedule, None)
    path: list[str] = []
    while target is not None and target not in path:
        path.append(target)
        driver = schedule.dates[target].driver
        waits = [driver] if driver is not None and driver in rows else before.get(target, [])
        leaves = [leaf for each in waits for leaf in _beneath(rows, schedule, each) if not is_done(rows[leaf].task)]
        target = _latest(leaves, schedule)
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


def _beneath(rows: Mapping[str, OutlineRow], schedule: Schedule, task: str) -> list[str]:
    """The tasks beneath a summary task; of another task itself."""
    shape = schedule.shape
    place = shape.places[task]
    return [leaf for leaf in shape.ids[place : shape.ends[place]] if leaf in rows and not rows[leaf].summary]


def _latest(tasks: Sequence[str], schedule: Schedule) -> str | None:
    """The task with the last finish; of several on one day the one that stands last in the outline."""
    known = [(schedule.dates[task].finish, place, task) for place, task in enumerate(tasks)]
    dated = [(finish, place, task) for finish, place, task in known if finish is not None]
    return max(dated)[2] if dated else None
