"""The application: builds every part and joins them."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from sharedprog.ui.crash import CrashReports
from sharedprog.ui.desk import Desk
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.theme import Theme
from sharedprog.ui.tidying import Tidying
from sharedprog.ui.window import Window
from sharedprog.usecases.collecting import collect_seldom
from sharedprog.usecases.document import Clock, system_clock
from sharedprog.usecases.settings import config_folder, data_folder

GIVE_WAY = 0.0005
"""Seconds after which a thread that reckons gives way to the window's, which would notice Python's own 0.005."""


def main(arguments: list[str]) -> int:
    """Open the window on a file, the sample, the last programme or the welcome page; the exit code."""
    asked = _parser().parse_args(arguments)
    collect_seldom()
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([sys.argv[0]])
    window = build(application, clock_of(asked.today))
    reports = CrashReports(window, window.desk.data / "crash")
    begin(window, asked.file, sample=asked.sample)
    code = application.exec()
    reports.stop()
    window.desk.close()
    return code


def build(application: QApplication, clock: Clock = system_clock) -> Window:
    """The window with everything it needs, not yet shown; close its desk before the application ends."""
    application.setApplicationName("sharedprog")
    preferences = Preferences()
    theme = Theme(application, preferences.scheme)
    desk = Desk.ready(theme, preferences, data_folder(), clock)
    geometry = QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)
    sys.setswitchinterval(GIVE_WAY)
    window = Window(desk, geometry)
    Tidying(window)
    return window


def begin(window: Window, file: Path | None = None, *, sample: bool = False) -> None:
    """Show the window and what it begins with. ``Window.ready`` is sent once the person can work."""
    recent = [Path(each) for each in window.desk.preferences.settings.recent]
    if file is not None:
        window.open_file(file)
    elif sample:
        window.files.sample()
    elif recent:
        window.open_file(recent[0])
    else:
        window.begin_with_welcome()
    window.show()


def clock_of(day: date | None) -> Clock:
    """The time of now on the day the person asked for."""
    if day is None:
        return system_clock
    ahead = day - date.today()  # noqa: DTZ011 - the day by the clock on the wall
    return lambda: system_clock() + ahead


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sharedprog", description="Opens the window.")
    parser.add_argument("file", nargs="?", type=Path, help="a programme file, ending in .sharedprog")
    parser.add_argument("--sample", action="store_true", help="open the sample programme")
    parser.add_argument("--today", type=date.fromisoformat, help="the day to go by instead of today, as 2026-12-03")
    return parser
