"""The third step of an import: to which field each column of a sheet goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.labels import Label
from sharedprog.ui.screens.import_choices import ChoiceLines, ChoiceTable
from sharedprog.usecases.importing_saying import ColumnSaid, SheetSaid

MOST_NAMED = 4
"""Columns that are named when they are left out; of more their number is said."""


class ColumnLines(ChoiceLines[ColumnSaid]):
    """A line for each column, with the field that it goes to."""

    def __init__(self, columns: Sequence[ColumnSaid] = ()) -> None:
        super().__init__(("Column", "Heading", "What is in it", "Goes to"), columns)

    def words(self, row: ColumnSaid) -> tuple[str, str, str, str]:
        """Its letters, its heading, the first things in it, and its field."""
        return row.letters, row.heading, row.examples, row.words

    def choices(self, row: ColumnSaid) -> Sequence[tuple[str, str]]:
        """Every field of the list, and none."""
        return row.offered

    def present(self, row: ColumnSaid) -> str:
        """The field it goes to."""
        return row.meaning


class ColumnsStep(QWidget):
    """``chosen`` carries the place of a column in the sheet and the field it goes to, empty to leave it out."""

    chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.lines = ColumnLines()
        self.lines.chosen.connect(lambda line, name: self.chosen.emit(self.lines.line(line).place, name))
        self.table = ChoiceTable(self.lines, "Columns of the sheet", 2)
        self.trouble = Label("", "trouble", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.trouble)

    def show_said(self, said: SheetSaid) -> None:
        """Show the columns of a sheet."""
        self.lines.renew(said.lines())
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.lines.index(0, 0))
        self.trouble.setText(said.lacks())
        self.trouble.setVisible(bool(said.lacks()))

    def enter(self) -> None:
        """Put the cursor on the columns."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def columns_sentence(said: SheetSaid) -> str:
    """How many columns go somewhere, and which do not."""
    left, total = said.left_out(), len(said.columns.headings)
    if not left:
        return f"All of its {counted(total, 'column')} go to a field. Enter changes where one goes."
    named = ", ".join(f"“{heading}”" for heading in left)
    goes = f"{total - len(left)} of {counted(total, 'column')} go to a field"
    lost = f"left out: {named}" if len(left) <= MOST_NAMED else f"{len(left)} are left out"
    return f"{goes}; {lost}. Enter changes where one goes, and that is remembered."
