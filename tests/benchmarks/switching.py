"""From page to page in the whole window: how long until the other page is painted, and how long the window is deaf."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sharedprog.app import begin, build
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.dashboard.page import DashboardPage
from sharedprog.ui.window import Window
from tests.benchmarks.typing_in import Paints, settle, wait

PAGES = ("dashboard", "tasks", "risks")
TURNS = 7


class Deafness:
    """The longest time for which the window did not get round to its events."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def take(self) -> float:
        """The longest time until now, in seconds; from here on it is looked for anew."""
        longest, self.longest = self.longest, 0.0
        self._last = time.perf_counter()
        return longest

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def switched_to(file: Path, now: datetime) -> dict[str, float]:
    """Seconds, in the middle, to each page seen before; to the dashboard filled anew after an edit of a risk."""
    application = QApplication(sys.argv[:1])
    window = build(application, lambda: now)
    is_ready: list[bool] = []
    window.ready.connect(lambda: is_ready.append(True))
    begin(window, file)
    wait(lambda: bool(is_ready))
    figures = {f"go to {key}": _one(window, key) for key in PAGES}
    figures |= _filled(window)
    settle()
    window.close()
    window.desk.close()
    return figures


def _one(window: Window, key: str) -> float:
    page, times = window.go(key), []
    assert page is not None
    paints = Paints(page)
    for _ in range(TURNS):
        window.go("people")
        settle()
        painted, start = paints.count, time.perf_counter()
        window.go(key)
        wait(lambda: paints.count > painted)  # noqa: B023 - called before it changes
        times.append(time.perf_counter() - start)
    return median(times)


def _filled(window: Window) -> dict[str, float]:
    page, session, times = window.go("dashboard"), window.session, []
    assert isinstance(page, DashboardPage)
    assert session is not None
    wait(lambda: page.up_to_date)
    settle()
    deaf = Deafness()
    for number in range(TURNS):
        start = time.perf_counter()
        session.document.edit(RISKS, session.programme.rows(RISKS)[0].id, "title", f"Edited {number}")
        wait(lambda: page.up_to_date)
        times.append(time.perf_counter() - start)
    return {"dashboard after an edit": median(times), "deaf meanwhile": deaf.longest}
