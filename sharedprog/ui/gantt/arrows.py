"""The links between bars, with an arrow at the one that waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from sharedprog.domain.plan.gantt_links import GanttLink
from sharedprog.ui.gantt.palette import Palette
from sharedprog.ui.gantt.plot import Plot

HEAD = 4.0
"""Pixels from the point of an arrow to its shoulders."""
OUT_OF_SIGHT = 40.0
Line = list[QPointF]


def paint_links(painter: QPainter, plot: Plot, colours: Palette, links: Iterable[GanttLink]) -> None:
    """Critical ones last, so that none is hidden by another."""
    plain: list[Line] = []
    critical: list[Line] = []
    for link in links:
        points = [QPointF(round(plot.x(x)) + 0.5, round(plot.y(y)) + 0.5) for x, y in link.points]
        across = [point.x() for point in points]
        if max(across) >= -OUT_OF_SIGHT and min(across) <= plot.width + OUT_OF_SIGHT:
            (critical if link.critical else plain).append(points)
    for lines, pen in ((plain, colours.link_pen), (critical, colours.critical_pen)):
        _paint_lines(painter, lines, pen)


def _paint_lines(painter: QPainter, lines: Sequence[Line], pen: QPen) -> None:
    """All of one pen together: lines go along the pixels, only their heads need smoothing."""
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.drawLines([QLineF(one, other) for points in lines for one, other in pairwise(points)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(pen.color())
    painter.setPen(Qt.PenStyle.NoPen)
    for points in lines:
        painter.drawPolygon(_head(points[-2], points[-1]))


def _head(before: QPointF, point: QPointF) -> QPolygonF:
    """A small triangle that points the way the line goes."""
    dx, dy = point.x() - before.x(), point.y() - before.y()
    length = max(abs(dx), abs(dy), 1.0)
    along, side = QPointF(dx / length * HEAD, dy / length * HEAD), QPointF(-dy / length * HEAD, dx / length * HEAD)
    back = point - along
    return QPolygonF([point, back + side * 0.8, back - side * 0.8])
