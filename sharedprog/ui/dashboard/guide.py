"""What to do first in a programme that holds nothing yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, set_role

FIRST_STEPS = (
    ("board_meetings", "Plan the first board", "Its date gives the deadlines of the fortnight before it."),
    ("tasks", "Begin the plan", "Type tasks and milestones, or import a plan from Microsoft Project or Excel."),
    ("workstreams", "Name the workstreams", "The parts of the programme that someone leads and rates."),
    ("risks", "Log the first risk", "One line is enough; finish it later. A risk register in Excel can be imported."),
)
"""The page that each step leads to, its words, and what comes of it."""


class Guide(QFrame):
    """``wants`` carries the page of the chosen step."""

    wants = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        column = QVBoxLayout(self)
        side = fonts.scaled(20)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(Label("What to do first", "card-title"))
        words = "This page fills itself from what you enter elsewhere. Any of these is a good beginning."
        column.addWidget(Label(words, "truth", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(fonts.scaled(16))
        grid.setVerticalSpacing(fonts.scaled(10))
        grid.setColumnStretch(1, 1)
        self.steps = [button(step, partial(self.wants.emit, key)) for key, step, _ in FIRST_STEPS]
        set_role(self.steps[0], "primary")
        for row, (made, (_, _, meaning)) in enumerate(zip(self.steps, FIRST_STEPS, strict=True)):
            made.setMinimumWidth(fonts.scaled(190))
            grid.addWidget(made, row, 0)
            grid.addWidget(Label(meaning, "secondary", wrap=True), row, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(grid)
