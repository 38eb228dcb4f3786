"""Files dragged onto the window: a programme is opened, a sheet or a plan is imported, anything else is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from sharedprog.usecases.importing import PLAN_ENDINGS
from sharedprog.usecases.opening import SUFFIX

if TYPE_CHECKING:
    from sharedprog.ui.window import Window

SHEETS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
EVERYTHING = ".json"
TAKEN = "Drop a programme (.sharedprog), a sheet (.xlsx or .csv), a plan (.xml, .gan or another) or an export (.json)."


class Dropping:
    """What becomes of what is dropped onto the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        window.setAcceptDrops(True)

    def takes(self, dragged: QMimeData) -> bool:
        """Whether there are files in what is dragged; which they are is told once they are dropped."""
        return dragged.hasUrls()

    def drop(self, dropped: QMimeData) -> None:
        """Open it, begin to import it, or say why neither can be."""
        paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        if len(dropped.urls()) > 1:
            number = len(dropped.urls())
            self._window.tell_trouble(f"You dropped {number} files, of which none was taken. Drop one at a time.")
        elif not paths:
            self._window.tell_trouble("That is not a file on this computer. Save it here first, then drop the file.")
        else:
            self._take(paths[0])

    def _take(self, path: Path) -> None:
        ending = path.suffix.lower()
        if ending == SUFFIX:
            self._window.open_file(path)
        elif path.is_dir():
            self._window.tell_trouble(f"“{path.name}” is a folder. Open it, and drop one file from it.")
        elif ending not in (*SHEETS, EVERYTHING, *PLAN_ENDINGS):
            self._window.tell_trouble(f"“{path.name}” can neither be opened nor imported here. {TAKEN}")
        elif self._window.frame is None and ending != EVERYTHING:
            self._window.tell_trouble(f"Open a programme first; then drop “{path.name}” onto it to import it.")
        else:
            self._window.imports.take(path)
