"""Any baseline, board or now compared with any other, and the trend of the milestones."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.baselines import BaselinesPage
from sharedprog.ui.screens.comparing import FIGURES, MILESTONES, TREND, ComparePanel
from sharedprog.ui.screens.comparing import WORKSTREAMS as BY_WORKSTREAM
from sharedprog.usecases import baselining, boards
from sharedprog.usecases.editing import change
from tests.ui import audit, keys
from tests.windows import words_on


@pytest.fixture
def task_ids(frame: Frame) -> tuple[str, str]:
    """A task and a milestone, kept as a baseline; three days later when board 1 met, and two more by now."""
    document = frame.session.document
    stream = document.add(WORKSTREAMS, title="IT")
    first = document.add(
        TASKS,
        title="Merge",
        duration=5 * 480,
        constraint="snet",
        constraint_day=document.today,
        workstream=stream,
    )
    goal = document.add(
        TASKS, title="Merged", milestone=True, duration=0, constraint="snet", constraint_day=document.today
    )
    baselining.keep(document, "Agreed")
    change(document, TASKS, first, "duration", 8 * 480)
    change(document, TASKS, goal, "constraint_day", document.today + timedelta(days=7))
    board = document.add(BOARD_MEETINGS, number=1, day=document.today)
    boards.hold(document, board)
    change(document, TASKS, first, "duration", 10 * 480)
    return first, goal


@pytest.fixture
def panel(frame: Frame, task_ids: tuple[str, str], qtbot: QtBot) -> ComparePanel:
    page = frame.go("baselines")
    assert isinstance(page, BaselinesPage)
    qtbot.waitUntil(lambda: page.comparing.found is not None)
    return page.comparing


def rows(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(panel: ComparePanel, first: str, second: str) -> None:
    panel.first.setCurrentText(first)
    panel.second.setCurrentText(second)


def test_at_first_the_baseline_in_force_is_compared_with_now(panel: ComparePanel) -> None:
    assert (panel.first.currentText(), panel.second.currentText()) == ("Baseline Agreed", "Now")
    assert "From baseline Agreed to now: 2 tasks later, none sooner." in words_on(panel)
    assert [(row[0], row[3]) for row in rows(panel.slips_table)] == [
        ("1 Merge", "5 days later"),
        ("2 ◆ Merged", "5 days later"),
    ]


def test_any_two_are_compared_either_way(panel: ComparePanel) -> None:
    choose(panel, "Baseline Agreed", "Board 1")
    assert [row[3] for row in rows(panel.slips_table)] == ["5 days later", "3 days later"]
    choose(panel, "Now", "Board 1")
    assert "From now to board 1: no tasks later, 1 sooner." in words_on(panel)
    assert [(row[0], row[3]) for row in rows(panel.slips_table)] == [("1 Merge", "2 days sooner")]


def test_milestones_and_workstreams_are_told_by_themselves(panel: ComparePanel) -> None:
    panel.kind.setCurrentIndex(MILESTONES)
    assert [row[0] for row in rows(panel.slips_table)] == ["2 ◆ Merged"]
    panel.kind.setCurrentIndex(BY_WORKSTREAM)
    assert [(row[0], row[1], row[2]) for row in rows(panel.groups_table)] == [
        ("IT", "1 of 1", "5 days later"),
        ("Without a workstream", "1 of 1", "5 days later"),
    ]


def test_the_trend_is_drawn_and_its_figures_stand_in_a_table(panel: ComparePanel, qtbot: QtBot) -> None:
    panel.kind.setCurrentIndex(TREND)
    assert panel.drawing.isVisible()
    assert not panel.first.isVisible()
    panel.drawing.grab()
    assert panel.drawing.chart is not None
    assert [line.name for line in panel.drawing.chart.lines] == ["2 Merged"]
    assert panel.drawing.accessibleDescription() == ("Since board 1, no milestones moved later and none sooner.")
    panel.kind.setCurrentIndex(FIGURES)
    head = panel.figures_table.model()
    heads = [head.headerData(column, Qt.Orientation.Horizontal) for column in range(head.columnCount())]
    assert heads == ["Milestone", "Baseline", "Board 1", "Now", "Slip"]
    assert rows(panel.figures_table) == [
        ["2 Merged", "Mon 30 Nov 2026", "Mon 7 Dec 2026", "Mon 7 Dec 2026", "5 days later"]
    ]


def test_it_follows_the_plan_and_the_baseline_that_is_chosen_in_the_list(
    panel: ComparePanel, frame: Frame, task_ids: tuple[str, str], qtbot: QtBot
) -> None:
    document = frame.session.document
    baselining.keep(document, "Later", in_force=False)
    qtbot.waitUntil(lambda: panel.first.findText("Baseline Later") >= 0)
    change(document, TASKS, task_ids[0], "duration", 11 * 480)
    qtbot.waitUntil(lambda: [row[3] for row in rows(panel.slips_table)] == ["6 days later", "5 days later"])
    page = frame.pages.currentWidget()
    assert isinstance(page, BaselinesPage)
    page.go_to(next(row.id for row in document.rows(BASELINES) if row.title == "Later"))
    assert panel.first.currentText() == "Baseline Later"
    assert [row[3] for row in rows(panel.slips_table)] == ["1 day later"]


def test_enter_goes_to_the_task_in_the_plan(panel: ComparePanel, frame: Frame, task_ids: tuple[str, str]) -> None:
    panel.slips_table.setFocus()
    panel.slips_table.selectRow(1)
    keys.press(Qt.Key.Key_Return)
    assert frame.pages.key == "tasks"
    page = frame.pages.list_page()
    assert page is not None
    assert page.present_id() == task_ids[1]


def test_every_part_can_be_named_and_its_models_hold(panel: ComparePanel, qtmodeltester: ModelTester) -> None:
    assert audit.nameless(panel) == []
    assert audit.rich(panel) == []
    for model in (panel.slips, panel.groups, panel.figures):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    panel.kind.setCurrentIndex(FIGURES)
    qtmodeltester.check(panel.figures)  # type: ignore[no-untyped-call]


def test_where_there_is_nothing_to_compare_the_page_says_what_will_be(frame: Frame, qtbot: QtBot) -> None:
    page = frame.go("baselines")
    assert isinstance(page, BaselinesPage)
    told = "Once a baseline is kept or a board is held, what has moved since then is listed here."
    qtbot.waitUntil(lambda: told in words_on(page) and not page.comparing.kind.isVisible())
    document = frame.session.document
    document.add(TASKS, title="Merge", duration=480, constraint="snet", constraint_day=document.today)
    baselining.keep(document, "Agreed")
    qtbot.waitUntil(lambda: page.comparing.kind.isVisible() and told not in words_on(page))
    page.comparing.kind.setCurrentIndex(TREND)
    assert "No board has been held yet, so there is no trend." in words_on(page.comparing)
    page.comparing.drawing.grab()
