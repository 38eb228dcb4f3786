"""The fortnight: open, keep the plan and the registers, hold the board, go on, and find it all in the next pack."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.confirm import Question
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.boards import BoardsPage
from sharedprog.ui.screens.hold_board import HoldBoard
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.screens.preview import PreviewPage
from sharedprog.ui.window import Window
from sharedprog.usecases.document import Document
from tests.ui import keys
from tests.windows import (
    LONG,
    activate,
    answering,
    frame_of,
    list_of,
    press_button,
    session_of,
    show_file,
    wait_saved,
)

PARTS = ["cover", "since", "plan", "risks", "poisons", "control"]
NEW_RISK = "The ferry to Tolland stops running in January"
NEW_POISON = "One council thinks the other writes all the rules"


def type_line(page: TablePage, words: str) -> None:
    page.add_row()
    keys.write(words)
    keys.press(Qt.Key.Key_Return)


def type_over(page: TablePage, field: str, words: str) -> None:
    """Put other words into a field of the form, opened if it is not, and leave it."""
    if not page.form.isVisible():
        keys.press(Qt.Key.Key_Return)
    page.form.focus_field(field)
    keys.write_over(words)
    keys.press(Qt.Key.Key_Tab)


def choose(page: TablePage, field: str, words: str) -> None:
    """Choose from a list by typing the beginning of its words."""
    page.form.focus_field(field)
    keys.write(words)
    keys.press(Qt.Key.Key_Tab)


def go_to_row(window: Window, key: str, title: str) -> TablePage:
    page = list_of(window, key)
    rows = session_of(window).programme.rows(page.register)
    page.go_to(next(row.id for row in rows if getattr(row, "title", "") == title))
    return page


def hold(qtbot: QtBot, window: Window, number: int) -> None:
    page = list_of(window, "board_meetings")
    assert isinstance(page, BoardsPage)
    boards = session_of(window).document.rows(BOARD_MEETINGS)
    page.go_to(next(board.id for board in boards if board.number == number))
    answering(HoldBoard, lambda dialog: press_button(dialog, f"Mark board {number} as held"))
    press_button(page.form, "Mark as held…")
    activate(qtbot, window)


def make_final(qtbot: QtBot, window: Window, number: int) -> list[str]:
    """The text of each page of the final pack of the board that comes next."""
    keys.press(Qt.Key.Key_P, keys.CONTROL)
    page = frame_of(window).pages.currentWidget()
    assert isinstance(page, MakePackPage)
    assert page.board.currentText().startswith(f"Board {number},")
    page.parts.choose(PARTS)
    answering(Question, lambda question: press_button(question, "Make pack 1.0 final"))
    with qtbot.waitSignal(page.pages.made, timeout=2 * LONG):
        press_button(page, "Make it final…")
    activate(qtbot, window)
    return pages_of(page)


def pages_of(page: QWidget) -> list[str]:
    assert isinstance(page, MakePackPage | PreviewPage)
    assert page.pages.content is not None
    return [each.extract_text() for each in PdfReader(BytesIO(page.pages.content.pdf)).pages]


def since_the_last_board(pages: list[str]) -> str:
    """The pages of item 5 as one line of text; the foot of each names its item."""
    found = [text for text in pages if re.search(r"· Item 5\b", text)]
    return " ".join(" ".join(found).split())


def test_a_fortnight_from_pack_to_pack(
    window: Window, sample: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = show_file(qtbot, window, sample)
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_, **__: tmp_path / "pack.pdf")

    # The pack of board 8 goes out.
    first = make_final(qtbot, window, 8)
    assert NEW_RISK not in since_the_last_board(first)
    (made,) = session_of(window).document.rows(PACKS)
    qtbot.waitUntil(lambda: any(each.stat().st_size > 10_000 for each in tmp_path.glob("pack.pdf")), timeout=LONG)

    # Between the pack and the meeting somebody adds a risk; the board did not see it.
    risks = list_of(window, "risks")
    type_line(risks, NEW_RISK)
    choose(risks, "likelihood", "4")
    choose(risks, "impact", "5")
    hold(qtbot, window, 8)
    board = next(each for each in session_of(window).document.rows(BOARD_MEETINGS) if each.number == 8)
    assert board.held
    assert board.saw == made.saw

    # The fortnight goes on: the plan slips, an action is done, a poison is named.
    plan = go_to_row(window, "tasks", "Shared mail addresses live")
    before = session_of(window).view.schedule.dates[plan.present_id() or ""].finish
    task = go_to_row(window, "tasks", "Merge the directories")
    held = session_of(window).programme.row(TASKS, task.present_id())
    assert held is not None
    assert held.duration is not None
    type_over(task, "duration", str(held.duration // 480 + 10))
    actions = list_of(window, "actions")
    done = next(row for row in session_of(window).document.rows(ACTIONS) if row.status == "open")
    actions.go_to(done.id)
    choose(actions, "status", "Done")
    poisons = list_of(window, "poisons")
    type_line(poisons, NEW_POISON)
    plan = go_to_row(window, "tasks", "Shared mail addresses live")
    after = session_of(window).view.schedule.dates[plan.present_id() or ""].finish
    assert before is not None
    assert after is not None
    assert after > before

    # The next pack says what has changed, and nothing of it was typed for the pack.
    second = make_final(qtbot, window, 9)
    changed = since_the_last_board(second)
    assert NEW_RISK in changed
    assert NEW_POISON in changed
    assert "Shared mail addresses live" in changed

    # The pack of board 8 can be made again as it was.
    packs = list_of(window, "packs")
    packs.go_to(made.id)
    press_button(packs.form, "Open again")
    again = frame.pages.currentWidget()
    assert isinstance(again, PreviewPage)
    qtbot.waitUntil(lambda: again.pages.content is not None, timeout=2 * LONG)
    assert pages_of(again) == first

    # All of it is in the file.
    wait_saved(qtbot, window)
    kept = Document.open(session_of(window).document.path)
    assert [pack.version for pack in kept.rows(PACKS)] == ["1.0", "1.0"]
    assert NEW_RISK in [risk.title for risk in kept.rows(RISKS)]
    assert NEW_POISON in [poison.title for poison in kept.rows(POISONS)]
    kept.close()
