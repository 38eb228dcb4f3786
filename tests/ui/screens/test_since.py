"""What changed since a board, as a page that follows the programme."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.since import NOTHING, SincePage
from sharedprog.ui.window import Window
from sharedprog.usecases import boards
from tests.ui import audit, keys
from tests.windows import LONG, press_button, show_file, words_on


def shown(frame: Frame, qtbot: QtBot) -> SincePage:
    """The page once it shows the programme as it is."""
    page = frame.go("since")
    assert isinstance(page, SincePage)
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)
    return page


def changes(page: SincePage) -> list[tuple[str, str]]:
    return [(row.title, row.change) for row in page.rows]


@pytest.fixture
def held(frame: Frame) -> Frame:
    """A risk, and two boards that saw it, between which its score rose."""
    document = frame.session.document
    matrix = document.programme.settings.matrix
    risk = document.add(RISKS, title="Payroll is wrong", likelihood=2, impact=2, matrix=matrix)
    for number, back in ((12, 20), (13, 6)):
        board = document.add(BOARD_MEETINGS, number=number, day=document.today - timedelta(days=back))
        boards.hold(document, board)
        document.edit(RISKS, risk, "impact", number - 9)
    return frame


def test_before_the_first_board_the_page_says_what_it_waits_for(frame: Frame, qtbot: QtBot) -> None:
    page = shown(frame, qtbot)
    assert "Nothing to compare with" in words_on(page)
    press_button(page, "Board meetings")
    assert frame.pages.key == "board_meetings"


def test_the_last_board_is_compared_with_now_and_any_other_can_be(held: Frame, qtbot: QtBot) -> None:
    page = shown(held, qtbot)
    assert "Since board 13" in words_on(page)
    assert changes(page) == [("Payroll is wrong", "6 → G 8 worse: impact 3 → 4")]
    assert "1 change, computed; nothing is typed" in words_on(page)
    page.board.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)
    assert "Since board 12" in words_on(page)
    assert changes(page)[0] == ("Payroll is wrong", "4 → G 8 worse: impact 2 → 4")


def test_one_board_is_compared_with_a_later_one(held: Frame, qtbot: QtBot) -> None:
    page = shown(held, qtbot)
    page.board.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)
    assert [page.until.itemText(row).split(",")[0] for row in range(page.until.count())] == ["Now", "Board 13"]
    page.until.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)
    assert "From board 12 to 13" in words_on(page)
    assert changes(page) == [("Payroll is wrong", "4 → G 6 worse: impact 2 → 3")]
    page.board.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)
    assert "Since board 13" in words_on(page), "no board was held after it"


def test_a_line_leads_to_its_row(held: Frame, qtbot: QtBot) -> None:
    page = shown(held, qtbot)
    page.enter()
    keys.press(Qt.Key.Key_Return)
    risks = held.pages.currentWidget()
    assert isinstance(risks, TablePage)
    assert risks.present_id() == held.session.programme.rows(RISKS)[0].id


def test_a_line_of_a_deleted_row_says_how_to_bring_it_back(held: Frame, qtbot: QtBot) -> None:
    document = held.session.document
    document.delete(RISKS, document.rows(RISKS)[0].id)
    page = shown(held, qtbot)
    page.enter()
    keys.press(Qt.Key.Key_Return)
    assert held.pages.currentWidget() is page
    assert held.trouble.accessibleName().startswith("“R-001 Payroll is wrong” was deleted. In the History")


def test_the_page_follows_each_change_and_drops_what_is_old(held: Frame, qtbot: QtBot) -> None:
    page = shown(held, qtbot)
    document = held.session.document
    with qtbot.waitSignal(page.filled, timeout=LONG):
        document.add(RISKS, title="New one")
        document.undo()
        document.edit(RISKS, document.rows(RISKS)[0].id, "impact", 3)
    qtbot.waitUntil(lambda: page.up_to_date, timeout=LONG)
    assert changes(page) == []
    assert NOTHING in words_on(page)


def test_the_dashboard_leads_here(held: Frame, qtbot: QtBot) -> None:
    page = held.go("dashboard")
    qtbot.waitUntil(lambda: any("Since board 13: 1 risk worse" in words for words in words_on(page)))
    press_button(page, "See what changed")
    assert held.pages.key == "since"


def test_the_sample_is_told_in_full(window: Window, sample: Path, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    frame = show_file(qtbot, window, sample)
    page = shown(frame, qtbot)
    parts = {row.part for row in page.rows}
    assert {"Milestone", "Task", "Risk", "Issue", "Poison", "Action"} <= parts
    assert all(BY_KEY[row.register].place for row in page.rows)
    qtmodeltester.check(page.lines)  # type: ignore[no-untyped-call]
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: audit.cut(page) == [])
    assert audit.nameless(page) == []
    assert audit.rich(page) == []
