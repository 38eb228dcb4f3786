"""The scale of a Gantt chart: months, weeks, days on which nobody works, and the lines at days that matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.words import MONTHS, short_day

FINE = 3700
"""Charts of more days than this (ten years) show neither weeks nor single days: they would be finer than a hair."""


@dataclass(frozen=True)
class Tick:
    """One month, from ``x0`` to ``x1``, or one week; ``label`` is ``Dec 2026``, or the Monday: ``30 Nov``."""

    x0: float
    x1: float
    label: str


@dataclass(frozen=True)
class GanttLine:
    """A line down the chart where a day begins; ``kind`` is today, board, held (a board) or day_one."""

    kind: str
    day: date
    x: float
    label: str


def months(first: date, last: date) -> tuple[Tick, ...]:
    """The months, those at the ends as far as they are shown."""
    ticks = []
    begin = first
    while begin <= last:
        months_on = begin.year * 12 + begin.month
        beyond = months_on // 12 > date.max.year
        coming = date.max if beyond else date(months_on // 12, months_on % 12 + 1, 1)
        end = last if beyond else min(last, coming - timedelta(days=1))
        label = f"{MONTHS[begin.month - 1]} {begin.year:04d}"
        ticks.append(Tick(float((begin - first).days), float((end - first).days + 1), label))
        if beyond or end == last:
            break
        begin = coming
    return tuple(ticks)


def weeks(first: date, last: date) -> tuple[Tick, ...]:
    """The weeks that begin on a Monday of the chart."""
    width = (last - first).days + 1
    if width > FINE:
        return ()
    monday = (7 - first.weekday()) % 7
    starts = range(monday, width, 7)
    return tuple(Tick(float(x), float(min(x + 7, width)), short_day(first + timedelta(days=x))) for x in starts)


def resting(calendar: WorkingCalendar, first: date, last: date) -> tuple[tuple[float, float], ...]:
    """Stretches of days on which nobody works."""
    width = (last - first).days + 1
    if width > FINE:
        return ()
    stretches: list[tuple[float, float]] = []
    for x in range(width):
        if not calendar.is_working(first + timedelta(days=x)):
            begin = stretches.pop()[0] if stretches and stretches[-1][1] == x else x
            stretches.append((float(begin), float(x + 1)))
    return tuple(stretches)


def lines(programme: Programme, as_at: date, first: date, last: date) -> tuple[GanttLine, ...]:
    """Today, the boards and Day 1, where the chart shows their days, from left to right."""
    days = [("today", as_at, "today")]
    for board in programme.rows(BOARD_MEETINGS):
        if board.day is not None:
            label = f"board {board.number}" if board.number is not None else "board"
            days.append(("held" if board.held else "board", board.day, label))
    if programme.settings.day_one is not None:
        days.append(("day_one", programme.settings.day_one, "Day 1"))
    shown = sorted((day, kind, label) for kind, day, label in days if first <= day <= last)
    return tuple(GanttLine(kind, day, float((day - first).days), label) for day, kind, label in shown)
