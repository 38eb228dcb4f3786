"""Pressing keys as a person does: Qt hands them to an open list first, then to where the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest

from sharedprog.ui.pages import groups

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
click = QTest.keyClick
"""Presses one key in a window."""


def _window() -> QWindow:
    window: QWindow | None = QGuiApplication.focusWindow()
    assert window is not None, "no window has the focus"
    return window


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
    click(_window(), key, modifier)


def write(text: str) -> None:
    """Type a text of plain letters, letter by letter."""
    for letter in text:
        click(_window(), ord(letter))


def write_over(text: str) -> None:
    """Select all, and type a text instead."""
    press(Qt.Key.Key_A, CONTROL)
    write(text)


def go_to(key: str) -> None:
    """Go to a page by Control and its figure: its place in the side list."""
    places = [place.key for group in groups() for place in group.places]
    press(Qt.Key(Qt.Key.Key_1.value + places.index(key)), CONTROL)
