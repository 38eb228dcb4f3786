"""The keys of a spreadsheet in the editor of a cell: Enter goes down, Tab goes along, and leaving it closes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from sharedprog.ui.editors.editor import Editor

_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""How many rows down and cells along each key goes."""
_STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class CellKeys(QObject):
    """``go`` is told to leave for a cell so many rows down and cells along, ``close`` that the person is elsewhere."""

    def __init__(self, editor: Editor[Any], go: Callable[[int, int], object], close: Callable[[], object]) -> None:
        super().__init__(editor)
        self._editor, self._go, self._close = editor, go, close
        field = editor.field()
        field.installEventFilter(self)
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if isinstance(line, QLineEdit):
            line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that leave the cell; the focus gone elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._go(*step)
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STILL_HERE:
            QTimer.singleShot(0, self, self._close_when_left)
        return False

    def _close_when_left(self) -> None:
        """What could not be read stays open with what was typed in it."""
        if not self._editor.field().hasFocus() and not self._editor.has_uncommitted():
            self._close()
