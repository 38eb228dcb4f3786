"""Leaving a programme while something is being made: asked about first, and stopped with it."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.ui.background import Task
from sharedprog.ui.confirm import Question
from sharedprog.ui.frame import Frame
from sharedprog.ui.window import Window
from sharedprog.ui.worker import Done, Progress
from tests.windows import LONG, answering, frame_of, list_of, press_button, words_on

EXPORTING = "Exporting “Everything.xlsx”…"


class Work:
    """A task that goes on until it is stopped."""

    def __init__(self) -> None:
        self.heard: list[Any] = []
        self.stops: list[Task] = []
        self.task = Task(self.heard.append, self.heard.append, lambda *said: self.heard.append(said), self._stop)

    def _stop(self, task: Task) -> None:
        self.stops.append(task)


@pytest.fixture
def work(frame: Frame) -> Work:
    made = Work()
    frame.progress.watch(EXPORTING, made.task)
    return made


def test_another_programme_waits_until_the_person_has_let_the_work_go(
    window: Window, frame: Frame, work: Work, sample: Path, qtbot: QtBot
) -> None:
    def stay(question: Question) -> None:
        assert f"This is not done yet: “{EXPORTING}”. What is made of it so far is not kept." in words_on(question)
        press_button(question, "Stay")

    answering(Question, stay)
    window.open_file(sample)
    assert work.stops == []
    assert frame.progress.under_way == EXPORTING
    answering(Question, lambda question: press_button(question, "Stop it"))
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.open_file(sample)
    assert frame_of(window) is not frame
    assert work.stops == [work.task]
    work.task.deliver(Progress(0.5, "Half of it"))
    work.task.deliver(Done("All of it"))
    assert work.heard == []


def test_closing_stops_the_work_once_the_person_has_agreed(
    window: Window, frame: Frame, work: Work, qtbot: QtBot
) -> None:
    answering(Question, lambda question: press_button(question, "Stay"))
    assert not window.close()
    answering(Question, lambda question: press_button(question, "Stop it"))
    window.close()
    qtbot.waitUntil(lambda: window.frame is None, timeout=LONG)
    assert work.stops == [work.task]


def test_a_long_line_that_was_not_taken_is_repeated_in_part(window: Window, frame: Frame) -> None:
    page = list_of(window, "actions")
    page.new_line.setText("Chase the lease " * 400)

    def stay(question: Question) -> None:
        assert "Chase the lease" in question.accessibleDescription()
        assert question.height() < 400
        press_button(question, "Stay")

    answering(Question, stay)
    assert not window.may_leave()


def test_work_that_is_done_holds_nobody_back(window: Window, frame: Frame, work: Work) -> None:
    frame.progress.finish()
    assert window.may_leave()


def test_what_the_welcome_page_began_is_stopped_by_opening_a_programme(
    window: Window, small: Path, qtbot: QtBot
) -> None:
    begun = Work()
    window.show_welcome().progress.watch("Making the sample programme…", begun.task)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.open_file(small)
    assert begun.stops == [begun.task]
