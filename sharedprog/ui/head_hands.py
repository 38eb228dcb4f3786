"""What a person does at the head of a table: makes a column wider, or drags it to another place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView


class HeadHands(QObject):
    """``widened`` carries the section a person let go of at another width, ``moved`` that sections changed places.

    Widths that the program sets itself, while no button is held on the head, are no one's wish.
    """

    widened = Signal(int)
    moved = Signal()

    def __init__(self, heads: QHeaderView) -> None:
        super().__init__(heads)
        self._held = False
        self._section = -1
        heads.viewport().installEventFilter(self)
        heads.sectionResized.connect(self._resized)
        # The head is still at work when it tells of a move.
        self._moved_soon = QTimer(self, singleShot=True, interval=0)
        self._moved_soon.timeout.connect(self.moved)
        heads.sectionMoved.connect(lambda *_: self._moved_soon.start())

    def forget(self) -> None:
        """Sections that were put back by the program are no one's wish."""
        self._moved_soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note while a button is held."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._held, self._section = True, -1
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._held = False
            if self._section >= 0:
                self.widened.emit(self._section)
        return False

    def _resized(self, section: int, old: int, new: int) -> None:
        if self._held:
            self._section = section
