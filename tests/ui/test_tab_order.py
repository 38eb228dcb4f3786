"""Tab goes the way of the eye, whatever was made first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.tab_order import by_layout
from sharedprog.ui.window import Window
from tests.ui import keys
from tests.windows import session_of


def test_tab_follows_layouts_splitters_and_scroll_areas(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    last, first, second, third = (QLineEdit(name) for name in ("last", "first", "second", "third"))
    area, splitter = QScrollArea(), QSplitter()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(third)
    splitter.addWidget(second)
    splitter.addWidget(area)
    column, row = QVBoxLayout(page), QHBoxLayout()
    row.addWidget(first)
    column.addLayout(row)
    column.addWidget(splitter)
    column.addWidget(last)
    by_layout(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first.setFocus()
    reached = [first.text()]
    for _ in range(3):
        keys.press(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        reached.append(field.text())
    assert reached == ["first", "second", "third", "last"]


def test_from_the_list_of_a_page_tab_goes_to_the_line_beneath_and_then_to_the_form(
    window: Window, frame: Frame, qtbot: QtBot
) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    keys.go_to("risks")
    page = frame.pages.list_page()
    assert page is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)
    page.form.complete()
    reached = []
    for _ in range(6):
        keys.press(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        assert field is not None
        reached.append(field.accessibleName() or field.property("text"))
    assert reached == ["Add a risk", "Hide the heat map", "Risk heat map", "Becomes an issue", "History", "Risk"]
