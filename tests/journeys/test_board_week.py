"""The week of a board by the keyboard alone: a milestone is moved, the pack is made and saved, and all is undone."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.confirm import Question
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.window import Window
from sharedprog.usecases import board_pack, boards
from tests.ui import keys, pages_of_paper
from tests.windows import LONG, activate, answering, press_button, session_of


def tab_to_button(words: str, most: int = 60) -> None:
    """Press Tab until the button with these words has the focus."""
    for _ in range(most):
        keys.press(Qt.Key.Key_Tab)
        button = QApplication.focusWidget()
        if isinstance(button, QPushButton) and button.text().replace("&", "") == words:
            return
    raise AssertionError(f"Tab never reached {words}")


def test_a_milestone_is_found_moved_and_moved_back(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    document.add(TASKS, title="Prepare", duration=480)
    live = document.add(TASKS, title="Mail live", duration=0, milestone=True)
    document.edit(TASKS, live, "constraint", "snet")
    document.edit(TASKS, live, "constraint_day", date(2026, 12, 2))

    def day() -> date | None:
        return session_of(window).view.schedule.dates[live].start

    keys.go_to("tasks")
    keys.press(Qt.Key.Key_F, keys.CONTROL)
    keys.write("mail")
    page = frame.pages.list_page()
    assert page is not None
    qtbot.waitUntil(lambda: page.model.ids == (live,))
    keys.press(Qt.Key.Key_Down)
    assert page.present_id() == live
    keys.press(Qt.Key.Key_Right, keys.ALT)
    keys.press(Qt.Key.Key_Right, keys.ALT)
    assert day() == date(2026, 12, 4)
    keys.press(Qt.Key.Key_PageDown, keys.ALT)
    assert day() == date(2026, 12, 11)
    for _ in range(3):
        keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert day() == date(2026, 12, 2)


def test_a_pack_is_looked_at_made_final_and_taken_back(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_pack, "print_pack", pages_of_paper.pack)
    saved = tmp_path / "pack.pdf"
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_, **__: saved)
    document = session_of(window).document
    boards.propose(document, 1)
    keys.press(Qt.Key.Key_P, keys.CONTROL)
    page = frame.pages.currentWidget()
    assert isinstance(page, MakePackPage)
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        keys.press(Qt.Key.Key_Return, keys.CONTROL)
    tab_to_button("Save as PDF…")
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(saved.exists, timeout=LONG)
    assert saved.read_bytes().startswith(b"%PDF")

    answering(Question, lambda question: press_button(question, "Make pack 1.0 final"))
    tab_to_button("Make it final…")
    with qtbot.waitSignal(page.pages.made, timeout=LONG):
        keys.press(Qt.Key.Key_Space)
    activate(qtbot, window)
    (pack,) = document.rows(PACKS)
    assert (pack.version, pack.state) == ("1.0", "final")
    while document.rows(PACKS):
        keys.press(Qt.Key.Key_Z, keys.CONTROL)
