"""The heat map on the screen: cells by keys and clicks, marks that can be picked, and nothing over a label."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain import status
from sharedprog.domain.heatmap import HeatMap, heat_map
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.heat.model import HeatModel
from sharedprog.ui.heat.table import HeatTable
from tests.builders import Changing
from tests.ui import keys

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def changing() -> Changing:
    made = Changing()
    made.add(PROGRAMME, title="P", matrix=made.matrix)
    for likelihood, impact in ((4, 5), (4, 5), (4, 5), (4, 5), (2, 3), (2, 2)):
        made.add(
            RISKS,
            title="r",
            matrix=made.matrix,
            likelihood=likelihood,
            impact=impact,
            target_likelihood=1,
            target_impact=2,
        )
    return made


def mapped(changing: Changing, marked: int = 0) -> HeatMap:
    risks = status.open_risks(changing.programme)
    return heat_map(changing.view, risks, [risk.id for risk in risks[:marked]])


@pytest.fixture
def table(changing: Changing, qtbot: QtBot) -> HeatTable:
    made = HeatTable(50)
    qtbot.addWidget(made)
    made.resize(380, 320)
    made.show_heat(mapped(changing, 6))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def place(table: HeatTable, likelihood: int, impact: int) -> QPoint:
    """The left part of a cell, where no mark is."""
    return table.where(impact - 0.95, likelihood - 0.05).toPoint()


def click(table: HeatTable, at: QPoint) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_words_of_the_scales_stand_at_the_left_and_at_the_foot(table: HeatTable) -> None:
    model = table.heat
    assert [model.index(row, 0).data() for row in range(6)] == [
        "Almost certain",
        "Likely",
        "Possible",
        "Unlikely",
        "Rare",
        "",
    ]
    assert [model.index(5, column).data() for column in range(1, 6)] == ["Minor", "Low", "Moderate", "Major", "Severe"]
    assert model.index(1, 5).data(SPOKEN) == "likelihood 4, impact 5: 4 risks, Red 20"
    assert model.index(0, 1).data(SPOKEN) == "likelihood 5, impact 1: no risks, Green 5"


def test_the_keys_go_from_cell_to_cell_and_never_to_the_words(table: HeatTable) -> None:
    table.setFocus()
    assert table.currentIndex() == table.heat.index(1, 5)
    for key in (Qt.Key.Key_Left,) * 6:
        keys.press(key)
    assert table.currentIndex() == table.heat.index(1, 1)
    for key in (Qt.Key.Key_Down,) * 6:
        keys.press(key)
    assert table.currentIndex() == table.heat.index(4, 1)


def test_enter_and_a_click_choose_a_cell_that_holds_risks(table: HeatTable, qtbot: QtBot) -> None:
    table.setFocus()
    with qtbot.waitSignal(table.chosen) as chosen:
        keys.press(Qt.Key.Key_Return)
    assert chosen.args == [4, 5]
    with qtbot.waitSignal(table.chosen) as chosen:
        click(table, place(table, 2, 3))
    assert chosen.args == [2, 3]
    with qtbot.assertNotEmitted(table.chosen):
        click(table, place(table, 5, 1))


def test_a_click_on_a_mark_picks_its_risk(table: HeatTable, changing: Changing, qtbot: QtBot) -> None:
    heat = mapped(changing, 6)
    point = next(each for each in heat.points if not each.target)
    at = table.where(point.x, point.y).toPoint()
    with qtbot.waitSignal(table.picked) as picked, qtbot.assertNotEmitted(table.chosen):
        click(table, at)
    assert picked.args == [point.risk]
    assert table.marks.at(QPointF(at.x() + 14, at.y())) == point.risk, "its label as well"


def test_no_label_of_a_mark_covers_another_or_leaves_its_cell(table: HeatTable, changing: Changing) -> None:
    heat = mapped(changing, 6)
    for width in (240, 300, 380, 700):
        table.resize(width, 320)
        QTest.qWait(0)
        boxes = {point: table.marks.box(point) for point in heat.points if not point.target}
        for one, other in combinations(boxes.values(), 2):
            assert not one.adjusted(0, 1, 0, -1).intersects(other.adjusted(0, 1, 0, -1)), width
        for point, box in boxes.items():
            assert box.right() <= table.where(int(point.x) + 1, 0).x(), width
        assert all(table.marks.label(point) in (point.ref, point.ref[2:], "") for point in heat.points)
    assert {table.marks.label(point) for point in heat.points if not point.target} >= {"R-001", "R-005", "R-006"}


def test_a_narrow_cell_has_the_number_of_a_label_alone(table: HeatTable, changing: Changing) -> None:
    point = next(each for each in mapped(changing, 6).points if not each.target)
    table.resize(320, 320)
    QTest.qWait(0)
    assert table.marks.label(point) == "001"


def test_the_chosen_risk_stands_out_above_the_others(table: HeatTable, changing: Changing) -> None:
    before = table.grab().toImage()
    risk = status.open_risks(changing.programme)[0].id
    table.show_heat(mapped(changing, 6), risk)
    assert table.marks.selected == risk
    assert table.grab().toImage() != before


def test_another_matrix_has_other_cells(changing: Changing, qtmodeltester: ModelTester) -> None:
    model = HeatModel()
    assert model.rowCount() == 0
    model.show_heat(mapped(changing))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert (model.rowCount(), model.columnCount()) == (6, 6)
    model.show_heat(mapped(Changing()))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
