"""The window comes back as it was left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from sharedprog.ui import fonts
from sharedprog.ui.desk import Desk
from sharedprog.ui.window import FIRST_PAGE, Window
from sharedprog.ui.window_state import HEIGHT
from tests.windows import frame_of, list_of, show_file


@pytest.fixture
def kept(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def opened(qtbot: QtBot, desk: Desk, kept: QSettings, path: Path) -> Window:
    window = Window(desk, kept)
    qtbot.addWidget(window)
    show_file(qtbot, window, path)
    return window


def test_a_programme_opens_on_the_page_that_it_was_left_on(
    qtbot: QtBot, desk: Desk, kept: QSettings, small: Path
) -> None:
    first = opened(qtbot, desk, kept, small)
    assert frame_of(first).pages.key == FIRST_PAGE
    first.go("risks")
    first.go("pack")
    first.close()
    again = opened(qtbot, desk, kept, small)
    assert frame_of(again).pages.key == "risks"
    again.close()


def test_a_page_that_there_is_no_more_is_not_gone_to(qtbot: QtBot, desk: Desk, kept: QSettings, small: Path) -> None:
    first = opened(qtbot, desk, kept, small)
    kept.setValue(f"page/{frame_of(first).session.document.file.uuid}", "no such page")
    first.close()
    again = opened(qtbot, desk, kept, small)
    assert frame_of(again).pages.key == FIRST_PAGE
    again.close()


@pytest.mark.parametrize("key", ["risks", "tasks"])
def test_a_page_is_split_as_it_was(qtbot: QtBot, desk: Desk, kept: QSettings, small: Path, key: str) -> None:
    first = opened(qtbot, desk, kept, small)
    first.resize(1440, 900)
    splitter = list_of(first, key).findChildren(QSplitter)[0]
    splitter.moveSplitter(splitter.width() - 500, 1)
    QApplication.processEvents()
    wanted = splitter.sizes()
    first.close()
    again = opened(qtbot, desk, kept, small)
    again.resize(1440, 900)
    split = list_of(again, key).findChildren(QSplitter)[0]
    qtbot.waitUntil(lambda: abs(split.sizes()[1] - wanted[1]) <= 2)
    again.close()


def test_a_window_comes_back_to_its_place_and_a_spoilt_one_to_the_usual(
    qtbot: QtBot, desk: Desk, kept: QSettings
) -> None:
    made = []
    for geometry in (QRect(40, 60, 820, 520), None, None):
        window = Window(desk, kept)
        qtbot.addWidget(window)
        if geometry is not None:
            window.setGeometry(geometry)
        made.append((window.y(), window.height()))
        window.close()
        if len(made) > 1:
            kept.setValue("geometry", QByteArray(b"nonsense"))
    assert made[:2] == [(60, 520), (60, 520)]
    assert made[2][1] == fonts.scaled(HEIGHT)


def test_a_window_from_a_screen_that_was_taken_away_comes_back_to_one_that_is_there(
    qtbot: QtBot, desk: Desk, kept: QSettings
) -> None:
    far = Window(desk, kept)
    qtbot.addWidget(far)
    far.begin_with_welcome()
    far.show()
    far.move(9_000, 9_000)
    far.close()
    again = Window(desk, kept)
    qtbot.addWidget(again)
    again.begin_with_welcome()
    again.show()
    screens = [screen.availableGeometry() for screen in QApplication.screens()]
    assert any(screen.intersects(again.geometry()) for screen in screens)
    again.close()
