"""Finding on the large programme: searching everything, and filtering a list, key by key.

``python -m tests.benchmarks.finding FILE`` prints, for each, the median and the slowest twentieth of the keystrokes,
from the letter that is typed until all that it changes is painted, and how long the index takes to be made.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from sharedprog.domain.matching import Query
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.search import index_of, indexed, search
from sharedprog.ui.desk import Desk
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.ui.window import Window
from sharedprog.usecases.collecting import collect_seldom
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from tests.benchmarks.generate import generate

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TYPED = (
    "payroll rules",
    "review payroll of hr",
    "r-1234",
    "t12",
    "head of ict",
    "of the",
    "agree contracts of audit 835",
    "make the pack",
    "xyzzy",
    "a",
    "1",
)
"""What is typed, letter by letter, and taken out again."""
SIZE = (1440, 900)
QUIET, BUSY = 1.0, 0.002
"""Seconds without work that took so many of the processor: what was begun is over."""
Taken = tuple[float, float]


def keystrokes() -> Iterable[str]:
    """What stands in a field after each key."""
    for text in TYPED:
        yield from (text[:length] for length in range(1, len(text) + 1))
        yield ""


def taken(act: Callable[[], object]) -> Taken:
    """Seconds that something takes, by the clock and of the processor."""
    begin, worked = time.perf_counter(), time.thread_time()
    act()
    return time.perf_counter() - begin, time.thread_time() - worked


def painted(act: Callable[[], object]) -> Taken:
    """The same, from what a person does until it is on the screen."""

    def whole() -> None:
        act()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()

    return taken(whole)


def row(what: str, times: list[Taken]) -> None:
    """One line of the table."""
    print(f"  {what:28}", end="")
    for name, seconds in zip(("by the clock", "of work"), zip(*times, strict=True), strict=True):
        p95 = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
        print(f"{name}: median {median(seconds) * 1000:6.1f}  p95 {p95 * 1000:6.1f}", end="   ")
    print("ms", flush=True)


def in_domain(document: Document) -> None:
    """The index and the search by themselves."""
    row("index made", [taken(lambda: indexed(document.programme))])
    index = indexed(document.programme)
    print(f"  {sum(len(shelf.entries) for shelf in index.shelves.values()):,} rows in the index")
    work = index_of(document.programme)
    row("index, a step of it", [taken(lambda: next(work)) for _ in range(300)])
    (task, *_) = document.rows(TASKS)
    again = []
    for number in range(20):
        change(document, TASKS, task.id, "title", f"Task {number}")
        again.append(taken(lambda: indexed(document.programme, index)))
    row("index, after an edit", again)
    row("search, found", [taken(partial(search, index, Query(text))) for text in keystrokes()])


def on_screen(window: Window) -> None:
    """The search and the filters as people see them."""
    frame = window.frame
    assert frame is not None
    frame.go("risks")
    frame.top.focus_search()
    while not frame.searching.finder.ready:
        QApplication.processEvents()
    settle(frame)
    row("search, painted", [painted(partial(frame.top.search.setText, text)) for text in keystrokes()])
    frame.searching.leave()
    for register in (TASKS, RISKS):
        page = frame.go(register.key)
        assert isinstance(page, TablePage)
        page.chips.choose("")
        filtered(page, f"filter, {len(page.model.ids):,} {register.title.lower()}")


def filtered(page: TablePage, what: str) -> None:
    """A filter typed: the first time, when every row is read, and from then on."""
    page.focus_filter()
    settle(page)
    times = [painted(partial(page.filter.setText, text)) for text in keystrokes()]
    row(f"{what}, first", times[:1])
    row(what, times[1:])


def settle(page: QWidget) -> None:
    """Let what was begun before be over: nothing is done beside the work for a while."""
    end = time.perf_counter() + QUIET
    while time.perf_counter() < end:
        if taken(QApplication.processEvents)[1] > BUSY:
            end = time.perf_counter() + QUIET
    page.repaint()


def main(file: Path | None) -> None:
    """Make the programme where none is given, and print the table."""
    collect_seldom()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application, Scheme.LIGHT, text_scale=1.0)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        path = folder / "large.sharedprog"
        if file is None:
            generate(path, edits=2_000)
        else:
            path.write_bytes(file.read_bytes())
        document = Document.open(path, clock=lambda: NOW)
        in_domain(document)
        document.close()
        preferences = Preferences(folder / "config")
        preferences.give_name("Programme Manager")
        desk = Desk.ready(theme, preferences, folder / "data", lambda: NOW)
        window = Window(desk)
        window.resize(*SIZE)
        window.open_file(path)
        window.show()
        while window.frame is None:
            application.processEvents()
        on_screen(window)
        window.close()
        desk.close()
    theme.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
