"""Opening the menu from the keyboard: F10, or Alt pressed and let go alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QWidget


class MenuKeys(QObject):
    """Watches the keys of one window. Alt with another key, or with the mouse, is no wish for the menu."""

    def __init__(self, window: QWidget, open_menu: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._open = open_menu
        self._alone = False
        self._watched: QWindow | None = None
        QShortcut(QKeySequence("F10"), window, open_menu)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether Alt stays alone between going down and coming up.

        Keys and the mouse come to the system's window before they go to any widget; watching the whole application
        instead would hand every event of every widget to Python.
        """
        if watched is self._window:
            self._follow_handle()
        if isinstance(event, QKeyEvent):
            if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
                # A shortcut that is used up by an action is only ever seen as an override.
                bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
                self._alone = event.key() == Qt.Key.Key_Alt and bare and not event.isAutoRepeat()
            elif event.key() == Qt.Key.Key_Alt and self._alone and watched is self._watched:
                self._alone = False
                QTimer.singleShot(0, self._window, self._open)
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate):
            self._alone = False
        return False

    def _follow_handle(self) -> None:
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)
