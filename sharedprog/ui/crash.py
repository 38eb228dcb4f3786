"""Faults of our own: a report without a word of the person's, a dialog to copy it from, and the program goes on."""

from __future__ import annotations

import platform
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.failures import InTheWorker
from sharedprog.ui.labels import Label

ROOT = Path(__file__).resolve().parents[2]
FRAME = re.compile(r'^  File "([^"\n]+)", line (\d+), in ([\w<>.]+)$', re.MULTILINE)
KEPT = 20
"""Reports that are kept; older ones are deleted."""


class CrashReports(QObject):
    """Hears of everything that nobody caught, from its making until ``stop``."""

    _happened = Signal(str)

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self.dialog: CrashDialog | None = None
        self._happened.connect(self._show)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.report
        threading.excepthook = self._in_thread
        qInstallMessageHandler(self._said)

    def stop(self) -> None:
        """Leave faults to Python and Qt again."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def report(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None = None) -> None:
        """Write a report and show it; an interruption from the keyboard ends the program as usual."""
        if isinstance(error, KeyboardInterrupt):
            self._before[0](kind, error, _trace)
            return
        report = report_of(error)
        _say("".join(traceback.format_exception(error)) if _is_watched() else f"{report}\n")
        self._happened.emit(report)

    def _in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.report(told.exc_type, told.exc_value, told.exc_traceback)

    def _said(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt's own messages go where they always go; what it calls critical is a fault."""
        _say(f"{message}\n")
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._happened.emit("\n".join([*_surroundings(), f"Qt: {kind.name} in {context.category or 'default'}"]))

    def _show(self, report: str) -> None:
        """One dialog at a time: a fault that repeats itself is written, and shown once."""
        path = self._write(report)
        if self.dialog is not None and self.dialog.isVisible():
            return
        self.dialog = CrashDialog(report, path, self._window)
        self.dialog.open()

    def _write(self, report: str) -> Path | None:
        path = self._folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(report, encoding="utf-8")
            for old in sorted(self._folder.glob("*.txt"))[:-KEPT]:
                old.unlink()
        except OSError:
            return None
        return path


class CrashDialog(QDialog):
    """Says that something went wrong and that the work is safe; the detail can be copied."""

    def __init__(self, report: str, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = "Something went wrong in sharedprog"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(fonts.scaled(560))
        self.detail = QPlainTextEdit(report)
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName("Detail")
        self.detail.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(Label(title, "card-title"))
        kept = f" It is also kept in {path}." if path is not None else ""
        words = (
            "This is a fault of the program, not of yours. What was saved is safe, and you can go on working. "
            f"The detail below holds none of your text: please copy it into a report.{kept}"
        )
        column.addWidget(Label(words, wrap=True))
        column.addWidget(self.detail, 1)
        row = QHBoxLayout()
        row.addWidget(button("Copy the detail", lambda: QGuiApplication.clipboard().setText(report)))
        row.addStretch(1)
        go_on = button("Go on working", self.accept, "primary")
        go_on.setDefault(True)
        row.addWidget(go_on)
        column.addLayout(row)


def _is_watched() -> bool:
    """Whether someone sits at a terminal: elsewhere what is said there is kept in some log of the system."""
    return sys.stderr is not None and sys.stderr.isatty()


def _say(words: str) -> None:
    """Say it on the standard error, where there is one: a program that has a window of its own need not have any."""
    if sys.stderr is not None:
        sys.stderr.write(words)


def report_of(error: BaseException) -> str:
    """Where in the program it happened, and on what; never the message, which may quote what a person typed."""
    lines = _surroundings()
    each: BaseException | None = error
    while each is not None:
        lines.append("")
        if isinstance(each, InTheWorker):
            lines.append("In the worker process:")
            lines += [_told(found[1], found[2], found[3]) for found in FRAME.finditer(str(each))]
        else:
            lines.append(f"{type(each).__module__}.{type(each).__name__}")
            lines += list(_frames(each.__traceback__))
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return "\n".join(lines)


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(trace):
        yield _told(frame.filename, str(frame.lineno), frame.name)


def _told(file: str, line: str, function: str) -> str:
    return f"  {_place(file)}, line {line}, in {function}"


def _place(file: str) -> str:
    """A file within the program or a library: of any other not even the name, for it may be the person's."""
    plain = file.replace("\\", "/")
    root = str(ROOT).replace("\\", "/") + "/"
    if plain.startswith(root):
        return plain.removeprefix(root)
    for mark in ("site-packages/", "lib/python"):
        if mark in plain:
            return mark + plain.partition(mark)[2]
    return plain if plain.startswith(("sharedprog/", "<frozen ")) else "elsewhere"


def _surroundings() -> list[str]:
    return [
        f"sharedprog, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
    ]
