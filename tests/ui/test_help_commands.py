"""Shift+F1 says what the field or column is that the cursor is in."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.help_commands import what_is
from sharedprog.ui.window import Window
from tests.ui import keys
from tests.windows import list_of, session_of


def told() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.inherits("QWhatsThat") and each.isVisible()]


def test_a_field_of_a_form_says_what_it_is(window: Window, frame: Frame, qtbot: QtBot) -> None:
    row = session_of(window).document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    page.go_to(row)
    page.form.focus_field("target_day")
    keys.press(Qt.Key.Key_F1, keys.SHIFT)
    qtbot.waitUntil(lambda: len(told()) == 1)
    told()[0].close()
    words = html.unescape(what_is(page.form.editors["target_day"].field()))
    assert "When the target score is to be reached." in words
    assert "3 dec" in words
    assert "When the target" in page.form.editors["target_day"].field().toolTip()


def test_every_field_of_every_form_says_what_it_is(frame: Frame) -> None:
    for key in ("risks", "tasks", "programme", "decisions", "board_meetings"):
        frame.go(key)
        form = frame.pages.page(key).findChild(QWidget, "form") or frame.pages.page(key)
        editors = getattr(getattr(form, "form", form), "editors", {})
        assert editors, key
        assert [name for name, editor in editors.items() if not what_is(editor.field())] == []


def test_a_column_says_what_it_is(window: Window, frame: Frame) -> None:
    row = session_of(window).document.add(RISKS, title="Payroll is wrong")
    page = list_of(window, "risks")
    page.go_to(row)
    page.table.setCurrentIndex(page.model.index(0, page.model.names.index("travel")))
    assert "Since the last board." in what_is(page.table)


def test_where_there_is_nothing_to_say_it_says_what_to_do(window: Window, frame: Frame) -> None:
    frame.go("risks")
    frame.side.setFocus()
    keys.press(Qt.Key.Key_F1, keys.SHIFT)
    assert "F1 tells of the whole page" in frame.toasts.present()
