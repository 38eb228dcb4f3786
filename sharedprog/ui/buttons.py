"""Buttons with their role, icon and accessible words set in one go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from sharedprog.ui import fonts
from sharedprog.ui.icons import icon
from sharedprog.ui.labels import literal, set_role, tool_tip


class Button(QPushButton):
    """Pressed by Enter as well as by Space wherever it stands, not in dialogs alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(words: str, clicked: Callable[[], object], role: str = "", meaning: str = "") -> QPushButton:
    """A button with words; roles are primary, danger and link; `meaning` names an icon."""
    made = Button(literal(words))
    if role:
        set_role(made, role)
    if meaning:
        made.setIcon(icon(meaning, "on_accent" if role == "primary" else "ink"))
        made.setIconSize(icon_size())
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_button(meaning: str, words: str, clicked: Callable[[], object]) -> QToolButton:
    """A button that shows only an icon; the words are its tool-tip and its accessible name."""
    made = QToolButton()
    made.setIcon(icon(meaning))
    made.setIconSize(icon_size())
    made.setToolTip(tool_tip(words))
    made.setAccessibleName(words)
    set_role(made, "plain")
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_size() -> QSize:
    """The size of an icon beside body text."""
    return QSize(fonts.scaled(16), fonts.scaled(16))
