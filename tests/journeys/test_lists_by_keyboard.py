"""Lists worked on many rows at a time, by keyboard, in a file that is closed and opened again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.ui.desk import Desk
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.ask_name import AskName
from sharedprog.ui.registers.change_rows import ChangeRows
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.paste_preview import PastePreview
from sharedprog.ui.window import Window
from tests.builders import contents
from tests.ui import keys
from tests.windows import activate, answering, list_of, session_of, show_file, wait_saved


def choosing(words: str) -> None:
    """Once a menu is open, go down to these words and press Enter."""

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(10, look)
            return
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text().split("\t")[0] == words:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        menu.close()

    QTimer.singleShot(0, look)


def tab_to(name: str, most: int = 80) -> None:
    for _ in range(most):
        keys.press(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        if field is not None and field.accessibleName() == name:
            return
    raise AssertionError(f"Tab never reached {name}")


def pasting(text: str, answer: Callable[[PastePreview], None]) -> None:
    QGuiApplication.clipboard().setText(text)
    answering(PastePreview, answer)
    keys.press(Qt.Key.Key_V, keys.CONTROL)


def test_a_sheet_comes_in_is_dated_is_closed_and_all_of_it_is_undone(
    window: Window, frame: Frame, qtbot: QtBot
) -> None:
    document = session_of(window).document
    document.add(ACTIONS, title="Write to the union")
    before = contents(document.programme)
    page = list_of(window, "actions")
    page.table.go_to(page.model.ids[0], "title")
    pasting("Write to the union\nBook the hall\nOrder the badges\n", lambda _: keys.press(Qt.Key.Key_Return))
    qtbot.waitUntil(lambda: len(document.rows(ACTIONS)) == 3)
    activate(qtbot, window)
    page.table.setFocus()
    keys.press(Qt.Key.Key_A, keys.CONTROL)

    def give_a_day(dialog: ChangeRows) -> None:
        keys.write("orig")
        keys.press(Qt.Key.Key_Tab)
        keys.write("3 dec")
        keys.press(Qt.Key.Key_Return)

    answering(ChangeRows, give_a_day)
    keys.press(Qt.Key.Key_E, keys.CONTROL | keys.SHIFT)
    assert {row.due for row in document.rows(ACTIONS)} == {date(2026, 12, 3)}
    activate(qtbot, window)
    page.table.setFocus()
    keys.press(Qt.Key.Key_M, keys.CONTROL | keys.SHIFT)
    assert {row.status for row in document.rows(ACTIONS)} == {"done"}
    assert page.model.rowCount() == 0, "the list shows open ones"
    for title in ("Mark 3 actions as done", "Change original due of 3 actions", "Paste 2 actions"):
        assert document.undo_title == title
        keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert contents(document.programme) == before


def test_rows_copied_from_one_list_are_pasted_back_elsewhere(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    board = document.add(BOARD_MEETINGS, number=1, day=date(2026, 12, 3))
    page = list_of(window, "board_meetings")
    page.go_to(board)
    part = next(each for each in page.form.parts if isinstance(each, ChildRows) and each.register == AGENDA_ITEMS)
    for title in ("Welcome", "Risks", "Close"):
        document.add(AGENDA_ITEMS, parent=board, title=title)
    part.table.setFocus()
    part.table.go_to(part.model.ids[2])
    keys.press(Qt.Key.Key_Up, keys.ALT)
    keys.press(Qt.Key.Key_Up, keys.ALT)
    titles = [item.title for item in document.programme.children(AGENDA_ITEMS, board)]
    assert titles == ["Close", "Welcome", "Risks"]
    keys.press(Qt.Key.Key_A, keys.CONTROL)
    keys.press(Qt.Key.Key_C, keys.CONTROL)
    qtbot.waitUntil(lambda: "Welcome" in QGuiApplication.clipboard().text())
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    titles = [item.title for item in document.programme.children(AGENDA_ITEMS, board)]
    assert titles == ["Welcome", "Risks", "Close"]


def test_a_filter_and_columns_are_there_when_the_file_is_opened_again(
    window: Window, frame: Frame, desk: Desk, small: Path, qtbot: QtBot
) -> None:
    document = session_of(window).document
    for title, progress in (("Write to the union", "Asked"), ("Book the hall", "Booked")):
        document.add(ACTIONS, title=title, progress=progress)
    page = list_of(window, "actions")
    page.table.choose_columns(("title", "progress", "status"))
    page.table.go_to(page.model.ids[0], "progress")
    keys.press(Qt.Key.Key_F, keys.CONTROL | keys.SHIFT)
    assert page.model.rowCount() == 1
    tab_to("Save and choose filters")

    def name(dialog: AskName) -> None:
        keys.write("Asked for")
        keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Return)

    answering(AskName, name)
    choosing("Save this filter…")
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: document.undo_title == "Add saved filter Asked for")
    wait_saved(qtbot, window)
    window.close()
    second = Window(desk)
    second.resize(1440, 900)
    show_file(qtbot, second, small)
    again = list_of(second, "actions")
    assert again.model.names == ("title", "progress", "status")
    assert again.model.rowCount() == 2
    chips = again.chips.findChildren(QPushButton)
    chip = next(each for each in chips if each.text() == "Asked for" and not each.isHidden())
    chip.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert again.model.rowCount() == 1
    second.close()
    second.deleteLater()


def test_a_paste_that_cannot_be_read_changes_nothing(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    document.add(ACTIONS, title="Write to the union")
    page = list_of(window, "actions")
    page.table.go_to(page.model.ids[0], "due")
    before = contents(document.programme)
    closed: list[bool] = []

    def close(dialog: PastePreview) -> None:
        assert dialog.windowTitle() == "Nothing was pasted"
        keys.press(Qt.Key.Key_Return)
        closed.append(True)

    pasting("32 dec\n", close)
    qtbot.waitUntil(lambda: closed == [True])
    assert contents(document.programme) == before
