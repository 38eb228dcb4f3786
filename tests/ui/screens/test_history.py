"""The history of the programme in the window: what it tells, what is sought in it, and putting back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.ui.confirm import Question
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.history import ACTION, HistoryPage
from sharedprog.ui.window import Window
from sharedprog.usecases import boards
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from tests.ui import audit, keys
from tests.windows import LONG, answering, buttons_of, press_button, wait_saved, words_on


@pytest.fixture
def document(frame: Frame) -> Document:
    return frame.session.document


@pytest.fixture
def risk(document: Document) -> str:
    made = document.add(RISKS, title="Payroll is wrong", impact=3)
    document.edit(RISKS, made, "impact", 5)
    return made


def opened(frame: Frame, qtbot: QtBot) -> HistoryPage:
    page = frame.go("history")
    assert isinstance(page, HistoryPage)
    settled(page, qtbot)
    return page


def settled(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)


def cells(page: HistoryPage, row: int) -> list[str]:
    return [str(page.feed.model.index(row, column).data()) for column in range(1, page.feed.model.columnCount())]


def sought(page: HistoryPage, qtbot: QtBot, words: str) -> list[str]:
    """What was done, of the lines in which these words are."""
    with qtbot.waitSignal(page.filters.changed):
        page.filters.words.setText(words)
    settled(page, qtbot)
    return [cells(page, row)[2] for row in range(page.feed.model.rowCount())]


def test_the_newest_change_is_told_first(frame: Frame, risk: str, qtbot: QtBot) -> None:
    page = opened(frame, qtbot)
    assert cells(page, 0) == [
        "Programme Manager",
        "Risk R-001 Payroll is wrong",
        "Current impact: 3 Moderate → 5 Severe",
        "Edit risk R-001",
    ]
    assert cells(page, 1)[2] == "Added"
    assert page.chosen == page.feed.model.lines[0]
    assert "Current impact: 3 Moderate → 5 Severe" in words_on(page)
    assert any(words.endswith(" changes since Mon 30 Nov 2026") for words in words_on(page))


def test_the_model_keeps_the_rules_while_lines_come(
    frame: Frame, risk: str, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    page = opened(frame, qtbot)
    qtmodeltester.check(page.feed.model)  # type: ignore[no-untyped-call]
    frame.session.document.edit(RISKS, risk, "title", "Payroll")
    assert sought(page, qtbot, "payroll")[0] == "Risk: Payroll is wrong → Payroll"
    frame.undoing.undo()
    assert cells(page, 0)[3] == "Undo: Edit risk R-001"


def test_what_is_done_meanwhile_comes_on_top(frame: Frame, risk: str, document: Document, qtbot: QtBot) -> None:
    page = opened(frame, qtbot)
    before = page.feed.count
    document.edit(RISKS, risk, "title", "Payroll")
    assert page.feed.count == before + 1
    assert cells(page, 0)[1:3] == ["Risk R-001 Payroll", "Risk: Payroll is wrong → Payroll"]
    assert cells(page, 1)[1] == "Risk R-001 Payroll", "rows are told by the name they have now"


def test_lines_are_sought_by_word_person_page_and_day(
    frame: Frame, risk: str, document: Document, qtbot: QtBot
) -> None:
    document.who = "Omar"
    document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")
    page = opened(frame, qtbot)
    assert sought(page, qtbot, "omar") == ["Added"]
    assert sought(page, qtbot, "severe payroll") == ["Current impact: 3 Moderate → 5 Severe"]
    page.filters.clear()
    page.filters.register.setCurrentIndex(page.filters.register.findData("risks"))
    settled(page, qtbot)
    assert page.feed.model.rowCount() == 3
    assert any(words.startswith("3 of ") for words in words_on(page))
    page.filters.person.setCurrentIndex(page.filters.person.findData("Omar"))
    settled(page, qtbot)
    assert [cells(page, 0)[1]] == ["Response action “Run both payrolls” of risk R-001"]
    page.filters.clear()
    page.filters.last.setFocus()
    keys.write("29 Nov 2026")
    keys.press(Qt.Key.Key_Return)
    settled(page, qtbot)
    assert page.filters.sought.last == date(2026, 11, 29)
    qtbot.waitUntil(lambda: "Nothing fits" in words_on(page))
    press_button(page, "Show everything")
    settled(page, qtbot)
    qtbot.waitUntil(page.table.isVisible)
    assert page.feed.model.rowCount() == page.feed.count


def test_a_line_leads_to_its_row(frame: Frame, risk: str, document: Document, qtbot: QtBot) -> None:
    document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")
    opened(frame, qtbot)
    keys.press(Qt.Key.Key_Return)
    shown = frame.pages.list_page()
    assert shown is not None
    assert (frame.pages.key, shown.present_id()) == ("risks", risk)


def test_a_line_of_a_deleted_row_says_how_to_bring_it_back(
    frame: Frame, risk: str, document: Document, qtbot: QtBot
) -> None:
    document.delete(RISKS, risk)
    page = opened(frame, qtbot)
    press_button(page, "Go to the row")
    assert frame.trouble.isVisible()
    assert any("Risk R-001 Payroll is wrong was deleted." in words for words in words_on(frame.trouble))
    press_button(page, "Bring it back")
    qtbot.waitUntil(lambda: document.programme.row(RISKS, risk) is not None)
    assert document.undo_title == "Bring back risk R-001"
    assert cells(page, 0)[2] == "Brought back"
    page.table.selectRow(0)
    assert "Take it away again" in buttons_of(page)


def test_a_field_and_an_action_are_put_back(frame: Frame, risk: str, document: Document, qtbot: QtBot) -> None:
    page = opened(frame, qtbot)
    press_button(page, "Put back this field")
    row = document.programme.row(RISKS, risk)
    assert row is not None
    assert row.impact == 3
    page.table.selectRow(0)
    press_button(page, "Put back the whole change")
    qtbot.waitUntil(lambda: document.undo_title == "Put back: Put back “Current impact” of risk R-001")
    wait_saved(qtbot, frame.window())  # type: ignore[arg-type]


def test_what_would_be_lost_is_asked_about(frame: Frame, risk: str, document: Document, qtbot: QtBot) -> None:
    document.edit(RISKS, risk, "impact", 4)
    page = opened(frame, qtbot)
    page.table.selectRow(1)
    told: list[str] = []

    def leave(question: Question) -> None:
        told.extend(words_on(question))
        press_button(question, "Leave it as it is")

    answering(Question, leave)
    press_button(page, "Put back this field")
    assert any("Risk R-001 Payroll is wrong, Current impact: 4 Major → 3 Moderate" in words for words in told)
    row = document.programme.row(RISKS, risk)
    assert row is not None
    assert row.impact == 4
    answering(Question, lambda question: press_button(question, "Put back all the same"))
    press_button(page, "Put back this field")
    row = document.programme.row(RISKS, risk)
    assert row is not None
    assert row.impact == 3


def test_a_long_list_of_losses_is_cut(frame: Frame, risk: str, document: Document, qtbot: QtBot) -> None:
    for number in range(12):
        document.add(RESPONSE_ACTIONS, parent=risk, title=f"Step {number}")
    page = opened(frame, qtbot)
    page.table.selectRow(13)
    assert cells(page, 13)[2] == "Added"
    told: list[str] = []
    answering(Question, lambda question: told.extend(words_on(question)))
    press_button(page, "Take it away again")
    qtbot.waitUntil(lambda: any("and 5 other changes" in words for words in told))


def test_what_cannot_be_put_back_is_told(frame: Frame, document: Document, qtbot: QtBot) -> None:
    (board,) = boards.propose(document)
    boards.hold(document, board)
    assert document.programme.row(BOARD_MEETINGS, board)
    page = opened(frame, qtbot)
    press_button(page, "Put back this field")
    assert any(words.startswith("What a board saw is fixed") for words in words_on(frame.trouble))


def test_a_poison_made_anonymous_loses_its_names_from_the_lines_at_once(
    frame: Frame, document: Document, qtbot: QtBot
) -> None:
    partner = document.rows(PARTNERS)[0]
    poison = document.add(POISONS, title="No trust", named_by=partner.id)
    document.edit(POISONS, poison, "potency", 3)
    page = opened(frame, qtbot)
    assert cells(page, 0)[0] == "Programme Manager"
    change(document, POISONS, poison, "anonymous", value=True)
    settled(page, qtbot)
    page.filters.register.setCurrentIndex(page.filters.register.findData("poisons"))
    settled(page, qtbot)
    said = [words for row in range(page.feed.model.rowCount()) for words in cells(page, row)]
    assert not any("Programme Manager" in words or partner.short_name in words for words in said)
    assert "Named by: (in confidence) → (in confidence)" in said


def test_nasty_words_are_shown_as_they_are(frame: Frame, document: Document, qtbot: QtBot) -> None:
    for text in audit.NASTY[:6]:
        person = document.add(PEOPLE, title=text)
        document.edit(PEOPLE, person, "title", f"{text} again")
    page = opened(frame, qtbot)
    for row in range(page.feed.model.rowCount()):
        page.table.selectRow(row)
        assert audit.rich(page) == []
    assert audit.nameless(page) == []


def test_where_there_is_little_room_the_action_is_told_beneath(
    window: Window, frame: Frame, risk: str, qtbot: QtBot
) -> None:
    page = opened(frame, qtbot)
    assert isinstance(page.table, QTableView)
    assert not page.table.isColumnHidden(ACTION)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: page.table.isColumnHidden(ACTION))
    assert any("Action: Edit risk R-001" in words for words in words_on(page))
    assert audit.cut(page) == []
