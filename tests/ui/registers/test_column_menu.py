"""The columns of a list, chosen from the menu beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.confirm import Question
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.arrange_columns import ArrangeColumns
from sharedprog.ui.registers.ask_name import AskName
from sharedprog.ui.registers.column_menu import ColumnButton
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.usecases.list_settings import present_columns
from tests.ui import audit, keys
from tests.windows import answering, press_button, words_on

Opened = Callable[[str], TablePage]


def offered(page: TablePage) -> dict[str, QAction]:
    """What the menu offers when it is opened."""
    (button,) = page.findChildren(ColumnButton)
    menu = button.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_columns_are_shown_where_they_stand_in_the_register_and_hidden_again(page_of: Opened) -> None:
    page = page_of("risks")
    assert page.model.names == RISKS.columns
    assert offered(page)["Score"].isChecked()
    assert not offered(page)["Category"].isChecked()
    offered(page)["Category"].trigger()
    assert "category" in page.model.names
    assert page.model.names.index("title") < page.model.names.index("category")
    offered(page)["Score"].trigger()
    assert "score" not in page.model.names
    offered(page)["As at first"].trigger()
    assert page.model.names == RISKS.columns


def test_what_rows_are_called_is_always_shown(page_of: Opened) -> None:
    assert not offered(page_of("risks"))["Risk"].isEnabled()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "config")


def test_a_column_comes_back_after_the_one_it_follows(page_of: Opened) -> None:
    page = page_of("risks")
    order = list(page.model.every_column())
    follows = order[order.index("category") - 1]
    page.table.choose_columns((follows, "title", "ref"))
    offered(page)["Category"].trigger()
    assert page.model.names == (follows, "category", "title", "ref")


def test_columns_and_order_are_as_they_were_left(
    page_of: Opened, session: Session, preferences: Preferences, tmp_path: Path
) -> None:
    session.document.add(ACTIONS, title="One")
    page = page_of("actions")
    page.remember(preferences)
    page.table.choose_columns(("status", "title", "due"))
    click_head(page.table, 2)
    drag_edge(page.table, 0, 60)
    wide = page.table.columnWidth(0)
    again = page_of("actions")
    again.remember(Preferences(tmp_path / "config"))
    assert again.model.names == ("status", "title", "due")
    assert (again.model.wanted.sort, again.model.wanted.descending) == ("due", False)
    assert again.table.columnWidth(0) == wide
    assert again.table.horizontalHeader().sortIndicatorSection() == 2
    offered(again)["As at first"].trigger()
    assert again.model.names == again.table.first_names
    assert again.model.wanted.sort is None
    assert again.table.columnWidth(again.model.names.index("status")) != wide


def test_a_column_dragged_elsewhere_stays_there(page_of: Opened, session: Session, preferences: Preferences) -> None:
    session.document.add(ACTIONS, title="One")
    page = page_of("actions")
    page.remember(preferences)
    page.table.choose_columns(("ref", "title", "due"))
    page.table.go_to(page.model.ids[0], "due")
    page.table.horizontalHeader().moveSection(2, 0)
    QApplication.processEvents()
    assert page.model.names == ("due", "ref", "title")
    assert page.table.present_id() == page.model.ids[0]
    assert page.table.currentIndex().column() == 0
    held = present_columns(preferences.settings, "actions")
    assert held is not None
    assert held.names == ("due", "ref", "title")


def test_a_set_is_saved_used_renamed_and_deleted(page_of: Opened, preferences: Preferences) -> None:
    page = page_of("actions")
    page.remember(preferences)
    page.table.choose_columns(("title", "due"))

    def name(dialog: AskName) -> None:
        assert audit.nameless(dialog) == audit.rich(dialog) == []
        keys.press(Qt.Key.Key_Return)
        assert "Give it a name." in words_on(dialog)
        keys.write("For the board")
        keys.press(Qt.Key.Key_Return)

    answering(AskName, name)
    offered(page)["Save these columns as…"].trigger()
    offered(page)["As at first"].trigger()
    assert page.model.names != ("title", "due")
    offered(page)["For the board"].trigger()
    assert page.model.names == ("title", "due")
    assert offered(page)["For the board"].isChecked()

    def other(dialog: AskName) -> None:
        keys.write_over("Short")
        keys.press(Qt.Key.Key_Return)

    answering(AskName, other)
    managed(page)["Rename “For the board”…"].trigger()
    assert "Short" in offered(page)
    assert "For the board" not in offered(page)
    answering(Question, lambda dialog: press_button(dialog, "Delete column set"))
    managed(page)["Delete “Short”…"].trigger()
    assert "Short" not in offered(page)
    assert page.model.names == ("title", "due")


def test_a_name_is_given_once(page_of: Opened, preferences: Preferences) -> None:
    page = page_of("actions")
    page.remember(preferences)
    assert page.columns.memory is not None
    page.columns.memory.save_as("Mine")

    def name(dialog: AskName) -> None:
        keys.write("mine")
        keys.press(Qt.Key.Key_Return)
        assert "“mine” is there already. Choose another name." in words_on(dialog)

    answering(AskName, name)
    offered(page)["Save these columns as…"].trigger()
    assert list(page.columns.memory.sets) == ["Mine"]


def test_columns_are_arranged_by_keyboard(page_of: Opened) -> None:
    page = page_of("actions")
    page.table.choose_columns(("ref", "title", "due"))

    def arrange(dialog: ArrangeColumns) -> None:
        assert audit.nameless(dialog) == audit.rich(dialog) == []
        dialog.list.setCurrentRow(2)
        keys.press(Qt.Key.Key_Up, keys.ALT)
        keys.press(Qt.Key.Key_Up, keys.ALT)
        dialog.width_box.setValue(200)
        dialog.list.setCurrentRow(1)
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Return)

    answering(ArrangeColumns, arrange)
    offered(page)["Arrange columns…"].trigger()
    assert page.model.names == ("due", "title")
    assert page.table.columnWidth(0) == 200


def managed(page: TablePage) -> dict[str, QAction]:
    menu = offered(page)["Rename or delete"].menu()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions()}


def click_head(table: RegisterTable, section: int) -> None:
    heads = table.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(section) + heads.sectionSize(section) // 2, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)


def drag_edge(table: RegisterTable, section: int, by: int) -> None:
    heads = table.horizontalHeader()
    edge = QPoint(heads.sectionViewportPosition(section) + heads.sectionSize(section) - 1, heads.height() // 2)
    QTest.mousePress(heads.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(heads.viewport(), edge + QPoint(by, 0))
    QTest.mouseRelease(heads.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(by, 0))
