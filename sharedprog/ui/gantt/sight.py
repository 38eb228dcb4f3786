"""What is in sight of the plan: its rows, its calendars and the days that matter, worked out as they are looked at."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.plan.calendar import WorkingCalendar, days_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.gantt_scale import lines
from sharedprog.domain.plan.gantt_window import Baseline, GanttWindow, day_x
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.registers.table_model import RegisterModel

BEFORE, AFTER = 31.0, 92.0
"""Days of the chart before the first that is shown, and after the last."""


class Sight:
    """One picture of the plan as the chart looks at it; made anew when the plan or the list changes."""

    def __init__(self, model: RegisterModel, baseline: Baseline | None) -> None:
        self.view = model.session.view
        self.window = GanttWindow(self.view, model.ids, model.places, baseline)
        self.lines = lines(self.view.programme, self.view.as_at, date.min, date.max)

    def span(self) -> tuple[float, float]:
        """From where to where the chart can be scrolled, in days."""
        schedule = self.view.schedule
        days = (schedule.start, schedule.finish, self.view.programme.settings.day_one, self.view.as_at)
        known = [day for day in days if day is not None]
        return day_x(min(known)) - BEFORE, day_x(max(known)) + AFTER

    def calendar(self, index: int) -> WorkingCalendar:
        """The days that the task of a row can be worked on."""
        task = self.view.programme.row(TASKS, self.window.ids[index])
        calendars = calendars_of(self.view.programme)
        return _days(calendars.usual if task is None else calendars.of(task))

    def groups(self, first: int, last: int) -> list[tuple[int, int, WorkingCalendar]]:
        """Runs of rows that go by one calendar; without rows, the programme's."""
        if last < first:
            return [(first, first, _days(calendars_of(self.view.programme).usual))]
        groups: list[tuple[int, int, WorkingCalendar]] = []
        for index in range(first, last + 1):
            calendar = self.calendar(index)
            if groups and groups[-1][2] is calendar:
                groups[-1] = (groups[-1][0], index, calendar)
            else:
                groups.append((index, index, calendar))
        return groups


_KNOWN: dict[int, tuple[WorkingTime, WorkingCalendar]] = {}
MOST = 64
"""Calendars remembered."""


def _days(working: WorkingTime) -> WorkingCalendar:
    """The same days for the same working times."""
    known = _KNOWN.get(id(working))
    if known is None or known[0] is not working:
        if len(_KNOWN) > MOST:
            _KNOWN.clear()
        known = _KNOWN[id(working)] = (working, days_of(working))
    return known[1]
