"""Work that waits for the disk, done in a thread beside the window's."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject

from sharedprog.domain.trouble import Trouble
from sharedprog.ui.bridge import Bridge

T = TypeVar("T")


class Aside(QObject):
    """For what must see the open document itself; work on a picture goes to the background's process instead."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._threads: list[tuple[Thread, object]] = []
        """Each with what it was given: a widget that only this holds must not be freed beside the window's thread."""

    def run(self, work: Callable[[], T], done: Callable[[T], object], refused: Callable[[str], object]) -> None:
        """Call `done` with the result, or `refused` with the sentence of known trouble, in the window's thread.

        Any other exception is raised there, so that it is reported.
        """
        self._threads = [(thread, given) for thread, given in self._threads if thread.is_alive()]
        thread = Thread(target=self._work, args=(work, done, refused), name="aside", daemon=True)
        self._threads.append((thread, (work, done, refused)))
        thread.start()

    def wait(self) -> None:
        """Return when all of it is done; what follows from it may still be on its way."""
        for thread, _ in self._threads:
            thread.join()
        self._threads.clear()

    def _work(self, work: Callable[[], T], done: Callable[[T], object], refused: Callable[[str], object]) -> None:
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - handed on to the window's thread, which tells or raises it
            failure = error
            self._bridge.post(lambda: _failed(failure, refused))
        else:
            self._bridge.post(lambda: done(result))


def _failed(error: Exception, refused: Callable[[str], object]) -> None:
    if not isinstance(error, Trouble):
        raise error
    refused(str(error))
