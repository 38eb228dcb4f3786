"""Buttons with their role, icon and accessible words set in one go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
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


class GivingButton(Button):
    """Shows its icon alone where it gives way and there is no room for its words, which a screen reader still reads."""

    def __init__(self, words: str, meaning: str, colour: str = "ink") -> None:
        super().__init__(literal(words))
        self._words = literal(words)
        self._gives = False
        self.setIcon(icon(meaning, colour))
        self.setIconSize(icon_size())
        self.setAccessibleName(words)
        self.setToolTip(tool_tip(words))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def give_way(self, gives: bool) -> None:
        """Whether it may be narrower than its words now."""
        if gives != self._gives:
            self._gives = gives
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words, whether they are shown now or not."""
        self.ensurePolished()
        words = self.fontMetrics().horizontalAdvance(self._words) + fonts.scaled(6)
        return QSize(self._icon_width() + words, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the words, or for the icon where it gives way."""
        return QSize(self._icon_width(), super().sizeHint().height()) if self._gives else self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words or none."""
        super().resizeEvent(event)
        self.setText(self._words if self.width() >= self.sizeHint().width() else "")

    def _icon_width(self) -> int:
        return self.iconSize().width() + fonts.scaled(26)


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
