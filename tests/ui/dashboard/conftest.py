"""The dashboard on a programme that has begun, in the window."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.dashboard.page import DashboardPage
from sharedprog.ui.frame import Frame
from sharedprog.usecases import boards

Shown = Callable[[], DashboardPage]


@pytest.fixture
def begun(frame: Frame) -> Frame:
    """A board that was held, the next one, and a little of everything."""
    document = frame.session.document
    today = document.today
    settings = document.programme.settings
    document.edit(PROGRAMME, settings.id, "start", today)
    document.add(WORKSTREAMS, title="IT and joint working", rag="amber", rag_reason="Log-ins are not tested")
    document.add(TASKS, title="Shared mail live", milestone=True, duration=0)
    for title, likelihood, impact in (("Log-ins fail", 4, 5), ("Payroll is wrong", 4, 5), ("Managers leave", 3, 3)):
        document.add(RISKS, title=title, likelihood=likelihood, impact=impact, matrix=settings.matrix)
    document.add(ACTIONS, title="Sign the lease", due=today - timedelta(days=3))
    document.add(ACTIONS, title="Write to staff", due=today + timedelta(days=3))
    held = document.add(BOARD_MEETINGS, number=13, day=today - timedelta(days=11))
    boards.hold(document, held)
    document.add(BOARD_MEETINGS, number=14, day=today + timedelta(days=3))
    return frame


@pytest.fixture
def shown(frame: Frame, qtbot: QtBot) -> Shown:
    """The dashboard once it shows the programme as it is."""

    def up_to_date() -> DashboardPage:
        page = frame.go("dashboard")
        assert isinstance(page, DashboardPage)
        qtbot.waitUntil(lambda: page.up_to_date)
        return page

    return up_to_date
