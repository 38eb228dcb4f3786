"""The bars of the chart: done is dark, what is left is light, critical is hatched, ghosts stand below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from sharedprog.domain.plan.gantt_rows import BASELINE, SUMMARY, GanttRow
from sharedprog.ui.gantt.palette import Palette
from sharedprog.ui.gantt.plot import Plot

ROUND = 2.0
"""Pixels by which corners are rounded."""
WIDE_ENOUGH = 8.0
"""Pixels from which a bar has corners and an edge."""
CLEAR = 6.0
"""Pixels between a diamond and its name."""


def paint_row(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow, tail: tuple[float, float] | None) -> None:
    """The ghost, the room to slip, and the bar of one row."""
    _ghost(painter, plot, colours, row)
    if tail is not None:
        _tail(painter, plot, colours, row, tail)
    if row.bar is None:
        return
    if row.milestone:
        _diamond(painter, plot.bar(row.index, row.bar), colours.critical if row.critical else colours.ink)
    elif row.summary:
        _bracket(painter, plot, colours, row)
    else:
        _bar(painter, plot, colours, row)


def paint_name(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow) -> None:
    """The name of a milestone, beside its diamond."""
    if row.bar is None:
        return
    box = plot.bar(row.index, row.bar)
    metrics = painter.fontMetrics()
    baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    left = box.right() + CLEAR
    ground = QRectF(left - 2, baseline - metrics.ascent(), metrics.horizontalAdvance(row.title) + 4, metrics.height())
    painter.fillRect(ground, colours.veil)
    painter.setPen(colours.ink)
    painter.drawText(QPointF(left, baseline), row.title)


def paint_deadline(painter: QPainter, plot: Plot, colours: Palette, index: int, deadline: tuple[float, bool]) -> None:
    """An arrow down at the end of the day; red and filled where the day is missed."""
    days, missed = deadline
    x, top, half = plot.x(days), plot.y(index + 0.08), plot.row_height * 0.16
    painter.setPen(QPen(colours.critical if missed else colours.ink, 1.2))
    painter.setBrush(QBrush(colours.critical) if missed else QBrush(colours.surface))
    painter.drawPolygon(QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + half * 1.5)]))


def _bar(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow) -> None:
    bar = row.bar
    if bar is None:
        return
    box = plot.bar(row.index, bar)
    done = min(plot.x(bar.done), box.right())
    dark, light = (colours.critical, colours.hatch) if row.critical else (colours.done, QBrush(colours.left))
    if box.width() < WIDE_ENOUGH:
        painter.fillRect(box, dark if bar.done > bar.x0 or row.critical else colours.edge)
        return
    painter.setPen(QPen(colours.critical if row.critical else colours.edge, 1.0))
    painter.setBrush(light)
    painter.setBrushOrigin(QPointF(plot.x(float(int(plot.left))), box.top()))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    if done > box.left() + 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dark)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), done - box.left(), box.height()), ROUND, ROUND)


def _bracket(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow) -> None:
    """A beam whose tips reach down where the summary begins and ends."""
    if row.bar is None:
        return
    beam = plot.bar(row.index, row.bar, SUMMARY)
    tip = min(beam.height() * 1.6, beam.width() / 2)
    left, right, top, foot = beam.left(), beam.right(), beam.top(), beam.bottom()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.summary)
    shape = (
        QPointF(left, top),
        QPointF(right, top),
        QPointF(right, foot + tip),
        QPointF(right - tip, foot),
        QPointF(left + tip, foot),
        QPointF(left, foot + tip),
    )
    painter.drawPolygon(QPolygonF(shape))


def _diamond(painter: QPainter, box: QRectF, colour: QColor) -> None:
    centre = box.center()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    shape = (
        QPointF(centre.x(), box.top()),
        QPointF(box.right(), centre.y()),
        QPointF(centre.x(), box.bottom()),
        QPointF(box.left(), centre.y()),
    )
    painter.drawPolygon(QPolygonF(shape))


def _ghost(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow) -> None:
    """A thin strip where the baseline was; of a milestone, a small hollow diamond's foot."""
    if row.baseline is None:
        return
    box = plot.bar(row.index, row.baseline, BASELINE)
    if row.milestone:
        box.setWidth(box.height() * 2)
        box.moveLeft(plot.x(row.baseline.x0) - box.height())
    painter.fillRect(box, colours.ghost)


def _tail(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow, tail: tuple[float, float]) -> None:
    """A thin line from the finish to the latest finish, with a stop at its end."""
    y = round(plot.y(row.index + 0.48)) + 0.5
    left, right = max(plot.x(tail[0]), -4.0), min(plot.x(tail[1]), plot.width + 4.0)
    if right <= left:
        return
    painter.setPen(QPen(colours.tail, 1.0))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.drawLine(QPointF(right, y - 3), QPointF(right, y + 3))
