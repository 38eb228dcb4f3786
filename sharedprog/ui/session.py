"""One open programme as the screens share it: the document, its present view, and word of every change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.usecases.document import Document, Saving
from sharedprog.usecases.viewing import Viewing

T = TypeVar("T")
MINUTE = 60_000
"""How often, in milliseconds, the session looks whether another day has begun."""


class Session(QObject):
    """Tells the screens of each change set and of each commit, in the window's thread."""

    changed = Signal(object)
    """A ``ChangeSet`` was made, undone or redone."""
    saving = Signal(object)
    """How the file stands: a ``Saving``."""
    not_saved = Signal(object, object)
    """Changes could not be written: the ``ChangeSet`` that took them back, and the exception."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._viewing = Viewing(document)
        self._last: ChangeSet | None = None
        self._closed = False
        self._stops = (document.listen(self._changed), document.listen_saving(self._saving))
        self._midnight = QTimer(self, interval=MINUTE)
        self._midnight.timeout.connect(self._look_at_the_day)
        self._midnight.start()

    @property
    def view(self) -> View:
        """The view of the programme as it is now."""
        return self._viewing.view

    @property
    def programme(self) -> Programme:
        """The picture as it is now."""
        return self.document.programme

    def read(self, work: Callable[[], T], done: Callable[[T], object], refused: Callable[[str], object]) -> None:
        """Read from the file in the writer's thread, once all is written that waits.

        ``done`` hears the result, or ``refused`` the sentence of known trouble, in the window's thread; neither where
        the programme was closed meanwhile.
        """
        found: list[T] = []

        def heard(error: Exception | None) -> None:
            if isinstance(error, Trouble):
                refused(str(error))
            elif error is not None:
                raise error
            elif not self._closed:
                done(found[0])

        if not self._closed:
            self.document.writer.submit(lambda: found.append(work()), heard)

    def close(self) -> None:
        """Stop listening, then write what is left and close the file."""
        self._closed = True
        self._midnight.stop()
        for stop in self._stops:
            stop()
        self.document.close()

    def _look_at_the_day(self) -> None:
        """A programme left open overnight shows the new day: what is late, and how long until the board."""
        if self._viewing.day_passed():
            self.changed.emit(ChangeSet("", "Another day", "", self.document.clock(), ()))

    def _changed(self, change_set: ChangeSet) -> None:
        self._last = change_set
        self.changed.emit(change_set)

    def _saving(self, saving: Saving) -> None:
        self.saving.emit(saving)
        if saving.trouble is not None:
            self.not_saved.emit(self._last, saving.trouble)
