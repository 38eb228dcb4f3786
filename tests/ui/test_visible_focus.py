"""Wherever Tab comes to, one can see that one is there: in light, dark and high contrast."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.screens.manual import Manual
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from tests.ui import keys
from tests.windows import complete, show_file

EDGE = 3


def seen(widget: QWidget) -> QImage:
    """The widget as it is drawn now, and a little around it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-EDGE, -EDGE, EDGE, EDGE)
    return window.grab(place.intersected(window.rect())).toImage()


def unseen(window: QWidget, most: int = 150) -> list[str]:
    """Where Tab comes to without a sign of it; the round ends where it began."""
    missing = []
    start = QApplication.focusWidget()
    for _ in range(most):
        at = QApplication.focusWidget()
        assert at is not None
        QApplication.processEvents()
        with_focus = seen(at)
        keys.press(Qt.Key.Key_Tab)
        QApplication.processEvents()
        if at.isVisible() and seen(at) == with_focus:
            missing.append(f"{type(at).__name__} {at.accessibleName()}")
        if QApplication.focusWidget() is start:
            break
    return missing


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_focus_can_be_seen_on_every_part_of_a_page(
    window: Window, sample: Path, theme: Theme, scheme: Scheme, qtbot: QtBot
) -> None:
    theme.choose(scheme)
    frame = show_file(qtbot, window, sample)
    for key in ("tasks", "risks", "health", "programme", "board_meetings", "pack"):
        complete(frame.go(key))
        assert unseen(window) == [], key


def test_focus_can_be_seen_in_the_manual(theme: Theme, qtbot: QtBot) -> None:
    manual = Manual()
    qtbot.addWidget(manual)
    manual.show()
    manual.activateWindow()
    qtbot.waitUntil(manual.isActiveWindow)
    manual.text.setFocus()
    assert unseen(manual, 10) == []
