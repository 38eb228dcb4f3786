"""The head of the chart: two lines of its scale, and the names of the days that matter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sharedprog.domain.plan.gantt_scale import GanttLine, Tick
from sharedprog.domain.plan.gantt_window import day_x
from sharedprog.ui import fonts
from sharedprog.ui.gantt.palette import Palette, palette
from sharedprog.ui.gantt.plot import Plot
from sharedprog.ui.gantt.zoom import MONTH, Zoom

BAND = 17.0
"""Height of one line of the head, before scaling."""
BANDS = 3
PAD = 4.0
FIRST = {"today": 0, "day_one": 1, "board": 2, "held": 3}
"""Whose name has its place before others, where there is not room for all."""


def head_height() -> int:
    """The height of the head, which the outline's head takes too."""
    return BANDS * fonts.scaled(BAND)


class ChartHead(QWidget):
    """Painted for the same days as the chart beneath it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot(0, 1, 0, 0, 0, -1, 0, 1)
        self.zoom: Zoom = MONTH
        self.lines: Sequence[GanttLine] = ()

    def show_days(self, plot: Plot, zoom: Zoom, lines: Sequence[GanttLine]) -> None:
        """Show the scale of these days."""
        self.plot, self.zoom, self.lines = plot, zoom, lines
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(fonts.scaled(200), head_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scale, then the names of days."""
        painter, colours, plot = QPainter(self), palette(), self.plot
        painter.fillRect(self.rect(), colours.surface)
        band, foot = self.height() / BANDS, self.height() - 0.5
        upper = self.zoom.upper(plot.first_day, plot.last_day)
        painter.setPen(colours.month_pen)
        for tick in upper:
            painter.drawLine(QPointF(round(plot.x(tick.x0)) + 0.5, 0), QPointF(round(plot.x(tick.x0)) + 0.5, foot))
        self._ticks(painter, upper, fonts.semibold(fonts.SECONDARY), colours.muted, 0)
        lower = self.zoom.lower(plot.first_day, plot.last_day)
        self._ticks(painter, lower, fonts.sized(fonts.SECONDARY - 1), colours.muted, band)
        self._names(painter, colours, 2 * band)
        painter.setPen(colours.strong)
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))

    def _ticks(self, painter: QPainter, ticks: Sequence[Tick], font: QFont, colour: QColor, top: float) -> None:
        """The label of each tick that has room for it; the first stays in sight while its days are."""
        painter.setFont(font)
        painter.setPen(colour)
        metrics = QFontMetricsF(font)
        baseline = top + self._centred(metrics)
        for tick in ticks:
            left = max(self.plot.x(tick.x0), 0.0) + PAD
            if left + metrics.horizontalAdvance(tick.label) <= self.plot.x(tick.x1):
                painter.drawText(QPointF(left, baseline), tick.label)

    def _names(self, painter: QPainter, colours: Palette, top: float) -> None:
        font = fonts.sized(fonts.SECONDARY - 1)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        taken: list[tuple[float, float]] = []
        for line in sorted(self.lines, key=lambda each: FIRST[each.kind]):
            place = self._room(line, metrics.horizontalAdvance(line.label), taken)
            if place is None:
                continue
            taken.append((place, place + metrics.horizontalAdvance(line.label)))
            painter.setPen(
                colours.accent if line.kind == "today" else colours.ink if line.kind != "held" else colours.muted
            )
            painter.drawText(QPointF(place, top + self._centred(metrics)), line.label)

    def _room(self, line: GanttLine, width: float, taken: Sequence[tuple[float, float]]) -> float | None:
        """Where a name has room: right of its line, else left of it."""
        x = self.plot.x(day_x(line.day))
        for left in (x + PAD, x - PAD - width):
            free = all(left > right + PAD or left + width < begin - PAD for begin, right in taken)
            if free and left > -PAD and left + width < self.width():
                return left
        return None

    def _centred(self, metrics: QFontMetricsF) -> float:
        return (self.height() / BANDS + metrics.ascent() - metrics.descent()) / 2
