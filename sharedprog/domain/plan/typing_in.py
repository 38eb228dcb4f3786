"""Typing into the plan: the edits that a typed value means, so that dates stay results of what people decided.

A start typed into a scheduled task means *start no earlier than*; a finish means a duration; a day on which nobody
works means the next working day. Begun and finished work keeps what happened: typing there corrects the record.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.axis import at, datetime_of, finish_day, minute_of
from sharedprog.domain.plan.calendar import WorkingCalendar, days_of
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.figures import finish_of, start_of, without_length
from sharedprog.domain.plan.outline import shape_of
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.working_time import ALL_HOURS, WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import CLOCK_DAY, day_words


class _Typing:
    """One value on its way into one task."""

    def __init__(self, programme: Programme, as_at: date, task: Task) -> None:
        self.draft = Draft(programme)
        self.as_at = as_at
        self.task = task
        made = schedule(programme, as_at)
        self.measure: WorkingTime = made.worked.frame.calendars.of(task)
        self.calendar: WorkingCalendar = days_of(self.measure)
        self.dates: Dates = made.dates[task.id]
        self.named = f"“{task.title}”" if task.title else "This task"

    @property
    def placed(self) -> bool:
        """Whether it stands where someone put it."""
        return self.task.mode == "placed"

    def set(self, **values: Value) -> None:
        """Put values in the task's cells."""
        for field, value in values.items():
            self.draft.set(TASKS, self.task.id, field, value)

    @property
    def clock(self) -> WorkingTime:
        """What its length is counted in."""
        return ALL_HOURS if self.task.elapsed else self.measure

    def started(self, day: date | None) -> time | None:
        """The time of day of its start, where it is on this day and not when work begins."""
        moment = self.dates.start_at
        if day is None or moment is None or moment.date() != day:
            return None
        return None if at(day, minute_of(moment.time())) == start_of(self.measure, day, None) else moment.time()

    def finished(self, day: date | None) -> time | None:
        """The time of day of its finish, where it is on this day and not when work ends."""
        moment = self.dates.finish_at
        if day is None or moment is None or moment.date() != day:
            return None
        return None if at(day, minute_of(moment.time())) == finish_of(self.measure, day, None) else moment.time()

    def minutes_to(self, day: date) -> int:
        """Minutes, as its length is counted, from its start to the end of a day; 0 where its start is not known."""
        start = self.dates.start_at
        if start is None:
            return 0
        return self.clock.between(at(start.date(), minute_of(start.time())), finish_of(self.measure, day, None))

    def working(self, day: date) -> date:
        """The day, or the next one that is worked."""
        return self.calendar.on_or_after(day)


def typed(programme: Programme, as_at: date, task_id: str, field: str, value: Value) -> tuple[Edit, ...]:
    """The edits of one typed value, empty where nothing changes; raises ``Trouble`` with a sentence.

    ``field`` is one of ``TYPED``, or any other field of a task, which takes the value as it is.
    """
    task = programme.row(TASKS, task_id)
    if task is None:
        raise Trouble("This task is not there any more.")
    shape = shape_of(programme)
    place = shape.places[task_id]
    if field in TYPED and shape.is_summary(place):
        name = f"{shape.numbers[place]} {task.title}".strip()
        raise Trouble(f"{name} is a summary: its dates come from the tasks beneath it.")
    typing = _Typing(programme, as_at, task)
    if field in TYPED:
        TYPED[field](typing, value)
    else:
        typing.set(**{field: value})
    return typing.draft.edits


def _day(value: Value) -> date | None:
    if value is not None and not isinstance(value, date):
        raise TypeError(f"{value!r} is not a day")
    return value


def _number(value: Value) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError(f"{value!r} is not a number")
    return value


def _start(typing: _Typing, value: Value) -> None:
    day, task = _day(value), typing.task
    if day is not None and day == typing.dates.start:
        return
    if task.actual_start is not None or task.actual_finish is not None:
        _actual_start(typing, value)
    elif typing.placed:
        _placed_start(typing, day)
    elif day is None:
        typing.set(constraint="asap", constraint_day=None, constraint_time=None)
    else:
        fixed = task.constraint == "mso" or (task.constraint == "mfo" and without_length(task))
        typing.set(
            constraint=task.constraint if fixed else "snet", constraint_day=typing.working(day), constraint_time=None
        )


def _placed_start(typing: _Typing, day: date | None) -> None:
    """A placed task moves and keeps its length."""
    task, calendar = typing.task, typing.calendar
    start = None if day is None else typing.working(day)
    typing.set(placed_start=start, placed_start_time=None)
    if start is None or task.placed_finish is None:
        return
    if without_length(task):
        typing.set(placed_finish=start, placed_finish_time=None)
    elif task.placed_start is not None:
        days = calendar.length(task.placed_start, task.placed_finish)
        typing.set(placed_finish=calendar.add(start, days - 1) if days else start)
    elif task.placed_finish < start:
        typing.set(placed_finish=None)


def _finish(typing: _Typing, value: Value) -> None:
    day, task = _day(value), typing.task
    if day is not None and day == typing.dates.finish:
        return
    if task.actual_finish is not None:
        _actual_finish(typing, value)
        return
    if task.constraint == "mfo" and day is not None and not typing.placed and task.actual_start is None:
        typing.set(constraint_day=typing.working(day), constraint_time=None)
        return
    if without_length(task):
        _start(typing, value)
        return
    if day is None:
        typing.set(duration=None, **({"placed_finish": None} if typing.placed else {}))
        return
    start, finish = typing.dates.start, typing.working(day)
    if start is None and not typing.placed:
        raise Trouble(f"{typing.named} has no start yet. Type its start first, then its finish.")
    if start is not None and finish < start:
        raise Trouble(f"{typing.named} starts on {day_words(start)}, after that day. Move its start first.")
    if typing.placed:
        typing.set(placed_finish=finish, placed_finish_time=None)
    elif task.constraint in ("fnet", "fnlt", "alap") and task.actual_start is None:
        typing.set(constraint="snet", constraint_day=start, constraint_time=typing.started(start))
    if start is not None:
        typing.set(duration=max(1, typing.minutes_to(finish)), remaining=None)


def _duration(typing: _Typing, value: Value) -> None:
    minutes, task = _number(value), typing.task
    if minutes == task.duration:
        return
    if minutes is not None and minutes < 0:
        raise Trouble("A duration cannot be below 0. Type working days, such as 5d or 2w.")
    if task.actual_finish is not None:
        day = day_words(task.actual_finish)
        raise Trouble(f"{typing.named} finished on {day}. Change the day it finished instead of its length.")
    typing.set(duration=minutes, milestone=minutes == 0 if minutes is not None else task.milestone)
    if typing.placed and task.placed_finish is not None:
        start = typing.dates.start_at
        last = None
        if minutes and start is not None:
            last = typing.clock.span(at(start.date(), minute_of(start.time())), minutes)[1]
        elif minutes == 0 and typing.dates.start is not None:
            last = start_of(typing.measure, typing.dates.start, typing.started(typing.dates.start))
        _placed_until(typing, last)


def _placed_until(typing: _Typing, moment: int | None) -> None:
    """Let a placed task end at a moment of the axis."""
    found = None if moment is None else datetime_of(moment)
    day = None if moment is None or found is None else finish_day(moment)
    usual = day is None or moment == finish_of(typing.measure, day, None)
    typing.set(placed_finish=day, placed_finish_time=None if usual or found is None else found.time())


def _percent(typing: _Typing, value: Value) -> None:
    percent, task, dates = _number(value), typing.task, typing.dates
    if percent == task.percent_complete:
        return
    typing.set(percent_complete=percent)
    if percent is None:
        return
    if percent >= 100:
        finish = task.actual_finish or min(dates.finish or typing.as_at, typing.as_at)
        begun = task.actual_start or (None if dates.start is None else min(dates.start, finish))
        finish = max(finish, begun) if begun else finish
        typing.set(actual_start=begun, actual_finish=finish, remaining=None)
        _keep_times(typing, begun, finish)
    elif percent > 0:
        begun = task.actual_start or min(dates.start or typing.as_at, typing.as_at)
        typing.set(actual_start=begun, actual_finish=None, actual_finish_time=None, remaining=None)
        _keep_times(typing, begun, None)
    else:
        typing.set(actual_start=None, actual_finish=None)


def _keep_times(typing: _Typing, begun: date | None, finish: date | None) -> None:
    """What happened on the days that were planned happened at the times that were planned."""
    if typing.task.actual_start is None:
        typing.set(actual_start_time=typing.started(begun))
    if typing.task.actual_finish is None:
        typing.set(actual_finish_time=typing.finished(finish))


def _actual_start(typing: _Typing, value: Value) -> None:
    day, task = _day(value), typing.task
    _not_ahead(typing, day, "start")
    if day is not None and task.actual_finish is not None and day > task.actual_finish:
        finished = day_words(task.actual_finish)
        raise Trouble(f"{typing.named} finished on {finished}, so it cannot have started after that.")
    typing.set(actual_start=day, actual_start_time=None)
    if day is None or not typing.placed or task.placed_finish is None:
        return
    if without_length(task):
        typing.set(placed_finish=day, placed_finish_time=None)
    elif task.placed_finish < day:
        typing.set(placed_finish=None, placed_finish_time=None)


def _actual_finish(typing: _Typing, value: Value) -> None:
    day, task = _day(value), typing.task
    _not_ahead(typing, day, "finish")
    if day is None:
        typing.set(actual_finish=None, actual_finish_time=None)
        if task.percent_complete == 100:
            typing.set(percent_complete=None)
        return
    if task.actual_start is not None and day < task.actual_start:
        begun = day_words(task.actual_start)
        raise Trouble(f"{typing.named} started on {begun}, so it cannot have finished before that.")
    start = typing.dates.start
    typing.set(actual_finish=day, actual_finish_time=None, percent_complete=100, remaining=None)
    typing.set(actual_start=task.actual_start or (None if start is None else min(start, day)))


def _not_ahead(typing: _Typing, day: date | None, what: str) -> None:
    """Nothing has happened on a day that is still to come."""
    if day is not None and day > typing.as_at:
        words = f"{day_words(day)} is still to come, so it cannot be the day on which {typing.named} {what}ed"
        raise Trouble(f"{words}. Type a day up to {day_words(typing.as_at)}.")


def _milestone(typing: _Typing, value: Value) -> None:
    task = typing.task
    if bool(value) == task.milestone:
        return
    typing.set(milestone=bool(value))
    if value:
        typing.set(duration=0)
        if typing.placed and typing.dates.finish is not None:
            finish = typing.dates.finish
            typing.set(placed_start=finish, placed_finish=finish, placed_start_time=None, placed_finish_time=None)
    elif task.duration == 0:
        typing.set(duration=None)


def _mode(typing: _Typing, value: Value) -> None:
    """Placed by hand: it stays where it is. Worked out: its length stays what it was."""
    if value == typing.task.mode:
        return
    typing.set(mode=value)
    if value == "placed":
        start, finish = typing.dates.start, typing.dates.finish
        typing.set(placed_start=start, placed_start_time=typing.started(start))
        typing.set(placed_finish=finish, placed_finish_time=typing.finished(finish))
    elif typing.task.duration is None:
        typing.set(duration=typing.dates.minutes)


def _constraint(typing: _Typing, value: Value) -> None:
    """A constraint that needs a day takes the day on which the task stands, until another is typed."""
    typing.set(constraint=value)
    if value in (None, "asap", "alap"):
        typing.set(constraint_day=None, constraint_time=None)
    elif typing.task.constraint_day is None:
        by_finish = str(value) in ("fnet", "fnlt", "mfo")
        day = typing.dates.finish if by_finish else typing.dates.start
        typing.set(constraint_day=day, constraint_time=typing.finished(day) if by_finish else typing.started(day))


def _constraint_day(typing: _Typing, value: Value) -> None:
    day = _day(value)
    typing.set(constraint_day=None if day is None else typing.working(day), constraint_time=None)
    if day is not None and typing.task.constraint in (None, "asap", "alap"):
        typing.set(constraint="snet")


def _elapsed(typing: _Typing, value: Value) -> None:
    """Five days stay five days, of 24 hours instead of a working day's, or the other way about."""
    task, day = typing.task, typing.draft.before.day_minutes
    if bool(value) == task.elapsed:
        return
    now, before = (CLOCK_DAY, day) if value else (day, CLOCK_DAY)
    lengths = {name: getattr(task, name) for name in ("duration", "remaining", "optimistic", "pessimistic")}
    changed = {name: round(minutes * now / before) for name, minutes in lengths.items() if minutes is not None}
    typing.set(elapsed=bool(value), **changed)


TYPED: dict[str, Callable[[_Typing, Value], None]] = {
    "start": _start,
    "finish": _finish,
    "duration": _duration,
    "elapsed": _elapsed,
    "percent_complete": _percent,
    "actual_start": _actual_start,
    "actual_finish": _actual_finish,
    "milestone": _milestone,
    "mode": _mode,
    "constraint": _constraint,
    "constraint_day": _constraint_day,
}
"""The fields of a task, computed ones included, where a typed value means more than itself."""
