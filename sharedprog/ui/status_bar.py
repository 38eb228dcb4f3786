"""The foot of the window: where the work is saved, what comes next, and the protective marking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.icons import Mark
from sharedprog.ui.labels import ElidedLabel, Label, announce, set_role


class Keeping(Enum):
    """How the work is kept at one place; the values name icons."""

    SAVED = "saved"
    SAVING = "saving"
    TROUBLE = "trouble"


@dataclass(frozen=True)
class Kept:
    """One place and how the work is kept there: `Saved on this PC 14:05`."""

    keeping: Keeping
    words: str


class StatusBar(QFrame):
    """Words only; trouble is also marked and read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "status-bar")
        self.setAccessibleName("Status")
        self._kept: tuple[Kept, ...] = ()
        self._places = QHBoxLayout()
        self._places.setSpacing(fonts.scaled(16))
        self._before = Label(role="secondary")
        self._day = Label(role="secondary-strong")
        self._deadline = ElidedLabel(role="secondary", least=32)
        self._marking = Label(role="secondary")
        layout = QHBoxLayout(self)
        side, air = fonts.scaled(16), fonts.scaled(4)
        layout.setContentsMargins(side, air, side, air)
        layout.setSpacing(fonts.scaled(4))
        layout.addLayout(self._places)
        layout.addSpacing(fonts.scaled(16))
        layout.addStretch(1)
        for label in (self._before, self._day, self._deadline):
            layout.addWidget(label)
        layout.addSpacing(fonts.scaled(16))
        layout.addWidget(self._marking)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_kept(self, kept: Sequence[Kept]) -> None:
        """Show where the work is saved."""
        if tuple(kept) == self._kept:
            return
        self._kept = tuple(kept)
        while (item := self._places.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in kept:
            self._places.addWidget(_place(each))
            if each.keeping is Keeping.TROUBLE:
                announce(self, each.words)

    def set_next_board(self, day: str, deadline: str = "") -> None:
        """Show the day of the next board and what is said of its papers; an empty day shows nothing."""
        self._before.setText("Next board:" if day else "")
        self._day.setText(day)
        self._deadline.setText(f"· {deadline}" if deadline else "")

    def set_marking(self, marking: str) -> None:
        """Show the protective marking."""
        self._marking.setText(marking)


def _place(kept: Kept) -> QWidget:
    trouble = kept.keeping is Keeping.TROUBLE
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(fonts.scaled(4))
    row.addWidget(Mark(kept.keeping.value, "critical" if trouble else "muted", size=15))
    row.addWidget(ElidedLabel(kept.words, "trouble" if trouble else "secondary", least=72))
    return place
