"""Paints the rows of the outline in one go: words are fitted once, and remembered until something changes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication, QTableView

from sharedprog.domain.columns import Column
from sharedprog.domain.phrases import letter
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.ui import fonts
from sharedprog.ui.pills import TRAVEL, paint_pill
from sharedprog.ui.registers.cell_painter import LABELS, PAD
from sharedprog.ui.registers.outline_model import OutlineModel
from sharedprog.ui.tokens import Tokens, current

INDENT = 13.0
"""How far a task stands in for each step of the outline, before scaling."""
ARROW = 15.0
"""Room for the arrow of a summary task, before scaling."""
MOST_KEPT = 20_000


class Words(NamedTuple):
    """What stands in a cell of a width: the words that fit, how wide they are, and a rating."""

    room: float
    text: str
    width: float
    rag: str | None


class OutlinePainter:
    """Rows of one height, their names indented, with an arrow before each summary task."""

    def __init__(self, model: OutlineModel) -> None:
        self._model = model
        self._known: dict[tuple[str, str, bool], Words] = {}
        self._measured_for = 0.0
        self._body, self._strong = QFont(), QFont()
        model.session.changed.connect(lambda _: self._known.clear())

    def paint(self, painter: QPainter, view: QTableView, exposed: QRect) -> None:
        """The rows and columns that are exposed."""
        self._measure()
        tokens, model = current(), self._model
        painter.fillRect(exposed, QColor(tokens.surface))
        first, last = view.rowAt(exposed.top()), view.rowAt(exposed.bottom())
        if first < 0:
            return
        last = last if last >= 0 else model.rowCount() - 1
        spans = [
            (place, column, view.columnViewportPosition(place), view.columnWidth(place))
            for place, column in enumerate(model.columns)
        ]
        shown = [span for span in spans if span[2] <= exposed.right() and span[2] + span[3] >= exposed.left()]
        height, chosen, root = view.rowHeight(first), view.selectionModel(), view.rootIndex()
        line, ink, muted = QColor(tokens.line), QColor(tokens.ink), QColor(tokens.muted)
        end = spans[-1][2] + spans[-1][3] if spans else 0
        painter.setFont(self._body)
        top = view.rowViewportPosition(first)
        for row in range(first, last + 1):
            outline = model.session.view.outline[model.ids[row]]
            if chosen.isRowSelected(row, root):
                painter.fillRect(QRect(0, top, end, height), QColor(tokens.accent_tint))
            painter.setPen(line)
            painter.drawLine(0, top + height - 1, end - 1, top + height - 1)
            for _, column, left, width in shown:
                painter.setPen(muted if column.name in LABELS else ink)
                self._cell(painter, outline, column, QRect(left, top, width, height))
            top += height
        self._focus(painter, view, tokens)

    def _measure(self) -> None:
        points = QApplication.font().pointSizeF()
        if points != self._measured_for:
            self._measured_for = points
            self._known.clear()
            self._body, self._strong = QFont(QApplication.font()), fonts.semibold()
            self._metrics = (QFontMetricsF(self._body), QFontMetricsF(self._strong))
            self._pad, self._indent, self._arrow = fonts.scaled(PAD), fonts.scaled(INDENT), fonts.scaled(ARROW)

    def _cell(self, painter: QPainter, outline: OutlineRow, column: Column, box: QRect) -> None:
        """The words of one cell."""
        left = float(box.left() + self._pad)
        strong = False
        if column.name == "title":
            left += outline.depth * self._indent
            strong = outline.summary
            if strong and self._model.in_outline:
                middle = QPointF(left + fonts.scaled(4), box.center().y() + 0.5)
                paint_arrow(painter, middle, folded=self._model.is_folded(outline.task.id))
                painter.setPen(QColor(current().ink))
            left += self._arrow
        room = box.right() - self._pad - left
        words = self._fitted(outline, column, room, strong=strong)
        if words.rag is not None:
            paint_pill(painter, QRectF(left, box.top(), room, box.height()), letter(words.rag), words.text)
            painter.setFont(self._body)
            return
        if not words.text:
            return
        metrics = self._metrics[strong]
        baseline = box.top() + (box.height() - 1 + metrics.ascent() - metrics.descent()) / 2
        if column.figures:
            left += room - words.width
        if strong:
            painter.setFont(self._strong)
            painter.drawText(QPointF(left, baseline), words.text)
            painter.setFont(self._body)
        else:
            painter.drawText(QPointF(left, baseline), words.text)

    def _fitted(self, outline: OutlineRow, column: Column, room: float, *, strong: bool) -> Words:
        key = (outline.task.id, column.name, strong)
        known = self._known.get(key)
        if known is not None and known.room == room:
            return known
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        shown = column.shown(self._model.session.view, outline.task)
        text = " ".join(TRAVEL.get(shown.travel or "", shown.text).split())
        metrics = self._metrics[strong]
        width = metrics.horizontalAdvance(text)
        if width > room and shown.rag is None:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0))
            width = metrics.horizontalAdvance(text)
        made = self._known[key] = Words(room, text, width, shown.rag)
        return made

    def _focus(self, painter: QPainter, view: QTableView, tokens: Tokens) -> None:
        """A ring round the cell that the person is on."""
        index = view.currentIndex()
        if view.hasFocus() and index.isValid():
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(view.visualRect(index).adjusted(0, 0, -1, -1))


def paint_arrow(painter: QPainter, middle: QPointF, *, folded: bool) -> None:
    """A small triangle: down where the summary is open, to the right where it is folded."""
    half = fonts.scaled(4)
    corners = [QPointF(-half, -half * 0.6), QPointF(half, -half * 0.6), QPointF(0, half * 0.8)]
    if folded:
        corners = [QPointF(-half * 0.6, -half), QPointF(half * 0.8, 0), QPointF(-half * 0.6, half)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current().ink))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
