"""The pictures of the manual and the README, taken from the sample: `python -m tests.screens --manual`."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sharedprog.ui.dashboard.page import DashboardPage
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.history import HistoryPage
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.screens.schedule_health import HealthPage
from sharedprog.ui.window import Window
from tests.screen_scenes import begun_import, say_what_is_feared, to_preview, wait_until
from tests.windows import complete

SIZE = (1280, 800)
COLOURS = 224
"""Colours kept in each picture: enough for soft edges and every rating, few enough for a small file."""


def _row(frame: Frame, key: str, place: int) -> None:
    page = frame.go(key)
    complete(page)
    if isinstance(page, TablePage) and page.model.ids:
        page.table.go_to(page.model.ids[min(place, len(page.model.ids) - 1)])
        page.table.setFocus()


def _tour(frame: Frame, window: Window) -> None:
    _row(frame, "risks", 0)
    window.help.show_round()


def _settled(page: QWidget) -> None:
    """Wait until a page that is worked out beside the window is there."""
    if isinstance(page, HealthPage):
        wait_until(lambda: page.health is not None)
    if isinstance(page, DashboardPage | HistoryPage):
        wait_until(lambda: page.up_to_date)


def _pack(frame: Frame) -> None:
    frame.make_pack()
    page = frame.pages.page("pack")
    assert isinstance(page, MakePackPage)
    page.preview()
    wait_until(lambda: page.pages.content is not None or not frame.trouble.isHidden())
    wait_until(lambda: page.pages.view.area.picture(0) is not None)


def _history(frame: Frame) -> None:
    page = frame.go("history")
    assert isinstance(page, HistoryPage)
    page.filters.words.setText("ledger")
    QTest.qWait(400)
    _settled(page)
    page.enter()


def _search(frame: Frame, window: Window) -> None:
    if window.help.tour is not None:
        window.help.tour.leave()
    _row(frame, "risks", 2)
    frame.top.focus_search()
    wait_until(lambda: frame.searching.finder.ready)
    frame.top.search.setText("pay")


def _import(window: Window, folder: Path, *, preview: bool) -> None:
    wizard = begun_import(window, folder)
    wizard.forward()
    wizard.forward()
    say_what_is_feared(wizard)
    if preview:
        to_preview(wizard)
    wizard.path.unlink()


def take_all(window: Window, out: Path) -> list[Path]:
    """Every picture, each under the name by which the manual calls it."""
    frame = window.frame
    assert frame is not None
    window.resize(*SIZE)
    shown: dict[str, Callable[[], object]] = {
        "dashboard": lambda: _settled(frame.go("dashboard")),
        "plan": lambda: _row(frame, "tasks", 12),
        "risks": lambda: _row(frame, "risks", 2),
        "poisons": lambda: _row(frame, "poisons", 0),
        "actions": lambda: _row(frame, "actions", 1),
        "boards": lambda: _row(frame, "board_meetings", 7),
        "health": lambda: _settled(frame.go("health")),
        "history": lambda: _history(frame),
        "import-columns": lambda: _import(window, out, preview=False),
        "import-preview": lambda: _import(window, out, preview=True),
        "make-the-pack": lambda: _pack(frame),
        "tour": lambda: _tour(frame, window),
        "search": lambda: _search(frame, window),
    }
    taken = []
    for name, show in shown.items():
        show()
        QTest.qWait(400)
        taken.append(out / f"{name}.png")
        keep(window, taken[-1])
    return taken


def keep(window: Window, path: Path) -> None:
    """Save what is on the screen, in few colours."""
    window.grab().save(str(path))
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
