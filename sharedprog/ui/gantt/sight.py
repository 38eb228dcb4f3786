"""What is in sight of the plan: its rows, its calendars and the days that matter, worked out as they are looked at."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date

from sharedprog.domain.plan.bar_groups import BarGroup, BarGroups
from sharedprog.domain.plan.calendar import WorkingCalendar, days_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.gantt_scale import lines
from sharedprog.domain.plan.gantt_window import Baseline, GanttWindow, day_x
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.registers.table_model import RegisterModel

Span = tuple[float, float]
STEP = 16
"""Tasks looked at before others have their turn."""
BEFORE, AFTER = 31.0, 92.0
"""Days of the chart before the first that is shown, and after the last."""


class Sight:
    """One picture of the plan as the chart looks at it; made anew when the plan or the list changes."""

    def __init__(self, model: RegisterModel, baseline: Baseline | None, by: str = "") -> None:
        self.view = model.session.view
        self.window = GanttWindow(self.view, model.ids, model.places, baseline)
        self.bar_groups = BarGroups(self.view.programme, by) if by else None
        self.lines = lines(self.view.programme, self.view.as_at, date.min, date.max)

    def group(self, task_id: str) -> BarGroup | None:
        """The group that colours the bar of a task, where bars are coloured and it has one."""
        return None if self.bar_groups is None else self.bar_groups.of(self.view.programme.row(TASKS, task_id))

    def span(self) -> Generator[None, None, Span]:
        """From where to where the chart can be scrolled, in days; looked for a few tasks at a time."""
        settings, dates = self.view.programme.settings, self.view.schedule.dates
        first, last = self.view.as_at, settings.day_one or self.view.as_at
        for number, row in enumerate(self.view.outline.values(), start=1):
            if not row.summary:
                found = dates[row.task.id]
                start, finish = found.start or found.finish, found.finish or found.start
                first = min(first, start or first)
                last = max(last, finish or last)
            if number % STEP == 0:
                yield
        return day_x(min(first, last)) - BEFORE, day_x(max(first, last)) + AFTER

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
