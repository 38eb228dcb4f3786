"""Columns of a list: as wide as their words where there is room, broken into lines where there is little."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.ui.heads import halves
from sharedprog.ui.registers.cell_painter import breaking
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session

Opened = Callable[[str], TablePage]


def width(table: RegisterTable, name: str) -> int:
    return table.columnWidth(table.model_.names.index(name))


def test_an_address_stands_in_one_line_where_the_name_has_room_to_spare(page_of: Opened, session: Session) -> None:
    address = "business.change.manager@ashmere.example"
    session.document.add(PEOPLE, title="Head of HR", email=address)
    table = page_of("people").table

    assert width(table, "email") > QFontMetrics(QApplication.font()).horizontalAdvance(address)
    assert width(table, "title") > width(table, "email") / 2


@pytest.fixture
def actions(page_of: Opened, session: Session) -> TablePage:
    long = "Agree which council banks the £210,000 found in both budgets of the old ledgers"
    session.document.add(ACTIONS, title=long, due=date(2026, 12, 3), revised_due=date(2026, 12, 17))
    return page_of("actions")


def test_in_little_room_days_and_heads_take_two_lines_and_titles_three(actions: TablePage) -> None:
    table, line = actions.table, QFontMetrics(QApplication.font()).lineSpacing()
    roomy = (width(table, "due"), table.horizontalHeader().height())
    actions.resize(960, 700)
    QApplication.processEvents()

    assert not table.horizontalScrollBar().isVisible()
    assert width(table, "due") < roomy[0]
    assert table.horizontalHeader().height() > roomy[1]
    assert table.rowHeight(0) > 3 * line


def test_the_form_gives_way_before_words_are_broken(actions: TablePage) -> None:
    wide = actions.splitter.form.width()
    actions.resize(1000, 700)
    QApplication.processEvents()

    assert actions.splitter.form.width() < wide


def test_list_and_form_take_turns_where_columns_would_be_out_of_sight(actions: TablePage) -> None:
    actions.resize(800, 700)
    QApplication.processEvents()

    assert actions.splitter.is_narrow
    assert not actions.table.horizontalScrollBar().isVisible()


def test_a_person_who_wants_every_column_keeps_the_form_where_there_is_room(actions: TablePage) -> None:
    actions.table.choose_columns(tuple(actions.model.every_column()))
    actions.resize(1000, 700)
    QApplication.processEvents()

    assert not actions.splitter.is_narrow
    assert actions.table.horizontalScrollBar().isVisible()


def test_a_label_is_broken_where_it_needs_least_width() -> None:
    metrics = QFontMetrics(QApplication.font())
    assert halves(metrics, "Original due") == ("Original", "due")
    assert halves(metrics, "Status") == ("Status",)


def test_days_are_broken_alike_and_addresses_after_their_sign() -> None:
    assert breaking("Tue 8 Dec 2026").split(" ") == ["Tue", "8", "Dec\u00a02026"]
    assert breaking("Ask head.of.hr@ashmere.example").split("\u200b") == ["Ask head.of.hr@", "ashmere.example"]
