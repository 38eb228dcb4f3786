"""What went wrong is found in the history and put back, without the mouse, and is in the file afterwards."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.history import HistoryPage
from sharedprog.ui.window import Window
from sharedprog.usecases.adding import add_as_typed
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from tests.builders import contents
from tests.ui import keys
from tests.windows import LONG, session_of, wait_saved


def tab_to(words: str, most: int = 80) -> None:
    """Press Tab until the field, or the button, with these words has the focus."""
    for _ in range(most):
        keys.press(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        said = field.text() if isinstance(field, QPushButton) else field.accessibleName() if field else ""
        if said == words:
            return
    raise AssertionError(f"Tab never reached {words}")


def test_a_field_and_a_deleted_row_are_put_back(window: Window, frame: Frame, small: Path, qtbot: QtBot) -> None:
    document = session_of(window).document
    risk = add_as_typed(document, RISKS, "Payroll is wrong in the first month")
    change(document, RISKS, risk, "impact", 4)
    change(document, RISKS, risk, "impact", 2)
    add_as_typed(document, RISKS, "Mail is lost")

    keys.go_to("risks")
    keys.press(Qt.Key.Key_Home, keys.CONTROL)
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    page = frame.pages.list_page()
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.history.lines), timeout=LONG)
    tab_to("Put back this field")
    keys.press(Qt.Key.Key_Space)
    row = document.programme.row(RISKS, risk)
    assert row is not None
    assert row.impact == 4
    before = contents(document.programme)

    keys.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table
    keys.press(Qt.Key.Key_Delete)
    assert document.programme.row(RISKS, risk) is None
    tab_to("Pages")
    keys.press(Qt.Key.Key_End)
    keys.press(Qt.Key.Key_Return)
    history = frame.pages.currentWidget()
    assert isinstance(history, HistoryPage)
    qtbot.waitUntil(lambda: history.up_to_date, timeout=LONG)
    keys.press(Qt.Key.Key_F, keys.CONTROL)
    with qtbot.waitSignal(history.filters.changed):
        keys.write("deleted payroll")
    qtbot.waitUntil(lambda: not history.feed.sifting and history.feed.model.rowCount() == 1)
    tab_to("Bring it back")
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: document.programme.row(RISKS, risk) is not None, timeout=LONG)
    assert contents(document.programme) == before
    assert document.undo_title == "Bring back risk R-001"

    wait_saved(qtbot, window)
    frame.leave()
    window.frame = None
    again = Document.open(small)
    assert contents(again.programme) == before
    assert again.journal()[-1].title == "Bring back risk R-001"
    again.close()
