"""Schedule health: the checks of the plan, the tasks to look at, and a forecast made in the background."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.plan.duration_risk import NO_SPREAD
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens import schedule_health
from sharedprog.ui.screens.health_models import RESULT
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.screens.schedule_health import HealthPage
from sharedprog.ui.window import Window
from tests.ui import audit, keys, work
from tests.windows import LONG, buttons_of, press_button, show_file, words_on


@pytest.fixture
def tasks(frame: Frame) -> tuple[str, ...]:
    """Two tasks, the second waiting for the first, and one without links."""
    document = frame.session.document
    document.edit(PROGRAMME, document.programme.settings.id, "start", document.today)
    first = document.add(TASKS, title="Merge", duration=5 * 480)
    second = document.add(TASKS, title="Mail", duration=30 * 480)
    alone = document.add(TASKS, title="Alone", duration=480)
    document.add(DEPENDENCIES, parent=second, predecessor=first)
    return first, second, alone


@pytest.fixture
def page(frame: Frame, tasks: tuple[str, ...], qtbot: QtBot) -> HealthPage:
    return checked(frame, qtbot)


def checked(frame: Frame, qtbot: QtBot) -> HealthPage:
    """The page, once the worker has checked the plan."""
    made = frame.go("health")
    assert isinstance(made, HealthPage)
    qtbot.waitUntil(lambda: made.health is not None and not made.asking.is_busy, timeout=LONG)
    return made


def shown(page: HealthPage, row: int) -> tuple[str, ...]:
    return tuple(str(page.checks.index(row, column).data()) for column in range(page.checks.columnCount()))


def test_the_first_check_that_fails_is_shown_with_its_tasks(page: HealthPage, tasks: tuple[str, ...]) -> None:
    assert page.checks.rowCount() == 14
    assert shown(page, 0) == ("\u20071  Missing links", "Fail", "1 of 3 tasks, 33.3\xa0%", "at most 5\xa0%")
    assert page.failing.ids == (tasks[2],)
    assert page.failing.index(0, 0).data() == "3 Alone"
    assert str(page.failing.index(0, 1).data()).startswith("No link leads to it or from it")
    assert any(words.startswith("8 of 11 checks pass; missing links on 1 task") for words in words_on(page))


def test_a_check_that_is_not_measured_says_why(page: HealthPage) -> None:
    page.go_to("missed")

    assert "Missed tasks" in words_on(page)
    assert any("Not measured. The plan has no baseline" in words for words in words_on(page))
    assert "Show it in the plan" not in buttons_of(page)
    assert page.checks.index(10, RESULT).data(Qt.ItemDataRole.AccessibleTextRole) == "Not measured"
    assert page.checks.index(0, RESULT).data(Qt.ItemDataRole.AccessibleTextRole) == "Red, Fail"


def test_the_person_chooses_the_limits(page: HealthPage, qtbot: QtBot) -> None:
    assert shown(page, 7)[1] == "Fail"
    with qtbot.waitSignal(page.checked, timeout=LONG):
        page.preset.setCurrentIndex(page.preset.findData("dcma"))
        assert "Checking…" in words_on(page)
    assert shown(page, 7)[1] == "Pass"
    with qtbot.waitSignal(page.checked, timeout=LONG):
        page.preset.setCurrentIndex(page.preset.findData("short"))
    assert shown(page, 7)[2] == "1 of 3 tasks, 33.3\xa0%"


def test_a_task_to_look_at_leads_to_its_row_in_the_plan(page: HealthPage, frame: Frame, tasks: tuple[str, ...]) -> None:
    page.failing_table.setFocus()
    keys.press(Qt.Key.Key_Return)

    plan = frame.pages.currentWidget()
    assert isinstance(plan, PlanPage)
    assert plan.present_id() == tasks[2]
    frame.go("health")
    page.go_to("long_tasks")
    press_button(page, "Show it in the plan")
    assert frame.pages.key == "tasks"
    assert plan.present_id() == tasks[1]


def test_the_checks_follow_the_plan(page: HealthPage, frame: Frame, tasks: tuple[str, ...], qtbot: QtBot) -> None:
    page.go_to("missing_links")
    document = page.session.document
    document.add(DEPENDENCIES, parent=tasks[1], predecessor=tasks[2])
    qtbot.waitUntil(
        lambda: shown(page, 0)[2] == "1 of 3 tasks, 33.3\xa0%" and "waits" in str(page.failing.index(0, 1).data()),
        timeout=LONG,
    )
    frame.go("risks")
    document.add(DEPENDENCIES, parent=tasks[2], predecessor=tasks[0])
    checked(frame, qtbot)
    assert shown(page, 0)[1] == "Pass"
    assert page.failing.ids == ()


def test_a_check_that_ends_early_says_so_and_can_be_tried_again(page: HealthPage, frame: Frame, qtbot: QtBot) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schedule_health, "examined", work.die)
        page.examine()
        qtbot.waitUntil(lambda: not frame.trouble.isHidden(), timeout=LONG)
    assert "The plan could not be checked." in words_on(page)
    with qtbot.waitSignal(page.checked, timeout=LONG):
        page.examine()
    assert "The plan could not be checked." not in words_on(page)


def test_the_keys_go_from_check_to_check(page: HealthPage) -> None:
    page.enter()
    keys.press(Qt.Key.Key_Down)
    assert "Leads" in words_on(page)
    assert "No task needs to be looked at." in " ".join(words_on(page))


def test_without_a_spread_the_forecast_says_what_it_needs(page: HealthPage, frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.risk.done, timeout=LONG):
        press_button(page, "Work out the dates")
    assert NO_SPREAD in words_on(page)
    assert buttons_of(page)["Work out the dates"].isEnabled()
    assert frame.trouble.isHidden()


def test_a_forecast_is_told_and_drawn_and_grows_old(
    page: HealthPage, tasks: tuple[str, ...], frame: Frame, qtbot: QtBot
) -> None:
    document = page.session.document
    document.edit(TASKS, tasks[0], "pessimistic", 30 * 480)
    with qtbot.waitSignal(page.risk.done, timeout=LONG):
        press_button(page, "Work out the dates")

    assert page.risk.words.text().startswith("The plan is as likely as not to finish by ")
    assert page.risk.drivers.ids == (tasks[0],)
    assert page.risk.drivers.index(0, 1).data() == "very much, 1.00"
    assert "run" in page.risk.histogram.accessibleDescription()
    assert page.risk.histogram.isVisible()
    page.risk.histogram.grab()
    document.edit(TASKS, tasks[0], "pessimistic", 40 * 480)
    assert any(words.startswith("The plan has changed since") for words in words_on(page))
    page.risk.drivers_table.activated.emit(page.risk.drivers.index(0, 0))
    assert frame.pages.key == "tasks"


def test_a_forecast_can_be_stopped(page: HealthPage) -> None:
    press_button(page, "Work out the dates")
    assert not buttons_of(page)["Work out the dates"].isEnabled()
    press_button(page.risk.progress, "Cancel")
    assert page.risk.progress.isHidden()
    assert buttons_of(page)["Work out the dates"].isEnabled()
    assert page.risk.found is None


def test_the_sample_is_forecast_for_day_1_and_for_the_plan(window: Window, sample: Path, qtbot: QtBot) -> None:
    frame = show_file(qtbot, window, sample)
    page = checked(frame, qtbot)
    with qtbot.waitSignal(page.risk.done, timeout=LONG):
        press_button(page, "Work out the dates")

    assert page.risk.words.text().startswith("8 Day 1 is as likely as not to finish by ")
    page.risk.of.setCurrentIndex(1)
    assert page.risk.words.text().startswith("The plan is as likely as not to finish by ")
    for width, height in ((1280, 720), (900, 600)):
        window.resize(width, height)
        QTest.qWait(0)
        assert audit.cut(page) == []
    assert audit.nameless(page) == []
    assert audit.rich(page) == []


def test_the_tables_are_sound(page: HealthPage, qtmodeltester: ModelTester) -> None:
    for model in (page.checks, page.failing, page.risk.drivers):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
