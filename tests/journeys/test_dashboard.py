"""What needs someone is found on the dashboard, seen to, and put back, by the keyboard alone."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.ui.dashboard.page import DashboardPage
from sharedprog.ui.frame import Frame
from sharedprog.ui.window import Window
from tests.journeys.test_keyboard_only import tab_to
from tests.ui import keys
from tests.windows import session_of, wait_saved


def waits(page: DashboardPage) -> list[str]:
    return [line.said for line in page.needs.lines.lines]


def test_an_overdue_action_from_the_dashboard_and_back(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    owner = document.add(PEOPLE, title="Head of HR")
    late = document.add(ACTIONS, title="Sign the lease", due=document.today - timedelta(days=2), owner=owner)
    document.add(ACTIONS, title="Write to staff", due=document.today + timedelta(days=9), owner=owner)
    keys.go_to("risks")
    keys.go_to("dashboard")
    page = frame.pages.page("dashboard")
    assert isinstance(page, DashboardPage)
    qtbot.waitUntil(lambda: page.up_to_date and waits(page) == ["1 action is overdue, oldest 2 days"])
    assert QApplication.focusWidget() is page.needs

    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "actions"
    actions = frame.pages.list_page()
    assert actions is not None
    assert actions.model.ids == (late,)
    keys.press(Qt.Key.Key_Return)
    tab_to("Status")
    keys.write("Do")
    keys.press(Qt.Key.Key_Return)
    assert document.rows(ACTIONS)[0].status == "done"

    keys.go_to("dashboard")
    qtbot.waitUntil(lambda: page.up_to_date and waits(page) == [])
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    keys.go_to("dashboard")
    qtbot.waitUntil(lambda: page.up_to_date and waits(page) == ["1 action is overdue, oldest 2 days"])
    wait_saved(qtbot, window)
