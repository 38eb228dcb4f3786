"""Garbage is looked for in the window's thread alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from sharedprog.usecases.collecting import collect_due, collect_when_asked

OFTEN = 100
"""Milliseconds between two questions whether it is time to look: so much is not made meanwhile that looking is long."""


class Tidying(QObject):
    """Keeps other threads from freeing what belongs to the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        collect_when_asked()
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(collect_due)
        self._timer.start()
