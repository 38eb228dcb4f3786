"""The plan: its tasks are moved and linked by button and key, and each is one change."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.keep_baseline import KeepBaseline
from sharedprog.ui.screens.plan import PlanPage
from tests.ui import keys
from tests.windows import answering, press_button


@pytest.fixture
def plan(frame: Frame) -> PlanPage:
    """Three tasks, one after another."""
    for title in ("Set up", "Sign the agreement", "Go live"):
        frame.session.document.add(TASKS, title=title)
    page = frame.go("tasks")
    assert isinstance(page, PlanPage)
    return page


def titles(page: PlanPage) -> list[tuple[str, str]]:
    """Outline numbers and titles, as the table shows them."""
    rows = page.session.view.outline.values()
    return [(row.wbs, row.task.title) for row in rows]


def select(page: PlanPage, *rows: int) -> None:
    """Select rows whatever keys Qt thinks are held down."""
    page.table.setFocus()
    flag = QItemSelectionModel.SelectionFlag
    chosen = page.table.selectionModel()
    chosen.setCurrentIndex(page.model.index(rows[0], 1), flag.ClearAndSelect | flag.Rows)
    for row in rows[1:]:
        chosen.select(page.model.index(row, 0), flag.Select | flag.Rows)


SHIFTED = keys.ALT | keys.SHIFT


def test_tasks_go_in_and_out_of_the_outline(plan: PlanPage) -> None:
    select(plan, 1)
    keys.press(Qt.Key.Key_Right, SHIFTED)
    assert titles(plan) == [("1", "Set up"), ("1.1", "Sign the agreement"), ("2", "Go live")]
    assert plan.session.document.undo_title == "Indent task T-002"
    keys.press(Qt.Key.Key_Left, SHIFTED)
    assert [number for number, _ in titles(plan)] == ["1", "2", "3"]


def test_tasks_move_up_and_down_and_stay_selected(plan: PlanPage) -> None:
    select(plan, 1, 2)
    chosen = plan.table.chosen_ids()
    keys.press(Qt.Key.Key_Up, SHIFTED)
    assert [title for _, title in titles(plan)] == ["Sign the agreement", "Go live", "Set up"]
    assert plan.table.chosen_ids() == chosen
    assert plan.session.document.undo_title == "Move up 2 tasks"
    keys.press(Qt.Key.Key_Down, SHIFTED)
    assert [title for _, title in titles(plan)] == ["Set up", "Sign the agreement", "Go live"]


def test_selected_tasks_are_linked_in_order_and_unlinked(plan: PlanPage) -> None:
    select(plan, 0, 1, 2)
    keys.press(Qt.Key.Key_L, keys.CONTROL)
    document = plan.session.document
    assert len(document.rows(DEPENDENCIES)) == 2
    keys.press(Qt.Key.Key_L, keys.CONTROL | keys.SHIFT)
    assert document.rows(DEPENDENCIES) == ()


def test_a_link_that_would_close_a_ring_is_refused_in_words(plan: PlanPage, qtbot: QtBot) -> None:
    document = plan.session.document
    first, second, _ = (row.task.id for row in plan.session.view.outline.values())
    document.add(DEPENDENCIES, parent=first, predecessor=second)
    select(plan, 0, 1)
    with qtbot.waitSignal(plan.refused) as refused:
        keys.press(Qt.Key.Key_L, keys.CONTROL)
    assert "would wait for one another" in refused.args[0]


def test_without_a_task_selected_it_says_what_to_do(plan: PlanPage, qtbot: QtBot) -> None:
    plan.table.clearSelection()
    with qtbot.waitSignal(plan.refused) as refused:
        keys.press(Qt.Key.Key_Right, SHIFTED)
    assert refused.args == ["No task is selected. Select one or more, then try again."]


def test_each_tool_says_its_keys(plan: PlanPage) -> None:
    tips = [each.toolTip() for each in plan.findChildren(QToolButton) if each.isVisible()]
    for words in (
        "Indent (Alt+Shift+Right)",
        "Outdent (Alt+Shift+Left)",
        "Move up (Alt+Shift+Up)",
        "Unlink (Ctrl+Shift+L)",
    ):
        assert any(words in tip for tip in tips), words


def test_a_baseline_is_kept_where_baselines_are_chosen(plan: PlanPage) -> None:
    def fill(dialog: KeepBaseline) -> None:
        dialog.name.setText("Board 3")
        press_button(dialog, "Keep a baseline")

    menu = plan.baselines.menu()
    menu.aboutToShow.emit()
    answering(KeepBaseline, fill)
    menu.actions()[-1].trigger()
    assert [row.title for row in plan.session.document.rows(BASELINES)] == ["Board 3"]
    assert plan.baselines.text() == "Baseline: Board 3 ▾"
