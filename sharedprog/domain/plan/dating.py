"""Dates of a task, and of a summary task from those beneath it, worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sharedprog.domain.plan.axis import EVER, NEVER, datetime_of, finish_day, start_day
from sharedprog.domain.plan.slack import Slack, slack
from sharedprog.domain.plan.working_out import Worked
from sharedprog.domain.registers.tasks import Task


class Dates(NamedTuple):
    """When a task happens; ``None`` is not known.

    ``minutes`` are minutes of its length, ``percent`` how much is done (of a summary task: weighed by length).
    ``total_float`` is the whole working days it can slip before it moves the plan's last finish or a fixed date,
    below 0 where such a date cannot be kept, ``None`` for finished work; ``critical`` is a float of no more than the
    programme's limit, usually 0. ``driver`` is the id of the predecessor that sets its start. ``at_end`` is whether a
    milestone stands at the end of its day: its predecessor finishes on it. Early and late dates, and total and free
    float in working minutes, are those of Microsoft Project.
    """

    start: date | None = None
    finish: date | None = None
    minutes: int | None = None
    percent: int | None = None
    total_float: int | None = None
    critical: bool = False
    driver: str | None = None
    late_start: date | None = None
    late_finish: date | None = None
    at_end: bool = False
    start_at: datetime | None = None
    finish_at: datetime | None = None
    early_start: datetime | None = None
    early_finish: datetime | None = None
    late_start_at: datetime | None = None
    late_finish_at: datetime | None = None
    total_float_minutes: int | None = None
    free_float_minutes: int | None = None


class Dating(Mapping[str, Dates]):
    """Dates by task id."""

    def __init__(self, worked: Worked, tasks: Mapping[str, Task]) -> None:
        self._worked = worked
        self._tasks = tasks
        self._day_minutes = max(1, worked.frame.day_minutes)
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
        figures, forward = worked.made[place], worked.forward
        begins, ends = forward.aside.get(place) or (forward.starts[place], forward.finishes[place])
        zero = begins == ends
        start = start_day(begins) if figures.known_start else None
        finish = (start_day(ends) if zero else finish_day(ends)) if figures.known_finish else None
        if start is None and finish is None:
            return Dates(minutes=task.duration, percent=task.percent_complete)
        measured = finish is not None and figures.active
        room = slack(worked, place) if measured else Slack.unknown()
        days = None if room.total is None or not figures.open else self._days(room.total)
        return Dates(
            start=start,
            finish=finish,
            minutes=self._minutes(place, task, begins, ends) if start and finish else task.duration,
            percent=task.percent_complete,
            total_float=days,
            critical=figures.open and room.total is not None and room.total <= worked.frame.critical_float,
            driver=worked.driver(place) if figures.active else None,
            late_start=start_day(room.late_start),
            late_finish=start_day(room.late_finish) if zero else finish_day(room.late_finish),
            at_end=zero and figures.measure.next_start(begins) != begins,
            start_at=datetime_of(begins) if start else None,
            finish_at=datetime_of(ends) if finish else None,
            early_start=datetime_of(room.early_start),
            early_finish=datetime_of(room.early_finish),
            late_start_at=datetime_of(room.late_start),
            late_finish_at=datetime_of(room.late_finish),
            total_float_minutes=room.total,
            free_float_minutes=room.free,
        )

    def _days(self, minutes: int) -> int:
        """Whole days of float; part of a day that is missing counts as a day."""
        return minutes // self._day_minutes

    def _minutes(self, place: int, task: Task, begins: int, ends: int) -> int:
        """The minutes that a task takes, as its length is counted: the stored ones where the dates follow from them."""
        figures = self._worked.made[place]
        if task.duration is not None and figures.kind == 0:
            return task.duration
        return figures.time.between(begins, ends)

    def _summary(self, place: int) -> Dates:
        worked = self._worked
        shape, usual = worked.network.shape, worked.frame.calendars.usual
        leaves = [leaf for leaf in range(place + 1, shape.ends[place]) if not shape.is_summary(leaf)]
        active = [self[shape.ids[leaf]] for leaf in leaves if worked.made[leaf].active]
        dates = active or [self[shape.ids[leaf]] for leaf in leaves]
        days = [day for each in dates for day in (each.start, each.finish) if day is not None]
        start, finish = min(days, default=None), max(days, default=None)
        forward = worked.forward
        begun = [moment for leaf in leaves if NEVER < (moment := forward.starts[leaf]) < EVER]
        ended = [moment for leaf in leaves if NEVER < (moment := forward.finishes[leaf]) < EVER]
        length = usual.between(min(begun), max(ended)) if begun and ended and start and finish else None
        totals = [each.total_float_minutes for each in dates if each.total_float is not None]
        total = min((each for each in totals if each is not None), default=None)
        frees = (each.free_float_minutes for each in dates if each.total_float is not None)
        return Dates(
            start=start,
            finish=finish,
            minutes=length,
            percent=_percent(dates),
            total_float=None if total is None else self._days(total),
            critical=any(each.critical for each in dates),
            late_start=_first(dates, "late_start"),
            late_finish=_last(dates, "late_finish"),
            start_at=_first(dates, "start_at"),
            finish_at=_last(dates, "finish_at"),
            early_start=_first(dates, "early_start"),
            early_finish=_last(dates, "early_finish"),
            late_start_at=_first(dates, "late_start_at"),
            late_finish_at=_last(dates, "late_finish_at"),
            total_float_minutes=total,
            free_float_minutes=min((each for each in frees if each is not None), default=None),
        )


def _first(dates: list[Dates], name: str) -> Any:  # noqa: ANN401 - a day or a moment, as the field is
    return min((value for each in dates if (value := getattr(each, name)) is not None), default=None)


def _last(dates: list[Dates], name: str) -> Any:  # noqa: ANN401 - as above
    return max((value for each in dates if (value := getattr(each, name)) is not None), default=None)


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
