"""What a widget shows is brought up to date when it can be seen: nobody waits for pages that are behind others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Does something for a widget: at once, or when the widget is shown again after it was hidden."""

    def __init__(self, widget: QWidget, does: Callable[[], object]) -> None:
        super().__init__(widget)
        self._does = does
        self._hidden = self._wanted = False
        widget.installEventFilter(self)

    def want(self) -> None:
        """Have it done, once however often it is wanted before the widget is seen."""
        if self._hidden:
            self._wanted = True
        else:
            self._does()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what is wanted when the widget is shown."""
        if event.type() == QEvent.Type.Hide:
            self._hidden = True
        elif event.type() == QEvent.Type.Show and self._hidden:
            self._hidden = False
            if self._wanted:
                self._wanted = False
                self._does()
        return False
