"""How long the window's thread works without looking at its events, while a test uses the window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LIMIT = 0.050
"""Seconds for which the window may be deaf."""


class Watch:
    """The longest spell of each step of a journey, in seconds.

    A timer without a pause comes round as often as the events do. Between two of its rounds the processor time of this
    thread is counted, not the time by the clock: what else the computer does meanwhile is no fault of the window's.
    """

    def __init__(self) -> None:
        self.longest: dict[str, float] = {}
        self._step = ""
        self._last = time.thread_time()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._round)
        self._timer.start()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What is done here is one step; its last events are waited for."""
        self._step = name
        self.longest.setdefault(name, 0.0)
        self._last = time.thread_time()
        yield
        QTest.qWait(20)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def click(self, *pressed: object) -> None:
        """Press a key, and let the window answer: the key and what comes at once of it are one spell."""
        self._last = time.thread_time()
        QTest.keyClick(*pressed)  # type: ignore[call-overload]
        QApplication.processEvents()

    def _round(self) -> None:
        now = time.thread_time()
        self.longest[self._step] = max(self.longest.get(self._step, 0.0), now - self._last)
        self._last = now


def too_long(tries: list[dict[str, float]]) -> dict[str, int]:
    """Milliseconds of the steps whose quickest try was too long: a busy processor makes a single one slower."""
    quickest = {step: min(one.get(step, 0.0) for one in tries) for step in tries[0]}
    return {step: round(1000 * spell) for step, spell in quickest.items() if spell > LIMIT}
