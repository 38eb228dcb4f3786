"""Undo and redo with the names of what they do, and the place where it shows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.session import Session
from sharedprog.ui.top_bar import name_action


class Undoing(QObject):
    """``happened`` carries what was done or taken back, as a sentence and as the ``ChangeSet`` that did it."""

    happened = Signal(str, object)

    def __init__(self, session: Session, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._undo, self._redo = undo, redo
        # The document remembers a change for undo once everybody has heard of it.
        session.changed.connect(self._named, Qt.ConnectionType.QueuedConnection)
        self._named()

    def undo(self) -> None:
        """Take back the last change since the file was opened."""
        document = self._session.document
        title = document.undo_title
        made = document.undo()
        self._told("Undone", title, made)

    def redo(self) -> None:
        """Do again what was last undone."""
        document = self._session.document
        title = document.redo_title
        made = document.redo()
        self._told("Done again", title, made)

    def _told(self, verb: str, title: str | None, made: ChangeSet | None) -> None:
        self._named()
        if made is not None:
            self.happened.emit(f"{verb}: {title}.", made)

    def _named(self, *_: object) -> None:
        document = self._session.document
        name_action(self._undo, "Undo", document.undo_title)
        name_action(self._redo, "Redo", document.redo_title)


def place_of_change(change_set: ChangeSet, programme: Programme) -> tuple[str, str | None]:
    """The page on which a change shows, and the row there if it exists; an empty key where there is none."""
    for edit in change_set.edits:
        register, row_id = BY_KEY[edit.cell.register], edit.cell.row
        if not register.place:
            row_id = getattr(programme.all_rows(register).get(row_id), "parent", None) or ""
        found = programme.find(row_id, (register.key,) if register.place else register.child_of)
        if found is not None:
            return found[0].key, row_id
        if register.place:
            return register.key, None
    return "", None
