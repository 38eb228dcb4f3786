"""Marks of risks on the heat map: a filled circle where a risk stands, an open one where it should come, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from sharedprog.domain.heatmap import HeatMap, HeatPoint
from sharedprog.domain.phrases import letter
from sharedprog.ui import fonts
from sharedprog.ui.tokens import Pair, current

if TYPE_CHECKING:
    from sharedprog.ui.heat.table import HeatTable

RADIUS, BESIDE, SIZE = 4.0, 7.0, 11.0
"""Of a mark, from its middle to its label, and of the label."""


class Marks:
    """The points of a map over the cells of its table; the selected risk stands out."""

    def __init__(self, table: HeatTable) -> None:
        self._table = table
        self._heat: HeatMap | None = None
        self._tints: dict[tuple[int, int], Pair] = {}
        self.selected: str | None = None

    @property
    def any(self) -> bool:
        """Whether risks are marked one by one."""
        return self._heat is not None and bool(self._heat.points)

    def show_heat(self, heat: HeatMap, selected: str | None) -> None:
        """Stand for another map."""
        self._heat, self.selected = heat, selected

    def at(self, place: QPointF) -> str | None:
        """The risk whose mark, or label, is at this place."""
        for point in self._in_order(topmost_first=True):
            if self.box(point).contains(place):
                return point.risk
        return None

    def label(self, point: HeatPoint) -> str:
        """The label of a risk, without its letters where the cell is narrow; none for a target."""
        if point.target:
            return ""
        right = self._table.where(int(point.x) + 1, point.y).x() - 3
        room = right - self._table.where(point.x, point.y).x() - BESIDE * fonts.text_scale()
        metrics = QFontMetricsF(self._font())
        short = point.ref.rpartition("-")[2]
        return next((words for words in (point.ref, short) if metrics.horizontalAdvance(words) <= room), "")

    def paint(self, painter: QPainter) -> None:
        """Lines first, then marks with their labels; those of the selected risk last of each."""
        if self._heat is None or not self._heat.points:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current()
        self._tints = {(cell.likelihood, cell.impact): tokens.pair(letter(cell.rag)) for cell in self._heat.cells}
        for now, then in sorted(self._heat.joins, key=lambda join: join[0].risk == self.selected):
            chosen = now.risk == self.selected
            width = (1.8 if chosen else 1.0) * fonts.text_scale()
            painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.muted), width, Qt.PenStyle.DashLine))
            painter.drawLine(self._table.where(now.x, now.y), self._table.where(then.x, then.y))
        self._paint_counts(painter, self._heat)
        for point in self._in_order(topmost_first=False):
            self._paint_mark(painter, point)

    def _paint_counts(self, painter: QPainter, heat: HeatMap) -> None:
        """How many others a cell holds, on its own tint, so that no line runs through a figure."""
        font = fonts.semibold(fonts.BODY)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for cell in heat.cells:
            if not cell.others:
                continue
            at, words = self._table.where(*cell.count_at), str(cell.others)
            wide, tall = metrics.horizontalAdvance(words), metrics.capHeight()
            left = max(at.x() - wide / 2, self._table.where(cell.impact - 1, 0).x() + 3)
            ground = self._tints[cell.likelihood, cell.impact].ground
            painter.fillRect(QRectF(left - 1, at.y() - tall / 2 - 2, wide + 2, tall + 4), QColor(ground))
            painter.setPen(QColor(current().ink))
            painter.drawText(QPointF(left, at.y() + tall / 2), words)

    def _in_order(self, *, topmost_first: bool) -> list[HeatPoint]:
        points = list(self._heat.points) if self._heat is not None else []
        points.sort(key=lambda point: (point.risk == self.selected, not point.target))
        return points[::-1] if topmost_first else points

    def box(self, point: HeatPoint) -> QRectF:
        """What a mark covers with its label."""
        at, scale = self._table.where(point.x, point.y), fonts.text_scale()
        reach = (RADIUS + 1.5) * scale
        box = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
        words = self.label(point)
        if words:
            box.setRight(at.x() + BESIDE * scale + QFontMetricsF(self._font()).horizontalAdvance(words) + 1)
        return box

    def _paint_mark(self, painter: QPainter, point: HeatPoint) -> None:
        tokens, scale = current(), fonts.text_scale()
        at, chosen = self._table.where(point.x, point.y), point.risk == self.selected
        pair = self._tints.get((int(point.y) + 1, int(point.x) + 1), tokens.pair("–"))
        words = self.label(point)
        if words:
            metrics = QFontMetricsF(self._font())
            left, tall = at.x() + BESIDE * scale, metrics.capHeight()
            plate = QRectF(left - 1, at.y() - tall / 2 - 2, metrics.horizontalAdvance(words) + 2, tall + 4)
            painter.fillRect(plate, QColor(tokens.accent if chosen else pair.ground))
            painter.setFont(self._font())
            painter.setPen(QColor(tokens.on_accent if chosen else tokens.ink))
            painter.drawText(QPointF(left, at.y() + tall / 2), words)
        ink = QColor(tokens.accent if chosen else tokens.ink if point.target else pair.ink)
        painter.setPen(QPen(ink, 1.6 * scale if chosen else 1.1 * scale))
        painter.setBrush(QColor(tokens.surface) if point.target else ink)
        reach = RADIUS * scale
        painter.drawEllipse(at, reach, reach)

    def _font(self) -> QFont:
        return fonts.semibold(SIZE)
