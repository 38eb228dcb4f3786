"""A desk, a window on it, and files to open, for the tests of screens and for journeys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.ui.desk import Desk
from sharedprog.ui.frame import Frame
from sharedprog.ui.theme import Theme
from sharedprog.ui.window import Window
from tests.builders import programme_path
from tests.warm import WarmWorkers
from tests.windows import built_sample, make_desk, show_file


@pytest.fixture(scope="session")
def workers(qapp: QApplication) -> Iterator[WarmWorkers]:
    made = WarmWorkers()
    yield made
    made.end()


@pytest.fixture
def desk(theme: Theme, workers: WarmWorkers, tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(theme, tmp_path / "person", workers.take())
    yield made
    made.close()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[Window]:
    made = Window(desk)
    made.resize(1440, 900)
    yield made
    if made.frame is not None:
        made.frame.leave()
        made.frame = None
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A programme of two councils with nothing in it yet."""
    return programme_path(tmp_path)


@pytest.fixture
def frame(window: Window, small: Path, qtbot: QtBot) -> Frame:
    """The small programme, open in the window."""
    return show_file(qtbot, window, small)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_sample(tmp_path_factory)


@pytest.fixture
def sample(built: Path, tmp_path: Path) -> Path:
    """The sample programme, in a file of the test's own."""
    return Path(shutil.copy(built, tmp_path))
