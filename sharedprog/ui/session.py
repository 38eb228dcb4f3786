"""One open programme as the screens share it: the document, its present view, and word of every change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.programme import Programme
from sharedprog.domain.view import View
from sharedprog.usecases.document import Document, Saving
from sharedprog.usecases.viewing import Viewing


class Session(QObject):
    """Tells the screens of each change set and of each commit, in the window's thread."""

    changed = Signal(object)
    """A ``ChangeSet`` was made, undone or redone."""
    saving = Signal(object)
    """How the file stands: a ``Saving``."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._viewing = Viewing(document)
        self._stops = (document.listen(self._changed), document.listen_saving(self._saving))

    @property
    def view(self) -> View:
        """The view of the programme as it is now."""
        return self._viewing.view

    @property
    def programme(self) -> Programme:
        """The picture as it is now."""
        return self.document.programme

    def close(self) -> None:
        """Stop listening, then write what is left and close the file."""
        for stop in self._stops:
            stop()
        self.document.close()

    def _changed(self, change_set: ChangeSet) -> None:
        self.changed.emit(change_set)

    def _saving(self, saving: Saving) -> None:
        self.saving.emit(saving)
