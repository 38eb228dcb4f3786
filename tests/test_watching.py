"""The watch sees what keeps the window from its events, and nothing else."""

import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.watching import Watch, too_long


def work(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_work_in_one_go_is_seen_under_the_step_in_which_it_was_done(qtbot: QtBot) -> None:
    watch = Watch()
    with watch.step("rest"):
        qtbot.wait(5)
    with watch.step("work"):
        QTimer.singleShot(0, lambda: work(0.08))
        qtbot.wait(5)
    with watch.step("work in parts"):
        for _ in range(4):
            QTimer.singleShot(0, lambda: work(0.02))
            qtbot.wait(1)
    watch.stop()
    assert list(too_long([watch.longest])) == ["work"]
    assert too_long([watch.longest])["work"] == pytest.approx(80, abs=15)


def test_a_step_is_too_long_only_where_it_was_so_in_every_try() -> None:
    assert too_long([{"one": 0.08, "two": 0.06}, {"one": 0.02, "two": 0.07}]) == {"two": 60}
