"""The last step of an import: what came in, and the way to take it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, announce
from sharedprog.ui.screens.import_page import Sentences
from sharedprog.ui.wrapping import wrapping
from sharedprog.usecases.importing_rows import ImportPlan, sound


class DoneStep(QWidget):
    """``undo`` takes the import back, ``shown`` goes to what came in, ``another`` begins with the next file."""

    undo = Signal()
    shown = Signal()
    another = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.summary = Label("", "card-title", wrap=True)
        self.detail = Label("", "truth", wrap=True)
        self.left = Sentences("Rows that were left out", ())
        self._show = button("Show what came in", self.shown.emit, "primary")
        self._undo = button("Undo the import", self.undo.emit, "", "undo")
        buttons, row = wrapping(fonts.scaled(8))
        for each in (self._show, self._undo, button("Import another file…", self.another.emit)):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(self.summary)
        column.addWidget(self.detail)
        column.addWidget(buttons)
        column.addWidget(self.left, 1)
        column.addStretch(0)

    def tell(self, title: str, plan: ImportPlan, lost: Sequence[str], *, blank: bool) -> None:
        """Say what was done and which rows are ``lost``; an empty title says that there was nothing to do."""
        taken = sound(plan.rows, blank=blank)
        counts = {state: sum(row.state == state for row in taken) for state in ("new", "changed", "same")}
        told = [f"{number:,} {'as before' if state == 'same' else state}" for state, number in counts.items() if number]
        if plan.lost or lost:
            told.append(f"{counted(len(lost) + plan.lost, 'row')} left out")
        self.summary.setText(f"{title}: done." if title else "Nothing was changed: it was all there already.")
        self.detail.setText(", ".join(told).capitalize() + ("." if told else ""))
        self.left.say(lost)
        self.left.setVisible(bool(lost))
        self._show.setVisible(bool(title))
        self._undo.setVisible(bool(title))
        announce(self, f"{self.summary.text()} {self.detail.text()}")

    def forget_undo(self) -> None:
        """Something else was changed since: the import is not the first thing to take back any more."""
        self._undo.setEnabled(False)
        self._undo.setToolTip(
            "<span>Something else was changed since. Edit, Undo takes changes back one by one.</span>"
        )

    def enter(self) -> None:
        """Put the cursor on the next thing to do."""
        self._show.setFocus(Qt.FocusReason.OtherFocusReason)
