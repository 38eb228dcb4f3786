"""The way from any thread into the window's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """Runs what other threads hand over, in order, in the thread that made the bridge.

    The one bridge of the application is made by `app` and given to whoever has threads: the
    document's writer, the background worker, the pages of a PDF.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, work: Callable[[], object]) -> None:
        """Run this soon in the window's thread, never at once; may be called from any thread."""
        self._arrived.emit(work)

    @Slot(object)
    def _run(self, work: Callable[[], object]) -> None:
        work()
