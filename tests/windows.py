"""The whole window on a real file, for tests: a desk of its own, opening, and answering dialogs."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.aside import Aside
from sharedprog.ui.background import Background
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.desk import Desk
from sharedprog.ui.frame import Frame
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.form import Form
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from sharedprog.ui.theme import Theme
from sharedprog.ui.window import Window
from sharedprog.usecases.sample import build_sample
from tests.builders import Clock

SAMPLE_DAY = date(2026, 11, 30)
"""The day the sample is built for: that of the tests' clock."""
LONG = 30_000
"""Milliseconds that the slowest thing may take on a busy computer."""
LOOK, MOST_LOOKS = 10, 500
D = TypeVar("D", bound=QDialog)


def make_desk(theme: Theme, folder: Path, background: Background | None = None) -> Desk:
    """Settings, backups and all in a folder of the test; the name has been asked for, the tour was seen."""
    preferences = Preferences(folder / "config")
    preferences.give_name("Programme Manager")
    preferences.see_tour()
    bridge = Bridge()
    worker = background or Background(bridge)
    return Desk(bridge, Aside(bridge), worker, theme, preferences, folder / "data", Clock())


def built_sample(factory: pytest.TempPathFactory) -> Path:
    """The sample, built once for all the processes that run tests."""
    place = factory.getbasetemp().parent / "sample" / "One Service Programme.sharedprog"
    if not place.exists():
        part = factory.mktemp("part") / place.name
        build_sample(part, SAMPLE_DAY)
        place.parent.mkdir(exist_ok=True)
        part.replace(place)
    return place


def show_file(qtbot: QtBot, window: Window, path: Path) -> Frame:
    """Open a file in a window, and wait until a person could work; its frame."""
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.open_file(path)
        window.show()
    activate(qtbot, window)
    return frame_of(window)


def activate(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def frame_of(window: Window) -> Frame:
    assert window.frame is not None
    return window.frame


def session_of(window: Window) -> Session:
    return frame_of(window).session


def list_of(window: Window, key: str) -> TablePage:
    """The page of a register, with the cursor in its table."""
    page = window.go(key)
    assert isinstance(page, TablePage)
    complete(page)
    return page


def complete(page: QWidget) -> None:
    """Have the form of a page whole now, where a person would wait a moment."""
    for form in page.findChildren(Form):
        form.complete()


def wait_saved(qtbot: QtBot, window: Window) -> None:
    """Wait until everything is written."""
    qtbot.waitUntil(lambda: not session_of(window).document.saving.waiting, timeout=LONG)


def words_on(widget: QWidget) -> list[str]:
    """The words of every label that can be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def count_beside(frame: Frame, title: str) -> str:
    """What the side list says of a page, as a screen reader would: `Risks, 4 red`."""
    model = frame.side.model()
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or "") for row in range(model.rowCount())]
    return next(each for each in said if each.split(",")[0] == title)


def list_in_menu(window: Window, menu: str, name: str) -> list[QAction]:
    """What a list in a menu offers once it is opened."""
    (opened,) = (each for each in window.commands.menus if each.title().replace("&", "") == menu)
    (listed,) = (action.menu() for action in opened.actions() if action.text() == name)
    assert isinstance(listed, QMenu)
    listed.aboutToShow.emit()
    return listed.actions()


def buttons_of(parent: QWidget) -> dict[str, QPushButton]:
    """The buttons that can be seen, by their words."""
    seen = [each for each in parent.findChildren(QPushButton) if each.isVisible()]
    return {each.text().replace("&&", "&"): each for each in seen}


def offered(page: QWidget, words: str) -> QAction:
    """What a page offers under these words."""
    (found,) = (action for action in page.actions() if action.text() == words)
    return found


def press_button(parent: QWidget, words: str) -> None:
    """Press the button with these words, once it is there to be seen; it must be enabled."""
    QApplication.processEvents()  # what was only now laid out is shown by an event
    for _ in range(MOST_LOOKS):
        if words in buttons_of(parent):
            break
        QTest.qWait(LOOK)
    button = buttons_of(parent)[words]
    assert button.isEnabled(), words
    button.click()


def answering(kind: type[D], act: Callable[[D], object]) -> None:
    """When a dialog of this kind opens, do this in it; it is closed afterwards, whatever happens."""
    looked = [0]

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isActiveWindow():
            looked[0] += 1
            if isinstance(dialog, QDialog) and looked[0] > MOST_LOOKS:
                dialog.reject()
                raise AssertionError(f"not an active {kind.__name__}: {dialog.windowTitle()}")
            QTimer.singleShot(LOOK, look)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
