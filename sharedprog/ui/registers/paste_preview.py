"""What a paste would do, before it is done: rows that would be added, or the cells that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.naming import several
from sharedprog.domain.register import Register
from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label
from sharedprog.ui.lines_model import LinesModel
from sharedprog.ui.screens.health_models import ReadTable
from sharedprog.usecases.pasting import Misfit, Pasting


class MisfitModel(LinesModel[Misfit]):
    """Cells that could not be read."""

    def __init__(self, misfits: Sequence[Misfit], parent: QWidget | None = None) -> None:
        super().__init__(("Row", "Column", "What stands there", "Why it cannot be pasted"), misfits, parent)

    def words(self, row: Misfit) -> Sequence[str]:
        """Row, column, what was found, and why."""
        return (row.row, row.column, row.found, row.reason)


class PastePreview(QDialog):
    """Accepted: paste. Where a cell cannot be read there is nothing to accept."""

    def __init__(self, planned: Pasting, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: ReadTable | None = None
        misfits = planned.misfits
        question = "Nothing was pasted" if misfits else f"Add {several(register, planned.added)}?"
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label(question, "card-title", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        if misfits:
            words = f"{counted(len(misfits), 'thing')} in the way. Mend the sheet, copy it again and paste again."
            column.addWidget(Label(words, wrap=True))
            column.addWidget(self._table(misfits), 1)
            closing = button("Close", self.reject, "primary")
            closing.setDefault(True)
            row.addWidget(closing)
            self.resize(fonts.scaled(760), fonts.scaled(380))
        else:
            self.setMinimumWidth(fonts.scaled(440))
            changed = f"{several(register, planned.changed)} will change and " if planned.changed else ""
            added = f"{changed}{several(register, planned.added)} will be added at the end of the list."
            column.addWidget(Label(added[0].upper() + added[1:], wrap=True))
            doing = button("Paste", self.accept, "primary")
            doing.setDefault(True)
            row.addWidget(button("Cancel", self.reject))
            row.addWidget(doing)
        column.addLayout(row)

    def _table(self, misfits: Sequence[Misfit]) -> ReadTable:
        made = ReadTable(MisfitModel(misfits, self), "Cells that cannot be pasted", 3)
        made.wrap()
        self.table = made
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Rows as high as their words, once the columns have their widths."""
        super().showEvent(event)
        if self.table is not None:
            QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)
