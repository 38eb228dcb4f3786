"""What pages need of the program is loaded between events, so that the first visit to a page does not wait for it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from sharedprog.ui.slices import Slices

FIRST = (
    "sharedprog.domain.board_cycle",
    "sharedprog.domain.needs",
    "sharedprog.domain.dashboard",
    "sharedprog.ui.dashboard.lines",
    "sharedprog.ui.heat.panel",
    "sharedprog.ui.dashboard.page",
)
"""Modules of the page that a programme opens on, those first that others stand on: each is one step."""
OTHERS = (
    "sharedprog.domain.plan.gantt_baseline",
    "sharedprog.ui.gantt.chart",
    "sharedprog.ui.gantt.buttons",
    "sharedprog.ui.gantt.hands",
    "sharedprog.ui.screens.driving",
    "sharedprog.ui.screens.what_if",
    "sharedprog.ui.screens.plan",
    "sharedprog.ui.screens.risks",
    "sharedprog.domain.since",
    "sharedprog.usecases.board_pack",
    "sharedprog.ui.screens.baselines",
    "sharedprog.ui.screens.schedule_health",
    "sharedprog.ui.screens.boards",
    "sharedprog.ui.screens.packs",
    "sharedprog.ui.screens.since",
    "sharedprog.ui.screens.programme",
    "sharedprog.ui.screens.matrices",
    "sharedprog.ui.screens.bank_holidays",
    "sharedprog.ui.screens.history",
    "sharedprog.ui.screens.make_pack",
)
"""Modules of all other pages, in the same order."""


class Warming(QObject):
    """Loads modules when nobody waits for anything else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Slices[None] = Slices(lambda _: None, self)

    @property
    def busy(self) -> bool:
        """Whether there is more to load."""
        return self._work.busy

    def first_page(self) -> None:
        """While a file is read beside the window, load what its first page needs."""
        QTimer.singleShot(0, self, lambda: self._work.run(_load(FIRST), short=True))

    def other_pages(self) -> None:
        """Once a person can work, load what the other pages need."""
        self._work.run(_load((*FIRST, *OTHERS)), short=False)


def _load(names: Sequence[str]) -> Generator[None, None, None]:
    for name in names:
        import_module(name)
        yield
