"""Rows in sight are as high as their words at once; the others follow, and the row gone to stays in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session

Opened = Callable[[str], TablePage]
LONG = "The ledger of one council is closed while the other still pays suppliers from it, every month anew"


@pytest.fixture
def risks(session: Session) -> list[str]:
    """A hundred of them, with words for two lines each."""
    draft = session.document.draft()
    ids = [draft.add(RISKS, title=f"{LONG} {number}") for number in range(100)]
    session.document.apply("Add risks", draft.edits)
    return ids


def high(table: RegisterTable) -> int:
    return max(table.rowHeight(row) for row in range(5))


def test_rows_out_of_sight_are_measured_between_events(
    risks: list[str], page_of: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sharedprog.ui.slices.SLICE", 0.0)
    table = page_of("risks").table
    for _ in range(3):
        QApplication.processEvents()
    assert table.rowHeight(0) == high(table) > table.rowHeight(99)
    qtbot.waitUntil(lambda: all(table.rowHeight(row) == high(table) for row in range(100)))


def test_the_row_gone_to_stays_in_sight_while_those_above_it_grow(
    risks: list[str], page_of: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sharedprog.ui.slices.SLICE", 0.0)
    table = page_of("risks").table
    table.go_to(risks[-1])
    qtbot.waitUntil(lambda: all(table.rowHeight(row) == high(table) for row in range(100)))
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_rows_that_went_meanwhile_are_not_measured(
    risks: list[str], page_of: Opened, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sharedprog.ui.slices.SLICE", 0.0)
    page = page_of("risks")
    session.document.undo()
    qtbot.wait(50)
    assert page.model.rowCount() == 0
