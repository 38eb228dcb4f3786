"""The calendars of a picture: whose working times are which, and where bank holidays close them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sharedprog.domain.plan.hours import Hours, read_hours
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.plan.recurrence import days_of
from sharedprog.domain.plan.working_time import STANDARD_WEEK, WorkingTime
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, CALENDARS, WEEK, WORK_WEEKS, Calendar, WorkWeek
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.tasks import Task

READ = (CALENDARS.key, CALENDAR_EXCEPTIONS.key, WORK_WEEKS.key, BANK_HOLIDAYS.key)
"""Registers that working times are read from."""


class Calendars:
    """Working times by calendar, each worked out when it is first asked for."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        settings = programme.settings
        self.division, self.usual_id = settings.division, settings.calendar
        self.of_partner: Mapping[str, str] = {
            row.id: row.calendar for row in programme.rows(PARTNERS) if row.calendar is not None
        }
        self._known: dict[str | None, WorkingTime] = {}

    @cached_property
    def usual(self) -> WorkingTime:
        """The working times of the programme."""
        return self.named(self.usual_id)

    def of(self, task: Task) -> WorkingTime:
        """The working times of a task: its own, else those of its partner, else the programme's."""
        if task.calendar is None and task.partner is None:
            return self.usual
        calendar = task.calendar or self.of_partner.get(task.partner or "")
        return self.usual if calendar is None else self.named(calendar)

    def float_in(self, task: Task) -> WorkingTime | None:
        """What the float of a task is counted in where it is not its own working times: one person's are not."""
        row = self._programme.row(CALENDARS, task.calendar)
        if row is None or not row.personal:
            return None
        return self.usual if row.base is None else self.named(row.base)

    def named(self, calendar: str | None) -> WorkingTime:
        """The working times of a calendar by id; the standard week for one that is not there, or is never worked."""
        known = self._known.get(calendar)
        if known is None:
            line = self._line(calendar)
            known = WorkingTime(self._week(line), self._irregular(line))
            if known.is_empty:
                known = WorkingTime(STANDARD_WEEK, self._closed(self.division))
            self._known[calendar] = known
        return known

    def nation(self, calendar: str | None) -> str | None:
        """The nation whose bank holidays close a calendar; ``none`` where no nation's do."""
        return self._closed_with(self._line(calendar))

    def _closed_with(self, line: list[Calendar]) -> str | None:
        return next((row.division for row in line if row.division is not None), self.division)

    def _line(self, calendar: str | None) -> list[Calendar]:
        """A calendar and those that it is based on, nearest first, each once."""
        line: list[Calendar] = []
        row = self._programme.row(CALENDARS, calendar)
        while row is not None and row not in line:
            line.append(row)
            row = self._programme.row(CALENDARS, row.base)
        return line

    def _week(self, line: list[Calendar]) -> list[Hours]:
        week: list[Hours] = [()] * 7 if line else list(STANDARD_WEEK)
        for row in reversed(line):
            week = [_hours(row, day, before) for day, before in zip(WEEK, week, strict=True)]
        return week

    def _irregular(self, line: list[Calendar]) -> dict[int, Hours]:
        """Days that differ: weeks worked otherwise, then bank holidays, then the exceptions of each, base first."""
        days: dict[int, Hours] = {}
        for row in reversed(line):
            for weeks in self._programme.children(WORK_WEEKS, row.id):
                days.update(_work_week(weeks))
        days.update(self._closed(self._closed_with(line)))
        for row in reversed(line):
            for exception in self._programme.children(CALENDAR_EXCEPTIONS, row.id):
                hours = read_hours(exception.hours) or ()
                days.update((day.toordinal(), hours) for day in days_of(exception))
        return days

    def _closed(self, division: str | None) -> dict[int, Hours]:
        """The bank holidays of a division."""
        return {
            row.day.toordinal(): ()
            for row in self._programme.rows(BANK_HOLIDAYS)
            if division != "none" and row.day is not None and row.division in (None, division)
        }


def _hours(row: Calendar | WorkWeek, day: str, before: Hours) -> Hours:
    hours = read_hours(getattr(row, day))
    return before if hours is None else hours


def _work_week(weeks: WorkWeek) -> dict[int, Hours]:
    if weeks.first is None or weeks.last is None:
        return {}
    said = [read_hours(getattr(weeks, day)) for day in WEEK]
    days = range(weeks.first.toordinal(), weeks.last.toordinal() + 1)
    hours = ((number, said[(number - 1) % 7]) for number in days)
    return {number: each for number, each in hours if each is not None}


_RECENT: Recent[tuple[tuple[Table, ...], Calendars]] = Recent()


def calendars_of(programme: Programme) -> Calendars:
    """The calendars of a picture: the same for as long as nothing that they are read from changes."""
    tables = tuple(programme.tables[key] for key in READ)
    settings = programme.settings
    partners = {row.id: row.calendar for row in programme.rows(PARTNERS) if row.calendar is not None}
    for made_from, made in _RECENT:
        if all(one is other for one, other in zip(made_from, tables, strict=True)) and (
            made.division,
            made.usual_id,
            made.of_partner,
        ) == (settings.division, settings.calendar, partners):
            return made
    return _RECENT.hold((tables, Calendars(programme)))[1]
