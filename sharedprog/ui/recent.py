"""Files that were open lately: which of them are gone, found out without holding up the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sharedprog.ui.desk import Desk
from sharedprog.usecases.settings import Recent


class RecentFiles(QObject):
    """``looked`` is sent when other files are known to be gone; a drive that is far away may take its time."""

    looked = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._gone: frozenset[Path] = frozenset()

    def listed(self) -> tuple[Recent, ...]:
        """The files, those that are pinned first."""
        return self._desk.preferences.settings.listed()

    def look(self) -> None:
        """Find out which are gone."""
        paths = [each.path for each in self.listed()]
        if paths:
            self._desk.aside.run(lambda: frozenset(each for each in paths if not each.exists()), self._found, _nothing)

    def gone(self, recent: Recent) -> bool:
        """Whether a file was not there when it was looked for the last time."""
        return recent.path in self._gone

    def where(self, recent: Recent) -> str:
        """The folder it is in, and whether it is gone."""
        folder = str(recent.path.parent)
        return f"Not there any more: {folder}" if self.gone(recent) else folder

    def _found(self, gone: frozenset[Path]) -> None:
        if gone != self._gone:
            self._gone = gone
            self.looked.emit()


def _nothing(_sentence: str) -> None:
    """Looking whether a file is there tells no trouble."""
