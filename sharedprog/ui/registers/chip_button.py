"""A button whose words end in … where there is no room, the whole being in its tool-tip and its accessible name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.labels import literal, set_role, tool_tip

EDGES = 28.0
"""Room at both sides of the words, before scaling."""


class ChipButton(QPushButton):
    """A chip that leads somewhere; as wide as its words, where it can be."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(words, words)

    def say(self, words: str, name: str) -> None:
        """Show other words; ``name`` says what the button does."""
        self._words = words
        self.setAccessibleName(name)
        self.setToolTip(tool_tip(name))
        self.setText(literal(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all of the words."""
        room = QFontMetrics(self.font()).horizontalAdvance(self._words) + fonts.scaled(EDGES)
        return QSize(room, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(fonts.scaled(80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many of the words as there is room for."""
        super().resizeEvent(event)
        room = self.width() - fonts.scaled(EDGES) + 2
        fitted = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(literal(fitted))
