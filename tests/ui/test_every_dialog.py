"""What must be true of every dialog: named, plain text, whole on a small screen, and worked by keys alone."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

import sharedprog.ui
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.theme import Scheme
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.ui.dialogs import MAKERS
from tests.windows import session_of, show_file


@pytest.fixture
def dialog(request: pytest.FixtureRequest, window: Window, sample: Path, qtbot: QtBot) -> QDialog:
    show_file(qtbot, window, sample)
    made = MAKERS[request.param](session_of(window), window.desk)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


every = pytest.mark.parametrize("dialog", MAKERS, indirect=True, ids=lambda kind: kind.__name__)


def test_every_dialog_there_is_is_looked_at() -> None:
    for module in pkgutil.walk_packages(sharedprog.ui.__path__, "sharedprog.ui."):
        importlib.import_module(module.name)
    ours = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("sharedprog.")}
    assert ours == set(MAKERS)


@every
def test_it_is_named_plain_and_whole(dialog: QDialog, qtbot: QtBot) -> None:
    assert dialog.accessibleName() or dialog.windowTitle()
    assert audit.rich(dialog) == []
    assert audit.nameless(dialog) == []
    assert audit.unnamed_parts(dialog) == []
    qtbot.waitUntil(lambda: not audit.cut(dialog) and not audit.clipped(dialog))


def test_what_is_changed_after_it_was_left_finds_nothing_of_it(window: Window, sample: Path, qtbot: QtBot) -> None:
    show_file(qtbot, window, sample)
    session = session_of(window)
    for make in MAKERS.values():
        left = make(session, window.desk)
        left.show()
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with capture_exceptions() as raised:
        for register in (RISKS, TASKS, BOARD_MEETINGS):
            session.document.add(register)
        window.desk.preferences.see_tour()
        window.desk.preferences.choose_scheme(Scheme.LIGHT)
    assert raised == []


@every
def test_it_is_worked_by_keys_alone(dialog: QDialog) -> None:
    assert audit.unreachable(dialog) == []
    start = QApplication.focusWidget()
    assert start is not None, "the cursor is in it from the beginning"
    assert dialog.isAncestorOf(start)
    seen = []
    for _ in range(60):
        keys.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert start in seen, "Tab comes round again"
    buttons = {each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()}
    assert buttons <= set(seen), "every button is come to"
    keys.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
