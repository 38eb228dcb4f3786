"""The second step of an import: the row of a sheet that holds its headings."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.editors.fields import CheckField
from sharedprog.ui.labels import Label
from sharedprog.ui.lines_model import LinesModel
from sharedprog.ui.read_columns import ReadColumns
from sharedprog.ui.screens.import_choices import look_like_a_list
from sharedprog.usecases.importing_looking import FoundSheet
from sharedprog.usecases.importing_saying import SheetSaid

NAME = "First rows of the sheet"


class TopRows(LinesModel[int]):
    """The first rows of a sheet as they stand, under the letters of its columns."""

    def __init__(self, found: FoundSheet) -> None:
        super().__init__(("Row", *found.heads), range(len(found.top.rows)))
        self._found = found

    def words(self, row: int) -> tuple[str, ...]:
        """The number of the row, then its cells."""
        return self._found.line(row)


class HeadingsStep(QWidget):
    """``chosen`` carries the row that the headings are in, 0 where there are none."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._found: FoundSheet | None = None
        self._columns: ReadColumns | None = None
        self.table = QTableView()
        self.table.setAccessibleName(NAME)
        self.none = CheckField("This sheet has no headings")
        self.none.toggled.connect(lambda _: self._tell())
        self.doubts = Label("", "truth", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.none)
        column.addWidget(self.doubts)

    def show_said(self, said: SheetSaid) -> None:
        """Show the first rows of a sheet, the cursor on its headings."""
        if said.found is not self._found:
            self._found = said.found
            self._show_rows(said.found)
        numbers = [row.number for row in said.found.top.rows]
        with QSignalBlocker(self.none), QSignalBlocker(self.table.selectionModel()):
            self.none.setChecked(not said.headings)
            place = numbers.index(said.headings) if said.headings in numbers else -1
            if place >= 0 and self.table.currentIndex().row() != place:
                self.table.selectRow(place)
        self.table.setEnabled(bool(said.headings))
        self.table.viewport().update()
        self.doubts.setText(" ".join(said.doubts()))
        self.doubts.setVisible(bool(self.doubts.text()))

    def enter(self) -> None:
        """Put the cursor on the rows."""
        (self.none if self.none.isChecked() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self, found: FoundSheet) -> None:
        old = self.table.model()
        model = TopRows(found)
        model.setParent(self.table)
        if self._columns is not None:
            self._columns.leave()
        self._columns = look_like_a_list(self.table, model, NAME, len(found.heads))
        if old is not None:
            old.deleteLater()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)

    def _row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._tell()

    def _tell(self) -> None:
        if self._found is None:
            return
        place = max(self.table.currentIndex().row(), 0)
        self.chosen.emit(0 if self.none.isChecked() else self._found.top.rows[place].number)
