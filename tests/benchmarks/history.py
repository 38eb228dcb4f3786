"""Opening the history in the whole window: until lines are there, until all is read, and the longest pause."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from sharedprog.app import begin, build
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.history import HistoryPage
from sharedprog.ui.window import Window
from sharedprog.usecases.collecting import collect_seldom

PATIENCE, LOOK, REST = 300.0, 2, 2.0


class Pauses(QObject):
    """The longest time in which the window's thread heard of nothing, for as long as this program was at work.

    What other programs of the computer took is left out, so that the figure does not depend on them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = _clocks()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, _clocks()

    def _tick(self) -> None:
        now = _clocks()
        self.longest = max(self.longest, min(now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def _clocks() -> tuple[float, float]:
    """Seconds by the clock, and of work."""
    return time.perf_counter(), time.process_time()


def read(file: Path, now: datetime) -> dict[str, float]:
    """Seconds from the command to go to the page."""
    collect_seldom()
    application = QApplication(sys.argv[:1])
    window = build(application, lambda: now)
    is_ready: list[bool] = []
    window.ready.connect(lambda: is_ready.append(True))
    begin(window, file)
    _until(lambda: bool(is_ready))
    _rest()
    figures = {**_page(window), **_row(window)}
    window.close()
    window.desk.close()
    return figures


def _page(window: Window) -> dict[str, float]:
    pauses = Pauses()
    start = time.perf_counter()
    page = window.go("history")
    assert isinstance(page, HistoryPage)
    feed = page.feed
    made = time.perf_counter() - start
    pauses.begin()
    first = _until(lambda: bool(feed.model.lines)) + made
    whole = _until(lambda: not feed.reading and not feed.sifting) + first
    figures = {"page made": made, "first lines": first, "all lines": whole, "longest pause": pauses.longest}
    pauses.begin()
    page.filters.words.setText("budgets")
    figures["filter, first lines"] = _until(lambda: 0 < len(feed.model.lines) < feed.count)
    figures["filter, all lines"] = figures["filter, first lines"] + _until(lambda: not feed.sifting)
    figures["filter, longest pause"] = pauses.longest
    return figures


def _row(window: Window) -> dict[str, float]:
    page = window.go("risks")
    assert isinstance(page, TablePage)
    _rest()
    pauses = Pauses()
    start = time.perf_counter()
    page.turn_history()
    _until(lambda: bool(page.history.lines))
    return {"history of a row": time.perf_counter() - start, "row, longest pause": pauses.longest}


def _until(true: Callable[[], bool]) -> float:
    """Let the window work until something is so; the seconds it took."""
    loop, start = QEventLoop(), time.perf_counter()

    def look() -> None:
        if true():
            loop.quit()
        elif time.perf_counter() - start > PATIENCE:
            raise TimeoutError

    timer = QTimer(loop, interval=LOOK)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    return time.perf_counter() - start


def _rest() -> None:
    """Let what was begun before come to its end."""
    start = time.perf_counter()
    _until(lambda: time.perf_counter() - start > REST)
