"""Content that scrolls where the screen has no room for it, and is its own size where there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from sharedprog.ui import fonts

EDGE = 80
"""Pixels of a screen that a dialog leaves to the title bar and the task bar."""


class Scrolled(QScrollArea):
    """Without a frame, and passed over by Tab: what is in it has the focus, and comes into sight with it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """The content's, with room for the bar beside it."""
        content = self.widget()
        held = content.sizeHint() if content is not None else QSize()
        return held + QSize(fonts.scaled(14), 2)


def fit_screen(dialog: QWidget) -> None:
    """Give a dialog the size it asks for, or as much of it as the screen has."""
    room = dialog.screen().availableSize() - QSize(0, EDGE)
    wanted = dialog.sizeHint().expandedTo(dialog.minimumSize())
    if dialog.minimumWidth() > room.width():
        dialog.setMinimumWidth(room.width())
    dialog.resize(wanted.boundedTo(room))
