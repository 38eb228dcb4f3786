"""Typing in the cells of a list as in a spreadsheet."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from tests.ui import audit
from tests.ui.keys import CONTROL, press, write

Opened = Callable[[str], TablePage]


def at(table: RegisterTable, row_id: str, column: str) -> None:
    table.go_to(row_id, column)
    table.setFocus()


def place(table: RegisterTable) -> tuple[str | None, str]:
    return table.present_id(), table.name_at(table.currentIndex().column())


def test_letters_typed_on_a_cell_take_the_place_of_what_is_in_it(page_of: Opened, session: Session) -> None:
    first, second = (session.document.add(ACTIONS, title=title) for title in ("One", "Two"))
    page = page_of("actions")
    at(page.table, first, "title")
    write("book a room")
    press(Qt.Key.Key_Return)
    assert session.programme.row(ACTIONS, first).title == "book a room"  # type: ignore[union-attr]
    assert place(page.table) == (second, "title")
    assert page.table.hasFocus()


def test_tab_keeps_what_was_typed_and_goes_along(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    action = session.document.add(ACTIONS, title="One")
    session.document.add(PEOPLE, title="Head of ICT")
    page = page_of("actions")
    at(page.table, action, "owner")
    write("head")
    press(Qt.Key.Key_Tab)
    assert place(page.table) == (action, "due")
    with qtbot.waitActive(page):
        page.activateWindow()
    write("3 dec")
    press(Qt.Key.Key_Backtab)
    row = session.programme.row(ACTIONS, action)
    assert row is not None
    assert row.due == date(2026, 12, 3)
    assert [person.id for person in session.programme.rows(PEOPLE)] == [row.owner]
    assert place(page.table) == (action, "owner")


def test_what_cannot_be_read_stays_open_with_the_reason(page_of: Opened, session: Session) -> None:
    action = session.document.add(ACTIONS, title="One")
    page = page_of("actions")
    at(page.table, action, "due")
    write("31")
    press(Qt.Key.Key_Slash)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    editor = page.table.findChild(Editor)
    assert isinstance(editor, Editor)
    assert editor.trouble().startswith("“31/2” was not understood.")
    assert audit.cut(editor) == []
    assert editor.height() > page.table.rowHeight(0)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_a_row_of_a_row_is_typed_in_along_its_cells(page_of: Opened, session: Session) -> None:
    risk = session.document.add(RISKS, title="Payroll is wrong")
    step = session.document.add(RESPONSE_ACTIONS, title="Parallel run", parent=risk)
    page = page_of("risks")
    page.go_to(risk)
    part = next(each for each in page.form.parts if isinstance(each, ChildRows) and each.register == RESPONSE_ACTIONS)
    at(part.table, step, "owner")
    write("Jane Owen")
    editor = part.table.findChild(Editor)
    assert isinstance(editor, Editor)
    assert editor.width() > part.table.columnWidth(part.table.currentIndex().column())
    press(Qt.Key.Key_Tab)
    assert part.table.hasFocus()
    write("fri")
    press(Qt.Key.Key_Return)
    row = session.programme.row(RESPONSE_ACTIONS, step)
    assert row is not None
    assert (session.programme.row(PEOPLE, str(row.owner)).title, row.due) == ("Jane Owen", date(2026, 12, 4))  # type: ignore[union-attr]


def test_an_editor_that_was_left_for_elsewhere_closes(page_of: Opened, session: Session, qtbot: QtBot) -> None:
    action = session.document.add(ACTIONS, title="One")
    page = page_of("actions")
    at(page.table, action, "title")
    write("other")
    page.filter.setFocus()
    qtbot.waitUntil(lambda: page.table.state() != page.table.State.EditingState)
    assert session.programme.row(ACTIONS, action).title == "other"  # type: ignore[union-attr]
    assert QApplication.focusWidget() is page.filter


def test_undo_in_the_line_that_adds_takes_the_row_away_again(page_of: Opened, session: Session) -> None:
    page = page_of("actions")
    page.new_line.setFocus()
    write("one")
    press(Qt.Key.Key_Return)
    assert not page.new_line.isUndoAvailable()
    press(Qt.Key.Key_Z, CONTROL)
    assert page.new_line.text() == ""


def test_space_turns_a_yes_or_no_and_leaves_words_alone(page_of: Opened, session: Session) -> None:
    risk = session.document.add(RISKS, title="Payroll is wrong")
    page = page_of("risks")
    page.table.choose_columns(["title", "escalated"])
    at(page.table, risk, "title")
    press(Qt.Key.Key_Space)
    assert page.table.state() != page.table.State.EditingState
    at(page.table, risk, "escalated")
    press(Qt.Key.Key_Space)
    assert session.programme.row(RISKS, risk).escalated  # type: ignore[union-attr]
    press(Qt.Key.Key_Space)
    assert not session.programme.row(RISKS, risk).escalated  # type: ignore[union-attr]


def test_tab_passes_over_what_the_program_works_out(page_of: Opened, session: Session) -> None:
    risk = session.document.add(RISKS, title="Payroll is wrong")
    page = page_of("risks")
    page.table.choose_columns(["ref", "title", "score", "next_review"])
    at(page.table, risk, "title")
    write("pensions")
    press(Qt.Key.Key_Tab)
    assert place(page.table) == (risk, "next_review")
    write("fri")
    press(Qt.Key.Key_Tab)
    assert place(page.table) == (risk, "next_review")
    write("mon")
    press(Qt.Key.Key_Backtab)
    assert place(page.table) == (risk, "title")


def test_escape_in_a_list_begins_nothing(page_of: Opened, session: Session) -> None:
    action = session.document.add(ACTIONS, title="One")
    page = page_of("actions")
    at(page.table, action, "title")
    press(Qt.Key.Key_Escape)
    assert page.table.state() != page.table.State.EditingState
    assert page.table.findChild(Editor) is None
    write("x")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert page.table.state() != page.table.State.EditingState
    assert session.programme.row(ACTIONS, action).title == "One"  # type: ignore[union-attr]
