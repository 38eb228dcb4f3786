"""The columns of a list, chosen from the menu beside it."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.registers.column_menu import ColumnButton
from sharedprog.ui.registers.table_page import TablePage

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
