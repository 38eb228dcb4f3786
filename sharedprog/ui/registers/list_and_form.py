"""The list and the form beside it; where there is room for one of them only, they take turns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from sharedprog.ui import fonts

WIDE = 720.0
"""The width, before scaling, from which both are shown."""
LIST_WIDTH, FORM_WIDTH = 900.0, 400.0


class ListAndForm(QSplitter):
    """``narrow`` tells whether only one of the two has room; ``entry`` is where the cursor goes in the list.

    The list itself has no focus proxy: Qt would leave out of the tab order all that stands beside it there.
    """

    narrow = Signal(bool)

    def __init__(self, rows: QWidget, form: QWidget, entry: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self._form = form
        self._entry = entry
        self._narrow = False
        self.setChildrenCollapsible(True)
        self.addWidget(rows)
        self.addWidget(form)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setSizes([fonts.scaled(LIST_WIDTH), fonts.scaled(FORM_WIDTH)])
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), form, self.show_list)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def is_narrow(self) -> bool:
        """Whether only one of the two has room."""
        return self._narrow

    def show_form(self) -> None:
        """Let the form take the place of the list, where there is not room for both."""
        if self._narrow:
            self._form.show()
            self._rows.hide()

    def show_list(self) -> None:
        """Let the list take its place back, with the cursor in it."""
        if self._narrow:
            self._rows.show()
            self._form.hide()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both or one of them, as there is room."""
        super().resizeEvent(event)
        narrow = self.width() < fonts.scaled(WIDE)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._rows.show()
        self._form.setVisible(not narrow)
        self.narrow.emit(narrow)
