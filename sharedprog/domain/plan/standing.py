"""How the plan stands: what is done and late, and the longest way to its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.milestones import is_done, is_milestone
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.plan.schedule import Schedule
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

    Each leaves the next no room; where several do, the one with the longest way behind it. A milestone on a date of
    its own comes after the last to finish of what it waits for. Without a milestone to come that was planned by Day 1
    the path leads to the end of the plan.
    """
    rows, schedule = view.outline, view.schedule
    target = last_planned(rows, schedule, view.programme.settings.day_one) or last_planned(rows, schedule, None)
    if target is None:
        return ()
    way = _Way(rows, schedule)
    path = [target]
    before = way.before(schedule.shape.places[target]) or _latest(way.waited_for(target), schedule)
    while before is not None:
        path.append(before)
        before = way.before(schedule.shape.places[before])
    return tuple(reversed(path))


class _Way:
    """What leaves each unfinished task no room, and how many such tasks stand in a row before it."""

    def __init__(self, rows: Mapping[str, OutlineRow], schedule: Schedule) -> None:
        self._rows, self._schedule = rows, schedule
        self._worked = schedule.worked
        self._depths: dict[int, int] = {}
        self._before: dict[int, int] = {}
        for node in self._worked.network.order:
            self._look(node)

    def before(self, node: int) -> str | None:
        """The task before one on the longest way to it, past the gates and ends of summary tasks."""
        found = self._before.get(node)
        count = self._worked.forward.count
        while found is not None and found >= count:
            found = self._before.get(found)
        return None if found is None else self._schedule.shape.ids[found]

    def waited_for(self, task: str) -> list[str]:
        """The unfinished tasks that a task waits for, in the order of their links."""
        waiting, leaves = [self._schedule.shape.places[task]], []
        while waiting:
            for first, _ in self._worked.forward.holds(waiting.pop(0)):
                if first >= self._worked.forward.count:
                    waiting.append(first)
                elif not is_done(self._rows[self._schedule.shape.ids[first]].task):
                    leaves.append(self._schedule.shape.ids[first])
        return leaves

    def _look(self, node: int) -> None:
        worked, ids = self._worked, self._schedule.shape.ids
        if node < worked.forward.count and is_done(self._rows[ids[node]].task):
            return
        self._depths[node] = 0
        for first, held in worked.forward.holds(node):
            depth = self._depths.get(first, -1) + 1
            if depth > self._depths[node] and worked.holds_back(node, held):
                self._depths[node], self._before[node] = depth, first


def last_planned(rows: Mapping[str, OutlineRow], schedule: Schedule, day_one: date | None) -> str | None:
    """The unfinished task that finishes last; with Day 1, the last milestone among those planned by it."""
    left = [row for row in rows.values() if not row.summary and not is_done(row.task)]
    if day_one is not None:
        marked = [row for row in left if is_milestone(row.task, summary=False)]
        left = [row for row in marked if _planned(row, schedule) <= day_one]
    return _latest([row.task.id for row in left], schedule)


def _planned(row: OutlineRow, schedule: Schedule) -> date:
    return row.task.baseline_finish or schedule.dates[row.task.id].finish or date.max


def _latest(tasks: Sequence[str], schedule: Schedule) -> str | None:
    """The task with the last finish; of several on one day the one that stands last in the outline."""
    known = [(schedule.dates[task].finish, place, task) for place, task in enumerate(tasks)]
    dated = [(finish, place, task) for finish, place, task in known if finish is not None]
    return max(dated)[2] if dated else None
