"""The chart stands beside the outline row by row, is looked at from near and far, and explains itself."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMargins, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sharedprog.domain.plan.gantt_rows import BAR
from sharedprog.domain.plan.gantt_window import day_x
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.gantt.zoom import DAY, MONTH, QUARTER, WEEK, ZOOMS
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.ui.gantt import pointer
from tests.windows import show_file, words_on


def of_sample(window: Window, sample: Path, qtbot: QtBot) -> PlanPage:
    page = show_file(qtbot, window, sample).go("tasks")
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(lambda: page.chart.verticalScrollBar().maximum() > 0)
    return page


def stands_beside_its_row(page: PlanPage, row: int) -> None:
    """A bar stands in the middle part of its row, to the pixel, on the screen."""
    table, chart = page.outline, page.chart
    top = table.viewport().mapToGlobal(QPoint(0, table.rowViewportPosition(row))).y()
    shown = chart.sight.window.row(row)
    assert shown.bar is not None
    box = chart.plot().bar(row, shown.bar)
    ours = chart.viewport().mapToGlobal(box.topLeft().toPoint()).y()
    assert ours == top + round(BAR[0] * table.rowHeight(row))
    assert box.bottom() < table.rowViewportPosition(row) + table.rowHeight(row)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_rows_and_bars_never_drift(
    window: Window, sample: Path, qtbot: QtBot, theme: Theme, scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_text_scale", scale)
    theme.choose(Scheme.DARK)
    try:
        page = of_sample(window, sample, qtbot)
        bar = page.outline.verticalScrollBar()
        for value in (0, 7, bar.maximum() // 2, bar.maximum()):
            bar.setValue(value)
            assert page.chart.verticalScrollBar().value() == value
            plot = page.chart.plot()
            for row in (plot.first, (plot.first + plot.last) // 2, plot.last):
                stands_beside_its_row(page, row)
        page.chart.verticalScrollBar().setValue(40)
        assert bar.value() == 40
    finally:
        monkeypatch.undo()
        theme.choose(Scheme.LIGHT)


def test_both_sides_and_their_heads_are_of_one_height(plan: PlanPage) -> None:
    table, chart = plan.outline, plan.chart
    for one, other in ((table.viewport(), chart.viewport()), (table.horizontalHeader(), chart.head)):
        assert one.height() == other.height()
        assert one.mapToGlobal(QPoint(0, 0)).y() == other.mapToGlobal(QPoint(0, 0)).y()


def test_a_bar_spans_its_days(plan: PlanPage) -> None:
    plot, box = plan.chart.plot(), pointer.box(plan, "Draft")
    assert box.left() == plot.x(day_x(date(2026, 12, 4)))
    assert box.right() == plot.x(day_x(date(2026, 12, 10)) + 1)
    diamond = pointer.box(plan, "Signed")
    assert diamond.center().x() == plot.x(day_x(date(2026, 12, 4)))
    assert diamond.width() == diamond.height()


def test_zooming_keeps_the_day_under_the_pointer(plan: PlanPage) -> None:
    chart, x = plan.chart, 300.0
    before = chart.plot().days(x)
    for zoom in (WEEK, DAY, MONTH, QUARTER, MONTH):
        chart.set_zoom(zoom, x)
        assert abs(chart.plot().days(x) - before) < 1.5
        assert plan.zoom.text() == f"{zoom.name} ▾"
        assert plan.zoom.accessibleName() == f"Zoom: {zoom.name}"


def test_the_wheel_zooms_with_control_and_scrolls_without(plan: PlanPage) -> None:
    chart = plan.chart
    before = chart.plot().days(200)

    def wheel(amount: int, modifier: Qt.KeyboardModifier) -> None:
        place = QPointF(200, 100)
        event = QWheelEvent(
            place, chart.viewport().mapToGlobal(place), QPoint(), QPoint(0, amount), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(chart.viewport(), event)

    wheel(60, keys.CONTROL)
    assert chart.zoom is MONTH, "half a notch"
    wheel(60, keys.CONTROL)
    assert chart.zoom is WEEK
    assert abs(chart.plot().days(200) - before) < 1.5
    wheel(-120, keys.CONTROL)
    assert chart.zoom is MONTH
    left = chart.plot().left
    wheel(-120, keys.SHIFT)
    assert chart.plot().left > left


def test_the_keyboard_alone_zooms_goes_and_folds(plan: PlanPage) -> None:
    plan.table.setFocus()
    plan.table.go_to(pointer.task(plan, "Agree").id)
    keys.press(Qt.Key.Key_Plus, keys.CONTROL)
    assert plan.zoom.text() == "Week ▾"
    keys.press(Qt.Key.Key_Minus, keys.CONTROL)
    keys.press(Qt.Key.Key_Minus, keys.CONTROL)
    assert plan.zoom.text() == "Quarter ▾"
    keys.press(Qt.Key.Key_Minus)
    assert [len(plan.model.ids), len(plan.chart.sight.window)] == [2, 2]
    stands_beside_its_row(plan, 1)
    for key, rows in ((Qt.Key.Key_Right, 4), (Qt.Key.Key_Left, 2), (Qt.Key.Key_Plus, 4)):
        keys.press(key)
        assert [len(plan.model.ids), len(plan.chart.sight.window)] == [rows, rows]
    plan.chart.horizontalScrollBar().setValue(plan.chart.horizontalScrollBar().maximum())
    keys.press(Qt.Key.Key_T, keys.CONTROL)
    plot = plan.chart.plot()
    assert 0 < plot.x(day_x(date(2026, 11, 30))) < plot.width


def test_the_keyboard_moves_bars_by_days(plan: PlanPage) -> None:
    plan.table.setFocus()
    plan.table.go_to(pointer.task(plan, "Draft").id)
    keys.press(Qt.Key.Key_Right, keys.ALT)
    assert pointer.dates(plan, "Draft").start == date(2026, 12, 7)
    assert plan.session.document.undo_title == "Move task T-002"
    keys.press(Qt.Key.Key_Left, keys.ALT)
    keys.press(Qt.Key.Key_Left, keys.ALT)
    assert pointer.dates(plan, "Draft").start == date(2026, 12, 3)
    keys.press(Qt.Key.Key_Insert)
    assert plan.new_line.hasFocus()


def test_the_keyboard_does_what_the_pointer_does_to_bars(plan: PlanPage) -> None:
    document, draft = plan.session.document, pointer.task(plan, "Draft").id
    plan.table.setFocus()
    plan.table.go_to(draft)
    before = document.undo_title
    for key, modifier, finish, title in (
        (Qt.Key.Key_PageDown, keys.ALT, date(2026, 12, 17), "Move task T-002"),
        (Qt.Key.Key_PageUp, keys.ALT, date(2026, 12, 10), "Move task T-002"),
        (Qt.Key.Key_Equal, keys.ALT, date(2026, 12, 11), "Stretch task T-002"),
        (Qt.Key.Key_Minus, keys.ALT, date(2026, 12, 10), "Stretch task T-002"),
    ):
        keys.press(key, modifier)
        assert pointer.dates(plan, "Draft").finish == finish
        assert document.undo_title == title
        document.undo()
        assert document.undo_title == before
        document.redo()
        before = title
    keys.press(Qt.Key.Key_Up, keys.CONTROL | keys.SHIFT)
    assert pointer.task(plan, "Draft").percent_complete == 10
    keys.press(Qt.Key.Key_Down, keys.CONTROL | keys.SHIFT)
    assert pointer.task(plan, "Draft").percent_complete == 0
    assert document.undo_title == "Set progress of task T-002"
    words = {action.text(): action.shortcut().toString() for action in plan.steps.actions() if action.text()}
    assert words["A week later"] == "Alt+PgDown"
    assert words["10 % more done"] == "Ctrl+Shift+Up"


def test_going_to_a_task_unfolds_it_and_shows_its_bar(plan: PlanPage) -> None:
    plan.outline_model.fold_all(folded=True)
    plan.chart.horizontalScrollBar().setValue(plan.chart.horizontalScrollBar().maximum())
    plan.go_to(pointer.task(plan, "Draft").id)
    assert plan.present_id() == pointer.task(plan, "Draft").id
    box = pointer.box(plan, "Draft")
    assert 0 <= box.left() < plan.chart.viewport().width()


def test_an_arrow_folds_with_the_pointer(plan: PlanPage) -> None:
    cell = plan.outline.visualRect(plan.model.index(0, plan.model.names.index("title")))
    QTest.mouseClick(plan.outline.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(12, 12))
    assert len(plan.model.ids) == 2


def test_ghosts_show_the_baseline_that_is_chosen(plan: PlanPage) -> None:
    document, draft = plan.session.document, pointer.task(plan, "Draft")
    baseline = document.add(BASELINES, title="Board 3")
    document.add(BASELINE_DATES, parent=draft.id, baseline=baseline, start=date(2026, 12, 1), finish=date(2026, 12, 2))
    assert plan.chart.sight.window.row(1).baseline is None, "no baseline is in force"
    plan.baselines.choose(baseline)
    ghost = plan.chart.sight.window.row(1).baseline
    assert ghost is not None
    assert (ghost.x0, ghost.x1) == (day_x(date(2026, 12, 1)), day_x(date(2026, 12, 3)))
    assert plan.baselines.text() == "Baseline: Board 3 ▾"
    document.edit(BASELINES, baseline, "title", "A" * 200)
    assert plan.baselines.text().endswith("… ▾")
    assert plan.baselines.width() < 300
    plan.baselines.choose("")
    assert plan.chart.sight.window.row(1).baseline is None
    plan.baselines.choose(baseline)
    document.delete(BASELINES, baseline)
    assert plan.baselines.text() == "Baseline ▾"


def test_the_card_says_why_and_never_hides_its_row(window: Window, sample: Path, qtbot: QtBot) -> None:
    page = of_sample(window, sample, qtbot)
    window.resize(1440, 900)
    for row_id in page.model.ids[::11]:
        page.go_to(row_id)
        QApplication.processEvents()
        row = page.chart.sight.window.row_of(row_id)
        assert row is not None
        assert page.card.words.text.endswith(".")
        if page.card.isVisible():
            top = page.chart.viewport().y() + page.chart.plot().y(row.index)
            assert page.card.y() >= top + page.outline.row_height or page.card.geometry().bottom() < top
    assert page.card.isVisible()
    page.card.want(wanted=False)
    assert not page.card.isVisible()


def test_the_form_is_asked_for_and_goes_again(plan: PlanPage) -> None:
    plan.table.setFocus()
    plan.table.go_to(pointer.task(plan, "Draft").id)
    assert not plan.form.isVisible()
    keys.press(Qt.Key.Key_Return)
    assert plan.form.isVisible()
    assert plan.form.row_id == pointer.task(plan, "Draft").id
    keys.press(Qt.Key.Key_Escape)
    assert not plan.form.isVisible()
    assert plan.table.hasFocus()


def test_an_empty_plan_says_what_belongs_there(frame: Frame) -> None:
    page = frame.go("tasks")
    assert isinstance(page, PlanPage)
    assert not page.chart.isVisible()
    frame.session.document.add(TASKS, title="Without dates", mode="placed")
    QApplication.processEvents()
    assert page.chart.isVisible()
    assert page.chart.bar_of(page.model.ids[0]) is None
    for zoom in ZOOMS:
        page.chart.set_zoom(zoom)
        page.chart.viewport().grab()


def test_the_line_beside_the_title_says_how_long_until_day_one(plan: PlanPage, qtbot: QtBot) -> None:
    truth = "Day 1 Thu 1 Apr 2027 · 83 working days · critical path 1 task"
    qtbot.waitUntil(lambda: truth in words_on(plan))


def test_everything_has_a_name_and_fits_in_a_small_window(window: Window, sample: Path, qtbot: QtBot) -> None:
    page = of_sample(window, sample, qtbot)
    window.resize(1280, 720)
    QApplication.processEvents()
    assert audit.nameless(page) == []
    assert page.chart.accessibleName() == "Chart of the plan"
    assert page.chart.viewport().width() > 400
    assert page.outline.viewport().width() > 300


def test_folding_leaves_the_person_on_the_summary_above(plan: PlanPage) -> None:
    plan.go_to(pointer.task(plan, "Draft").id)
    plan.outline_model.fold_all(folded=True)
    assert plan.present_id() == pointer.task(plan, "Agree").id
    plan.outline_model.fold_all(folded=False)
    assert plan.present_id() == pointer.task(plan, "Agree").id


def test_folding_leaves_the_columns_as_wide_as_they_were(plan: PlanPage) -> None:
    plan.outline.setColumnWidth(2, 133)
    for folded in (True, False):
        plan.outline_model.fold_all(folded=folded)
        assert plan.outline.columnWidth(2) == 133


def test_the_menu_of_a_row_offers_what_the_buttons_do(plan: PlanPage) -> None:
    plan.go_to(pointer.task(plan, "Draft").id)
    plan.table.customContextMenuRequested.emit(QPoint(20, 20))
    (menu,) = (each for each in plan.findChildren(QMenu) if each.isVisible())
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "Open"
    assert {"What if…", "Driving path", "Outdent", "Indent", "Delete task"} <= set(words)
    menu.actions()[0].trigger()
    menu.close()
    assert plan.form.isVisible()


def test_twice_on_a_bar_opens_the_task(plan: PlanPage) -> None:
    QTest.mouseDClick(
        plan.chart.viewport(), Qt.MouseButton.LeftButton, pos=pointer.box(plan, "Move").center().toPoint()
    )
    assert plan.form.isVisible()
    assert plan.form.row_id == pointer.task(plan, "Move").id


@pytest.mark.parametrize("day", [date(1600, 1, 4), date(1900, 2, 28), date(2599, 12, 30)])
def test_days_near_the_ends_of_planning_can_be_looked_at(plan: PlanPage, day: date) -> None:
    far = plan.session.document.add(
        TASKS, title="Far", mode="placed", placed_start=day, placed_finish=day, duration=480
    )
    for zoom in ZOOMS:
        plan.chart.set_zoom(zoom)
        plan.go_to(far)
        plan.chart.show_bar(far)
        assert not plan.grab().isNull()
        box = plan.chart.bar_of(far)
        assert box is not None
        assert -1 <= box.left() < plan.chart.viewport().width()


@pytest.mark.parametrize(("day", "home"), [(date(2026, 12, 20), date(2026, 11, 30)), (date(2004, 5, 3), None)])
def test_a_plan_far_from_today_is_shown_where_it_begins(frame: Frame, day: date, home: date | None) -> None:
    add = frame.session.document.add
    add(TASKS, title="Dig", duration=480, mode="placed", placed_start=day, placed_finish=day)
    page = frame.go("tasks")
    assert isinstance(page, PlanPage)
    page.chart.resize(page.chart.size().shrunkBy(QMargins(0, 0, 1, 0)))
    shown = page.chart.plot()
    assert 0 < shown.x(day_x(home or day)) < shown.width


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_one_at_an_end_of_the_calendar_harms_nothing(plan: PlanPage, day: date) -> None:
    document = plan.session.document
    document.edit(PROGRAMME, document.programme.settings.id, "day_one", day)
    draft = pointer.task(plan, "Draft").id
    document.edit(TASKS, draft, "baseline_start", date.min)
    document.edit(TASKS, draft, "baseline_finish", day)
    for zoom in ZOOMS:
        plan.chart.set_zoom(zoom)
        plan.chart.show_days(day_x(day))
        assert not plan.grab().isNull()
    plan.chart.show_today()
    assert 0 < plan.chart.plot().x(day_x(date(2026, 11, 30))) < plan.chart.viewport().width()


def test_a_bar_dragged_to_an_edge_takes_the_chart_along(plan: PlanPage) -> None:
    plan.chart.set_zoom(WEEK)
    middle = pointer.box(plan, "Draft").center()
    edge = QPointF(plan.chart.viewport().width() - 4, middle.y())
    left = plan.chart.plot().left
    pointer.press(plan, middle)
    pointer.move(plan, middle + pointer.days(plan, 5))
    for _ in range(8):
        pointer.move(plan, edge)
        pointer.move(plan, edge - QPointF(1, 0))
    assert plan.chart.plot().left > left
    pointer.release(plan, edge)
    start = pointer.dates(plan, "Draft").start
    assert start is not None
    shown = plan.chart.plot().x(day_x(start))
    assert abs(shown - edge.x()) < 8 * plan.chart.pitch, "the bar is where it was let go"
