"""Frames of the Gantt page at ten thousand tasks: scrolling, zooming, folding, selecting, editing.

``python -m tests.benchmarks.gantt_frames [TASKS]`` prints, for each, the median and the slowest twentieth of the
frames, from what the person does until all that it changes is painted: by the clock, and in work of the window's
thread. The plan has fifty projects of ten stages, and each task waits for one of the fifty before it.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.ui.desk import Desk
from sharedprog.ui.gantt.zoom import ZOOMS
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.session import Session
from sharedprog.ui.theme import Scheme, Theme
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import Start, create

TASK_COUNT, PROJECTS, STAGES, NEAREST, LONGEST = 10_000, 50, 10, 50, 10
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
FRAMES = 120
Frame = tuple[float, float]
SIZE = (1440, 900)


def large_plan(path: Path, size: int) -> Document:
    """A plan of so many tasks in projects and stages."""
    chance = random.Random(size)  # noqa: S311 - the same plan every time
    start = Start(name="Large", partners=("North", "South"), start=NOW.date(), day_one=NOW.date().replace(year=2028))
    document = create(path, start, who="", clock=lambda: NOW)
    draft = document.draft()
    leaves: list[str] = []
    each = max(1, size // (PROJECTS * STAGES) - 1)
    for project in range(PROJECTS):
        top = draft.add(TASKS, title=f"Project {project + 1}")
        for stage in range(STAGES):
            above = draft.add(TASKS, title=f"Stage {stage + 1}", parent=top)
            for number in range(each):
                days = chance.choice((0, *range(1, LONGEST + 1)))
                values = {"duration": days * 480, "milestone": not days, "percent_complete": 0}
                leaves.append(draft.add(TASKS, title=f"Write the policy number {number + 1}", parent=above, **values))
    for place in range(1, len(leaves)):
        before = leaves[chance.randrange(max(0, place - NEAREST), place)]
        draft.add(DEPENDENCIES, parent=leaves[place], predecessor=before)
    document.apply("Fill", draft.edits)
    return document


def frame(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds from what a person does until it is on the screen, by the clock and of the processor."""
    begin, worked = time.perf_counter(), time.thread_time()
    act()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()
    return time.perf_counter() - begin, time.thread_time() - worked


@contextmanager
def shown(size: int) -> Iterator[PlanPage]:
    """The page of a plan, on a screen that nobody sees."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme = Theme(application, Scheme.LIGHT, text_scale=1.0)
    with tempfile.TemporaryDirectory() as folder:
        session = Session(large_plan(Path(folder) / "large.sharedprog", size))
        desk = Desk.ready(theme, Preferences(Path(folder)), Path(folder), lambda: NOW)
        page = PlanPage(session, desk)
        page.resize(*SIZE)
        page.show()
        QApplication.processEvents()
        yield page
        page.close()
        session.close()
        desk.close()
    theme.deleteLater()


def scrolled(page: PlanPage) -> list[Frame]:
    """Down the plan, a few rows at a time."""
    bar = page.chart.verticalScrollBar()
    return [frame(partial(bar.setValue, number * 67)) for number in range(FRAMES)]


def jumped(page: PlanPage) -> list[Frame]:
    """To rows that were never seen before."""
    bar, chance = page.chart.verticalScrollBar(), random.Random(1)  # noqa: S311 - the same rows every time
    return [frame(lambda: bar.setValue(chance.randrange(bar.maximum()))) for _ in range(FRAMES)]


def across(page: PlanPage) -> list[Frame]:
    """Along the days."""
    bar = page.chart.horizontalScrollBar()
    return [frame(partial(bar.setValue, number * 19)) for number in range(FRAMES)]


def zoomed(page: PlanPage) -> list[Frame]:
    """In and out, at the pointer."""
    steps = [*ZOOMS, *reversed(ZOOMS)] * (FRAMES // 8)
    return [frame(partial(page.chart.set_zoom, zoom, 300.0)) for zoom in steps]


def folded(page: PlanPage) -> list[Frame]:
    """A project folded and unfolded, over and over."""
    model = page.outline_model
    tops = [row.task.id for row in page.session.view.outline.values() if row.depth == 0][: FRAMES // 2]
    page.chart.verticalScrollBar().setValue(0)
    times = []
    for top in tops:
        times += [frame(partial(model.fold, top, folded=fold)) for fold in (True, False)]
    return times


def folded_all(page: PlanPage) -> list[Frame]:
    """Everything folded and unfolded."""
    return [frame(partial(page.outline_model.fold_all, folded=fold)) for fold in (True, False) * 5]


def gone_down(page: PlanPage) -> list[Frame]:
    """From row to row, with the card that says why."""
    ids = page.outline_model.ids[:FRAMES]
    return [frame(partial(page.table.go_to, row_id)) for row_id in ids]


def edited(page: PlanPage) -> list[Frame]:
    """A duration typed, with everything that follows from it."""
    document = page.session.document
    leaves = [row.task for row in page.session.view.outline.values() if not row.summary][:: 10_000 // 30]
    times = []
    for task in leaves:
        edit = Edit(Cell("tasks", task.id, "duration"), task.duration, (task.duration or 0) + 480)
        times.append(frame(partial(document.apply, "Edit", [edit])))
    return times


MEASURES = (scrolled, jumped, across, zoomed, folded, folded_all, gone_down, edited)


def main(size: int) -> None:
    """Print the table."""
    with shown(size) as page:
        print(f"{len(page.outline_model.ids):,} tasks, {SIZE[0]} × {SIZE[1]}")
        for measure in MEASURES:
            page.chart.show_today()
            QApplication.processEvents()
            times = measure(page)
            print(f"  {measure.__name__:12}", end="")
            for name, seconds in zip(("by the clock", "of work"), zip(*times, strict=True), strict=True):
                p95 = quantiles(seconds, n=20)[-1]
                print(f"{name}: median {median(seconds) * 1000:6.1f}  p95 {p95 * 1000:6.1f}", end="   ")
            print(" ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else TASK_COUNT)
