"""The first step of an import: which sheets of the file come in, and what each is read as."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.screens.import_choices import ChoiceLines, ChoiceTable
from sharedprog.usecases.importing_choice import MADE_HERE
from sharedprog.usecases.importing_saying import SheetSaid

LEFT_OUT = "Leave it out"
READ_AS = [("", LEFT_OUT), *((each.key, each.title) for each in REGISTERS if each.key not in MADE_HERE)]


class SheetLines(ChoiceLines[SheetSaid]):
    """A line for each sheet, with the list that it is read as."""

    def __init__(self, said: Sequence[SheetSaid] = ()) -> None:
        super().__init__(("Sheet", "What is in it", "Read as"), said)

    def words(self, row: SheetSaid) -> tuple[str, str, str]:
        """Its name, its size, and what it is read as."""
        size = f"{counted(row.found.rows, 'row')}, {counted(row.found.columns, 'column')}"
        hidden = ", hidden in the workbook" if row.found.top.hidden else ""
        return row.found.name, size + hidden, BY_KEY[row.register].title if row.taken else LEFT_OUT

    def choices(self, row: SheetSaid) -> Sequence[tuple[str, str]]:
        """Every list, and none."""
        return READ_AS

    def present(self, row: SheetSaid) -> str:
        """The key of the register, empty where it is left out."""
        return row.register


class SheetsStep(QWidget):
    """``chosen`` carries the place of a sheet and the register it is to be read as, empty to leave it out."""

    chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.lines = SheetLines()
        self.lines.chosen.connect(self.chosen)
        self.table = ChoiceTable(self.lines, "Sheets of the file", 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(self.table, 1)

    def show_said(self, said: Sequence[SheetSaid]) -> None:
        """Show what is said of each sheet."""
        self.lines.renew(said)
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.lines.index(0, 0))

    def enter(self) -> None:
        """Put the cursor on the sheets."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def sheets_sentence(name: str, said: Sequence[SheetSaid]) -> str:
    """What there is to decide about the sheets."""
    taken = [each for each in said if each.taken]
    if not taken:
        return f"“{name}” does not say what its rows are. Choose under “Read as” which list it holds (Enter)."
    if len(said) == 1:
        return f"It is read as {BY_KEY[taken[0].register].title}. Enter chooses another list."
    return f"{len(taken)} of {counted(len(said), 'sheet')} come in. Enter chooses what a sheet is read as."
