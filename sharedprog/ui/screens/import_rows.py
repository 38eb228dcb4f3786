"""The rows of an import as a table: what each is, and what would happen to it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.labels import tool_tip
from sharedprog.usecases.importing_rows import ImportPlan, PlannedRow

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEADS = ("In the file", "Kind", "What it is called", "What would happen")
HAPPENS = {"new": "New", "changed": "Changed", "same": "The same already", "bad": "Left out"}


class ImportRows(QAbstractTableModel):
    """The rows that something is wrong with first, then the new and the changed ones, then the rest."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        order = {"bad": 0, "new": 1, "changed": 1, "same": 2}
        self._rows = sorted(plan.rows, key=lambda row: (not row.faulty, order[row.state]))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows of the file."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Four."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; the whole of them as tool-tip."""
        if not index.isValid():
            return None
        words = _words(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(words)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section] if 0 <= section < len(HEADS) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _words(row: PlannedRow) -> tuple[str, str, str, str]:
    place = f"{row.where}, row {row.number}" if row.number is not None else row.where
    happens = HAPPENS[row.state]
    if row.unread:
        happens += ". Not understood: " + "; ".join(f"{head} “{found}”" for head, found in row.unread.items())
    return place, BY_KEY[row.register].singular.capitalize(), row.name, happens
