"""What must be true of every dialog: named, plain text, whole on a small screen, and worked by keys alone."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

import sharedprog.ui
from sharedprog.domain.registers.issues import ISSUES
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


def test_a_dialog_that_is_gone_hears_of_no_change(window: Window, sample: Path, qtbot: QtBot) -> None:
    session = show_file(qtbot, window, sample).session
    for make in MAKERS.values():
        make(session, window.desk).deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    session.document.add(ISSUES, title="The van is late")  # a fault in what hears it would fail the test
