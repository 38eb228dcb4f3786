"""Bars are moved, stretched, filled and linked with the pointer: each drag one change that can be undone."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.tasks import DEPENDENCIES
from sharedprog.ui.gantt.zoom import WEEK
from sharedprog.ui.screens.plan import PlanPage
from tests.ui import keys
from tests.ui.gantt import pointer

FRIDAY = date(2026, 12, 4)


@pytest.fixture(autouse=True)
def closer(plan: PlanPage) -> None:
    """Wide enough for a hand."""
    plan.chart.set_zoom(WEEK)


def test_a_bar_is_moved_and_one_undo_brings_it_back(plan: PlanPage) -> None:
    document = plan.session.document
    middle = pointer.box(plan, "Draft").center()
    pointer.drag(plan, middle, middle + pointer.days(plan, 10))
    assert pointer.dates(plan, "Draft").start == date(2026, 12, 14)
    assert pointer.task(plan, "Draft").constraint == "snet"
    assert document.undo_title == "Move task T-002"
    document.undo()
    assert pointer.dates(plan, "Draft").start == FRIDAY
    assert pointer.task(plan, "Draft").constraint_day == FRIDAY


def test_the_end_of_a_bar_is_stretched(plan: PlanPage) -> None:
    document, box = plan.session.document, pointer.box(plan, "Draft")
    end = QPointF(box.right() - 2, box.center().y())
    pointer.drag(plan, end, end + pointer.days(plan, 3))
    assert pointer.dates(plan, "Draft").finish == date(2026, 12, 11), "three days on is a Sunday: the Friday before"
    assert pointer.task(plan, "Draft").duration == 6 * 480
    assert document.undo_title == "Stretch task T-002"
    document.undo()
    assert pointer.task(plan, "Draft").duration == 5 * 480


def test_a_bar_is_filled_as_far_as_it_is_done(plan: PlanPage) -> None:
    document, box = plan.session.document, pointer.box(plan, "Draft")
    begin = QPointF(box.left() + 1, box.center().y())
    pointer.drag(plan, begin, QPointF(box.center().x(), box.center().y()))
    assert pointer.task(plan, "Draft").percent_complete == 50
    assert document.undo_title == "Set progress of task T-002"
    document.undo()
    assert pointer.task(plan, "Draft").percent_complete == 0


def test_a_drag_from_bar_to_bar_links_them(plan: PlanPage) -> None:
    document = plan.session.document
    pointer.drag(plan, pointer.box(plan, "Draft").center(), pointer.box(plan, "Move").center())
    (link,) = document.rows(DEPENDENCIES)
    assert (link.predecessor, link.parent) == (pointer.task(plan, "Draft").id, pointer.task(plan, "Move").id)
    assert document.undo_title == "Link 2 tasks"
    document.undo()
    assert document.rows(DEPENDENCIES) == ()


def test_a_link_that_would_close_a_ring_is_refused(plan: PlanPage, qtbot: QtBot) -> None:
    pointer.drag(plan, pointer.box(plan, "Draft").center(), pointer.box(plan, "Signed").center())
    with qtbot.waitSignal(plan.refused) as refused:
        pointer.drag(plan, pointer.box(plan, "Signed").center(), pointer.box(plan, "Draft").center())
    assert "would wait for one another" in refused.args[0]


def words_of_drag(page: PlanPage) -> str:
    return page.hands.drag.words if page.hands.drag is not None else ""


def test_escape_changes_nothing(plan: PlanPage) -> None:
    before = plan.session.document.undo_title
    middle = pointer.box(plan, "Draft").center()
    pointer.press(plan, middle)
    pointer.move(plan, middle + pointer.days(plan, 10))
    assert pointer.drags(plan)
    assert words_of_drag(plan) == "Mon 14 Dec 2026 – Fri 18 Dec 2026"
    keys.press(Qt.Key.Key_Escape)
    assert not pointer.drags(plan)
    pointer.release(plan, middle + pointer.days(plan, 10))
    assert plan.session.document.undo_title == before


def test_a_press_without_a_drag_only_goes_to_the_task(plan: PlanPage) -> None:
    before = plan.session.document.undo_title
    middle = pointer.box(plan, "Move").center()
    pointer.press(plan, middle)
    pointer.release(plan, middle)
    assert plan.present_id() == pointer.task(plan, "Move").id
    assert plan.table.hasFocus()
    assert plan.session.document.undo_title == before


def test_a_bar_that_its_links_hold_says_so(plan: PlanPage, qtbot: QtBot) -> None:
    pointer.drag(plan, pointer.box(plan, "Draft").center(), pointer.box(plan, "Move").center())
    middle = pointer.box(plan, "Move").center()
    with qtbot.waitSignal(plan.said) as said:
        pointer.drag(plan, middle, middle - pointer.days(plan, 4))
    assert said.args == ["Move waits for other tasks, so it starts on Fri 11 Dec 2026."]


def test_a_finished_bar_stays_and_a_summary_only_links(plan: PlanPage, qtbot: QtBot) -> None:
    plan.session.document.edit(plan.register, pointer.task(plan, "Draft").id, "actual_finish", date(2026, 11, 27))
    middle = pointer.box(plan, "Draft").center()
    with qtbot.waitSignal(plan.refused) as refused:
        pointer.drag(plan, middle, middle + pointer.days(plan, 10))
    assert "so it stays where it was" in refused.args[0]
    before = plan.session.document.undo_title
    beam = pointer.box(plan, "Agree").center()
    pointer.drag(plan, beam, beam + pointer.days(plan, 10))
    assert plan.session.document.undo_title == before


def test_the_pointer_shows_what_it_would_take(plan: PlanPage) -> None:
    box, seen = pointer.box(plan, "Draft"), plan.chart.viewport().cursor
    for place, shape in (
        (QPointF(box.center()), Qt.CursorShape.OpenHandCursor),
        (QPointF(box.right() - 2, box.center().y()), Qt.CursorShape.SizeHorCursor),
        (QPointF(box.left() + 1, box.center().y()), Qt.CursorShape.SplitHCursor),
        (QPointF(box.right() + 60, box.center().y()), Qt.CursorShape.ArrowCursor),
    ):
        pointer.move(plan, place)
        assert seen().shape() == shape


def test_rows_of_the_table_are_dragged_by_their_numbers(plan: PlanPage) -> None:
    table = plan.outline
    place = table.visualRect(plan.model.index(3, 0)).center()
    target = table.visualRect(plan.model.index(0, 0)).center()
    view = table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(view, target)
    assert pointer.drags(plan)
    keys.press(Qt.Key.Key_Escape)
    assert not pointer.drags(plan)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(view, target)
    target.setY(target.y() - table.row_height // 3)
    QTest.mouseMove(view, target)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target)
    titles = [row.task.title for row in plan.session.view.outline.values()]
    assert titles == ["Move", "Agree", "Draft", "Signed"]
    plan.session.document.undo()
    assert [row.wbs for row in plan.session.view.outline.values()] == ["1", "1.1", "1.2", "2"]


def test_a_row_dragged_across_goes_into_the_one_above_and_out_again(plan: PlanPage) -> None:
    table, document = plan.outline, plan.session.document

    def drag_across(row: int, far: int) -> None:
        place = table.visualRect(plan.model.index(row, 0)).center()
        QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(table.viewport(), place + QPoint(far, 2))
        assert pointer.drags(plan)
        assert not table.viewport().grab().isNull()
        QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(far, 2))

    drag_across(3, 60)
    assert [row.wbs for row in plan.session.view.outline.values()] == ["1", "1.1", "1.2", "1.3"]
    assert document.undo_title == "Indent task T-004"
    drag_across(3, -60)
    assert [row.wbs for row in plan.session.view.outline.values()] == ["1", "1.1", "1.2", "2"]
    place = table.visualRect(plan.model.index(3, 0)).center()
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(table.viewport(), place + QPoint(60, 2))
    keys.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.wbs for row in plan.session.view.outline.values()] == ["1", "1.1", "1.2", "2"]


def test_several_selected_rows_are_dragged_together(plan: PlanPage) -> None:
    table, document = plan.outline, plan.session.document
    for title in ("Open", "Close"):
        document.add(plan.register, title=title)
    table.setFocus()
    table.go_to(pointer.task(plan, "Open").id)
    keys.press(Qt.Key.Key_Down, keys.SHIFT)
    assert len(table.chosen_ids()) == 2
    place = table.visualRect(plan.model.index(4, 0)).center()
    target = table.visualRect(plan.model.index(3, 0)).center()
    target.setY(target.y() - table.row_height // 3)
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(table.viewport(), target)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=target)
    titles = [row.task.title for row in plan.session.view.outline.values()]
    assert titles == ["Agree", "Draft", "Signed", "Open", "Close", "Move"]
    assert document.undo_title == "Move 2 tasks in the outline"


def test_a_bar_in_the_last_row_in_sight_does_not_run_away(plan: PlanPage) -> None:
    document = plan.session.document
    for number in range(60):
        document.add(plan.register, title=f"More {number}", duration=5 * 480)
    QApplication.processEvents()
    row = plan.chart.sight.window.row(plan.chart.plot().last - 2)
    middle = pointer.box(plan, row.title).center()
    plan.chart.verticalScrollBar().setValue(round(middle.y() + 8 - plan.chart.viewport().height()))
    plan.chart.show_bar(row.task_id)
    middle = pointer.box(plan, row.title).center()
    scrolled = plan.chart.verticalScrollBar().value()
    pointer.drag(plan, middle, middle + pointer.days(plan, 8))
    assert plan.chart.verticalScrollBar().value() == scrolled
    assert document.undo_title == f"Move task {pointer.task(plan, row.title).ref}"
