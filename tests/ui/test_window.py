"""The window: opening, going about, undoing, saving, and leaving."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.store.file import ProgrammeFile
from sharedprog.ui.actions import MENUS
from sharedprog.ui.confirm import Question
from sharedprog.ui.frame import Frame
from sharedprog.ui.messages import Toasts
from sharedprog.ui.pages import groups
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.screens.recent_list import RecentDialog
from sharedprog.ui.window import Window
from sharedprog.usecases.adding import add_child_as_typed
from sharedprog.usecases.document import Document
from tests.ui import audit, keys
from tests.windows import (
    LONG,
    activate,
    answering,
    buttons_of,
    count_beside,
    list_in_menu,
    list_of,
    press_button,
    session_of,
    show_file,
    wait_saved,
    words_on,
)

FULL = "There is no room left on the disk. The last change is not saved. Make room, then try again."


def test_an_opened_file_shows_whose_it_is_and_is_ready_to_work_in(window: Window, frame: Frame, qtbot: QtBot) -> None:
    assert window.windowTitle() == "One Service – sharedprog"
    assert frame.pages.key == "dashboard"
    assert frame.side.chosen_key() == "dashboard"
    assert words_on(frame.top) == ["One Service Programme", "Ashmere and Tolland"]
    qtbot.waitUntil(lambda: words_on(frame.status) == ["OFFICIAL", "Saved on this PC", "Backup made 12:00"])
    assert window.desk.preferences.settings.recent == (str(session_of(window).document.path.absolute()),)


def test_a_copy_of_the_file_is_made_at_each_opening(window: Window, frame: Frame, qtbot: QtBot) -> None:
    backups = window.desk.data / "backups" / session_of(window).document.file.uuid
    qtbot.waitUntil(lambda: len(list(backups.glob("*.sharedprog"))) == 1)


def test_pages_are_made_when_they_are_first_visited(frame: Frame) -> None:
    assert frame.pages.count() == 1
    risks = frame.go("risks")
    assert frame.pages.count() == 2
    frame.go("tasks")
    assert frame.go("risks") is risks


def test_control_and_a_figure_go_to_a_page(window: Window, frame: Frame) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    keys.go_to("risks")
    assert frame.pages.key == frame.side.chosen_key() == "risks"
    assert list_of(window, "risks").table.hasFocus()


def test_an_empty_page_is_entered_at_the_line_that_adds_to_it(window: Window, frame: Frame) -> None:
    assert list_of(window, "risks").new_line.hasFocus()


def test_the_side_list_goes_from_page_to_page_and_keeps_the_focus(frame: Frame) -> None:
    frame.side.setFocus()
    keys.press(Qt.Key.Key_Down)
    assert frame.pages.key == "tasks"
    assert frame.side.hasFocus()


def test_every_command_is_in_the_menu_once_and_no_two_have_the_same_keys(window: Window, frame: Frame) -> None:
    actions = [action for menu in window.commands.menus for action in menu.actions() if not action.isSeparator()]
    named = {action.text().split("\t")[0] for action in actions}
    wanted = {
        entry.words.split("\t")[0] for _, entries in MENUS for entry in entries if entry and not isinstance(entry, str)
    }
    assert wanted <= named
    shortcuts = [shortcut.toString() for action in window.actions() for shortcut in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))


@pytest.mark.parametrize("key", [Qt.Key.Key_F10, Qt.Key.Key_Alt])
def test_f10_and_alt_alone_open_the_menu(window: Window, frame: Frame, qtbot: QtBot, key: Qt.Key) -> None:
    menu = window.commands.menu
    opened: list[bool] = []
    menu.aboutToShow.connect(lambda: opened.append(True))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    keys.press(key)
    qtbot.waitUntil(lambda: opened == [True])


def test_alt_with_another_key_opens_no_menu(window: Window, frame: Frame, qtbot: QtBot) -> None:
    opened: list[bool] = []
    window.commands.menu.aboutToShow.connect(lambda: opened.append(True))
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Alt)
    QTest.keyPress(handle, Qt.Key.Key_Down, keys.ALT)
    QTest.keyRelease(handle, Qt.Key.Key_Down, keys.ALT)
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    keys.press(Qt.Key.Key_Right, keys.ALT | keys.SHIFT)
    QApplication.processEvents()
    assert opened == []


def test_undo_names_what_it_takes_back_and_goes_where_it_shows(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    risk = document.add(RISKS, title="Payroll is wrong")
    document.edit(RISKS, risk, "cause", "Pay rules differ")
    qtbot.waitUntil(lambda: window.commands["undo"].text() == "Undo: Edit risk R-001")
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert document.rows(RISKS)[0].cause == ""
    assert frame.pages.key == "risks"
    assert list_of(window, "risks").present_id() == risk
    assert frame.toasts.present() == "Undone: Edit risk R-001."
    assert window.commands["redo"].text() == "Redo: Edit risk R-001"
    keys.press(Qt.Key.Key_Y, keys.CONTROL)
    assert document.rows(RISKS)[0].cause == "Pay rules differ"
    assert frame.toasts.present() == "Done again: Edit risk R-001."


def test_undo_of_a_child_row_shows_the_row_it_belongs_to(window: Window, frame: Frame) -> None:
    document = session_of(window).document
    first = document.add(RISKS, title="Payroll is wrong")
    document.add(RISKS, title="Staff cannot log in")
    add_child_as_typed(document, RESPONSE_ACTIONS, "Run both payrolls side by side", first)
    frame.undoing.undo()
    page = list_of(window, "risks")
    assert page.present_id() == first
    (part,) = (each for each in page.form.parts if isinstance(each, ChildRows) and each.register == RESPONSE_ACTIONS)
    assert part.model.rowCount() == 0


def test_a_text_box_takes_control_z_before_the_window(window: Window, frame: Frame) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    page.form.focus_field("cause")
    keys.write("Pay")
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert len(document.rows(RISKS)) == 1
    assert page.form.editors["cause"].value() == ""
    keys.press(Qt.Key.Key_Z, keys.CONTROL)
    assert document.rows(RISKS) == ()


def test_a_deletion_is_told_and_its_toast_takes_it_back(window: Window, frame: Frame) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    keys.press(Qt.Key.Key_Delete)
    assert document.rows(RISKS) == ()
    assert frame.toasts.present() == "Deleted risk R-001."
    press_button(frame.toasts, "Undo")
    assert len(document.rows(RISKS)) == 1
    assert page.present_id() is not None


def test_the_toast_offers_no_undo_once_something_else_was_changed(window: Window, frame: Frame) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    document.add(RISKS, title="Staff cannot log in")
    list_of(window, "risks")
    keys.press(Qt.Key.Key_Delete)
    document.add(RISKS, title="The board is not quorate")
    assert "Undo" not in buttons_of(frame.toasts)


def test_counts_beside_the_pages_follow(window: Window, frame: Frame, qtbot: QtBot) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    qtbot.waitUntil(lambda: count_beside(frame, "Risks") == "Risks, 1")


def test_every_change_is_saved_and_the_status_bar_says_when(
    window: Window, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    working, let_go = ProgrammeFile.apply, Event()

    def slowly(file: ProgrammeFile, change_set: ChangeSet, blobs: dict[str, bytes] | None = None) -> None:
        let_go.wait()
        working(file, change_set, blobs)

    monkeypatch.setattr(ProgrammeFile, "apply", slowly)
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    qtbot.waitUntil(lambda: "Saving…" in words_on(frame.status))
    let_go.set()
    qtbot.waitUntil(lambda: "Saved on this PC 12:00" in words_on(frame.status))


def test_a_disk_that_fails_is_told_and_keeps_what_was_typed(
    window: Window, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    wait_saved(qtbot, window)
    page = list_of(window, "risks")
    working = ProgrammeFile.apply

    def full(*_: object) -> None:
        raise Trouble(FULL)

    monkeypatch.setattr(ProgrammeFile, "apply", full)
    page.form.focus_field("cause")
    keys.write("Pay rules differ")
    keys.press(Qt.Key.Key_Tab)
    qtbot.waitUntil(frame.trouble.isVisible)
    assert frame.trouble.accessibleName() == FULL
    qtbot.waitUntil(lambda: "Not saved" in words_on(frame.status))
    assert document.rows(RISKS)[0].cause == ""
    cause = page.form.editors["cause"]
    assert isinstance(field := cause.field(), QPlainTextEdit)
    assert field.toPlainText() == "Pay rules differ"
    assert cause.trouble() == FULL
    monkeypatch.setattr(ProgrammeFile, "apply", working)
    press_button(frame.trouble, "Try again")
    wait_saved(qtbot, window)
    assert document.rows(RISKS)[0].cause == "Pay rules differ"
    qtbot.waitUntil(lambda: "Saved on this PC 12:00" in words_on(frame.status))
    assert not frame.trouble.isVisible()


def test_what_was_changed_in_another_window_is_told_and_can_be_looked_at(
    window: Window, frame: Frame, small: Path, qtbot: QtBot
) -> None:
    document = session_of(window).document
    risk = document.add(RISKS, title="Payroll is wrong")
    wait_saved(qtbot, window)
    other = Document.open(small)
    other.edit(RISKS, risk, "title", "Payroll is late")
    other.close()
    document.edit(RISKS, risk, "title", "Payroll is dear")
    qtbot.waitUntil(frame.trouble.isVisible)
    assert frame.trouble.accessibleName().startswith("Someone else changed this after you opened it")
    answering(Question, lambda question: press_button(question, "Close without it"))
    with qtbot.waitSignal(window.ready, timeout=LONG):
        press_button(frame.trouble, "Open it again")
    assert [row.title for row in session_of(window).document.rows(RISKS)] == ["Payroll is late"]


def test_a_change_that_was_not_saved_is_not_tried_again_over_a_later_one(
    window: Window, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = session_of(window).document
    risk = document.add(RISKS, title="Payroll is wrong")
    wait_saved(qtbot, window)

    def full(*_: object) -> None:
        raise Trouble(FULL)

    with monkeypatch.context() as patched:
        patched.setattr(ProgrammeFile, "apply", full)
        document.edit(RISKS, risk, "title", "Payroll is dear")
        qtbot.waitUntil(frame.trouble.isVisible)
    document.edit(RISKS, risk, "title", "Payroll is late")
    press_button(frame.trouble, "Try again")
    assert frame.trouble.accessibleName().startswith("This was changed since")
    assert document.rows(RISKS)[0].title == "Payroll is late"


def test_closing_writes_what_is_being_typed(window: Window, frame: Frame, qtbot: QtBot, small: Path) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    page.form.focus_field("cause")
    keys.write("Pay rules differ")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    held = Document.open(small)
    assert held.rows(RISKS)[0].cause == "Pay rules differ"
    held.close()


def test_closing_asks_about_a_day_that_cannot_be_read(window: Window, frame: Frame, qtbot: QtBot) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    page.form.focus_field("next_review")
    keys.write("soonish")
    asked: list[str] = []

    def stay(question: Question) -> None:
        asked.append(question.accessibleDescription())
        press_button(question, "Stay")

    answering(Question, stay)
    window.close()
    assert window.isVisible()
    assert "Next review" in asked[0]
    answering(Question, lambda question: press_button(question, "Close without it"))
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_asks_where_the_last_change_could_not_be_saved(
    window: Window, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Trouble(FULL)

    wait_saved(qtbot, window)
    monkeypatch.setattr(ProgrammeFile, "apply", full)
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    asked: list[str] = []

    def leave(question: Question) -> None:
        asked.append(question.accessibleDescription())
        press_button(question, "Close without it")

    answering(Question, leave)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert asked == [FULL]


def test_another_programme_takes_the_place_of_the_one_that_is_open(
    window: Window, frame: Frame, qtbot: QtBot, sample: Path
) -> None:
    before = session_of(window).document
    show_file(qtbot, window, sample)
    assert session_of(window).document is not before
    assert window.windowTitle() == "One Service Programme – sharedprog"
    assert [Path(each).name for each in window.desk.preferences.settings.recent][:2] == [
        "One Service Programme.sharedprog",
        "One Service.sharedprog",
    ]


def test_the_name_signs_what_is_changed_from_then_on(window: Window, frame: Frame) -> None:
    document = session_of(window).document
    window.files.name()
    frame.tell_trouble("The last change could not be saved.")
    assert frame.name_panel.name.hasFocus()
    keys.write_over("Board Secretary")
    keys.press(Qt.Key.Key_Return)
    assert not frame.name_panel.isVisible()
    assert frame.toasts.present() == "Your changes are signed “Board Secretary” from now on."
    assert frame.trouble.isVisible(), "trouble is not over because of it"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert frame.pages.isAncestorOf(focused)
    document.add(RISKS, title="Payroll is wrong")
    assert document.journal()[-1].who == "Board Secretary"


def test_save_now_says_that_all_is_saved(window: Window, frame: Frame) -> None:
    keys.press(Qt.Key.Key_S, keys.CONTROL)
    assert frame.toasts.present().startswith("Every change is saved as you make it.")


def test_a_copy_is_saved_beside_and_the_first_file_stays_open(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.sharedprog"
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_args, **_named: target)
    window.files.copy()
    qtbot.waitUntil(lambda: frame.toasts.present() != "")
    assert target.exists()
    assert "“copy.sharedprog”" in frame.toasts.present()
    window.files.copy()
    qtbot.waitUntil(frame.trouble.isVisible)
    assert "already a file" in frame.trouble.accessibleName()


def test_recent_files_are_listed_with_what_they_are_and_where(
    window: Window, frame: Frame, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    gone = tmp_path / "elsewhere" / "gone.sharedprog"
    window.desk.preferences.remember(gone)
    window.desk.preferences.remember(small, "One Service Programme")

    def listed() -> list[str]:
        return [action.text() for action in list_in_menu(window, "File", "Recent")]

    wanted = [f"One Service Programme – {tmp_path}", f"gone – Not there any more: {gone.parent}", "", "Pin or remove…"]
    qtbot.waitUntil(lambda: listed() == wanted, timeout=LONG)
    window.desk.preferences.pin(gone, pinned=True)
    assert listed()[0] == f"Pinned: gone – Not there any more: {gone.parent}"


def test_recent_files_are_pinned_removed_and_opened_over_a_programme(
    window: Window, frame: Frame, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(small, tmp_path / "other.sharedprog"))
    window.desk.preferences.remember(other)

    def look_after(dialog: RecentDialog) -> None:
        press_named(dialog, f"Pin {other}")
        assert window.desk.preferences.settings.pinned == (str(other),)
        press_named(dialog, f"Remove {small}")
        assert audit.nameless(dialog) == []
        press_button(dialog, "other")

    answering(RecentDialog, look_after)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.files.look_after_recent()
    assert session_of(window).document.path == other
    assert window.desk.preferences.settings.recent == (str(other),)


def press_named(parent: QWidget, name: str) -> None:
    (found,) = (each for each in parent.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible())
    found.click()


def test_colours_are_chosen_and_kept(window: Window, frame: Frame) -> None:
    colours = {action.text(): action for action in list_in_menu(window, "View", "Colours")}
    assert colours["Light"].isChecked()
    colours["Dark"].trigger()
    assert window.desk.theme.tokens.dark
    assert window.desk.preferences.settings.scheme == "dark"


def test_nobody_can_print_where_there_is_no_list(window: Window, frame: Frame) -> None:
    frame.go("programme")
    assert not window.commands["print"].isEnabled()
    frame.go("risks")
    assert window.commands["print"].isEnabled()


def test_a_new_row_goes_to_the_list_one_is_on(window: Window, frame: Frame) -> None:
    frame.go("risks")
    keys.press(Qt.Key.Key_N, keys.CONTROL)
    assert list_of(window, "risks").new_line.hasFocus()


def test_focus_comes_back_to_the_page_from_the_search(window: Window, frame: Frame, qtbot: QtBot) -> None:
    activate(qtbot, window)
    frame.top.focus_search()
    keys.press(Qt.Key.Key_Escape)
    assert list_of(window, "tasks").new_line.hasFocus()


def test_a_key_that_goes_to_a_row_chooses_it_whatever_is_held(window: Window, frame: Frame) -> None:
    document = session_of(window).document
    risk = document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Control)
    for _ in range(2):
        frame.go("risks", risk)
        assert page.table.chosen_ids() == (risk,)
        assert page.form.row_id == risk
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Control)


def test_all_that_is_told_waits_in_one_line(frame: Frame) -> None:
    for key in [place.key for group in groups() for place in group.places]:
        frame.go(key)
    (toasts,) = frame.findChildren(Toasts)
    frame.tell("First.")
    frame.tell("Second.", undo=True)
    assert frame.toasts is toasts
    assert toasts.present() == "First."


def test_no_programme_is_begun_over_something_that_would_be_lost(window: Window, frame: Frame, qtbot: QtBot) -> None:
    list_of(window, "risks").new_line.setText("Half a thought")
    answering(Question, lambda question: press_button(question, "Stay"))
    window.files.new()
    assert QApplication.activeModalWidget() is None
    assert list_of(window, "risks").new_line.text() == "Half a thought"
