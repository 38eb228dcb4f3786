"""What the window remembers of how it was left: its place, how its parts were split, and the page of each programme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from sharedprog.ui import fonts

WIDTH, HEIGHT = 1440, 900


class WindowState:
    """Kept in a file of its own, or nowhere where there is none."""

    def __init__(self, kept: QSettings | None) -> None:
        self._kept = kept

    def place(self, window: QMainWindow) -> None:
        """Put the window where it was, on a screen that is there; the first time as large as is usual."""
        window.resize(fonts.scaled(WIDTH), fonts.scaled(HEIGHT))
        held = self._kept.value("geometry") if self._kept is not None else None
        if isinstance(held, QByteArray):
            window.restoreGeometry(held)  # Qt brings it back from a screen that was taken away

    def keep_place(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        if self._kept is not None:
            self._kept.setValue("geometry", window.saveGeometry())

    def follow(self, key: str, page: QWidget) -> None:
        """Split a page as the person did the last time, and remember how they do it now."""
        if self._kept is None:
            return
        for number, splitter in enumerate(page.findChildren(QSplitter)):
            self._follow_splitter(self._kept, f"split/{key}/{number}", splitter)

    def page(self, programme: str) -> str:
        """The key of the page that a programme was left on; empty where it is not known."""
        return str(self._kept.value(f"page/{programme}", "")) if self._kept is not None else ""

    def keep_page(self, programme: str, key: str) -> None:
        """Remember the page that a programme is on."""
        if self._kept is not None:
            self._kept.setValue(f"page/{programme}", key)

    def _follow_splitter(self, kept: QSettings, name: str, splitter: QSplitter) -> None:
        held = kept.value(name)
        sizes: list[int] = [int(each) for each in held if str(each).isdigit()] if isinstance(held, list) else []
        if len(sizes) == splitter.count() and any(sizes):
            splitter.setSizes(sizes)
            splitter.splitterMoved.emit(sizes[0], 1)  # as if by hand: it is not to be placed anew
        splitter.splitterMoved.connect(lambda *_: kept.setValue(name, [str(size) for size in splitter.sizes()]))
