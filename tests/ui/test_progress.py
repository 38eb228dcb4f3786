import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from sharedprog.ui.background import Background, Task
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.worker import Done, Failure
from tests.ui import audit, work


@pytest.fixture
def panel(qtbot: QtBot) -> ProgressPanel:
    made = ProgressPanel()
    qtbot.addWidget(made)
    return made


def sentence(panel: ProgressPanel) -> str:
    label = panel.findChild(QLabel)
    assert label is not None
    return label.text()


def test_progress_is_shown_until_the_work_is_done(qtbot: QtBot, background: Background, panel: ProgressPanel) -> None:
    results: list[str] = []

    def done(result: str) -> None:
        results.append(result)
        panel.finish()

    def failed(failure: Failure) -> None:
        raise failure.error

    task = background.run(work.count, 3, done=done, failed=failed, progress=panel.heard)
    panel.watch("Making the pack…", task)
    assert panel.isVisible()
    assert sentence(panel) == "Making the pack…"
    qtbot.waitUntil(lambda: bool(results), timeout=20_000)
    assert sentence(panel) == "3 of 3"
    bar = panel.findChild(QProgressBar)
    assert bar is not None
    assert bar.value() == bar.maximum()
    assert not panel.isVisible()


def test_cancel_stops_the_work(qtbot: QtBot, background: Background, panel: ProgressPanel) -> None:
    heard: list[object] = []
    task = background.run(work.never_end, done=heard.append, failed=heard.append, progress=panel.heard)
    panel.watch("Making the pack…", task)
    qtbot.waitUntil(lambda: sentence(panel) != "Making the pack…", timeout=20_000)
    (cancel,) = panel.findChildren(QPushButton)
    with qtbot.waitSignal(panel.cancelled):
        cancel.click()
    assert task.cancelled
    assert not panel.isVisible()
    assert heard == []


def test_the_panel_is_plain_and_named(panel: ProgressPanel) -> None:
    panel.heard(0.5, "<b>Risks</b>, 11 of 28")
    assert audit.rich(panel) == []
    assert audit.nameless(panel) == []


@pytest.mark.parametrize("outlasts", [True, False])
def test_once_its_page_is_gone_nothing_is_heard_and_only_what_outlasts_it_goes_on(
    panel: ProgressPanel, *, outlasts: bool
) -> None:
    heard: list[object] = []
    stopped: list[Task] = []
    task = Task(heard.append, heard.append, None, stopped.append)
    panel.watch("Printing…", task, outlasts=outlasts)
    panel.leave()
    task.deliver(Done("all of it"))
    assert heard == []
    assert stopped == ([] if outlasts else [task])
    assert panel.under_way == ""


def test_what_waits_for_the_worker_is_shown_in_its_turn_and_can_be_stopped(panel: ProgressPanel) -> None:
    stopped: list[Task] = []
    tasks = [Task(print, print, None, stopped.append) for _ in range(3)]
    for words, task in zip(("Exporting…", "Reading…", "Making the pack…"), tasks, strict=True):
        panel.watch(words, task)
    assert (sentence(panel), panel.under_way) == ("Exporting…", "Exporting…")
    tasks[0].deliver(Done("all of it"))
    panel.finish()
    assert sentence(panel) == "Reading…"
    panel.cancel()
    assert stopped == [tasks[1]]
    assert panel.isVisible()
    assert sentence(panel) == "Making the pack…"
    panel.finish()
    assert not panel.isVisible()
