"""What if…: a change is tried from the plan, looked at, and made as one change or left."""

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.ui.desk import Desk
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.what_if import WhatIfDialog, WhatIfPanel
from tests.windows import LONG, answering, offered, press_button, words_on


@pytest.fixture
def tasks(frame: Frame) -> tuple[str, str]:
    """Two tasks, the second waiting for the first."""
    document = frame.session.document
    document.edit(PROGRAMME, document.programme.settings.id, "start", document.today)
    first = document.add(TASKS, title="Merge", duration=5 * 480)
    second = document.add(TASKS, title="Mail", duration=2 * 480)
    document.add(DEPENDENCIES, parent=second, predecessor=first)
    return first, second


@pytest.fixture
def panel(qtbot: QtBot, frame: Frame, desk: Desk, tasks: tuple[str, str]) -> WhatIfPanel:
    made = WhatIfPanel(frame.session, desk, tasks[0])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.headline.text()), timeout=LONG)
    return made


def attempt(qtbot: QtBot, panel: WhatIfPanel) -> None:
    """Have it tried as it is typed in, and wait for what the worker says."""
    with qtbot.waitSignal(panel.told, timeout=LONG):
        panel.attempt()


def choose(panel: WhatIfPanel, code: str) -> None:
    panel.kind.setCurrentIndex(panel.kind.findData(code))


def test_a_slip_tells_what_moves_and_changes_nothing(
    qtbot: QtBot, panel: WhatIfPanel, qtmodeltester: ModelTester
) -> None:
    before = panel.session.programme
    panel.slip.setValue(3)
    attempt(qtbot, panel)

    assert "3 working days later than" in panel.headline.text()
    assert panel.moves.rowCount() == 2
    assert panel.moves.data(panel.moves.index(0, 3)) == "3 working days later"
    assert panel.session.programme is before
    qtmodeltester.check(panel.moves)  # type: ignore[no-untyped-call]


def test_making_it_is_one_change_with_its_own_title(qtbot: QtBot, panel: WhatIfPanel) -> None:
    panel.slip.setValue(11)
    assert not panel.apply.isEnabled(), "not yet looked at"
    panel.slip.setValue(10)
    attempt(qtbot, panel)
    with qtbot.waitSignal(panel.made) as made:
        press_button(panel, "Make this change")

    assert made.args == ["What if: slip 1 Merge by 10 days"]
    document = panel.session.document
    assert document.undo_title == "What if: slip 1 Merge by 10 days"
    document.undo()
    task = document.programme.row(TASKS, panel.task_id)
    assert task is not None
    assert task.constraint == "asap"


def test_more_time_on_a_link_and_a_longer_task_are_tried_too(qtbot: QtBot, panel: WhatIfPanel) -> None:
    choose(panel, "lag")
    panel.lag.setValue(4)
    attempt(qtbot, panel)
    assert panel.link.currentText() == "1 Merge and 2 Mail"
    assert [panel.moves.data(panel.moves.index(0, column)) for column in (0, 3)] == ["2 Mail", "4 working days later"]

    choose(panel, "takes")
    panel.takes.setValue(6)
    attempt(qtbot, panel)
    assert "1 working day later" in panel.headline.text()


def test_days_on_which_nobody_works_are_tried(qtbot: QtBot, panel: WhatIfPanel) -> None:
    choose(panel, "close")
    attempt(qtbot, panel)
    assert "1 working day later" in panel.headline.text()
    assert panel.apply.isEnabled()


def test_what_cannot_be_tried_says_why_and_cannot_be_made(qtbot: QtBot, panel: WhatIfPanel) -> None:
    document = panel.session.document
    document.edit(TASKS, panel.task_id, "actual_start", document.today)
    attempt(qtbot, panel)

    assert panel.headline.text().startswith("1 Merge has begun, so it cannot start later.")
    assert not panel.apply.isEnabled()


def test_the_plan_asks_of_the_selected_task(qtbot: QtBot, frame: Frame, tasks: tuple[str, str]) -> None:
    page = frame.go("tasks")
    assert isinstance(page, TablePage)
    page.go_to(tasks[1])
    action = offered(page, "What if…")
    asked: list[str] = []

    def make(dialog: WhatIfDialog) -> None:
        asked.append(dialog.panel.task_id)
        qtbot.waitUntil(dialog.panel.apply.isEnabled, timeout=LONG)
        press_button(dialog, "Make this change")

    answering(WhatIfDialog, make)
    action.trigger()

    assert asked == [tasks[1]]
    assert frame.session.document.undo_title == "What if: slip 2 Mail by 10 days"


def test_only_the_newest_change_is_answered(qtbot: QtBot, panel: WhatIfPanel) -> None:
    told: list[str] = []
    panel.told.connect(lambda: told.append(panel.headline.text()))
    for days in (1, 2, 3, 7):
        panel.slip.setValue(days)
        panel.attempt()
        assert "Working out what would move…" in words_on(panel)
        assert not panel.apply.isEnabled()
    qtbot.waitUntil(panel.apply.isEnabled, timeout=LONG)
    assert len(told) == 1
    assert "7 working days later" in told[0]
    assert "Working out what would move…" not in words_on(panel)


def test_closing_it_waits_for_nothing(qtbot: QtBot, frame: Frame, desk: Desk, tasks: tuple[str, str]) -> None:
    dialog = WhatIfDialog(frame.session, desk, tasks[0])
    qtbot.addWidget(dialog)
    dialog.show()
    busy = [dialog.panel.asking.is_busy]
    dialog.reject()
    busy.append(dialog.panel.asking.is_busy)
    assert busy == [True, False]
    heard: list[int] = []
    desk.background.run(max, 1, 2, done=heard.append, failed=lambda failure: pytest.fail(failure.detail))
    qtbot.waitUntil(lambda: heard == [2], timeout=LONG)
    assert dialog.panel.headline.text() == ""


def test_without_a_selected_task_it_says_so(qtbot: QtBot, frame: Frame) -> None:
    page = frame.go("tasks")
    assert isinstance(page, TablePage)
    with qtbot.waitSignal(page.refused):
        offered(page, "What if…").trigger()
