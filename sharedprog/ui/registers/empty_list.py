"""Why a list shows no row, and what can be done: begin it, bring a file in, or drop the filter that hides all."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sharedprog.domain.register import Register
from sharedprog.domain.words import one
from sharedprog.ui.empty import EmptyPanel


class EmptyList(EmptyPanel):
    """Stands in the place of the table. ``step`` names the button that begins the list."""

    wants_every_row = Signal()
    wants_import = Signal()

    def __init__(self, register: Register[Any], parent: QWidget | None = None) -> None:
        self.step = f"Add {one(register.singular)}"
        super().__init__(register.title, register.empty, self.step, parent)
        self._register = register
        self._hidden = False
        self.other_step.connect(self._take_other_step)

    def explain(self, *, hidden: bool, typed: bool) -> None:
        """Say why: a filter has ``hidden`` the rows, or there are none yet, which may be ``typed`` here."""
        self._hidden = hidden
        if hidden:
            words = "No row fits this filter. Choose another, or clear it."
            self.say("Nothing fits", words, other="Show every row")
        else:
            other = "Bring in a file…" if typed else ""
            self.say(self._register.title, self._register.empty, self.step, other)

    def _take_other_step(self) -> None:
        (self.wants_every_row if self._hidden else self.wants_import).emit()
