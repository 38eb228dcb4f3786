"""Dates of a task, and of a summary task from those beneath it, worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from sharedprog.domain.plan.moments import NEVER, day_of
from sharedprog.domain.plan.working_out import Worked
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.words import DAY_MINUTES


class Dates(NamedTuple):
    """When a task happens; ``None`` is not known.

    ``minutes`` are working minutes of its length, ``percent`` how much is done (of a summary task: weighed by
    length). ``total_float`` is the working days it can slip before it moves the plan's last finish or a fixed
    date, below 0 where such a date cannot be kept, ``None`` for finished work; ``critical`` is a float of 0 or
    less. ``driver`` is the id of the predecessor that sets its start. ``at_end`` is whether a milestone stands at
    the end of its day: its predecessor finishes on it.
    """

    start: date | None
    finish: date | None
    minutes: int | None
    percent: int | None
    total_float: int | None
    critical: bool
    driver: str | None
    late_start: date | None
    late_finish: date | None
    at_end: bool


class Dating(Mapping[str, Dates]):
    """Dates by task id."""

    def __init__(self, worked: Worked, tasks: Mapping[str, Task]) -> None:
        self._worked = worked
        self._tasks = tasks
        self._known: dict[str, Dates] = {}

    def __getitem__(self, task_id: str) -> Dates:
        known = self._known.get(task_id)
        if known is None:
            shape = self._worked.network.shape
            place = shape.places[task_id]
            known = self._summary(place) if shape.is_summary(place) else self._leaf(place)
            self._known[task_id] = known
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._worked.network.shape.ids)

    def __len__(self) -> int:
        return len(self._worked.network.shape.ids)

    def _task(self, place: int) -> Task:
        return self._tasks[self._worked.network.shape.ids[place]]

    def _leaf(self, place: int) -> Dates:
        worked, task = self._worked, self._task(place)
        made = worked.figures[place]
        begins, ends = worked.starts[place], worked.finishes[place]
        start, finish = self._day(place, begins, 0), self._day(place, ends, 1)
        if start is None and finish is None:
            return Dates(None, None, task.duration, task.percent_complete, None, False, None, None, None, False)
        measured = finish is not None and task.actual_finish is None
        slack = worked.floats(place) if measured else None
        late = worked.lates[place] if measured else NEVER
        return Dates(
            start=start,
            finish=finish,
            minutes=self._minutes(place, task) if made.known_start and made.known_finish else task.duration,
            percent=task.percent_complete,
            total_float=slack,
            critical=slack is not None and slack <= 0,
            driver=worked.driver(place),
            late_start=day_of(worked.calendar, late - made.tail),
            late_finish=day_of(worked.calendar, late),
            at_end=begins == ends and begins % 2 == 0,
        )

    def _day(self, place: int, moment: int, which: int) -> date | None:
        """The start (``which`` 0) or finish (1) of a task with none beneath it."""
        made = self._worked.figures[place]
        if not (made.known_finish if which else made.known_start):
            return None
        stated = made.stated[which] if made.stated is not None else None
        return stated or day_of(self._worked.calendar, moment)

    def _minutes(self, place: int, task: Task) -> int:
        """The stored minutes where they fill the days that the task takes, else those days."""
        tail = self._worked.figures[place].tail
        days = max(0, (tail + 1) >> 1) if tail & 1 else 0
        if task.duration is not None and -(-task.duration // DAY_MINUTES) == days:
            return task.duration
        return days * DAY_MINUTES

    def _summary(self, place: int) -> Dates:
        worked = self._worked
        shape = worked.network.shape
        beneath = range(place + 1, shape.ends[place])
        dates = [self[shape.ids[leaf]] for leaf in beneath if not shape.is_summary(leaf)]
        days = [day for each in dates for day in (each.start, each.finish) if day is not None]
        start, finish = min(days, default=None), max(days, default=None)
        slack = min((each.total_float for each in dates if each.total_float is not None), default=None)
        length = worked.calendar.length(start, finish) * DAY_MINUTES if start and finish else None
        return Dates(
            start=start,
            finish=finish,
            minutes=length,
            percent=_percent(dates),
            total_float=slack,
            critical=any(each.critical for each in dates),
            driver=None,
            late_start=min((each.late_start for each in dates if each.late_start), default=None),
            late_finish=max((each.late_finish for each in dates if each.late_finish), default=None),
            at_end=False,
        )


def _percent(dates: list[Dates]) -> int | None:
    """How much is done, weighed by length, and 100 only when all of it is; tasks of which it is unknown count not."""
    told = [(each.percent, each.minutes or 0) for each in dates if each.percent is not None]
    whole = sum(minutes for _, minutes in told)
    if whole:
        done = sum(percent * minutes for percent, minutes in told) // whole
    elif told:
        done = sum(percent for percent, _ in told) // len(told)
    else:
        return None
    return min(done, 99) if any(percent < 100 for percent, _ in told) else done
