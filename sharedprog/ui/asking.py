"""Questions to the background that change while they are answered: only the newest is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from sharedprog.ui.background import Background
from sharedprog.ui.worker import Failure


@dataclass(frozen=True, eq=False)
class _Question:
    work: Callable[..., Any]
    arguments: tuple[object, ...]
    done: Callable[[Any], object]
    failed: Callable[[Failure], object]


class Asking(QObject):
    """One asker. A stale answer is dropped when it comes: to end the worker for it would take longer.

    Nothing is answered once it is deleted with its parent.

    ``busy`` tells when an answer begins to be waited for, and when none is any more.
    """

    busy = Signal(bool)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._newest: _Question | None = None
        self._put: _Question | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._newest is not None

    def ask(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object],
        failed: Callable[[Failure], object],
    ) -> None:
        """Ask as of ``Background.run``; whatever was asked before will not be answered."""
        begins = not self.is_busy
        self._newest = _Question(work, arguments, done, failed)
        if self._put is None:
            self._put_newest()
        if begins:
            self.busy.emit(True)

    def drop(self) -> None:
        """Nothing is to be answered after all."""
        if self.is_busy:
            self._newest = None
            self.busy.emit(False)

    def _put_newest(self) -> None:
        asked = self._put = self._newest
        if asked is not None:
            self._background.run(
                asked.work,
                *asked.arguments,
                done=lambda result: self._heard(asked, asked.done, result),
                failed=lambda failure: self._heard(asked, asked.failed, failure),
            )

    def _heard(self, asked: _Question, tell: Callable[[Any], object], answer: object) -> None:
        self._put = None
        if not isValid(self):
            return
        if asked is not self._newest:
            self._put_newest()
            return
        self._newest = None
        self.busy.emit(False)
        tell(answer)
