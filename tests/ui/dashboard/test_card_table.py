"""A table in a card: its lines wrap, end in …, say themselves, and take no more height than they need."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.ui import fonts
from sharedprog.ui.dashboard.card_table import MOST_LINES, CardTable, wrapped
from sharedprog.ui.dashboard.cells import CardModel, Cell, Head, Line
from tests.ui import keys

LONG = "The directory merge has found 640 duplicate accounts and now drives Day 1, as the board was told"
HEADS = (Head("Workstream"), Head("Days", figures=True), Head("Why"))


def line(title: str, why: str = "", lead: object = None) -> Line:
    return Line((Cell(title), Cell("3", "trouble"), Cell(why, "small")), lead, f"{title}, 3 days, {why}")


@pytest.fixture
def table(qtbot: QtBot) -> CardTable:
    made = CardTable("Workstreams", HEADS, stretched=2, least=100)
    qtbot.addWidget(made)
    made.resize(420, 100)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize("width", [60, 120, 300, 2_000])
def test_words_wrap_to_the_lines_there_are_and_the_last_ends_in_dots(width: int) -> None:
    font = fonts.secondary()
    lines = wrapped(LONG, font, width)
    assert 1 <= len(lines) <= MOST_LINES
    assert all(QFontMetricsF(font).horizontalAdvance(each) <= width + 1 for each in lines)
    if " ".join(lines) != LONG:
        assert lines[-1].endswith("…")
    assert wrapped("", font, width) in ([], [""])


def test_the_table_is_as_high_as_its_lines(table: CardTable) -> None:
    table.show_lines([line("IT"), line("Money")])
    two = table.height()
    table.show_lines([line("IT"), line("Money"), line("People", LONG)])
    assert table.height() > two * 1.3
    assert sum(table.rowHeight(row) for row in range(3)) < table.height()


def test_no_heading_is_cut_where_its_cells_are_narrow(table: CardTable) -> None:
    table.show_lines([line("IT")])
    letters = QFontMetricsF(fonts.semibold(fonts.SECONDARY))
    for column, head in enumerate(HEADS):
        assert letters.horizontalAdvance(head.label) + 2 * fonts.scaled(8) <= table.columnWidth(column)


def test_the_column_that_gives_way_is_hidden_where_it_has_too_little_room(table: CardTable) -> None:
    table.show_lines([line("IT", LONG)])
    assert not table.isColumnHidden(2)
    table.resize(190, 100)
    assert table.isColumnHidden(2)
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()
    table.resize(420, 100)
    assert not table.isColumnHidden(2)


def test_a_line_is_chosen_only_while_the_keys_are_here_and_enter_leads_on(table: CardTable, qtbot: QtBot) -> None:
    table.clearFocus()
    table.show_lines([line("IT", lead="w1"), line("Money", lead="w2")])
    assert not table.selectionModel().hasSelection()
    table.setFocus()
    keys.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(table.led) as led:
        keys.press(Qt.Key.Key_Return)
    assert led.args == ["w2"]
    table.show_lines([line("IT", lead="w1")])
    assert table.selectionModel().hasSelection(), "the keys stay on the nearest line"
    table.clearFocus()
    assert not table.selectionModel().hasSelection()


def test_cells_say_what_they_show(qtmodeltester: ModelTester) -> None:
    model = CardModel(HEADS)
    model.show_lines([Line((Cell("IT"), Cell(pill="A"), Cell(strip=("G", "–", "B"))), None, "IT: Amber")])
    said = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(3)]
    assert said == ["IT: Amber", "Amber", "Green, Not started, Blue, complete"]
    assert model.index(0, 2).data() == "G – B"
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_same_lines_change_nothing(qtbot: QtBot) -> None:
    model = CardModel(HEADS)
    assert model.show_lines([line("IT")])
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        assert not model.show_lines([line("IT")])
    with qtbot.waitSignal(model.dataChanged):
        assert model.show_lines([line("Money")])
    with qtbot.waitSignal(model.modelReset):
        assert model.show_lines([line("Money"), line("IT")])
