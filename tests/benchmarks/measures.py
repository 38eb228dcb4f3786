"""One measure a function. Each runs in a process of its own and prints its figures as JSON."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from sharedprog.domain.view import View

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EDITS = 30

Figures = dict[str, float]


def main(name: str, file: Path, began: float) -> None:
    """Run a measure and print its figures; ``began`` is when the process was asked for, by the wall clock."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = MEASURES[name](file, began)
    figures["peak"] = _peak()
    print(json.dumps(figures))


def _peak() -> float:
    """The most memory of this process, in megabytes; ``getrusage`` would count what its parent held when it began."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def window(file: Path, began: float) -> Figures:
    """From the command to a window that can be worked in; the first page is the dashboard."""
    from PySide6.QtWidgets import QApplication

    from sharedprog import app

    application = QApplication(sys.argv[:1])
    shown = app.build(application, lambda: NOW)
    took: list[float] = []

    def ready() -> None:
        took.append(time.time() - began)
        application.quit()

    shown.ready.connect(ready)
    app.begin(shown, file)
    application.exec()
    shown.desk.close()
    return {"window": took[0]}


def opened(file: Path, began: float) -> Figures:
    """Opening the file and reading its picture."""
    from sharedprog.usecases.document import Document

    start = time.perf_counter()
    document = Document.open(file, clock=lambda: NOW)
    took = time.perf_counter() - start
    document.close()
    return {"open": took}


def edited(file: Path, began: float) -> Figures:
    """From a value given to a page of the screen painted anew, on the plan and on the risks; medians."""
    from PySide6.QtWidgets import QApplication

    from sharedprog.domain.registers.risks import RISKS
    from sharedprog.domain.registers.tasks import TASKS
    from sharedprog.ui.bridge import Bridge
    from sharedprog.ui.registers.table_page import TablePage
    from sharedprog.ui.session import Session
    from sharedprog.ui.theme import Theme
    from sharedprog.usecases.document import Document
    from sharedprog.usecases.editing import change
    from sharedprog.usecases.writer import ThreadWriter

    application = QApplication(sys.argv[:1])
    Theme(application)
    document = Document.open(file, clock=lambda: NOW, writer=ThreadWriter(Bridge(application).post))
    session = Session(document)
    figures: Figures = {}
    for register, field in ((TASKS, "duration"), (TASKS, "title"), (RISKS, "impact")):
        page = TablePage(session, register)
        page.resize(1228, 800)
        page.show()
        leaves = [row for row in page.model.ids if register != TASKS or _can_move(session.view, row)]
        page.go_to(leaves[0])
        for _ in range(100):
            application.processEvents()
        times = []
        for number in range(EDITS):
            value: str | int = {"duration": 480 * (number % 9 + 2), "impact": number % 5 + 1}.get(
                field, f"Task {number}"
            )
            start = time.perf_counter()
            change(document, register, leaves[number % 12], field, value)
            page.table.viewport().repaint()
            times.append(time.perf_counter() - start)
            for _ in range(20):
                application.processEvents()
        figures[f"edit {register.singular} {field}"] = median(times)
        page.close()
        page.deleteLater()
        application.processEvents()
    session.close()
    return figures


def _can_move(view: View, task: str) -> bool:
    """Whether a task has a length that people may still change."""
    row = view.outline[task]
    return not (row.summary or row.task.milestone or row.task.percent_complete)


def entered(file: Path, began: float) -> Figures:
    """From the Enter key in the whole window until the table is painted anew."""
    from tests.benchmarks.typing_in import typed

    return typed(file, NOW)


def remembered(file: Path, began: float) -> Figures:
    """Opening the history of the programme and of a row in the whole window."""
    from tests.benchmarks.history import read

    return read(file, NOW)


def switched(file: Path, began: float) -> Figures:
    """From a key of a page to that page painted, once each was seen before; the dashboard's first filling as well."""
    from tests.benchmarks.switching import switched_to

    return switched_to(file, NOW)


def visited(file: Path, began: float) -> Figures:
    """For how long the window is deaf: at every first visit, and at a change of many rows."""
    from tests.benchmarks import visiting

    return visiting.visited(file, NOW)


def packed(file: Path, began: float) -> Figures:
    """Ordering and printing the whole pack of the next board, libraries loaded as in a warm worker."""
    from sharedprog.usecases import board_pack
    from sharedprog.usecases.document import Document

    document = Document.open(file, clock=lambda: NOW)
    board = board_pack.board_named(document, "next")
    start = time.perf_counter()
    order = board_pack.order(document, board)
    ordered = time.perf_counter()
    made = board_pack.print_pack(order)
    cold = time.perf_counter()
    figures = {"order": ordered - start, "pack, cold": cold - ordered, "pages": float(made.pages)}
    if made.pages < 500:
        board_pack.print_pack(order)
        figures["pack, warm"] = time.perf_counter() - cold
    document.close()
    return figures


def imported(file: Path, began: float) -> Figures:
    """Five hundred risks from a CSV into a new programme: planned, then carried out."""
    import tempfile

    from sharedprog.usecases.importing import carry_out, plan_import
    from sharedprog.usecases.programmes import Start, create

    with tempfile.TemporaryDirectory() as folder:
        document = create(Path(folder) / "new.sharedprog", Start(name="New", partners=("Amber", "Brook")))
        source = Path(folder) / "risks.csv"
        lines = [f"Risk {n},Because {n},{n % 5 + 1},{n % 5 + 1},Owner {n % 20},03/12/2026" for n in range(500)]
        source.write_text("\n".join(["Risk,Cause,Likelihood,Impact,Owner,Next review", *lines]), encoding="utf-8")
        start = time.perf_counter()
        carry_out(document, plan_import(document, source, "risks"))
        took = time.perf_counter() - start
        document.close()
    return {"import 500 rows": took}


MEASURES: dict[str, Callable[[Path, float], Figures]] = {
    "window": window,
    "open": opened,
    "edit": edited,
    "enter": entered,
    "history": remembered,
    "switch": switched,
    "visit": visited,
    "pack": packed,
    "import": imported,
}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]))
