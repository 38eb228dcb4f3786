"""Every page for the first time, and then a change of many rows: for how long the window does not see its events."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharedprog.app import begin, build
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.pages import groups
from tests.benchmarks.switching import Deafness
from tests.benchmarks.typing_in import settle, wait

MANY = 2_000
REST = 700
"""Milliseconds for what follows a step, as a person would look at the page."""


def visited(file: Path, now: datetime) -> dict[str, float]:
    """Seconds for which the window was deaf at most: while a file is opened, at first visits, at a change of risks."""
    application = QApplication(sys.argv[:1])
    window = build(application, lambda: now)
    is_ready: list[bool] = []
    window.ready.connect(lambda: is_ready.append(True))
    window.show_welcome()
    window.show()
    settle()
    deaf = Deafness()
    QTimer.singleShot(0, lambda: begin(window, file))
    wait(lambda: bool(is_ready))
    QTest.qWait(3 * REST)
    figures = {"deaf while it opens": deaf.take()}
    visits: dict[str, float] = {}
    for key in [place.key for group in groups() for place in group.places]:
        QTimer.singleShot(0, lambda key=key: window.go(key))
        QTest.qWait(REST)
        visits[key] = deaf.take()
    worst = sorted(visits, key=visits.__getitem__, reverse=True)[:3]
    print("longest at first visits:", ", ".join(f"{key} {1000 * visits[key]:.0f} ms" for key in worst), file=sys.stderr)
    figures["deaf at first visits"] = visits[worst[0]]
    session = window.session
    assert session is not None
    draft, document = session.document.draft(), session.document
    for row in session.programme.rows(RISKS)[:MANY]:
        draft.set(RISKS, row.id, "impact", 2 if row.impact == 3 else 3)
    window.go("risks")
    QTest.qWait(REST)
    for name, does in (("change", lambda: document.apply("Change", draft.edits)), ("undo", document.undo)):
        deaf.take()
        QTimer.singleShot(0, does)
        QTest.qWait(2 * REST)
        figures[f"deaf, {name} of all risks"] = deaf.take()
    settle()
    window.close()
    window.desk.close()
    return figures
