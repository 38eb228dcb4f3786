"""Questions that change while they are answered: the newest is answered, the others are not."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from sharedprog.ui.asking import Asking
from sharedprog.ui.background import Background
from sharedprog.ui.worker import Failure
from tests.ui import work

SECONDS = 20_000


def never(failure: Failure) -> None:
    raise failure.error


def test_only_the_newest_question_is_answered(qtbot: QtBot, background: Background) -> None:
    asking, heard, busy = Asking(background), list[int](), list[bool]()
    asking.busy.connect(busy.append)
    for number in (1, 2, 3):
        asking.ask(work.add, number, 10, done=heard.append, failed=never)
    assert asking.is_busy
    qtbot.waitUntil(lambda: bool(heard), timeout=SECONDS)
    assert heard == [13]
    assert busy == [True, False]
    assert not asking.is_busy


def test_a_failure_is_told_and_the_next_question_is_answered(qtbot: QtBot, background: Background) -> None:
    asking, heard, failures = Asking(background), list[int](), list[str]()
    asking.ask(work.fail, "No plan", done=heard.append, failed=lambda failure: failures.append(str(failure.error)))
    qtbot.waitUntil(lambda: failures == ["No plan"], timeout=SECONDS)
    asking.ask(work.add, 1, 1, done=heard.append, failed=never)
    qtbot.waitUntil(lambda: heard == [2], timeout=SECONDS)


def test_what_was_dropped_or_deleted_is_not_answered(qtbot: QtBot, background: Background) -> None:
    heard, parent = list[int](), QObject()
    dropped, deleted = Asking(background), Asking(background, parent)
    dropped.ask(work.add, 1, 1, done=heard.append, failed=never)
    deleted.ask(work.add, 2, 2, done=heard.append, failed=never)
    dropped.drop()
    parent.deleteLater()
    other = Asking(background)
    other.ask(work.add, 3, 3, done=heard.append, failed=never)
    qtbot.waitUntil(lambda: heard == [6], timeout=SECONDS)
