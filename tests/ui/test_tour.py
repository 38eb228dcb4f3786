"""The tour: five notes for a newcomer, shown once, that point at the right thing and hold nobody up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.desk import Desk
from sharedprog.ui.frame import Frame
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.theme import Theme
from sharedprog.ui.tour import NOTES, Tour, beside
from sharedprog.ui.window import Window
from tests.builders import Clock
from tests.ui import audit, keys
from tests.windows import press_button, show_file, words_on


def shown(window: Window) -> Tour:
    tour = window.help.tour
    assert tour is not None
    assert tour.isVisible()
    return tour


@pytest.fixture
def tour(window: Window, frame: Frame) -> Tour:
    window.commands["tour"].trigger()
    return shown(window)


def test_a_newcomer_is_shown_round_once(theme: Theme, tmp_path: Path, small: Path, qtbot: QtBot) -> None:
    preferences = Preferences(tmp_path / "config")
    desk = Desk.ready(theme, preferences, tmp_path / "data", Clock())
    window = Window(desk)
    show_file(qtbot, window, small)
    qtbot.waitUntil(lambda: window.help.tour is not None)
    keys.press(Qt.Key.Key_Escape)
    assert window.help.tour is None
    assert Preferences(tmp_path / "config").settings.toured
    window.help.greet()
    assert window.help.tour is None
    window.close()
    desk.close()
    window.deleteLater()


def test_five_notes_by_keyboard_alone(window: Window, frame: Frame) -> None:
    frame.go("issues")
    window.commands["tour"].trigger()
    seen = []
    for _ in NOTES:
        seen.append(window.help.tour.accessibleName() if window.help.tour is not None else "")
        assert isinstance(QApplication.focusWidget(), QWidget)
        keys.press(Qt.Key.Key_Space)
    assert seen == [f"Tour, {number} of 5" for number in range(1, 6)]
    assert window.help.tour is None
    assert frame.pages.key == "issues", "back to where the person was"


def test_there_is_a_way_back(tour: Tour) -> None:
    press_button(tour, "Next")
    press_button(tour, "Back")
    assert tour.number == 1
    keys.press(Qt.Key.Key_Space)
    assert tour.number == 2
    assert NOTES[1].title in words_on(tour)
    keys.press(Qt.Key.Key_Tab, keys.SHIFT)
    keys.press(Qt.Key.Key_Space)
    assert tour.number == 1


def test_it_can_be_skipped_and_shown_again(window: Window, tour: Tour) -> None:
    press_button(tour, "Skip")
    assert window.help.tour is None
    window.commands["tour"].trigger()
    assert shown(window).number == 1


def test_it_holds_nobody_up(window: Window, frame: Frame, tour: Tour) -> None:
    frame.go("issues")
    assert window.help.tour is None
    assert frame.pages.key == "issues"


def test_escape_from_anywhere_in_the_window_leaves(window: Window, frame: Frame, tour: Tour) -> None:
    frame.side.setFocus()
    keys.press(Qt.Key.Key_Escape)
    assert window.help.tour is None


def test_another_programme_takes_the_notes_away(
    window: Window, frame: Frame, tour: Tour, sample: Path, qtbot: QtBot
) -> None:
    other = show_file(qtbot, window, sample)
    window.commands["tour"].trigger()
    assert shown(window).parent() is other


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (880, 600)])
def test_each_note_is_whole_and_hides_little_of_what_it_points_at(
    window: Window, frame: Frame, tour: Tour, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    for place in range(len(NOTES)):
        tour.show_note(place)
        QApplication.processEvents()
        assert frame.rect().contains(tour.geometry())
        assert audit.cut(tour) == audit.nameless(tour) == audit.rich(tour) == []
        target = tour.pointed()
        assert target.isValid()
        hidden = target.intersected(tour.geometry())
        assert hidden.width() * hidden.height() <= target.width() * target.height() / 2


def test_a_note_stands_beside_its_target_or_over_its_foot() -> None:
    note, room = QSize(300, 100), QSize(1000, 700)
    assert beside(QRect(0, 0, 200, 700), note, room, 10).left() > 200
    assert beside(QRect(900, 0, 90, 40), note, room, 10).top() > 40
    assert beside(QRect(600, 0, 400, 700), note, room, 10).right() < 600
    over = beside(QRect(0, 0, 1000, 700), note, room, 10)
    assert QRect(0, 0, 1000, 700).contains(over)
