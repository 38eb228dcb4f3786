"""Opening and making programmes beside the window's thread, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sharedprog.ui.desk import Desk
from sharedprog.usecases.document import Document
from sharedprog.usecases.opening import at_hand, open_programme
from sharedprog.usecases.writer import ThreadWriter

Make = Callable[[ThreadWriter, str], Document]
"""Opens a document with a writer, signed with a name."""


class Opener(QObject):
    """``opened`` carries an open ``Document``; ``refused`` a sentence, and the path that could not be opened."""

    opened = Signal(object)
    refused = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._closed = False

    def open(self, path: Path) -> None:
        """Open a file."""
        self.make(path, lambda writer, who: open_programme(path, who=who, clock=self._desk.clock, writer=writer))

    def make(self, path: Path, make: Make) -> None:
        """Make a new programme, or open one in a way of its own; ignored while another is on its way."""
        if self._busy:
            return
        self._busy = True
        writer = ThreadWriter(self._desk.bridge.post)
        who = self._desk.preferences.settings.name
        self._desk.aside.run(
            lambda: at_hand(make(writer, who)), self._arrived, lambda sentence: self._failed(sentence, path, writer)
        )

    def close(self) -> None:
        """Wait for what is under way, and open nothing more."""
        self._closed = True
        self._desk.aside.wait()

    def _arrived(self, document: Document) -> None:
        self._busy = False
        if self._closed:
            document.close()
        else:
            self.opened.emit(document)

    def _failed(self, sentence: str, path: Path, writer: ThreadWriter) -> None:
        self._busy = False
        writer.close()
        self.refused.emit(sentence, path)
