"""Work beside the window: its result, its trouble and its faults arrive in the window's thread."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from sharedprog.domain.trouble import Trouble
from sharedprog.ui.aside import Aside
from sharedprog.ui.bridge import Bridge


def test_the_work_runs_in_another_thread_and_its_result_arrives_in_this_one(bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[tuple[bool, bool]] = []
    here = threading.get_ident()
    aside = Aside(bridge)
    aside.run(
        lambda: threading.get_ident() == here,
        lambda same: heard.append((same, threading.get_ident() == here)),
        pytest.fail,
    )
    qtbot.waitUntil(lambda: heard == [(False, True)])


def raiser(error: Exception) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


def forbidden(result: object) -> None:
    pytest.fail(f"there was a result: {result}")


def test_known_trouble_is_told(bridge: Bridge, qtbot: QtBot) -> None:
    told: list[str] = []
    Aside(bridge).run(raiser(Trouble("The disk is full.")), forbidden, told.append)
    qtbot.waitUntil(lambda: told == ["The disk is full."])


def test_a_fault_is_raised_in_the_windows_thread(bridge: Bridge, qtbot: QtBot) -> None:
    aside = Aside(bridge)
    with capture_exceptions() as raised:
        aside.run(raiser(KeyError("x")), forbidden, pytest.fail)
        aside.wait()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is KeyError


def test_waiting_returns_when_all_of_it_is_done(bridge: Bridge) -> None:
    done: list[int] = []
    aside = Aside(bridge)
    for number in range(3):
        aside.run(partial(done.append, number), lambda _: None, pytest.fail)
    aside.wait()
    assert sorted(done) == [0, 1, 2]
