"""Working times as a Microsoft Project plan holds them: whole weeks, with everything that closes a day said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from sharedprog.domain.plan.calendars import Calendars, calendars_of
from sharedprog.domain.plan.hours import read_hours
from sharedprog.domain.plan.recurrence import days_of, weekdays_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.calendars import (
    CALENDAR_EXCEPTIONS,
    CALENDARS,
    WEEK,
    WORK_WEEKS,
    Calendar,
    CalendarException,
    WorkWeek,
)
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.words import MONTHS
from sharedprog.exchange.project_plan import (
    PlanCalendar,
    PlanException,
    PlanWeekday,
    PlanWorkWeek,
    Position,
    Repeats,
)
from sharedprog.exchange.project_recurrence import EVERY_DAY, WEEKEND, WORKDAYS

STANDARD_NAME = "Standard"
POSITIONED = ("monthly_weekday", "yearly_weekday")


class WrittenCalendars:
    """The calendars that a plan needs, each with its number in the file; ``own`` is the project's."""

    def __init__(self, programme: Programme, tasks: Sequence[Task]) -> None:
        self.programme = programme
        self.working: Calendars = calendars_of(programme)
        usual = programme.row(CALENDARS, programme.settings.calendar)
        self._usual_id = usual.id if usual is not None else None
        rows = [self._row_of(task) for task in tasks]
        rows += [programme.row(CALENDARS, row.base) for row in rows if row is not None and row.personal]
        used = {row.id: row for row in [usual, *rows] if row is not None}
        self._uids = numbered({row_id: row.source for row_id, row in used.items()})
        free = next(number for number in range(1, len(used) + 2) if number not in self._uids.values())
        self.own = self._uids[usual.id] if usual is not None else free
        self._used = list(used.values())

    def uid_of(self, task: Task) -> int | None:
        """The number of the calendar that a task goes by instead of the project's."""
        row = self._row_of(task)
        return None if row is None else self._uids[row.id]

    def all(self) -> tuple[PlanCalendar, ...]:
        """Every calendar; the project's first."""
        made = [self._calendar(row, self._uids[row.id]) for row in self._used]
        if self._usual_id is None:
            made.insert(0, self._calendar(None, self.own))
        seen: set[str] = set()
        return tuple(_with_name(calendar, seen) for calendar in made)

    def _row_of(self, task: Task) -> Calendar | None:
        """The calendar of a task, or of its partner where that is not the programme's."""
        own = self.programme.row(CALENDARS, task.calendar)
        if own is not None:
            return own
        of_partner = self.programme.row(CALENDARS, self.working.of_partner.get(task.partner or ""))
        return None if of_partner is None or of_partner.id == self._usual_id else of_partner

    def _calendar(self, row: Calendar | None, uid: int) -> PlanCalendar:
        """A calendar that says everything itself: Project lets tasks go by no others. One person's names its base."""
        line = self._line(row)
        week = self.working.named(row.id if row is not None else None).week
        exceptions = [each for one in reversed(line) for each in self._exceptions(one)]
        holidays = self._holidays(line)
        if len(line) > 1 or holidays:
            exceptions = _apart([*holidays, *exceptions])
        return PlanCalendar(
            uid=uid,
            name=row.title if row is not None else STANDARD_NAME,
            base_uid=self._base_of(row),
            personal=row is not None and row.personal,
            weekdays=tuple(PlanWeekday(weekday=day, times=hours) for day, hours in enumerate(week)),
            exceptions=tuple(each for each in map(_stated, exceptions) if each is not None),
            weeks=tuple(
                week
                for one in reversed(line)
                for each in self.programme.children(WORK_WEEKS, one.id)
                for week in _week(each)
            ),
        )

    def _base_of(self, row: Calendar | None) -> int | None:
        if row is None or not row.personal:
            return None
        return self._uids.get(row.base or "", self.own)

    def _line(self, row: Calendar | None) -> list[Calendar]:
        """A calendar and those that it is based on, nearest first, each once."""
        line: list[Calendar] = []
        while row is not None and row not in line:
            line.append(row)
            row = self.programme.row(CALENDARS, row.base)
        return line

    def _exceptions(self, row: Calendar) -> Iterator[CalendarException]:
        for each in self.programme.children(CALENDAR_EXCEPTIONS, row.id):
            named = tuple(sorted(weekdays_of(each.weekdays)))
            if each.repeats in POSITIONED and len(named) != 1 and named not in (EVERY_DAY, WORKDAYS, WEEKEND):
                yield from (_single(each, day) for day in days_of(each))
            else:
                yield each

    def _holidays(self, line: list[Calendar]) -> list[CalendarException]:
        """The bank holidays that close a calendar, as exceptions."""
        division = next((row.division for row in line if row.division is not None), self.working.division)
        return [
            CalendarException(title=row.title, first=row.day, last=row.day)
            for row in self.programme.rows(BANK_HOLIDAYS)
            if division != "none" and row.day is not None and row.division in (None, division)
        ]


def numbered(stated: dict[str, int | None]) -> dict[str, int]:
    """A number for each id: its own where no other has it, else the lowest that is free."""
    counts: dict[int, int] = {}
    for number in stated.values():
        if number:
            counts[number] = counts.get(number, 0) + 1
    found = {row_id: number for row_id, number in stated.items() if number and counts[number] == 1}
    taken, free = set(found.values()), 1
    for row_id in stated:
        if row_id not in found:
            while free in taken:
                free += 1
            found[row_id] = free
            free += 1
    return found


def _apart(exceptions: list[CalendarException]) -> list[CalendarException]:
    """Exceptions of which no two name the same day: the later holds, and the earlier is split into its other days."""
    taken: set[date] = set()
    kept: list[CalendarException] = []
    for each in reversed(exceptions):
        days = list(days_of(each))
        if taken.isdisjoint(days):
            kept.append(each)
        else:
            kept.extend(_single(each, day) for day in reversed(days) if day not in taken)
        taken.update(days)
    return kept[::-1]


def _single(exception: CalendarException, day: date) -> CalendarException:
    return CalendarException(title=exception.title, first=day, last=day, hours=exception.hours)


def _stated(row: CalendarException) -> PlanException | None:
    """An exception as Project states it; ``None`` where it names no day."""
    days = list(days_of(row))
    first, repeats = row.first, row.repeats
    if first is None or not days:
        return None
    weekly, positioned = repeats == "weekly", repeats in POSITIONED
    yearly = repeats in ("yearly_day", "yearly_weekday")
    months = [name.lower() for name in MONTHS]
    return PlanException(
        name=row.title,
        first=first,
        last=row.last or days[-1],
        times=read_hours(row.hours) or (),
        repeats=cast("Repeats | None", repeats),
        every=1 if repeats is None or yearly else max(1, row.every or 1),
        occurrences=row.times if repeats is not None else None,
        weekdays=tuple(sorted(weekdays_of(row.weekdays))) if weekly or positioned else (),
        month_day=(row.month_day or first.day) if repeats in ("monthly_day", "yearly_day") else None,
        position=cast("Position", row.position or "first") if positioned else None,
        month=(months.index(row.month) + 1 if row.month in months else first.month) if yearly else None,
    )


def _week(row: WorkWeek) -> Iterator[PlanWorkWeek]:
    if row.first is None or row.last is None or row.last < row.first:
        return
    said = {place: read_hours(getattr(row, name)) for place, name in enumerate(WEEK)}
    weekdays = tuple(PlanWeekday(weekday=place, times=hours) for place, hours in said.items() if hours is not None)
    yield PlanWorkWeek(name=row.title, first=row.first, last=row.last, weekdays=weekdays)


def _with_name(calendar: PlanCalendar, seen: set[str]) -> PlanCalendar:
    """The calendar with a name that no other has."""
    name, number = calendar.name, 2
    while name.casefold() in seen:
        name, number = f"{calendar.name} ({number})", number + 1
    seen.add(name.casefold())
    return replace(calendar, name=name)
