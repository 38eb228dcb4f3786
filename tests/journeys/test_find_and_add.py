"""From anywhere to anything and back: found, opened, added and taken back without the mouse."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.quick_add import QuickAdd
from sharedprog.ui.window import Window
from tests.ui import keys
from tests.windows import activate, answering, session_of, show_file, wait_saved


def find(frame: Frame, qtbot: QtBot, text: str) -> None:
    """Press Ctrl+K, type, and press Enter on the first that is found."""
    keys.press(Qt.Key.Key_K, keys.CONTROL)
    qtbot.waitUntil(lambda: frame.searching.finder.ready)
    keys.write(text)
    keys.press(Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_risk_is_found_its_review_read_an_action_added_found_and_taken_back(
    window: Window, sample: Path, qtbot: QtBot
) -> None:
    frame = show_file(qtbot, window, sample)
    document = session_of(window).document
    before = len(document.rows(ACTIONS))

    find(frame, qtbot, "r-003")
    page = frame.pages.list_page()
    assert page is not None
    assert frame.pages.key == "risks"
    assert document.programme.labelled(page.register, "R-003").id == page.present_id()  # type: ignore[union-attr]

    def type_it(dialog: QuickAdd) -> None:
        keys.press(Qt.Key.Key_Backtab)
        keys.press(Qt.Key.Key_Left)
        keys.press(Qt.Key.Key_Tab)
        keys.write("Read the pay groups again @Jane Owen due +1w")
        keys.press(Qt.Key.Key_Return)

    answering(QuickAdd, type_it)
    keys.press(Qt.Key.Key_A, keys.CONTROL | keys.SHIFT)
    activate(qtbot, window)
    assert len(document.rows(ACTIONS)) == before + 1
    assert frame.pages.key == "risks"

    find(frame, qtbot, "read pay groups again")
    page = frame.pages.list_page()
    assert page is not None
    assert frame.pages.key == "actions"
    action = document.programme.row(ACTIONS, page.present_id())
    assert action is not None
    assert action.title == "Read the pay groups again"
    assert action.owner in {person.id for person in document.rows(PEOPLE) if person.title == "Jane Owen"}

    find(frame, qtbot, "undo")
    assert len(document.rows(ACTIONS)) == before
    wait_saved(qtbot, window)
