"""Board meetings: proposed, held, taken back, and asked for their packs."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, FORTNIGHT_LINES
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import from_local
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.boards import BoardsPage
from sharedprog.ui.screens.hold_board import HoldBoard
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.windows import answering, press_button

HOLD = "Mark board 1 as held"


@pytest.fixture
def page(frame: Frame) -> BoardsPage:
    made = frame.go("board_meetings")
    assert isinstance(made, BoardsPage)
    return made


def test_the_next_board_is_proposed_with_its_day_told(page: BoardsPage, frame: Frame) -> None:
    press_button(page, "Propose the next board")
    press_button(page, "Propose the next board")
    boards = page.session.document.rows(BOARD_MEETINGS)
    assert [board.day for board in boards] == [date(2026, 9, 1), date(2026, 9, 15)]
    assert page.present_id() == boards[1].id
    assert frame.toasts.present() == "Board 1 is proposed for Tue 1 Sep 2026, with the usual agenda."
    assert page.session.document.undo_title == "Propose board 2"


def test_a_board_without_a_final_pack_saw_the_programme_as_it_is(page: BoardsPage, frame: Frame) -> None:
    press_button(page, "Propose the next board")
    newest = page.session.document.journal()[-1].id
    answering(HoldBoard, lambda dialog: press_button(dialog, HOLD))
    press_button(page, "Mark as held…")
    (board,) = page.session.document.rows(BOARD_MEETINGS)
    assert board.held
    assert board.saw == newest
    press_button(page, "Not held after all")
    (board,) = page.session.document.rows(BOARD_MEETINGS)
    assert not board.held


def test_a_board_can_have_seen_an_earlier_moment(page: BoardsPage) -> None:
    document = page.session.document
    press_button(page, "Propose the next board")
    newest = document.journal()[-1]
    document.add(RISKS, title="Payroll is wrong")
    asked: list[str] = []

    def pick(dialog: HoldBoard) -> None:
        assert not dialog.day.isEnabled()
        dialog.then.click()
        dialog.day.field().setFocus()
        keys.write_over("30 nov 2099")
        press_button(dialog, HOLD)
        asked.append(dialog.day.trouble())
        dialog.day.set_value(date(2026, 11, 30))
        dialog.clock.set_value(newest.at.time().replace(microsecond=0))
        press_button(dialog, HOLD)

    answering(HoldBoard, pick)
    press_button(page, "Mark as held…")
    (board,) = document.rows(BOARD_MEETINGS)
    assert asked == ["This is still to come. Choose a moment that has passed."]
    assert board.saw == newest.id
    assert board.saw_as_at is not None
    assert from_local(date(2026, 11, 30), newest.at.time()) >= board.saw_as_at


def test_the_dialog_can_be_left_and_is_well_made(page: BoardsPage) -> None:
    press_button(page, "Propose the next board")
    found: list[object] = []

    def look(dialog: HoldBoard) -> None:
        found.extend([*audit.rich(dialog), *audit.nameless(dialog), *audit.cut(dialog)])
        keys.press(Qt.Key.Key_Escape)

    answering(HoldBoard, look)
    press_button(page, "Mark as held…")
    assert found == []
    assert not page.session.document.rows(BOARD_MEETINGS)[0].held


def test_lines_are_proposed_from_the_plan_once(page: BoardsPage, frame: Frame) -> None:
    document = page.session.document
    document.add(TASKS, title="Sign the agreement", duration=480, percent_complete=0)
    press_button(page, "Propose the next board")
    board = page.present_id()
    assert board is not None
    document.edit(BOARD_MEETINGS, board, "day", date(2026, 12, 3))
    press_button(page, "Propose lines from the plan")
    assert len(document.programme.children(FORTNIGHT_LINES, board)) == 1
    press_button(page, "Propose lines from the plan")
    assert len(document.programme.children(FORTNIGHT_LINES, board)) == 1


def test_what_cannot_be_held_is_told(page: BoardsPage, frame: Frame, qtbot: QtBot) -> None:
    page.hold()
    assert frame.trouble.accessibleName() == "No board is chosen. Choose one in the list."
    board = page.session.document.add(BOARD_MEETINGS, number=5)
    page.go_to(board)
    page.hold()
    assert "Board 5 has no date." in frame.trouble.accessibleName()


def test_its_pack_is_made_from_its_form(page: BoardsPage, frame: Frame) -> None:
    for _ in range(2):
        press_button(page, "Propose the next board")
    second = page.present_id()
    press_button(page.form, "Make the pack")
    made = frame.pages.currentWidget()
    assert isinstance(made, MakePackPage)
    assert made.board.currentData() == second
    assert frame.side.selectionModel().selectedIndexes() == []


def test_the_board_menu_finds_the_next_board(window: Window, frame: Frame) -> None:
    window.boards.next_board()
    (board,) = frame.session.document.rows(BOARD_MEETINGS)
    assert frame.pages.key == "board_meetings"
    frame.go("risks")
    keys.press(Qt.Key.Key_B, keys.CONTROL)
    page = frame.pages.list_page()
    assert page is not None
    assert page.present_id() == board.id
    window.boards.propose()
    assert len(frame.session.document.rows(BOARD_MEETINGS)) == 2
    frame.go("risks")
    answering(HoldBoard, lambda dialog: press_button(dialog, HOLD))
    window.boards.hold()
    assert frame.session.document.rows(BOARD_MEETINGS)[0].held
