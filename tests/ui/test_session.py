"""Reading from the file in turn with what is written."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.session import Session
from sharedprog.usecases.document import Document
from sharedprog.usecases.writer import ThreadWriter
from tests.builders import Clock, programme_file


@pytest.fixture
def session(tmp_path: Path, bridge: Bridge) -> Session:
    document = programme_file(tmp_path)
    document.close()
    return Session(Document.open(document.path, clock=Clock(), writer=ThreadWriter(bridge.post)))


def test_what_is_read_holds_what_was_done_before(session: Session, qtbot: QtBot) -> None:
    found: list[str] = []
    session.document.add(RISKS, title="Payroll")
    session.read(lambda: session.document.file.journal()[-1].title, found.append, found.append)
    assert found == [], "the window goes on meanwhile"
    qtbot.waitUntil(lambda: found == ["Add risk R-001"])
    session.close()


def test_known_trouble_is_told(session: Session, qtbot: QtBot) -> None:
    told: list[str] = []

    def fails() -> str:
        raise Trouble("The disk is gone.")

    session.read(fails, _never, told.append)
    qtbot.waitUntil(lambda: told == ["The disk is gone."])
    session.close()


def test_of_a_programme_that_was_closed_nothing_is_heard(session: Session) -> None:
    ran: list[bool] = []
    session.read(lambda: ran.append(True), _never, _never)
    session.close()
    assert ran == [True]
    session.read(lambda: ran.append(True), _never, _never)
    QCoreApplication.processEvents()
    assert ran == [True]


def test_a_programme_that_is_left_open_overnight_shows_the_new_day(session: Session, qtbot: QtBot) -> None:
    today = session.view.as_at
    clock = session.document.clock
    assert isinstance(clock, Clock)
    clock.now += timedelta(days=1)
    (timer,) = session.findChildren(QTimer)
    with qtbot.waitSignal(session.changed):
        timer.start(0)
    assert session.view.as_at == today + timedelta(days=1)
    session.close()


def _never(_: object) -> None:
    raise AssertionError("nobody is there to hear it")
