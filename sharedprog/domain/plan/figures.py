"""Figures: what a task's row says about its dates, as bounds on the axis of minutes.

Scheduled tasks begin when the plan does, or where a *start no earlier than* says, earlier or later; *finish no earlier
than* holds the finish back. *Must start on*, *must finish on*, *start no later than* and *finish no later than* are
kept whatever the links ask, so that the float of what comes before tells by how much they cannot be. Placed tasks
stand where they were placed, finished work where it was done, and begun work keeps its start. A milestone is a task
without length; a length that an imported one brings with it is honoured. All of this as in Microsoft Project with
*tasks will always honor their constraint dates*.
"""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from sharedprog.domain.plan.axis import DAY, EVER, NEVER, at, minute_of
from sharedprog.domain.plan.working_time import ALL_HOURS, WorkingTime
from sharedprog.domain.registers.tasks import Task

PLAIN, FIXED, BEGUN = 0, 1, 2
"""Kinds of task: dates follow from links; both dates are said; the start is said and the rest is left to do."""


class Figures(NamedTuple):
    """What the two passes need of a task.

    ``time`` is what its length is counted in, ``measure`` its working times; they differ for elapsed lengths. Float is
    counted in ``float_in``, or in ``measure`` where that is nothing.
    ``length`` and ``left`` are minutes, the whole and what is not done. ``low`` and ``high`` bound the start of a
    plain task; ``start`` and ``finish`` are the said dates of others, for begun work ``low`` is when the rest may go
    on and ``floor`` the earliest finish. ``cap`` is the latest finish, ``pinned`` whether it is that whatever waits
    for it. ``late`` tasks come as late as they can. Tasks that are not ``open`` are finished and hold nothing; tasks
    that are not ``active`` stand aside.
    """

    time: WorkingTime
    measure: WorkingTime
    length: int = 0
    left: int = 0
    low: int = NEVER
    high: int = EVER
    kind: int = PLAIN
    start: int = NEVER
    finish: int = NEVER
    floor: int = NEVER
    cap: int = EVER
    pinned: bool = False
    late: bool = False
    open: bool = True
    active: bool = True
    known_start: bool = True
    known_finish: bool = True
    float_in: WorkingTime | None = None

    @property
    def float_measure(self) -> WorkingTime:
        """What its float is counted in."""
        return self.float_in or self.measure

    def stand(self, moment: int) -> int:
        """Where a task without length that may stand at a moment does: one whose length is unknown begins some work."""
        return self.time.settle(moment) if self.known_finish else self.time.next_start(moment)


class Terms(NamedTuple):
    """What holds for all tasks: the plan's first moment, and the day to which progress is known; ``NEVER`` if none."""

    begins: int
    status: int


def without_length(task: Task) -> bool:
    """Whether the task happens at one moment."""
    return task.duration == 0 or (task.milestone and task.duration is None)


def start_of(measure: WorkingTime, day: date, clock: time | None) -> int:
    """The moment at which something starts: as said, else when work begins that day, else midnight before it."""
    if clock is not None:
        return at(day, minute_of(clock))
    hours = measure.hours(day)
    return at(day, hours[0][0] if hours else 0)


def finish_of(measure: WorkingTime, day: date, clock: time | None) -> int:
    """The moment at which something finishes: as said, else when work ends that day, else its last minute."""
    if clock is not None:
        return at(day, minute_of(clock))
    hours = measure.hours(day)
    return at(day, hours[-1][1] if hours else DAY - 1)


def figures(task: Task, measure: WorkingTime, terms: Terms, above: int = NEVER) -> Figures:
    """The figures of a task that has none beneath it; ``above`` is the earliest start its summary tasks allow."""
    duration = task.duration
    length = max(0, duration) if duration is not None else 0
    begun, done = task.actual_start, task.actual_finish
    if begun is None and done is None and task.mode != "placed":
        made = _scheduled(task, measure, terms, length)
        if above > made.low:
            made = made._replace(low=above)
        return made if task.active else made._replace(active=False)
    return _stated(task, measure, terms, length)


def _scheduled(task: Task, measure: WorkingTime, terms: Terms, length: int) -> Figures:
    known = task.duration is not None or task.milestone
    clock = ALL_HOURS if task.elapsed else measure
    day, constraint = task.constraint_day, task.constraint
    if task.deadline is None and (constraint == "asap" or day is None) and constraint != "alap":
        return Figures(clock, measure, length, length, terms.begins, known_finish=known)
    cap = EVER if task.deadline is None else finish_of(measure, task.deadline, task.deadline_time)
    low, high, pinned = terms.begins, EVER, False
    if day is not None:
        by_finish = constraint in ("fnet", "fnlt", "mfo") and bool(length)
        moment = _constraint_moment(task, measure, day, by_finish=by_finish)
        begin = clock.span_back(moment, length)[0] if by_finish else moment
        end = moment if by_finish or not length else clock.span(moment, length)[1]
        match constraint:
            case "snet":
                low = begin
            case "fnet":
                low = max(low, begin)
            case "snlt" | "fnlt":
                high, cap = begin, min(cap, end)
            case "mso" | "mfo":
                low, high, cap, pinned = begin, begin, min(cap, end), True
            case _:
                pass
    late = constraint == "alap"
    return Figures(clock, measure, length, length, low, high, cap=cap, pinned=pinned, late=late, known_finish=known)


def _constraint_moment(task: Task, measure: WorkingTime, day: date, *, by_finish: bool) -> int:
    """A constraint's moment; a day on which nobody works means the next, or for *no later than* the one before."""
    if task.constraint_time is not None:
        return at(day, minute_of(task.constraint_time))
    if measure.hours(day):
        return (finish_of if by_finish else start_of)(measure, day, None)
    if not by_finish:
        return measure.next_start(at(day))
    if task.constraint == "fnlt":
        return measure.last_finish(at(day))
    following = date.fromordinal(measure.next_start(at(day)) // DAY)
    return finish_of(measure, following, None)


def _stated(task: Task, measure: WorkingTime, terms: Terms, length: int) -> Figures:
    """The figures of a task that stands where someone said; what nobody said follows from its length."""
    placed = task.mode == "placed" and task.actual_finish is None
    first, first_time = task.actual_start, task.actual_start_time
    if first is None and placed:
        first, first_time = task.placed_start, task.placed_start_time
    last, last_time = task.actual_finish, task.actual_finish_time
    if last is None and placed:
        last, last_time = task.placed_finish, task.placed_finish_time
    clock = ALL_HOURS if task.elapsed else measure
    known = task.duration is not None or without_length(task)
    cap = EVER if task.deadline is None else finish_of(measure, task.deadline, task.deadline_time)
    made = Figures(clock, measure, length, length, cap=cap, kind=FIXED, active=task.active)
    if first is None and last is None:
        return made._replace(known_start=False, known_finish=False)
    start = None if first is None else start_of(measure, first, first_time)
    finish = None if last is None else finish_of(measure, last, last_time)
    if task.actual_finish is not None:
        made = made._replace(left=0, open=False)
    elif task.actual_start is not None and finish is None and start is not None:
        return _begun(task, made, terms, start)._replace(known_finish=known)
    day = first or last
    if length == 0 and known and day is not None and (first is None or last is None or first == last):
        of_day = finish_of if task.actual_finish is not None else start_of
        moment = of_day(measure, day, first_time if first is not None else last_time)
        return made._replace(start=moment, finish=moment)
    if start is None and finish is not None:
        begin = clock.span_back(finish, length)[0] if length else finish
        return made._replace(start=begin, finish=finish, known_start=known)
    if finish is None and start is not None:
        end = clock.span(start, length)[1] if length else start
        return made._replace(start=start, finish=end, known_finish=known)
    if start is not None and finish is not None:
        return made._replace(start=start, finish=max(start, finish))
    return made


def _begun(task: Task, made: Figures, terms: Terms, start: int) -> Figures:
    """Work that has begun: what is left goes on where it stopped, or after the day to which progress is known."""
    left = task.remaining
    if left is None:
        left = round(made.length * (100 - (task.percent_complete or 0)) / 100)
    left = max(0, left)
    floor = NEVER
    if task.constraint == "fnet" and task.constraint_day is not None:
        floor = _constraint_moment(task, made.measure, task.constraint_day, by_finish=True)
    return made._replace(kind=BEGUN, start=start, low=terms.status, left=left, floor=floor)
