"""Dragging selected rows of an ordered list to another place, with a line where they would go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from sharedprog.ui import fonts
from sharedprog.ui.labels import set_role
from sharedprog.ui.registers.table_view import RegisterTable


class RowDragging(QObject):
    """``dropped`` carries the row that the selected ones are dropped at, and whether they go after it."""

    dropped = Signal(str, bool)

    def __init__(self, table: RegisterTable) -> None:
        super().__init__(table)
        self._table = table
        self._pressed: QPoint | None = None
        self._drop: tuple[int, bool] | None = None
        self._line = QFrame(table.viewport())
        set_role(self._line, "drop-line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse from a selected row on until it is let go; Escape leaves off."""
        if isinstance(event, QMouseEvent) and watched is self._table.viewport():
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    return self._press(event)
                case QEvent.Type.MouseMove:
                    return self._move(event)
                case QEvent.Type.MouseButtonRelease:
                    return self._release(event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._drop is not None:
            self._stop()
            event.accept()
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        """One selected row is pressed as ever; several stay selected until it is clear that they are not dragged."""
        self._stop()
        place = event.position().toPoint()
        index = self._table.indexAt(place)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and event.button() == Qt.MouseButton.LeftButton
        selected = index.isValid() and self._table.selectionModel().isRowSelected(index.row(), index.parent())
        if not plain or not selected or self._table.register_model.wanted.sort is not None:
            return False
        self._pressed = place
        return len(self._table.chosen_ids()) > 1

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        place = event.position().toPoint()
        if self._drop is None and (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return True
        table = self._table
        row = table.rowAt(place.y())
        row = row if row >= 0 else (0 if place.y() < 0 else table.register_model.rowCount() - 1)
        top, height = table.rowViewportPosition(row), table.rowHeight(row)
        after = place.y() > top + height / 2
        self._drop = (row, after)
        thick = fonts.scaled(2)
        self._line.setGeometry(0, top + (height if after else 0) - thick // 2, table.viewport().width(), thick)
        self._line.show()
        self._line.raise_()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        drop, pressed = self._drop, self._pressed
        self._stop()
        if drop is not None:
            self.dropped.emit(self._table.register_model.ids[drop[0]], drop[1])
            return True
        if pressed is not None and len(self._table.chosen_ids()) > 1:
            index = self._table.indexAt(pressed)
            self._table.go_to(self._table.register_model.ids[index.row()], self._table.name_at(index.column()))
            return True
        return False

    def _stop(self) -> None:
        self._pressed = None
        self._drop = None
        self._line.hide()
