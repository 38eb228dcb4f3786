from functools import partial
from threading import Thread, get_ident

from pytestqt.qtbot import QtBot

from sharedprog.ui.bridge import Bridge


def test_work_posted_from_another_thread_runs_in_the_window_thread_in_order(qtbot: QtBot, bridge: Bridge) -> None:
    ran: list[tuple[int, int]] = []

    def note(number: int) -> None:
        ran.append((number, get_ident()))

    def post_all() -> None:
        for number in range(100):
            bridge.post(partial(note, number))

    thread = Thread(target=post_all)
    thread.start()
    thread.join()
    assert ran == []
    qtbot.waitUntil(lambda: len(ran) == 100)
    assert ran == [(number, get_ident()) for number in range(100)]


def test_work_posted_from_the_window_thread_waits_its_turn(qtbot: QtBot, bridge: Bridge) -> None:
    ran: list[str] = []
    bridge.post(lambda: ran.append("posted"))
    ran.append("before")
    qtbot.waitUntil(lambda: len(ran) == 2)
    assert ran == ["before", "posted"]
