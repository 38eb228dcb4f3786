"""The welcome page: one press opens the sample; the name is asked, and holds nobody up."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.desk import Desk
from sharedprog.ui.screens.new_programme import NewProgramme
from sharedprog.ui.screens.welcome import WelcomePage
from sharedprog.ui.window import Window
from sharedprog.usecases.sample_place import sample_path
from tests.ui import audit, keys
from tests.windows import LONG, activate, answering, frame_of, press_button, session_of, words_on


@pytest.fixture
def welcome(window: Window, qtbot: QtBot) -> WelcomePage:
    with qtbot.waitSignal(window.ready):
        window.begin_with_welcome()
        window.show()
    activate(qtbot, window)
    assert window.welcome is not None
    return window.welcome


def test_it_is_well_made_and_nothing_needs_a_programme(window: Window, welcome: WelcomePage) -> None:
    assert audit.rich(window) == []
    assert audit.nameless(window) == []
    assert audit.cut(window) == []
    assert window.windowTitle() == "sharedprog"
    assert not window.commands["pack"].isEnabled()
    assert not window.commands["undo"].isEnabled()
    assert window.commands["open"].isEnabled()
    assert window.go("risks") is None


def test_the_sample_is_made_in_the_background_and_opened(window: Window, welcome: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.ready, timeout=2 * LONG):
        press_button(welcome, "Open the sample")
        assert welcome.progress.isVisible()
    assert session_of(window).document.path == sample_path(window.desk.data)
    assert frame_of(window).side.model().rowCount() > 0
    assert not welcome.progress.isVisible()


def test_making_the_sample_can_be_stopped(window: Window, welcome: WelcomePage, qtbot: QtBot) -> None:
    press_button(welcome, "Open the sample")
    press_button(welcome.progress, "Cancel")
    assert not welcome.progress.isVisible()
    assert window.frame is None
    assert not sample_path(window.desk.data).exists()


def test_a_programme_of_ones_own_is_made_and_opened(
    window: Window, welcome: WelcomePage, qtbot: QtBot, tmp_path: Path
) -> None:
    def fill(dialog: NewProgramme) -> None:
        dialog.name.field().setFocus()
        keys.write("One Service")
        for line, name in zip(dialog.partners, ("Ashmere", "Tolland"), strict=True):
            line.field().setFocus()
            keys.write(name)
        dialog.place.set_value(str(tmp_path / "ours.sharedprog"))
        press_button(dialog, "Start the programme")

    with qtbot.waitSignal(window.ready, timeout=LONG):
        answering(NewProgramme, fill)
        press_button(welcome, "Start my own")
    document = session_of(window).document
    assert document.path == tmp_path / "ours.sharedprog"
    assert document.programme.settings.title == "One Service"
    assert document.journal()[0].who == "Programme Manager"
    assert document.undo_title is None


def test_a_programme_begins_with_its_workstreams_and_what_a_plan_would_bring(
    window: Window, welcome: WelcomePage, qtbot: QtBot, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text("Task,Days\nSign the agreement,5\n", encoding="utf-8")

    def fill(dialog: NewProgramme) -> None:
        dialog.name.set_value("One Service")
        for line, name in zip(dialog.partners, ("Ashmere", "Tolland"), strict=True):
            line.set_value(name)
        dialog.place.set_value(str(tmp_path / "ours.sharedprog"))
        press_button(dialog, "Workstreams…")
        dialog.beginnings.kind.setCurrentIndex(1)
        dialog.beginnings.take(plan)
        press_button(dialog, "Start the programme")

    with qtbot.waitSignal(window.ready, timeout=LONG):
        answering(NewProgramme, fill)
        press_button(welcome, "Start my own")
    document = session_of(window).document
    assert [row.title for row in document.rows(WORKSTREAMS)][:2] == ["Programme and governance", "Legal and delegation"]
    qtbot.waitUntil(lambda: frame_of(window).pages.key == "import", timeout=LONG)


def test_a_file_is_chosen_and_opened(
    window: Window, welcome: WelcomePage, qtbot: QtBot, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: small)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        press_button(welcome, "Open a file…")
    assert session_of(window).document.path == small


def test_files_that_were_open_lately_are_one_press_away(
    window: Window, welcome: WelcomePage, qtbot: QtBot, small: Path
) -> None:
    window.desk.preferences.remember(small)
    QApplication.processEvents()
    with qtbot.waitSignal(window.ready, timeout=LONG):
        press_button(welcome, "One Service")
    assert session_of(window).document.path == small


def test_a_file_that_is_gone_is_said_to_be_and_can_be_taken_off_the_list(
    window: Window, welcome: WelcomePage, qtbot: QtBot
) -> None:
    gone = window.desk.data / "gone.sharedprog"
    window.desk.preferences.remember(gone, "The old programme")
    qtbot.waitUntil(lambda: f"Not there any more: {gone.parent}" in words_on(welcome), timeout=LONG)
    press_button(welcome, "The old programme")
    qtbot.waitUntil(welcome.trouble.isVisible, timeout=LONG)
    assert "not there any more" in welcome.trouble.accessibleName()
    assert audit.nameless(welcome) == []
    assert audit.rich(welcome) == []
    press_button(welcome, "Remove")
    assert window.desk.preferences.settings.recent == ()
    assert "Lately open" not in words_on(welcome)


def test_a_pinned_file_stays_at_the_head_of_the_list_and_the_cursor_on_it(
    window: Window, welcome: WelcomePage, qtbot: QtBot, small: Path
) -> None:
    preferences = window.desk.preferences
    preferences.remember(small, "One Service Programme")
    preferences.remember(Path(shutil.copy(small, small.with_name("newer.sharedprog"))), "Another")
    seen = [each for each in welcome.findChildren(QPushButton) if each.isVisible()]
    pin = next(each for each in seen if each.accessibleName() == f"Pin {small}")
    pin.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert [each.name for each in preferences.settings.listed()] == ["One Service Programme", "Another"]
    assert preferences.settings.listed()[0].pinned
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"Unpin {small}"


def test_the_name_is_asked_once(desk: Desk, window: Window, welcome: WelcomePage) -> None:
    assert not welcome.name.isVisible()
    desk.preferences.ask_again()
    assert welcome.name.isVisible()
    welcome.name.name.setFocus()
    keys.write_over("Ann")
    keys.press(Qt.Key.Key_Return)
    assert desk.preferences.settings.name == "Ann"
    assert not welcome.name.isVisible()
