"""The history of one row in the place of its form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.store.file import ProgrammeFile
from sharedprog.ui.confirm import Question
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.row_history import RowHistory
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.history import HistoryPage
from sharedprog.ui.screens.programme import ProgrammePage
from sharedprog.ui.window import Window
from sharedprog.usecases.document import Document
from tests.ui import audit, keys
from tests.windows import LONG, answering, buttons_of, press_button, words_on


@pytest.fixture
def document(frame: Frame) -> Document:
    return frame.session.document


@pytest.fixture
def page(frame: Frame, document: Document, qtbot: QtBot) -> TablePage:
    """The risks, with the history of the first one."""
    risk = document.add(RISKS, title="Payroll is wrong", impact=3, matrix=document.programme.matrix_id)
    document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")
    document.edit(RISKS, risk, "impact", 5)
    document.add(RISKS, title="Mail is lost")
    made = frame.go("risks")
    assert isinstance(made, TablePage)
    made.table.go_to(risk)
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    settled(made.history, qtbot, 3)
    return made


def settled(history: RowHistory, qtbot: QtBot, lines: int) -> None:
    qtbot.waitUntil(lambda: len(history.lines) == lines, timeout=LONG)


def said(history: RowHistory) -> list[str]:
    return [str(history.model.index(row, 1).data()) for row in range(history.model.rowCount())]


def test_the_row_and_what_belongs_to_it_newest_first(page: TablePage, qtmodeltester: ModelTester) -> None:
    assert said(page.history) == [
        "Current impact: 3 Moderate → 5 Severe",
        "Response action “Run both payrolls”\nAdded",
        "Added",
    ]
    assert str(page.history.model.index(0, 0).data()).endswith("\nProgramme Manager")
    assert QApplication.focusWidget() is page.history.table
    qtmodeltester.check(page.history.model)  # type: ignore[no-untyped-call]
    assert audit.nameless(page) == []
    assert audit.cut(page) == []


def test_it_follows_the_row_that_is_chosen_and_gives_way_to_the_form(page: TablePage, qtbot: QtBot) -> None:
    page.table.setFocus()
    keys.press(Qt.Key.Key_Down)
    settled(page.history, qtbot, 1)
    assert "Form" in buttons_of(page)
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    assert page.form.isVisible()
    assert not page.history.isVisible()
    press_button(page, "History")
    assert page.history.isVisible()
    page.table.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert page.form.isVisible(), "Enter works on the row in the form"


def test_a_field_is_put_back_and_told(page: TablePage, document: Document, qtbot: QtBot) -> None:
    press_button(page.history, "Put back this field")
    settled(page.history, qtbot, 4)
    (risk, _) = document.rows(RISKS)
    assert risk.impact == 3
    assert said(page.history)[0] == "Current impact: 5 Severe → 3 Moderate"
    document.undo()
    settled(page.history, qtbot, 5)


def test_a_part_that_was_deleted_comes_back(page: TablePage, document: Document, qtbot: QtBot) -> None:
    (part,) = document.rows(RESPONSE_ACTIONS)
    document.delete(RESPONSE_ACTIONS, part.id)
    settled(page.history, qtbot, 4)
    page.history.table.selectRow(0)
    press_button(page.history, "Bring it back")
    settled(page.history, qtbot, 5)
    assert document.rows(RESPONSE_ACTIONS) == (part,)


def test_an_action_is_put_back(page: TablePage, document: Document, qtbot: QtBot) -> None:
    press_button(page.history, "Put back the whole change")
    settled(page.history, qtbot, 4)
    assert document.rows(RISKS)[0].impact == 3


def test_the_row_is_put_back_to_before_a_line(page: TablePage, document: Document, qtbot: QtBot) -> None:
    risk = document.rows(RISKS)[0].id
    document.edit(RISKS, risk, "title", "Payroll")
    settled(page.history, qtbot, 4)
    page.history.table.selectRow(1)
    told: list[str] = []

    def agree(question: Question) -> None:
        told.extend(words_on(question))
        press_button(question, "Put back all the same")

    answering(Question, agree)
    press_button(page.history, "Put the row back to before this")
    settled(page.history, qtbot, 6)
    assert any("Risk: Payroll → Payroll is wrong" in words for words in told)
    row = document.rows(RISKS)[0]
    assert (row.title, row.impact) == ("Payroll is wrong", 3)


def test_the_plan_shows_it_where_the_form_is_asked_for(frame: Frame, document: Document, qtbot: QtBot) -> None:
    task = document.add(TASKS, title="Merge", duration=480)
    document.edit(TASKS, task, "duration", 960)
    page = frame.go("tasks")
    assert isinstance(page, TablePage)
    page.table.go_to(task)
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    settled(page.history, qtbot, 2)
    assert page.history.isVisible()
    assert said(page.history)[0] == "Days: 1 d → 2 d"


def test_the_programme_has_one_too(frame: Frame, document: Document, qtbot: QtBot) -> None:
    row = document.programme.settings.id
    document.edit(PROGRAMME, row, "title", "Joint control room")
    page = frame.go("programme")
    assert isinstance(page, ProgrammePage)
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    settled(page.history, qtbot, 2)
    assert said(page.history)[0] == "Programme: One Service Programme → Joint control room"
    press_button(page, "Put back this field")
    assert document.programme.settings.title == "One Service Programme"
    assert audit.cut(page) == []
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    assert page.form.isVisible()


def test_where_there_is_no_row_the_key_leads_to_the_history_of_the_programme(frame: Frame) -> None:
    frame.go("health")
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    assert frame.pages.key == "history"


def test_what_could_not_be_written_is_taken_from_the_history(
    page: TablePage, frame: Frame, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = frame.go("history")
    assert isinstance(whole, HistoryPage)
    qtbot.waitUntil(lambda: whole.up_to_date, timeout=LONG)
    before = whole.feed.count

    def full(*_: object) -> None:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(ProgrammeFile, "apply", full)
    document.edit(RISKS, document.rows(RISKS)[0].id, "impact", 1)
    assert whole.feed.count == before + 1
    qtbot.waitUntil(frame.trouble.isVisible)
    qtbot.waitUntil(lambda: whole.up_to_date and whole.feed.count == before, timeout=LONG)


def test_it_takes_the_place_of_the_map_where_there_is_not_room_for_both(
    page: TablePage, window: Window, qtbot: QtBot
) -> None:
    keys.press(Qt.Key.Key_Escape)
    window.resize(1280, 620)
    qtbot.waitUntil(lambda: not page.history.isVisible())
    keys.press(Qt.Key.Key_H, keys.CONTROL | keys.SHIFT)
    assert page.history.isVisible()
    assert QApplication.focusWidget() is page.history.table
