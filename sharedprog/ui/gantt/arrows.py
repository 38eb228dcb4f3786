"""The links between bars, with an arrow at the one that waits."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from sharedprog.domain.plan.gantt_links import GanttLink
from sharedprog.ui.gantt.palette import Palette
from sharedprog.ui.gantt.plot import Plot

HEAD = 4.0
"""Pixels from the point of an arrow to its shoulders."""
OUT_OF_SIGHT = 40.0


def paint_links(painter: QPainter, plot: Plot, colours: Palette, links: Iterable[GanttLink]) -> None:
    """Critical ones last, so that none is hidden by another."""
    for link in sorted(links, key=lambda each: each.critical):
        points = [QPointF(round(plot.x(x)) + 0.5, round(plot.y(y)) + 0.5) for x, y in link.points]
        across = [point.x() for point in points]
        if max(across) < -OUT_OF_SIGHT or min(across) > plot.width + OUT_OF_SIGHT:
            continue
        painter.setPen(colours.critical_pen if link.critical else colours.link_pen)
        painter.drawPolyline(points)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(_head(points[-2], points[-1]))


def _head(before: QPointF, point: QPointF) -> QPolygonF:
    """A small triangle that points the way the line goes."""
    dx, dy = point.x() - before.x(), point.y() - before.y()
    length = max(abs(dx), abs(dy), 1.0)
    along, side = QPointF(dx / length * HEAD, dy / length * HEAD), QPointF(-dy / length * HEAD, dx / length * HEAD)
    back = point - along
    return QPolygonF([point, back + side * 0.8, back - side * 0.8])
