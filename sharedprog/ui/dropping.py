"""Files dragged onto the window: a programme is opened, a sheet or a plan is imported, anything else is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.labels import Label, set_role
from sharedprog.usecases.importing import PLAN_ENDINGS
from sharedprog.usecases.opening import SUFFIX

if TYPE_CHECKING:
    from sharedprog.ui.window import Window

WIDTH = 440.0
"""The width of what is said, before scaling."""
SHEETS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
EVERYTHING = ".json"
TAKEN = "Drop a programme (.sharedprog), a sheet (.xlsx or .csv), a plan (.xml, .gan or another) or an export (.json)."


class DropMark(QFrame):
    """Lies over the window while files are held above it, and says what becomes of them when they are let go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        set_role(self, "drop-mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Label("", "card-title", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note = QFrame()
        set_role(note, "note")
        note.setFixedWidth(fonts.scaled(WIDTH))
        inside = QVBoxLayout(note)
        inside.setContentsMargins(*[fonts.scaled(24)] * 4)
        inside.addWidget(self._words)
        QVBoxLayout(self).addWidget(note, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hide()

    @property
    def words(self) -> str:
        """What is said of the files."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show over the whole window that files are held above it."""
        self._words.setText(words)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()


class Dropping:
    """What becomes of what is dropped onto the window it belongs to, and what is said of it before."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.mark = DropMark(window)
        window.setAcceptDrops(True)

    def takes(self, dragged: QMimeData) -> bool:
        """Whether there are files in what is dragged; the mark says what would become of them."""
        if dragged.hasUrls():
            path = self._only(dragged)
            self.mark.say(self._refusal(dragged) or f"Drop “{path.name}” here to {self._verb(path)} it.")
        return dragged.hasUrls()

    def drop(self, dropped: QMimeData) -> None:
        """Open it, begin to import it, or say why neither can be."""
        refusal = self._refusal(dropped)
        if refusal:
            self._window.tell_trouble(refusal)
            return
        path = self._only(dropped)
        if path.suffix.lower() == SUFFIX:
            self._window.open_file(path)
            return
        self._window.imports.take(path)

    def _refusal(self, files: QMimeData) -> str:
        """Why files cannot be taken, and what to do; empty where they can."""
        number, path = len(files.urls()), self._only(files)
        ending = path.suffix.lower()
        if number > 1:
            return f"These are {number} files, and only one can be taken. Drop one at a time."
        if not any(url.isLocalFile() for url in files.urls()):
            return "That is not a file on this computer. Save it here first, then drop the file."
        if ending == SUFFIX:
            return ""
        if path.is_dir():
            return f"“{path.name}” is a folder. Open it, and drop one file from it."
        if ending not in (*SHEETS, EVERYTHING, *PLAN_ENDINGS):
            return f"“{path.name}” can neither be opened nor imported here. {TAKEN}"
        if self._window.frame is None and ending != EVERYTHING:
            return f"Open a programme first; then drop “{path.name}” onto it to import it."
        return ""

    def _only(self, files: QMimeData) -> Path:
        return Path(files.urls()[0].toLocalFile()) if files.urls() else Path()

    def _verb(self, path: Path) -> str:
        return "open" if path.suffix.lower() == SUFFIX else "import"
