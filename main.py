"""Starts sharedprog: its window, or one of its commands without a window."""

import ctypes
import os
import sys
from pathlib import Path

COMMANDS = (
    "new",
    "sample",
    "import",
    "export",
    "pack",
    "plan-page",
    "schedule",
    "slips",
    "health",
    "risk-dates",
    "log",
    "check",
)


def main(arguments: list[str]) -> int:
    """The exit code of the command or the window; 2 where no window can open."""
    if arguments and arguments[0] in COMMANDS:
        from sharedprog import cli

        return cli.main(arguments)
    if sys.platform == "linux" and (trouble := screen_trouble()):
        sys.stderr.write(trouble + "\n")
        return 2
    from sharedprog import app

    return app.main(arguments)


def screen_trouble() -> str:
    """What would keep Qt from opening a window on Linux, as a sentence; empty where nothing does.

    Qt itself ends the process, with a traceback or none, when a system library is missing.
    """
    try:
        from PySide6.QtCore import QLibraryInfo
        from PySide6.QtGui import QGuiApplication  # noqa: F401
    except ImportError as error:
        if "cannot open shared object file" not in str(error):
            raise
        return missing(str(error))
    if "QT_QPA_PLATFORM" in os.environ:
        return ""
    screens = [("WAYLAND_DISPLAY", "libqwayland.so"), ("DISPLAY", "libqxcb.so")]
    plugins = [plugin for variable, plugin in screens if os.environ.get(variable)]
    if not plugins:
        return f"There is no screen to open a window on. Without one there are: {', '.join(COMMANDS)}."
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    reason = ""
    for plugin in plugins:
        try:
            ctypes.CDLL(str(folder / plugin))
        except OSError as error:
            reason = str(error)
        else:
            return ""
    return missing(reason)


def missing(reason: str) -> str:
    """The sentence that names the one line to type."""
    line = (Path(__file__).parent / "installer" / "debian.txt").read_text().strip()
    return f"The window needs a library that this computer lacks ({reason}); on Debian and Ubuntu: {line}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
