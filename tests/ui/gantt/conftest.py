"""The page of the plan in the whole window, with a small plan whose dates are known."""

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.plan import PlanPage

FRIDAY = date(2026, 12, 4)


@pytest.fixture
def plan(frame: Frame, qtbot: QtBot) -> PlanPage:
    """1 Agree (1.1 Draft, five days from Fri 4 Dec 2026; 1.2 Signed), 2 Move, ten days from the same day."""
    add = frame.session.document.add
    page = frame.go("tasks")
    assert isinstance(page, PlanPage)
    agree = add(TASKS, title="Agree")
    begins: dict[str, Any] = {"constraint": "snet", "constraint_day": FRIDAY}
    add(TASKS, title="Draft", parent=agree, duration=5 * 480, **begins)
    add(TASKS, title="Signed", parent=agree, duration=0, milestone=True, **begins)
    add(TASKS, title="Move", duration=10 * 480, **begins)
    qtbot.waitUntil(lambda: page.chart.isVisible() and len(page.chart.sight.window) == 4)
    return page
