"""The Gantt chart as geometry, the same for paper and screen.

``x`` counts calendar days from the beginning of the first day, so a day with number n spans n to n + 1. The only
``y`` is the number of a row, so rows and bars cannot drift apart: whoever paints gives rows their height.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sharedprog.domain.plan.gantt_links import GanttLink, links_between
from sharedprog.domain.plan.gantt_rows import GanttRow, gantt_row
from sharedprog.domain.plan.gantt_scale import GanttLine, Tick, lines, months, resting, weeks
from sharedprog.domain.plan.outline import OutlineRow, outline
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme


@dataclass(frozen=True)
class Gantt:
    """A whole chart; ``days`` is its width, ``resting`` are stretches (x0, x1) of days on which nobody works."""

    first: date
    last: date
    days: int
    rows: tuple[GanttRow, ...]
    links: tuple[GanttLink, ...]
    months: tuple[Tick, ...]
    weeks: tuple[Tick, ...]
    resting: tuple[tuple[float, float], ...]
    lines: tuple[GanttLine, ...]

    def x(self, day: date) -> float:
        """Where a day begins."""
        return float((day - self.first).days)


def gantt(
    programme: Programme,
    schedule: Schedule,
    as_at: date,
    *,
    first: date | None = None,
    last: date | None = None,
    tasks: Iterable[str] | None = None,
) -> Gantt:
    """The chart of all tasks, or of those named, in the order of the outline.

    Without ``first`` and ``last`` it spans whole months around everything that is shown; a plan without dates
    spans the month of ``as_at``.
    """
    chosen = None if tasks is None else frozenset(tasks)
    shown = [row for row in outline(programme) if chosen is None or row.task.id in chosen]
    begin, end = _span(shown, schedule, as_at)
    begin, end = first or begin, last or end
    end = max(begin, end)
    rows = tuple(gantt_row(index, row, schedule.dates[row.task.id], begin, end) for index, row in enumerate(shown))
    return Gantt(
        first=begin,
        last=end,
        days=(end - begin).days + 1,
        rows=rows,
        links=links_between(programme, {row.task_id: row for row in rows}),
        months=months(begin, end),
        weeks=weeks(begin, end),
        resting=resting(schedule.calendar, begin, end),
        lines=lines(programme, as_at, begin, end),
    )


def _span(rows: Iterable[OutlineRow], schedule: Schedule, as_at: date) -> tuple[date, date]:
    """The first day of the first month and the last day of the last month of these rows."""
    known: list[date] = []
    for row in rows:
        dates, task = schedule.dates[row.task.id], row.task
        days = (dates.start, dates.finish, task.baseline_start, task.baseline_finish)
        known += [day for day in days if day is not None]
    begin, end = min(known, default=as_at), max(known, default=as_at)
    year, month = divmod(end.year * 12 + end.month, 12)
    following = date(year, month + 1, 1) if year <= date.max.year else None
    return begin.replace(day=1), following - timedelta(days=1) if following else date.max
