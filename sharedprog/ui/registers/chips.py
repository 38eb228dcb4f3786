"""The chips above a list: its named filters, one of which may be chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sharedprog.domain.filters import FILTERS, Tally
from sharedprog.domain.listing import Test
from sharedprog.ui import fonts
from sharedprog.ui.labels import literal, set_role, tool_tip


class Chips(QWidget):
    """A row of filters of one register; choosing the chosen one again shows everything."""

    chosen = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = FILTERS.get(key, ())
        self._present = ""
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(8))
        for each in self._filters:
            chip = QPushButton(literal(each.title))
            chip.setCheckable(True)
            chip.setAccessibleName(f"Show only: {each.title}")
            set_role(chip, "chip")
            chip.clicked.connect(lambda _checked=False, title=each.title: self._toggle(title))
            self._group.addButton(chip)
            self._buttons[each.title] = chip
            layout.addWidget(chip)
        layout.addStretch(1)

    @property
    def present(self) -> str:
        """The title of the chosen filter; empty when everything is shown."""
        return self._present

    def test(self) -> Test | None:
        """The chosen filter's test."""
        return next((each.test for each in self._filters if each.title == self._present), None)

    def choose(self, title: str) -> None:
        """Choose a filter by its title; an empty one shows everything."""
        self._present = title if title in self._buttons else ""
        for name, chip in self._buttons.items():
            chip.setChecked(name == self._present)
        self.chosen.emit(self._present)

    def show_counts(self, found: Tally, rows: int) -> None:
        """Say in each chip's tool-tip how many of the rows it would show."""
        for each in self._filters:
            words = f"{each.title}: {found.get(each.title, 0)} of {rows}"
            self._buttons[each.title].setToolTip(tool_tip(words))

    def _toggle(self, title: str) -> None:
        self.choose("" if title == self._present else title)
