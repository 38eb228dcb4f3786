"""Opening the menu from the keyboard: F10, or Alt pressed and let go alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class MenuKeys(QObject):
    """Watches the keys of one window. Alt with another key, or with the mouse, is no wish for the menu."""

    def __init__(self, window: QWidget, open_menu: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._open = open_menu
        self._alone = False
        QShortcut(QKeySequence("F10"), window, open_menu)
        if isinstance(application := QApplication.instance(), QApplication):
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether Alt stays alone between going down and coming up."""
        if isinstance(event, QKeyEvent):
            if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                # A shortcut that is used up by an action is only ever seen as an override.
                bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
                self._alone = event.key() == Qt.Key.Key_Alt and bare and not event.isAutoRepeat()
            elif event.key() == Qt.Key.Key_Alt and self._alone and watched is self._window.windowHandle():
                self._alone = False
                QTimer.singleShot(0, self._window, self._open)
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate):
            self._alone = False
        return False
