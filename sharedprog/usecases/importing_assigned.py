"""Who works on the tasks of an imported plan: by whose working times each goes, and how long that takes.

In Microsoft Project a task begins with the first of those who work on it and finishes with the last, each working by
the calendar of the task and by their own, where both are worked; unless its duration is fixed, or it says that it
goes by its own calendar alone. How far it can slip is counted in the calendar of the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sharedprog.domain.plan.axis import at, minute_of
from sharedprog.domain.plan.hours import Hours
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.exchange.project_plan import (
    PlanAssignment,
    PlanCalendar,
    PlanException,
    PlanResource,
    PlanTask,
    PlanWeekday,
    ProjectPlan,
)

NEAR = 50
"""One part in so many: durations that differ by less are the same, rounded."""
MADE = 1_000_000_000
"""UIDs from here on are of calendars that are made of two of the file's."""
MOST_CALENDARS = 10_000
"""Calendars of a file whose UIDs can be told apart once two of them are joined."""
MOST_EXCEPTIONS = 2_000


@dataclass(frozen=True)
class Way:
    """A calendar that a task may go by, ``None`` for its own, and the working minutes it takes in it."""

    calendar: int | None
    minutes: int | None


def workers(plan: ProjectPlan) -> Mapping[int, list[tuple[PlanResource, PlanAssignment]]]:
    """For each task the people who work on it."""
    people = {each.uid: each for each in plan.resources if each.kind == "work"}
    found: dict[int, list[tuple[PlanResource, PlanAssignment]]] = {}
    for assignment in plan.assignments:
        person = people.get(assignment.resource_uid)
        if person is not None:
            found.setdefault(assignment.task_uid, []).append((person, assignment))
    return found


def goes_by_work(task: PlanTask) -> bool:
    """Whether the work that is assigned says how long a task takes; else its duration stands."""
    return not (task.fixed_duration or task.manual or task.summary or task.elapsed or task.actual_start is not None)


def goes_by_people(task: PlanTask) -> bool:
    """Whether a task waits for the working times of those who work on it."""
    return not (task.summary or task.elapsed or task.fixed_duration)


class Chooser:
    """Chooses the way that a task goes, by what the file states of its dates."""

    def __init__(self, task: PlanTask, own: WorkingTime) -> None:
        self.task = task
        self.own = own

    def choose(self, ways: Iterable[tuple[Way, WorkingTime]]) -> Way:
        """The way that finishes last; by its duration alone where the stated dates bear that out and no other."""
        task, kept = self.task, Way(None, None)
        if task.start is None:
            return next((way for way, _ in ways), kept)
        begins = at(task.start.date(), minute_of(task.start.time()))
        found, last, measure = kept, -1, self.own
        for way, time in ways:
            ends = time.span(begins, minutes)[1] if (minutes := self._minutes(way)) else begins
            if ends > last:
                found, last, measure = way, ends, time
        if found == kept or task.finish is None or not task.duration:
            return found
        stated = at(task.finish.date(), minute_of(task.finish.time()))
        plain = self.own.span(begins, task.duration)[1]
        off, off_plain = (abs(measure.between(each, stated)) for each in (last, plain))
        rounded = found.calendar is None and abs((found.minutes or 0) - task.duration) * NEAR <= task.duration
        return kept if off_plain < off or (rounded and off_plain * NEAR <= task.duration) else found

    def _minutes(self, way: Way) -> int:
        return way.minutes if way.minutes is not None else self.task.duration or 0


def joined(
    person: PlanResource, task: PlanCalendar, one: WorkingTime, other: WorkingTime, around: tuple[int, int]
) -> tuple[PlanCalendar, WorkingTime] | None:
    """A calendar of the hours that are in both, based on the task's; ``None`` where it cannot be written down."""
    if person.calendar_uid is None or max(person.calendar_uid, task.uid) >= MOST_CALENDARS:
        return None
    week = [_both(*hours) for hours in zip(one.week, other.week, strict=True)]
    low, high = around
    odd = sorted({day for day in (*one.irregular, *other.irregular) if low <= day <= high})
    days = {day: _both(*(time.hours(date.fromordinal(day)) for time in (one, other))) for day in odd}
    exceptions = tuple(_exceptions(days))
    if len(exceptions) > MOST_EXCEPTIONS:
        return None
    made = PlanCalendar(
        uid=MADE + person.calendar_uid * MOST_CALENDARS + task.uid,
        name=f"{person.name}, {task.name}",
        base_uid=task.uid,
        weekdays=tuple(PlanWeekday(weekday=day, times=hours) for day, hours in enumerate(week)),
        exceptions=exceptions,
        line=task.line,
    )
    return made, WorkingTime(week, days)


def _exceptions(days: Mapping[int, Hours]) -> Iterator[PlanException]:
    """Runs of days with the same hours, each as one exception."""
    ordered = list(days)
    breaks = [place for place, (one, two) in enumerate(pairwise(ordered), 1) if two - one > 1 or days[one] != days[two]]
    for first, last in pairwise([0, *breaks, len(ordered)]):
        if first < last:
            yield PlanException(
                name="",
                first=date.fromordinal(ordered[first]),
                last=date.fromordinal(ordered[last - 1]),
                times=days[ordered[first]],
            )


def _both(one: Hours, other: Hours) -> Hours:
    """The hours that are in both."""
    found = ((max(a, c), min(b, d)) for a, b in one for c, d in other)
    return tuple(sorted((begin, end) for begin, end in found if begin < end))
