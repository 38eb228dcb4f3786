"""A list narrowed by a cell, and filters saved as chips."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.filters import Filter
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.wishes import Condition
from sharedprog.ui.confirm import Question
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.ask_name import AskName
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from tests.ui import audit, keys
from tests.windows import answering, press_button

Opened = Callable[[str], TablePage]


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "config")


@pytest.fixture
def page(page_of: Opened, session: Session, preferences: Preferences) -> TablePage:
    """Three open actions, two of Ana's and one of Ben's; the cursor on Ana's name."""
    ana, ben = (session.document.add(PEOPLE, title=name) for name in ("Ana", "Ben"))
    for title, owner in (("One", ana), ("Two", ben), ("Three", ana)):
        session.document.add(ACTIONS, title=title, owner=owner)
    session.document.add(ACTIONS, title="Old", owner=ana, status="done")
    made = page_of("actions")
    made.remember(preferences)
    made.table.setFocus()
    made.table.go_to(made.model.ids[0], "owner")
    return made


def titles(page: TablePage) -> list[str]:
    column = page.model.names.index("title")
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def offered(page: TablePage, inside: str = "") -> dict[str, QAction]:
    menu = page.filters.menu()
    menu.aboutToShow.emit()
    if inside:
        found = next(action.menu() for action in menu.actions() if action.text() == inside)
        assert isinstance(found, QMenu)
        menu = found
    return {action.text().split("\t")[0]: action for action in menu.actions()}


def chip(page: TablePage, title: str) -> QPushButton:
    return next(
        each
        for each in page.chips.findChildren(QPushButton)
        if each.text() == title and not each.isHidden() and "saved" in each.accessibleName()
    )


def naming(name: str, *, shared: bool) -> Callable[[AskName], None]:
    def fill(dialog: AskName) -> None:
        assert audit.nameless(dialog) == audit.rich(dialog) == []
        keys.write(name)
        dialog.ticks["shared"].setChecked(shared)
        keys.press(Qt.Key.Key_Return)

    return fill


def test_a_list_is_narrowed_to_the_value_of_a_cell_and_shown_whole_again(page: TablePage) -> None:
    keys.press(Qt.Key.Key_F, keys.CONTROL | keys.SHIFT)
    assert titles(page) == ["One", "Three"], "the chip Open holds too"
    assert page.filters.condition_chip.isVisible()
    assert page.filters.condition_chip.accessibleName().startswith("Only rows with Owner: Ana.")
    page.table.go_to(page.model.ids[1], "title")
    page.filters.narrow()
    assert titles(page) == ["Three"]
    page.filters.condition_chip.click()
    assert titles(page) == ["One", "Two", "Three"]
    assert not page.filters.condition_chip.isVisible()


def test_going_to_a_row_drops_the_conditions_that_hide_it(page: TablePage) -> None:
    page.filters.narrow()
    ben = next(row.id for row in page.session.programme.rows(ACTIONS) if row.title == "Two")
    page.go_to(ben)
    assert page.present_id() == ben
    assert page.filters.conditions == ()


def test_a_filter_from_elsewhere_shows_its_rows_whatever_was_filtered_before(page: TablePage) -> None:
    page.filters.narrow()
    page.filter.setText("nothing is called so")
    assert titles(page) == []
    page.show_only(Filter("Not Ana's", lambda _view, row: row.title in ("Two", "Old")))
    assert titles(page) == ["Two", "Old"]
    assert page.filter.text() == ""
    assert not page.filters.condition_chip.isVisible()
    assert page.present_id() == page.model.ids[0]


def test_a_filter_is_saved_for_everyone_shown_as_a_chip_and_undone(
    page: TablePage, session: Session, qtbot: QtBot
) -> None:
    page.filters.narrow()
    page.filter.setText("t")
    answering(AskName, naming("Ana with t", shared=True))
    offered(page)["Save this filter…"].trigger()
    [row] = session.programme.rows(SAVED_FILTERS)
    assert (row.page, row.words, row.chip, row.conditions) == ("actions", "t", "Open", "Owner: Ana")
    saved = chip(page, "Ana with t")
    assert saved.isChecked()
    assert saved.accessibleName() == "Show only: Ana with t, saved in this programme"
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    saved.setFocus()
    keys.press(Qt.Key.Key_Space)
    assert len(titles(page)) == 4, "pressed again it shows everything"
    assert not saved.isChecked()
    keys.press(Qt.Key.Key_Space)
    assert titles(page) == ["Three"]
    assert page.filter.text() == "t"
    assert page.chips.present == "Open"
    page.chips.choose("Late")
    assert not saved.isChecked()
    session.document.undo()
    assert "Ana with t" not in offered(page)


def test_a_filter_of_what_is_gone_says_so_and_shows_what_was_shown(
    page: TablePage, session: Session, qtbot: QtBot
) -> None:
    session.document.add(SAVED_FILTERS, title="Old", page="actions", chip="Overdue")
    with qtbot.waitSignal(page.refused) as refused:
        chip(page, "Old").click()
    assert refused.args == [
        "“Old” cannot be shown: there is no filter “Overdue” in that list. Save it anew without it."
    ]
    assert titles(page) == ["One", "Two", "Three"]
    assert not chip(page, "Old").isChecked()


def test_a_long_cell_is_repeated_in_part(page: TablePage, session: Session, qtbot: QtBot) -> None:
    session.document.edit(ACTIONS, page.model.ids[0], "title", "word " * 50)
    page.table.go_to(page.model.ids[0], "title")
    page.filters.narrow()
    page.filters.conditions = tuple(Condition("Action", f"{'word ' * 2_000}{each}") for each in range(2))

    def fill(dialog: AskName) -> None:
        assert len(dialog.accessibleDescription()) < 400
        naming("Long", shared=True)(dialog)

    answering(AskName, fill)
    with qtbot.waitSignal(page.refused) as refused:
        page.filters.save()
    assert "too many words to be kept" in str(refused.args)
    assert session.programme.rows(SAVED_FILTERS) == ()


def test_ones_own_filter_is_there_at_the_next_start(
    page: TablePage, page_of: Opened, session: Session, tmp_path: Path
) -> None:
    page.filters.narrow()
    answering(AskName, naming("Mine", shared=False))
    page.filters.save()
    assert session.programme.rows(SAVED_FILTERS) == ()
    again = page_of("actions")
    again.remember(Preferences(tmp_path / "config"))
    chip(again, "Mine").click()
    assert titles(again) == ["One", "Three"]


def test_filters_are_renamed_and_deleted(page: TablePage, session: Session) -> None:
    page.filters.narrow()
    for name, shared in (("Ours", True), ("Mine", False)):
        answering(AskName, naming(name, shared=shared))
        page.filters.save()

    def rename(dialog: AskName) -> None:
        keys.write_over("Renamed")
        keys.press(Qt.Key.Key_Return)

    answering(AskName, rename)
    offered(page, "Rename or delete")["Rename “Ours”…"].trigger()
    assert [row.title for row in session.programme.rows(SAVED_FILTERS)] == ["Renamed"]
    offered(page, "Rename or delete")["Delete “Renamed”"].trigger()
    assert session.programme.rows(SAVED_FILTERS) == ()
    answering(Question, lambda dialog: press_button(dialog, "Delete filter"))
    offered(page, "Rename or delete")["Delete “Mine”…"].trigger()
    assert "Rename or delete" not in offered(page)
    session.document.undo()
    assert "Renamed" in offered(page)


def test_what_is_no_filter_of_this_list_is_not_saved(page: TablePage, qtbot: QtBot) -> None:
    page.chips.choose("")
    with qtbot.waitSignal(page.refused) as refused:
        page.filters.save()
    assert refused.args[0].startswith("Nothing is filtered.")
    page.show_only(Filter("Of HR", lambda _, row: bool(row.owner)))
    with qtbot.waitSignal(page.refused) as refused:
        page.filters.save()
    assert "comes from another page" in refused.args[0]


def test_a_cell_must_be_chosen(page_of: Opened, qtbot: QtBot) -> None:
    page = page_of("actions")
    with qtbot.waitSignal(page.refused) as refused:
        page.filters.narrow()
    assert refused.args == ["No cell is chosen. Go to a cell, then try again."]


def test_saved_chips_fold_into_the_menu_with_the_others(page: TablePage, qtbot: QtBot) -> None:
    page.filters.narrow()
    answering(AskName, naming("Mine", shared=False))
    page.filters.save()
    page.resize(500, 700)
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in page.chips.findChildren(QPushButton)))
    [menu] = [each.menu() for each in page.chips.findChildren(QToolButton)]
    action = next(each for each in menu.actions() if each.text() == "Mine")
    assert action.isChecked()
    action.trigger()
    assert page.filters.conditions == ()
