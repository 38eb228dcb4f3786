"""What the bars stand on: days on which nobody works, months, and the lines at days that matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.plan.gantt_scale import GanttLine, Tick, resting
from sharedprog.domain.plan.gantt_window import day_x
from sharedprog.ui.gantt.palette import Palette
from sharedprog.ui.gantt.plot import Plot

CHUNK = 64
"""Days whose rests are worked out, and remembered, together."""
LEAST = 2.0
"""Pixels from which single days are shaded."""
MOST_KEPT = 2_000


class Rests:
    """Stretches of days without work, remembered by calendar."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[WorkingCalendar, tuple[tuple[float, float], ...]]] = {}

    def stretches(self, calendar: WorkingCalendar, first: date, last: date) -> Iterator[tuple[float, float]]:
        """From where to where, in days of the chart, nobody works between two days."""
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        for chunk in range(first.toordinal() // CHUNK, last.toordinal() // CHUNK + 1):
            known = self._known.get((id(calendar), chunk))
            if known is None or known[0] is not calendar:
                known = self._known[id(calendar), chunk] = (calendar, _rests(calendar, chunk))
            yield from known[1]


def _rests(calendar: WorkingCalendar, chunk: int) -> tuple[tuple[float, float], ...]:
    begin = date.fromordinal(max(1, chunk * CHUNK))
    end = date.fromordinal(min(date.max.toordinal(), chunk * CHUNK + CHUNK - 1))
    x = day_x(begin)
    return tuple((x + x0, x + x1) for x0, x1 in resting(calendar, begin, end))


def paint_rests(
    painter: QPainter, plot: Plot, colours: Palette, rests: Rests, groups: Sequence[tuple[int, int, WorkingCalendar]]
) -> None:
    """Shade them, row by row where rows go by calendars of their own; the last group reaches to the foot."""
    if plot.pitch < LEAST:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.rest)
    for first, last, calendar in groups:
        top = plot.y(first) if first > plot.first else 0.0
        foot = plot.y(last + 1) if last < plot.last else float(plot.height)
        stretches = rests.stretches(calendar, plot.first_day, plot.last_day)
        painter.drawRects([QRectF(plot.x(x0), top, (x1 - x0) * plot.pitch, foot - top) for x0, x1 in stretches])


def paint_months(painter: QPainter, plot: Plot, colours: Palette, ticks: Sequence[Tick]) -> None:
    """A hairline where each tick begins."""
    painter.setPen(colours.month_pen)
    painter.drawLines([_down(plot, tick.x0) for tick in ticks])


def paint_lines(painter: QPainter, plot: Plot, colours: Palette, lines: Sequence[GanttLine]) -> None:
    """Today, boards and Day 1."""
    for line in reversed(lines):
        painter.setPen(pen_of(line, colours))
        painter.drawLine(_down(plot, day_x(line.day)))


def pen_of(line: GanttLine, colours: Palette) -> QPen:
    """The pen of a line at a day that matters."""
    match line.kind:
        case "today":
            return colours.today_pen
        case "day_one":
            return colours.day_one_pen
        case "board":
            return colours.board_pen
        case _:
            return colours.held_pen


def _down(plot: Plot, days: float) -> QLineF:
    x = round(plot.x(days)) + 0.5
    return QLineF(QPointF(x, 0), QPointF(x, plot.height))
