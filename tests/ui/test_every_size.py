"""Every page with text of the usual size and larger, on a small laptop, and in the colours of high contrast."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.ui.frame import Frame
from sharedprog.ui.pages import groups
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from tests.ui import audit
from tests.windows import complete, make_desk, show_file

KEYS = [*(place.key for group in groups() for place in group.places), "pack"]
LAPTOP = (1280, 720)


@pytest.fixture(params=[1.0, 1.5, 2.0], ids=["100 %", "150 %", "200 %"])
def small_window(request: pytest.FixtureRequest, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Window]:
    larger = Theme(qapp, Scheme.LIGHT, text_scale=request.param)
    desk = make_desk(larger, tmp_path / "person")
    made = Window(desk)
    yield made
    if made.frame is not None:
        made.frame.leave()
        made.frame = None
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.close()
    larger.deleteLater()
    theme.choose(Scheme.LIGHT)


def settled(look: Callable[[QWidget], list[str]], page: QWidget) -> bool:
    return look(page) == []


def walk(frame: Frame, qtbot: QtBot, look: Callable[[QWidget], list[str]]) -> dict[str, list[str]]:
    """What is wrong on each page once it has come to rest."""
    wrong = {}
    for key in KEYS:
        page = frame.go(key)
        complete(page)
        QApplication.processEvents()
        try:
            qtbot.waitUntil(partial(settled, look, page), timeout=600)
        except qtbot.TimeoutError:
            wrong[key] = look(page)
    return wrong


@pytest.mark.parametrize("file", ["sample", "small"])
def test_nothing_is_cut_on_a_small_laptop(
    small_window: Window, request: pytest.FixtureRequest, file: str, qtbot: QtBot
) -> None:
    frame = show_file(qtbot, small_window, request.getfixturevalue(file))
    small_window.resize(*LAPTOP)
    assert walk(frame, qtbot, lambda page: audit.clipped(page) + audit.starved(page)) == {}
    assert (small_window.width(), small_window.height()) == LAPTOP, "no page makes the window larger than the screen"
    assert audit.clipped(small_window) == []


def covered(frame: Frame) -> list[str]:
    """Lists whose line for another row lies under a toast."""
    toast = frame.toasts.geometry()
    return [
        page.register.title
        for page in frame.findChildren(TablePage)
        if page.new_line.isVisible() and toast.intersects(on_frame(page.new_line, frame))
    ]


def on_frame(widget: QWidget, frame: Frame) -> QRect:
    return QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())


def sideways(page: QWidget) -> list[str]:
    """Lists that have columns out of sight; the plan has a chart in their place."""
    lists = [page] if isinstance(page, TablePage) and not isinstance(page, PlanPage) else []
    return [each.register.title for each in lists if each.table.horizontalScrollBar().isVisible()]


def test_a_toast_hides_nothing_that_is_worked_on(small_window: Window, small: Path, qtbot: QtBot) -> None:
    frame = show_file(qtbot, small_window, small)
    small_window.resize(*LAPTOP)
    frame.go("risks")
    frame.tell("Risk R-012 edited.", undo=True)
    qtbot.waitUntil(lambda: frame.toasts.isVisible() and not covered(frame))


@pytest.mark.parametrize("small_window", [1.0], indirect=True, ids=["100 %"])
def test_every_column_is_in_sight_on_a_small_laptop(small_window: Window, sample: Path, qtbot: QtBot) -> None:
    frame = show_file(qtbot, small_window, sample)
    small_window.resize(*LAPTOP)
    assert walk(frame, qtbot, sideways) == {}
