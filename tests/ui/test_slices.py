"""Work in slices leaves the window its turn, however much of it there is."""

from collections.abc import Generator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from sharedprog.ui.slices import Slices


@pytest.fixture(autouse=True)
def one_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each slice has time for one step."""
    monkeypatch.setattr("sharedprog.ui.slices.SLICE", 0.0)
    monkeypatch.setattr("sharedprog.ui.slices.REST", 0)


def steps(log: list[str], name: str, count: int) -> Generator[None, None, str]:
    for _ in range(count):
        log.append(name)
        yield
    return name


def test_short_work_begins_at_once_and_what_it_returns_is_handed_over(qtbot: QtBot) -> None:
    log: list[str] = []
    done: list[str] = []
    work: Slices[str] = Slices(done.append)
    work.run(steps(log, "a", 3), short=True)
    assert log == ["a"]
    qtbot.waitUntil(lambda: done == ["a"])
    assert not work.busy


def test_new_work_takes_the_place_of_what_is_under_way(qtbot: QtBot) -> None:
    log: list[str] = []
    done: list[str] = []
    work: Slices[str] = Slices(done.append)
    work.run(steps(log, "old", 9), short=True)
    work.run(steps(log, "new", 2), short=False)
    qtbot.waitUntil(lambda: done == ["new"])
    assert log.count("old") == 1


def test_work_that_is_stopped_hands_over_nothing(qtbot: QtBot) -> None:
    log: list[str] = []
    work: Slices[str] = Slices(lambda _: pytest.fail("it was stopped"))
    work.run(steps(log, "a", 5), short=True)
    work.stop()
    qtbot.wait(20)
    assert log == ["a"]
    assert not work.busy


def test_several_who_work_take_turns_with_the_events(qtbot: QtBot) -> None:
    log: list[str] = []
    events = QTimer(interval=0)
    events.timeout.connect(lambda: log.append("events"))
    events.start()
    all_work: list[Slices[str]] = [Slices(lambda _: None) for _ in range(4)]
    for number, work in enumerate(all_work):
        work.run(steps(log, str(number), 5), short=False)
    qtbot.waitUntil(lambda: not any(work.busy for work in all_work))
    events.stop()
    worked = "".join("e" if each == "events" else "w" for each in log)
    assert worked.count("w") == 20
    assert "ww" not in worked
    assert {"0", "1", "2", "3"} <= {each for each in log[: len(log) // 2] if each != "events"}, "and all in turn"
