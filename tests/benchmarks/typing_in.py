"""From the Enter key in the whole window until the table is painted anew: everything a keystroke sets off."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sharedprog.app import begin, build
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.window import Window

EDITS, PATIENCE, PAUSE = 16, 120.0, 0.4


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count and let pass."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def typed(file: Path, now: datetime) -> dict[str, float]:
    """Seconds, in the middle, from Enter to the repaint: a risk's title, and a task's title in the plan."""
    application = QApplication(sys.argv[:1])
    window = build(application, lambda: now)
    is_ready: list[bool] = []
    window.ready.connect(lambda: is_ready.append(True))
    begin(window, file)
    wait(lambda: bool(is_ready))
    figures = {f"Enter in {words}": _one(window, key) for key, words in (("risks", "a risk"), ("tasks", "the plan"))}
    settle()
    window.close()
    window.desk.close()
    return figures


def _one(window: Window, key: str) -> float:
    page, session = window.go(key), window.session
    assert isinstance(page, TablePage)
    assert session is not None
    table = page.table
    paints, times = Paints(table.viewport()), []
    row_id = page.model.ids[2]
    for number in range(EDITS):
        table.go_to(row_id, "title")
        table.edit(table.currentIndex())
        settle()
        editor = table.viewport().findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        editor.setText(f"Typed {number}")
        settle()
        painted = paints.count
        start = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        wait(lambda: paints.count > painted)  # noqa: B023 - called before it changes
        times.append(time.perf_counter() - start)
        row = session.programme.find(row_id, (key,))
        assert row is not None
        assert row[0].name_of(row[1]) == f"Typed {number}", "nothing was changed"
    return median(times)


def wait(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + PATIENCE
    while not done():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window did not get there")


def settle() -> None:
    """Let what is left to do be done."""
    end = time.monotonic() + PAUSE
    wait(lambda: time.monotonic() > end)
