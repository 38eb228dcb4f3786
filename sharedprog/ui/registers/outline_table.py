"""The outline of the plan as a table: rows of one height, summary tasks that fold, rows that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from sharedprog.domain.plan.outline import OutlineRow, shape_of
from sharedprog.ui import fonts
from sharedprog.ui.registers.cell_painter import PAD
from sharedprog.ui.registers.outline_model import OutlineModel
from sharedprog.ui.registers.outline_painter import ARROW, INDENT, OutlinePainter
from sharedprog.ui.registers.table_model import DEPTH, ROW_ID
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.tokens import current

AIR = 9.0
"""What a row is higher than its line of words."""
LEAST, MOST = 190.0, 300.0
"""The least and the greatest width of the names, before scaling."""
MOST_NUMBER = 96.0
"""The greatest width of the outline numbers, before scaling."""
BESIDE = ("wbs", "days", "percent_complete")
"""Columns that the names leave room for; others are further to the right."""
_FOLD = {Qt.Key.Key_Left: True, Qt.Key.Key_Minus: True, Qt.Key.Key_Right: False, Qt.Key.Key_Plus: False}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class OutlineTable(RegisterTable):
    """``dropped`` carries the rows dragged, the row they are dropped at, and whether they go after it.

    ``indented`` says that they were dragged across: to the right, into the task above, or out again.
    """

    dropped = Signal(tuple, str, bool)
    indented = Signal(bool)
    inserts = Signal()

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        self._pressed: QPoint | None = None
        self._drop: tuple[int, bool] | None = None
        self._across = 0
        self._folding = False
        super().__init__(model, parent)
        self.outline_model = model
        self._painter = OutlinePainter(model)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._last: str | None = None
        model.folding.connect(self._remember)
        model.folded.connect(self._stay)

    @property
    def row_height(self) -> int:
        """The height of each row."""
        return QFontMetrics(QApplication.font()).height() + fonts.scaled(AIR)

    @property
    def is_dragging(self) -> bool:
        """Whether rows are being dragged to another place."""
        return self._drop is not None or self._across != 0

    # Folding

    def toggle(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Fold the summary task of a row, or unfold it."""
        task_id = str(index.data(ROW_ID))
        self.outline_model.fold(task_id, folded=not self.outline_model.is_folded(task_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and minus fold, Right and plus unfold, Insert adds; Escape leaves off dragging."""
        if self.is_dragging and event.key() == Qt.Key.Key_Escape:
            self._stop_dragging()
            return
        key = Qt.Key(event.key())
        if event.modifiers() in _PLAIN and self.state() != self.State.EditingState:
            if key == Qt.Key.Key_Insert:
                self.inserts.emit()
                return
            if key in _FOLD and self._may_fold(key):
                row_id = self.present_id()
                if row_id is not None and self.outline_model.fold(row_id, folded=_FOLD[key]):
                    return
        super().keyPressEvent(event)

    def _may_fold(self, key: Qt.Key) -> bool:
        """The arrow keys go from cell to cell, but on the name of a task."""
        return key in (Qt.Key.Key_Minus, Qt.Key.Key_Plus) or self.currentIndex().column() == self._title()

    def _arrow_at(self, place: QPoint) -> QModelIndex | None:
        """The name cell of the summary task whose arrow stands here."""
        index = self.indexAt(place)
        outline = index.data(DEPTH) if index.isValid() else None
        if not isinstance(outline, OutlineRow) or not outline.summary or not self.outline_model.in_outline:
            return None
        left = self.visualRect(index).left() + fonts.scaled(PAD) + outline.depth * fonts.scaled(INDENT)
        return index if left - fonts.scaled(4) <= place.x() < left + fonts.scaled(ARROW) else None

    def lay_out_columns(self) -> None:
        """Folding leaves columns as wide as they are."""
        if not self._folding:
            super().lay_out_columns()

    def widen_columns(self, rows: range) -> None:
        """The same."""
        if not self._folding:
            super().widen_columns(rows)

    def _remember(self) -> None:
        self._folding = True
        self._last = self.present_id()

    def _stay(self) -> None:
        """What was gone to and is folded away leaves the person on the summary above it."""
        self._folding = False
        self.viewport().update()
        shape = shape_of(self.model_.session.programme)
        place = shape.places.get(self._last or "", -1)
        while place >= 0 and self.model_.row_of(shape.ids[place]) < 0:
            place = shape.above[place]
        if place >= 0 and self.present_id() != shape.ids[place]:
            self.go_to(shape.ids[place])

    # Dragging rows

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On an arrow: fold. On the number of a row, or on one that is selected: perhaps the beginning of a drag."""
        place = event.position().toPoint()
        arrow = self._arrow_at(place) if event.button() == Qt.MouseButton.LeftButton else None
        if arrow is not None:
            self.toggle(arrow)
            return
        index = self.indexAt(place)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() == Qt.MouseButton.LeftButton
        numbered = index.isValid() and self.model_.names[index.column()] == "wbs"
        self._pressed = place if plain and numbered and self.outline_model.in_outline else None
        if self._pressed is None or not self.selectionModel().isRowSelected(index.row(), index.parent()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the rows, with a line where they would go."""
        place = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not far and not self.is_dragging:
            return
        row = self.rowAt(place.y())
        gone = place.x() - self._pressed.x()
        if row == self.rowAt(self._pressed.y()) and abs(gone) >= fonts.scaled(INDENT):
            self._drop, self._across = None, 1 if gone > 0 else -1
            self.viewport().update()
            return
        self._across = 0
        row = row if row >= 0 else self.model_.rowCount() - 1
        self._drop = (row, place.y() > self.rowViewportPosition(row) + self.row_height / 2)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop them."""
        drop, across, pressed = self._drop, self._across, self._pressed
        self._stop_dragging()
        super().mouseReleaseEvent(event)
        if drop is not None:
            self.dropped.emit(self.chosen_ids(), self.model_.ids[drop[0]], drop[1])
        elif across:
            self.indented.emit(across > 0)
        elif pressed is not None:
            self.go_to(self.model_.ids[self.rowAt(pressed.y())], "wbs")

    def _stop_dragging(self) -> None:
        self._pressed = None
        self._drop = None
        self._across = 0
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line where dragged ones would go."""
        painter = QPainter(self.viewport())
        self._painter.paint(painter, self, event.rect())
        if self._drop is not None:
            row, after = self._drop
            painter.setPen(QPen(QColor(current().accent), fonts.scaled(2)))
            y = self.rowViewportPosition(row) + (self.row_height if after else 0)
            painter.drawLine(0, y, self.viewport().width(), y)
        if self._across and self._pressed is not None:
            self._paint_across(painter, self._pressed.y())

    def _paint_across(self, painter: QPainter, height: int) -> None:
        """An arrow before the name, the way that the row would go."""
        row, title = self.rowAt(height), self._title()
        depth = self.model_.index(row, title).data(DEPTH).depth + self._across if title >= 0 else 0
        left = self.columnViewportPosition(title) + fonts.scaled(PAD) + max(depth, 0) * fonts.scaled(INDENT)
        middle, tip = self.rowViewportPosition(row) + self.row_height / 2, fonts.scaled(4)
        painter.setPen(QPen(QColor(current().accent), fonts.scaled(2)))
        end = left + self._across * fonts.scaled(INDENT) / 2
        painter.drawLine(QPointF(left, middle), QPointF(end, middle))
        for way in (-tip, tip):
            painter.drawLine(QPointF(end, middle), QPointF(end - self._across * tip, middle + way))

    # Rows of one height

    def _measure_again(self, *changed: object) -> None:
        if "wbs" in self.model_.names:
            place = self.model_.names.index("wbs")
            self.setColumnWidth(place, max(self.columnWidth(place), self._numbers()))
        heads = self.verticalHeader()
        if heads.defaultSectionSize() != self.row_height:
            heads.setMinimumSectionSize(1)
            heads.setDefaultSectionSize(self.row_height)

    def _fitting(self, place: int, rows: range | None = None) -> int:
        width = super()._fitting(place, rows)
        return max(width, self._numbers()) if self.model_.names[place] == "wbs" else width

    def _numbers(self) -> int:
        """The room that the longest outline number takes."""
        longest = max(shape_of(self.model_.session.programme).numbers, key=len, default="")
        words = QFontMetrics(QApplication.font()).horizontalAdvance(longest) + 2 * fonts.scaled(PAD) + 2
        return min(words, fonts.scaled(MOST_NUMBER))

    def _give_room(self) -> None:
        """The names leave room for the columns that say most; the others are a scroll away."""
        title = self._title()
        if title < 0:
            return
        names = self.model_.names
        others = sum(self.columnWidth(place) for place, name in enumerate(names) if name in BESIDE)
        room = self.viewport().width() - others
        self.setColumnWidth(title, min(max(room, fonts.scaled(LEAST)), fonts.scaled(MOST)))
