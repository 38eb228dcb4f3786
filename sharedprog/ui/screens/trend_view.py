"""The milestone trend on the screen: the drawing of the pack, in the colours of the moment."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharedprog.domain.plan.milestone_trend import Trend
from sharedprog.domain.plan.trend_chart import Frame, TrendChart, TrendLine, trend_chart
from sharedprog.ui import fonts
from sharedprog.ui.lines_model import LEFT
from sharedprog.ui.tokens import current

LIGHT = ("#0B5C6B", "#A34700", "#6A3D9A", "#1F62B0", "#8E1A13", "#3F6212")
DARK = ("#58B7C6", "#F2A65A", "#C9A6F0", "#8FBDF2", "#FF9D93", "#B5D16B")
"""Colours of lines, told apart by people who do not tell red from green; each line has a mark of its own as well."""
NAMES, LEAST_HEIGHT = 250.0, 90.0
_RADIUS, _LEADER = 3.2, 14.0
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class TrendView(QWidget):
    """What it shows is its accessible description; the figures stand in a table beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend: Trend | None = None
        self.chart: TrendChart | None = None
        self.setAccessibleName("Milestone trend")
        self.setMinimumSize(fonts.scaled(300), fonts.scaled(LEAST_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide enough for the names beside the lines."""
        return QSize(fonts.scaled(640), fonts.scaled(280))

    def show_trend(self, trend: Trend) -> None:
        """Draw another."""
        self._trend, self.chart = trend, None
        self.setAccessibleDescription(trend.words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Months and boards, the diagonal, the lines with their names."""
        if self._trend is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.secondary())
        metrics = QFontMetricsF(painter.font())
        frame = Frame(
            width=float(self.width()),
            height=float(self.height()),
            left=metrics.horizontalAdvance("Sep 2026") + 10,
            right=min(float(fonts.scaled(NAMES)), self.width() * 0.4),
            top=metrics.height() / 2 + 2,
            bottom=metrics.height() + 8,
            line=metrics.height(),
        )
        if self.chart is None or self.chart.frame != frame:
            self.chart = trend_chart(self._trend, frame)
        if self.chart is not None:
            _paint_ground(painter, self.chart)
            for line in self.chart.lines:
                _paint_line(painter, frame, line)


def _paint_ground(painter: QPainter, chart: TrendChart) -> None:
    tokens, frame = current(), chart.frame
    for y, label in chart.levels:
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(QPointF(frame.left, y), QPointF(frame.end, y))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QRectF(0, y - frame.line, frame.left - 8, 2 * frame.line), int(RIGHT), label)
    for x, label in chart.columns:
        painter.setPen(QPen(QColor(tokens.strong_line), 1))
        painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.foot))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QRectF(x - 40, frame.foot + 5, 80, frame.line), int(CENTRE), label)
    painter.setPen(QColor(tokens.muted))
    painter.drawText(QRectF(0, frame.foot + 5, frame.left - 12, frame.line), int(RIGHT), "Board")
    painter.setPen(QPen(QColor(tokens.muted), 1, Qt.PenStyle.DashLine))
    painter.drawLine(*(QPointF(*end) for end in chart.diagonal))


def _paint_line(painter: QPainter, frame: Frame, line: TrendLine) -> None:
    """Its way, a mark at each board, a leader to its name."""
    tokens = current()
    colour = QColor(tokens.ink if tokens.high_contrast else (DARK if tokens.dark else LIGHT)[line.colour])
    points = [QPointF(*point) for point in line.points]
    painter.setPen(QPen(colour, 1.8))
    painter.drawPolyline(points)
    name = QPointF(frame.end + _LEADER, line.label_y)
    painter.setPen(QPen(colour, 0.7))
    painter.drawLine(points[-1] + QPointF(_RADIUS, 0), name)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for point in (*points, name + QPointF(_RADIUS, 0)):
        _paint_mark(painter, line.mark, point)
    painter.setPen(QColor(tokens.ink))
    left = name.x() + 3 * _RADIUS
    room = QRectF(left, line.label_y - frame.line, frame.width - left, 2 * frame.line)
    painter.drawText(room, LEFT, _fitting(line, QFontMetricsF(painter.font()), room.width()))


def _fitting(line: TrendLine, metrics: QFontMetricsF, room: float) -> str:
    """How far it moved is never cut off."""
    moved = line.moved_words
    name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(f" {moved}"))
    return f"{name} {moved}".rstrip()


def _paint_mark(painter: QPainter, mark: str, at: QPointF) -> None:
    r = _RADIUS
    match mark:
        case "circle":
            painter.drawEllipse(at, r, r)
            return
        case "square":
            corners = [(-r, -r), (r, -r), (r, r), (-r, r)]
        case "up":
            corners = [(-1.2 * r, r), (1.2 * r, r), (0, -1.3 * r)]
        case "down":
            corners = [(-1.2 * r, -r), (1.2 * r, -r), (0, 1.3 * r)]
        case _:
            corners = [(0, -1.4 * r), (1.4 * r, 0), (0, 1.4 * r), (-1.4 * r, 0)]
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
