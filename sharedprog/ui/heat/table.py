"""The heat map on the screen: cells to choose by arrows, Enter or a click, and marks of risks that can be picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from sharedprog.domain.heatmap import HeatCell, HeatMap
from sharedprog.domain.phrases import letter
from sharedprog.ui import fonts
from sharedprog.ui.heat.marks import Marks
from sharedprog.ui.heat.model import HEAT_CELL, HeatModel, Index
from sharedprog.ui.labels import set_role
from sharedprog.ui.tokens import current

LABELS, SMALL, GAP = 62.0, 11.0, 1.5
"""Room for the words of likelihood, the size of small words, and half the gap between cells."""


class HeatTable(QTableView):
    """``chosen`` carries the likelihood and impact of a cell that holds risks, ``picked`` the risk of a mark."""

    chosen = Signal(int, int)
    picked = Signal(str)

    def __init__(self, tall: float) -> None:
        super().__init__()
        self.heat = HeatModel(self)
        self.marks = Marks(self)
        self._tall = tall
        self.setModel(self.heat)
        self.setItemDelegate(HeatPainter(self))
        set_role(self, "heat")
        self.setAccessibleName("Risk heat map")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(fonts.scaled(220))
        self.setMouseTracking(True)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.hide()
            head.setMinimumSectionSize(1)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.heat.modelReset.connect(self._fit)

    def show_heat(self, heat: HeatMap, selected: str | None = None) -> None:
        """Show another map, with the mark of one risk standing out."""
        self.marks.show_heat(heat, selected)
        self.heat.show_heat(heat)
        self.viewport().update()

    def where(self, x: float, y: float) -> QPointF:
        """A place of the map, in cells, on the screen."""
        columns, rows = self.heat.columnCount() - 1, self.heat.rowCount() - 1
        left, wide = self.columnViewportPosition(1), self.columnWidth(1)
        foot = self.rowViewportPosition(max(rows, 0))
        return QPointF(left + min(x, columns) * wide, foot - min(y, rows) * self.rowHeight(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a mark picks its risk, one beside it the cell."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        risk = self.marks.at(event.position())
        if risk is not None:
            self.picked.emit(risk)
        else:
            self._choose(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be chosen."""
        super().mouseMoveEvent(event)
        cell = self.heat.cell(self.indexAt(event.position().toPoint()))
        leads = self.marks.at(event.position()) is not None or (cell is not None and bool(cell.risks))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin at the most dangerous cell that holds a risk."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.heat.heat is not None:
            held = [cell for cell in self.heat.heat.cells if cell.risks] or list(self.heat.heat.cells)
            worst = max(held, key=lambda cell: cell.score, default=None)
            if worst is not None:
                self.setCurrentIndex(self._index(worst))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cells share the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, other letters: all is painted anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, then the marks over them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.marks.paint(painter)

    def _index(self, cell: HeatCell) -> QModelIndex:
        rows = self.heat.rowCount() - 1
        levels = sorted({each.likelihood for each in self.heat.heat.cells}, reverse=True) if self.heat.heat else []
        impacts = sorted({each.impact for each in self.heat.heat.cells}) if self.heat.heat else []
        return self.heat.index(min(levels.index(cell.likelihood), rows), impacts.index(cell.impact) + 1)

    def _choose(self, index: QModelIndex) -> None:
        cell = self.heat.cell(index)
        if cell is not None and cell.risks:
            self.chosen.emit(cell.likelihood, cell.impact)

    def _fit(self) -> None:
        columns, rows = self.heat.columnCount(), self.heat.rowCount()
        if not columns or not rows:
            return
        labels, tall, foot = fonts.scaled(LABELS), fonts.scaled(self._tall), fonts.scaled(34)
        wide = max((self.viewport().width() - labels) // (columns - 1), 1)
        self.setColumnWidth(0, labels)
        for column in range(1, columns):
            self.setColumnWidth(column, wide)
        for row in range(rows - 1):
            self.setRowHeight(row, tall)
        self.setRowHeight(rows - 1, foot)
        self.setFixedHeight((rows - 1) * tall + foot + 2)


class HeatPainter(QStyledItemDelegate):
    """A cell: its tint, its letter and score, and how many risks are there; or the words of a step."""

    def __init__(self, table: HeatTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        cell = index.data(HEAT_CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(cell, HeatCell):
            ring = self._table.hasFocus() and self._table.currentIndex() == index
            self._paint_cell(painter, QRectF(option.rect), cell, ring=ring)
        else:
            below = bool(index.column()) or index.row() == self._table.heat.rowCount() - 1
            painter.setFont(fonts.sized(SMALL + 0.5))
            painter.setPen(QColor(current().muted))
            side = Qt.AlignmentFlag.AlignHCenter if below else Qt.AlignmentFlag.AlignRight
            up = Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignVCenter
            room = option.rect.adjusted(0, 3, 0, 0) if below else option.rect.adjusted(0, 0, -fonts.scaled(6), 0)
            painter.drawText(room, int(side | up | Qt.TextFlag.TextWordWrap), str(index.data() or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The table gives its cells their size."""
        return QSize(0, 0)

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: HeatCell, *, ring: bool) -> None:
        tokens, scale = current(), fonts.text_scale()
        pair = tokens.pair(letter(cell.rag))
        box = rect.adjusted(GAP, GAP, -GAP, -GAP)
        edge = QPen(QColor(tokens.accent), 2 * scale) if ring else Qt.PenStyle.NoPen
        painter.setPen(QPen(QColor(pair.ink)) if tokens.high_contrast and not ring else edge)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(box, 3 * scale, 3 * scale)
        painter.setPen(QColor(pair.ink))
        painter.setFont(fonts.sized(SMALL - 1))
        corner = box.adjusted(0, -0.5 * scale, -4 * scale, 0)
        painter.drawText(
            corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, f"{letter(cell.rag)}{cell.score}"
        )
        if not cell.others or self._table.marks.any:
            return  # the marks bring their own counts, above the lines
        painter.setPen(QColor(tokens.ink))
        painter.setFont(fonts.semibold(fonts.BODY + 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(cell.others))
