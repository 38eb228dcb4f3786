"""Ticks in the boxes of a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sharedprog.ui import fonts
from sharedprog.ui.tokens import current


class Ticks(QStyledItemDelegate):
    """Draws the tick of a line that is ticked, in the colours of the moment."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The line, its box, then the tick."""
        super().paint(painter, option, index)
        if Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is not Qt.CheckState.Checked:
            return
        placed = QStyleOptionViewItem(option)
        self.initStyleOption(placed, index)
        view = self.parent()
        if not isinstance(view, QListWidget):
            return
        box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, placed, view)
        places = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.3)]
        pen = QPen(QColor(current().on_accent), 1.6 * fonts.text_scale())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        corners = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in places]
        painter.drawPolyline(QPolygonF(corners))
        painter.restore()
