"""Work too long for one go in the window's thread, done a few milliseconds at a time between events."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
SLICE = 0.006
"""Seconds of work before the window has its turn."""
REST = 150
"""Milliseconds to wait before long work, so that a run of edits starts it once."""


def after_events(context: QObject, does: Callable[[], object]) -> None:
    """Do something once events were looked at and painted: a timer without a pause may still come before them."""
    QTimer.singleShot(0, context, lambda: QTimer.singleShot(0, context, does))


class _Turn:
    """Whoever works has the turn until events were looked at: several who work do not add up to one long spell."""

    def __init__(self) -> None:
        self._taken = False

    def take(self) -> bool:
        """Take the turn, if nobody has it."""
        if self._taken:
            return False
        self._taken = True
        QTimer.singleShot(0, self._pass_on)
        return True

    def _pass_on(self) -> None:
        self._taken = False


_TURN = _Turn()


class Slices(QObject, Generic[T]):
    """Runs a generator to its end and hands over what it returns; new work takes the place of what is under way."""

    def __init__(self, done: Callable[[T], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self._work: Generator[None, None, T] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._in_turn)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def run(self, work: Generator[None, None, T], *, short: bool) -> None:
        """Begin: ``short`` work at once, long work when the person has paused."""
        self._work = work
        if short:
            self._timer.stop()
            self._go_on()
        else:
            self._timer.start(REST)

    def stop(self) -> None:
        """Leave what is under way."""
        self._work = None
        self._timer.stop()

    def soon(self, work: Generator[None, None, T]) -> None:
        """Begin once what is there already has been painted."""
        self._work = work
        after_events(self, lambda: self._timer.start(0))

    def _in_turn(self) -> None:
        if _TURN.take():
            self._go_on()
        else:
            self._timer.start(0)

    def _go_on(self) -> None:
        work = self._work
        if work is None:
            return
        end = perf_counter() + SLICE
        try:
            next(work)
            while perf_counter() < end:
                next(work)
        except StopIteration as stop:
            self._work = None
            self._done(stop.value)
            return
        self._timer.start(0)
