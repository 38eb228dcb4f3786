"""Opening the menu from the keyboard: F10, or Alt pressed and let go alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
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
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                self._alone = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
            case QEvent.Type.KeyRelease if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
                if self._alone and watched is self._window.windowHandle():
                    self._alone = False
                    self._open()
            case QEvent.Type.MouseButtonPress | QEvent.Type.Wheel | QEvent.Type.WindowDeactivate:
                self._alone = False
            case _:
                pass
        return False
