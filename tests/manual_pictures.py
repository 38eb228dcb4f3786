"""The pictures of the manual and the README, taken from the sample: `python -m tests.screens --manual`."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from sharedprog.ui.dashboard.page import DashboardPage
from sharedprog.ui.frame import Frame
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.make_pack import MakePackPage
from sharedprog.ui.screens.schedule_health import HealthPage
from sharedprog.ui.window import Window
from tests.windows import complete

SIZE = (1280, 800)
COLOURS = 96
"""Colours kept in each picture: enough for text with soft edges, and few enough for a small file."""


def _row(frame: Frame, key: str, place: int) -> None:
    page = frame.go(key)
    complete(page)
    if isinstance(page, TablePage) and page.model.ids:
        page.table.go_to(page.model.ids[min(place, len(page.model.ids) - 1)])
        page.table.setFocus()


def _tour(frame: Frame, window: Window) -> None:
    _row(frame, "risks", 0)
    window.help.show_round()


def _checked(page: QWidget, wait: Callable[[Callable[[], bool]], None]) -> None:
    """Wait until a page that is worked out beside the window is there."""
    if isinstance(page, HealthPage):
        wait(lambda: page.health is not None)
    if isinstance(page, DashboardPage):
        wait(lambda: page.up_to_date)


def _pack(frame: Frame, wait: Callable[[Callable[[], bool]], None]) -> None:
    frame.make_pack()
    page = frame.pages.page("pack")
    assert isinstance(page, MakePackPage)
    page.preview()
    wait(lambda: page.pages.content is not None or not frame.trouble.isHidden())
    wait(lambda: page.pages.view.area.picture(0) is not None)


def take_all(window: Window, wait: Callable[[Callable[[], bool]], None], out: Path) -> list[Path]:
    """Every picture, each under the name by which the manual calls it."""
    frame = window.frame
    assert frame is not None
    window.resize(*SIZE)
    shown: dict[str, Callable[[], object]] = {
        "dashboard": lambda: _checked(frame.go("dashboard"), wait),
        "plan": lambda: _row(frame, "tasks", 12),
        "risks": lambda: _row(frame, "risks", 2),
        "poisons": lambda: _row(frame, "poisons", 0),
        "actions": lambda: _row(frame, "actions", 1),
        "boards": lambda: _row(frame, "board_meetings", 7),
        "health": lambda: _checked(frame.go("health"), wait),
        "make-the-pack": lambda: _pack(frame, wait),
        "tour": lambda: _tour(frame, window),
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
