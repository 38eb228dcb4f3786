"""The bars of the chart: done is dark, what is left is light, critical is hatched, ghosts stand below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from sharedprog.domain.plan.gantt_rows import BASELINE, SUMMARY, GanttRow
from sharedprog.ui.gantt.palette import Fill, Palette
from sharedprog.ui.gantt.plot import Plot

ROUND = 2.0
"""Pixels by which corners are rounded."""
WIDE_ENOUGH = 8.0
"""Pixels from which a bar has corners and an edge."""
CLEAR = 6.0
"""Pixels between a bar and the words after it."""

Tail = tuple[float, float] | None


def paint_row(
    painter: QPainter, plot: Plot, colours: Palette, row: GanttRow, tail: Tail, colour: str | None = None
) -> None:
    """The ghost, the room to slip, and the bar of one row; ``colour`` is that of its group, as for a palette's fill."""
    _ghost(painter, plot, colours, row)
    if tail is not None:
        _tail(painter, plot, colours, row, tail)
    if row.bar is None:
        return
    if row.milestone:
        _milestone(painter, plot, colours, row, colour)
    elif row.summary:
        _bracket(painter, plot, colours, row)
    else:
        _bar(painter, plot, colours.fill(colour, critical=row.critical), row)


def paint_words(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow, words: str) -> None:
    """The name of a milestone or the mark of a group, after the bar."""
    if row.bar is None:
        return
    box = plot.bar(row.index, row.bar)
    metrics = painter.fontMetrics()
    baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    left = box.right() + CLEAR
    ground = QRectF(left - 2, baseline - metrics.ascent(), metrics.horizontalAdvance(words) + 4, metrics.height())
    painter.fillRect(ground, colours.veil)
    painter.setPen(colours.ink)
    painter.drawText(QPointF(left, baseline), words)


def paint_deadline(painter: QPainter, plot: Plot, colours: Palette, index: int, deadline: tuple[float, bool]) -> None:
    """An arrow down at the end of the day; red and filled where the day is missed."""
    days, missed = deadline
    x, top, half = plot.x(days), plot.y(index + 0.08), plot.row_height * 0.16
    painter.setPen(QPen(colours.critical if missed else colours.ink, 1.2))
    painter.setBrush(QBrush(colours.critical) if missed else QBrush(colours.surface))
    painter.drawPolygon(QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + half * 1.5)]))


def _bar(painter: QPainter, plot: Plot, fill: Fill, row: GanttRow) -> None:
    bar = row.bar
    if bar is None:
        return
    box = plot.bar(row.index, bar)
    done = min(plot.x(bar.done), box.right())
    if box.width() < WIDE_ENOUGH:
        painter.fillRect(box, fill.done if bar.done > bar.x0 else fill.edge)
        return
    painter.setPen(QPen(fill.edge, fill.width))
    painter.setBrush(fill.left)
    painter.setBrushOrigin(QPointF(plot.x(float(int(plot.left))), box.top()))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    if done > box.left() + 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill.done)
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


def _milestone(painter: QPainter, plot: Plot, colours: Palette, row: GanttRow, colour: str | None) -> None:
    """A diamond: red where it is critical; where bars are coloured by group, with a red edge."""
    if row.bar is None:
        return
    box = plot.bar(row.index, row.bar)
    centre = box.center()
    if colour is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.critical if row.critical else colours.ink)
    else:
        fill = colours.fill(colour, critical=row.critical)
        painter.setPen(QPen(fill.edge, fill.width))
        painter.setBrush(fill.done)
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
    y = round(plot.y(row.index + 0.48))
    left, right = max(round(plot.x(tail[0])), -4), min(round(plot.x(tail[1])), plot.width + 4)
    if right <= left:
        return
    painter.fillRect(left, y, right - left, 1, colours.tail)
    painter.fillRect(right, y - 3, 1, 7, colours.tail)
